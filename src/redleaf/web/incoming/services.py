"""Read a file outside the request, import it, stop either, and leave nothing behind."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sized
from hashlib import file_digest
from pathlib import Path
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from redleaf.contacts.harvest import Harvest
from redleaf.errors import RedleafError
from redleaf.formats.importer import read_file
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act
from redleaf.web.contacts.services.importing import ImportStopped, apply_import, plan_import
from redleaf.web.contacts.services.restoring import is_empty, restore_export
from redleaf.web.incoming.models import BUSY, Incoming, State
from redleaf.web.incoming.preview import preview_of
from redleaf.web.incoming.under_way import UnderWay, ask_to_stop, begin_work, done_at
from redleaf.web.languages import in_this_language
from redleaf.web.store import speaking_plainly
from redleaf.web.zone import local_zone


def begin_incoming(owner: User, upload: UploadedFile[bytes], *, today: dt.date) -> Incoming:
    """Keep the file for as long as it is needed, and read it in a thread of its own.

    What was left of earlier files goes.
    """
    for earlier in Incoming.objects.filter(owner=owner).exclude(state=State.IMPORTING):
        leave(earlier)
    incoming = Incoming.objects.create(
        owner=owner, file_name=Path(upload.name or "file").name[:255], made_at=timezone.now()
    )
    with incoming.place.open("xb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    _start(_read, incoming, today)
    return incoming


def begin_import(incoming: Incoming, answers: Mapping[str, str], *, today: dt.date) -> bool:
    """Import what was read, in a thread of its own; False where that has begun already."""
    ready = Incoming.objects.filter(pk=incoming.pk, state=State.READY)
    if not ready.update(state=State.IMPORTING):
        return False
    _start(_import, incoming, today, answers)
    return True


def stop(incoming: Incoming) -> None:
    """The thread sees it at its next step; what it has not finished does not come in."""
    if not ask_to_stop(incoming.place):
        busy = Incoming.objects.filter(pk=incoming.pk, state__in=BUSY)
        busy.update(state=State.STOPPED)


def done_of(incoming: Incoming) -> int:
    """How much is read, or imported, in per cent."""
    return done_at(incoming.place)


def leave(incoming: Incoming) -> None:
    """Forget the file; nothing of it was imported, or all of it."""
    stop(incoming)
    incoming.place.unlink(missing_ok=True)
    incoming.delete()


def tidy_up() -> None:
    """At the start: files that lay here when the desk ended are gone."""
    left = (State.READING, State.READY, State.IMPORTING)
    Incoming.objects.filter(state__in=left).update(
        state=State.FAILED,
        preview=None,
        problem=gettext_noop("The desk was closed before this came in. Choose the file once more."),
    )


def _start(work: Callable[..., None], incoming: Incoming, *more: object) -> None:
    begun = begin_work(incoming.place)
    arguments = (work, incoming, begun, *more)
    fenced = in_this_language(_fenced)
    reader = threading.Thread(target=fenced, args=arguments, name=f"{incoming.pk}")
    # Only then can a thread see the rows that were written here.
    transaction.on_commit(reader.start)


def _fenced(work: Callable[..., None], incoming: Incoming, begun: UnderWay, *more: object) -> None:
    is_needed = False
    try:
        work(incoming, begun, *more)
        is_needed = work is _read
    except ImportStopped:
        _finish(incoming.pk, state=State.STOPPED, preview=None)
    except RedleafError as error:
        # The owner knows the file by its own name, not by the one it was kept under.
        problem = str(error).replace(incoming.place.name, incoming.file_name)
        _finish(incoming.pk, state=State.FAILED, problem=problem)
    except Exception as error:
        # Without this a fault of ours would leave the page waiting for ever.
        name = type(error).__name__
        problem = gettext("Redleaf failed at this file (%(name)s).") % {"name": name}
        _finish(incoming.pk, state=State.FAILED, problem=problem)
        raise
    finally:
        begun.end()
        if not is_needed:
            incoming.place.unlink(missing_ok=True)
        connection.close()


def _read(incoming: Incoming, begun: UnderWay, today: dt.date) -> None:
    harvest = _harvest(incoming, today, begun.part(0.0, 0.6))
    plan = plan_import(incoming.owner, harvest, told=begun.part(0.6, 1.0))
    preview = preview_of(incoming.owner, plan)
    preview["brings_back"] = _brings_back(incoming.owner, harvest)
    _finish(incoming.pk, state=State.READY, preview=preview)


def _import(
    incoming: Incoming, begun: UnderWay, today: dt.date, answers: Mapping[str, str]
) -> None:
    owner, name = incoming.owner, incoming.file_name
    harvest = _harvest(incoming, today, begun.part(0.0, 0.2))
    with incoming.place.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    brings_back = _brings_back(owner, harvest)
    if brings_back:
        told = _counted(begun.part(0.2, 1.0), harvest)
        with speaking_plainly():
            restored = restore_export(owner, incoming.place, name=name, digest=digest, told=told)
        # An export of settings alone leaves nothing to undo, and no act.
        act: Act | None = Act.objects.filter(pk=restored.pk).first()
    else:
        act = apply_import(
            owner,
            plan_import(owner, harvest, answers=answers, told=begun.part(0.2, 0.4)),
            file_name=name,
            digest=digest,
            told=begun.part(0.4, 1.0),
            is_cancelled=begun.is_stopped,
        )
    incoming.place.unlink(missing_ok=True)
    # What is committed is done, even where the owner stopped it in that very moment.
    done = Incoming.objects.filter(pk=incoming.pk)
    preview = {"brings_back": True} if brings_back else None
    done.update(state=State.DONE, act=act, preview=preview)


def _brings_back(owner: User, harvest: Harvest) -> bool:
    """Whether the file is an export that an empty desk becomes, with its settings."""
    return harvest.format == "redleaf" and is_empty(owner)


def _counted(told: Callable[[float], None], harvest: Harvest) -> Callable[[int], None]:
    """Tells the share that so many entries are; of pairs, stacks and the log a harvest has none."""
    kinds: tuple[Sized, ...] = (
        harvest.contacts,
        harvest.encounters,
        harvest.letters,
        harvest.promises,
        harvest.invitations,
        harvest.pictures,
    )
    total = max(1, sum(map(len, kinds)))
    return lambda count: told(min(1.0, count / total))


def _harvest(incoming: Incoming, today: dt.date, told: Callable[[float], None]) -> Harvest:
    mine = [incoming.owner.email] if incoming.owner.email else []
    options = {"today": today.isoformat(), "mine": mine, "zone": local_zone()}
    return read_file(incoming.place, file_name=incoming.file_name, options=options, progress=told)


def _finish(incoming_id: UUID, **fields: object) -> None:
    # Only what still goes on can end: a stop that came in between is not undone.
    Incoming.objects.filter(pk=incoming_id, state__in=BUSY).update(**fields)
