"""Read an export outside the request, stop it, put an audit away, tidy up."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

import redleaf
from redleaf.audit import AuditReport, audit_export
from redleaf.errors import RedleafError
from redleaf.web.accounts.models import User
from redleaf.web.insights.models import Audit, State
from redleaf.web.insights.own_history import kept_export, known_until
from redleaf.web.languages import in_this_language

_TELL_EVERY_PER_CENT = 2
_Count = Callable[[Audit, dt.date, Callable[[float], None]], AuditReport]
# What the memory does not tell, beside the numbers.
_REMARKS = (
    _("Counted are LinkedIn’s invitations: those sent from here, and those of files you brought."),
    _("Who accepted is known up to the newest connection; a new export brings the rest."),
    _("The words of messages are not kept, so it does not say who waits for an answer."),
)


class _StoppedError(Exception):
    """The owner does not want it any more."""


def begin_audit(owner: User, upload: UploadedFile[bytes], *, today: dt.date) -> Audit:
    """Keep the export for as long as it is read, and read it in a thread of its own."""
    audit = Audit.objects.create(
        owner=owner, file_name=Path(upload.name or "export.zip").name[:255], made_at=timezone.now()
    )
    place = _place(audit.pk)
    with place.open("xb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    _start(_of_upload, audit, today)
    return audit


def begin_own_audit(owner: User, *, today: dt.date) -> Audit:
    """Count what is kept here already, in a thread of its own."""
    audit = Audit.objects.create(
        owner=owner, file_name=gettext("Your desk"), made_at=timezone.now()
    )
    _start(_of_memory, audit, today)
    return audit


def stop_audit(audit: Audit) -> None:
    """The thread sees it at its next step and ends; nothing of the export is kept."""
    Audit.objects.filter(pk=audit.pk, state=State.READING).update(state=State.STOPPED)


def delete_audit(audit: Audit) -> None:
    """Put the audit away. The one that was put away before it goes for good."""
    _erase_deleted(audit.owner)
    audit.delete_for_now(timezone.now())


def restore_audit(audit: Audit) -> None:
    audit.bring_back()


def tidy_up() -> None:
    """At the start: what was being read when the desk ended failed; what was deleted is erased."""
    Audit.objects.filter(state=State.READING).update(
        state=State.FAILED,
        problem=gettext_noop("The desk was closed while this was read. Choose the file once more."),
    )
    _erase_deleted()
    for left in settings.HOME.uploads.iterdir():
        left.unlink(missing_ok=True)


def _erase_deleted(owner: User | None = None) -> None:
    deleted = Audit.objects.filter(deleted_at__isnull=False)
    (deleted.filter(owner=owner) if owner else deleted).delete()


def _place(audit_id: UUID) -> Path:
    uploads: Path = settings.HOME.uploads
    return uploads / f"{audit_id}.zip"


def _start(count: _Count, audit: Audit, today: dt.date) -> None:
    arguments = (count, audit, today)
    fenced = in_this_language(_read)
    reader = threading.Thread(target=fenced, args=arguments, name=f"audit-{audit.pk}")
    # Only then can a thread see the rows that were written here.
    transaction.on_commit(reader.start)


def _of_upload(audit: Audit, today: dt.date, tell: Callable[[float], None]) -> AuditReport:
    return redleaf.audit(_place(audit.pk), today=today, progress=tell)


def _of_memory(audit: Audit, today: dt.date, tell: Callable[[float], None]) -> AuditReport:
    export = kept_export(audit.owner)
    report = audit_export(export, today=known_until(export, today), progress=tell)
    return replace(report, is_kept=True, remarks=tuple(map(str, _REMARKS)))


def _read(count: _Count, audit: Audit, today: dt.date) -> None:
    audit_id, place = audit.pk, _place(audit.pk)
    try:
        report = count(audit, today, _Teller(audit_id))
        _finish(audit_id, state=State.DONE, done=100, report=report.to_json())
    except _StoppedError:
        pass
    except RedleafError as error:
        # The owner knows the file by its own name, not by the one it was kept under.
        problem = str(error).replace(place.name, audit.file_name)
        _finish(audit_id, state=State.FAILED, problem=problem)
    except Exception as error:
        # Without this a fault of ours would leave the page waiting for ever.
        name = type(error).__name__
        problem = gettext("Redleaf failed at this file (%(name)s).") % {"name": name}
        _finish(audit_id, state=State.FAILED, problem=problem)
        raise
    finally:
        place.unlink(missing_ok=True)
        connection.close()


def _finish(audit_id: UUID, **fields: object) -> None:
    # Only what is still being read can end: a stop that came in between is not undone.
    Audit.objects.filter(pk=audit_id, state=State.READING).update(**fields)


class _Teller:
    """Writes down how much is read, and ends the reading when the owner stopped it."""

    def __init__(self, audit_id: UUID) -> None:
        self._audit_id = audit_id
        self._told = 0

    def __call__(self, share: float) -> None:
        done = min(99, round(share * 100))
        if done < self._told + _TELL_EVERY_PER_CENT:
            return
        self._told = done
        reading = Audit.objects.filter(pk=self._audit_id, state=State.READING)
        if not reading.update(done=done):
            raise _StoppedError
