"""Everything as a file, for another Redleaf and for other programs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import IO

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from redleaf.formats.csv_people import write_people_csv
from redleaf.web.accounts.models import User
from redleaf.web.asking import today, user_of
from redleaf.web.contacts.exchange import calendar_of, cards_of, contacts_of
from redleaf.web.contacts.services.exporting import export_everything, one_moment


@require_safe
@never_cache
def everything(request: HttpRequest) -> FileResponse:
    """Everything that is kept for the user, as `redleaf export` writes it."""
    return _file(request, f"redleaf-{today():%Y-%m-%d}.zip", export_everything)


@require_safe
@never_cache
def people_cards(request: HttpRequest) -> FileResponse:
    return _file(request, "people.vcf", lambda user, file: file.writelines(cards_of(user)))


@require_safe
@never_cache
def people_table(request: HttpRequest) -> FileResponse:
    def write(user: User, file: IO[bytes]) -> None:
        # A spreadsheet takes UTF-8 for something else unless it is marked.
        file.write(write_people_csv(contacts_of(user)).encode("utf-8-sig"))

    return _file(request, "people.csv", write)


@require_safe
@never_cache
def calendar(request: HttpRequest) -> FileResponse:
    return _file(request, "encounters.ics", lambda user, file: file.writelines(calendar_of(user)))


def _file(
    request: HttpRequest, name: str, write: Callable[[User, IO[bytes]], None]
) -> FileResponse:
    # Closed and so deleted when the answer is out; what it holds lies nowhere else meanwhile.
    file = tempfile.TemporaryFile(dir=settings.HOME.uploads)  # noqa: SIM115
    with one_moment():
        write(user_of(request), file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name)
