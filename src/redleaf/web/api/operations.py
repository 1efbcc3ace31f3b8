"""What programs may ask: bring invitations, read the inbox, check a text."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Body, Query

import redleaf
from redleaf.errors import UnknownName
from redleaf.web.api.bringing import bring
from redleaf.web.api.interface import api
from redleaf.web.api.keys import Key, program_of
from redleaf.web.api.refusals import Fault, faulty
from redleaf.web.api.shapes import (
    MOST_ON_A_PAGE,
    AllBroughtOut,
    CheckOut,
    Group,
    InboxOut,
    InvitationOut,
    InvitationsIn,
    NoteIn,
    RefusalOut,
)
from redleaf.web.api.waiting import told_of, waiting
from redleaf.web.asking import today
from redleaf.web.inbox.access import invitation_for

_ALWAYS = (401, 413, 429, 503)


def _answers(shape: Any, *more: int) -> dict[int, Any]:
    """The shapes of an answer by its status, for the OpenAPI."""
    return {200: shape, **dict.fromkeys(sorted((*_ALWAYS, *more)), RefusalOut)}


@api.post(
    "/invitations",
    auth=Key("bring"),
    response=_answers(AllBroughtOut, 400, 403, 415, 422),
    by_alias=True,
    operation_id="bringInvitations",
    summary="Bring invitations",
)
def bring_invitations(
    request: HttpRequest, rows: Annotated[InvitationsIn, Body()]
) -> dict[str, Any]:
    """One invitation, or a list of up to 200: all of them are kept, or none.

    The same invitation is kept once, however often it comes and by whatever way: another import, a
    mail, another program. What one request brought can be taken back in one go.
    """
    sent = rows if isinstance(rows, list) else [rows]
    brought = bring(
        program_of(request),
        [each.model_dump(by_alias=True) for each in sent],
        is_list=isinstance(rows, list),
        now=timezone.now(),
    )
    return {"schema": 1, "invitations": [_brought(each) for each in brought]}


@api.get(
    "/invitations",
    auth=Key("read"),
    response=_answers(InboxOut, 403, 422),
    by_alias=True,
    operation_id="readInbox",
    summary="Read the inbox",
)
def read_inbox(
    request: HttpRequest,
    group: Annotated[
        Group | None, Query(description="Those that stand in this group alone.")
    ] = None,
    start: Annotated[int, Query(ge=0, le=1_000_000, description="How many to leave out.")] = 0,
    most: Annotated[int, Query(ge=1, le=MOST_ON_A_PAGE, description="How many to tell.")] = 50,
) -> dict[str, Any]:
    """What waits, first what deserves most attention, each with the reasons and a ready answer."""
    owner = program_of(request).owner
    page = waiting(owner, today(), group=group, start=start, most=most)
    told = {"most": str(most), **({"group": group} if group else {})}
    is_more = start + most < page.count
    following = f"{request.path}?{urlencode({'start': start + most, **told})}" if is_more else None
    return {
        "schema": 1,
        "count": page.count,
        "is_current": page.is_current,
        "next": following,
        "invitations": page.invitations,
    }


@api.get(
    "/invitations/{uuid:invitation_id}",
    auth=Key("read"),
    response=_answers(InvitationOut, 403, 404),
    by_alias=True,
    operation_id="readInvitation",
    summary="Read one invitation",
)
def read_invitation(request: HttpRequest, invitation_id: UUID) -> dict[str, Any]:
    """One that came in, whether it waits or was decided."""
    return told_of(invitation_for(program_of(request).owner, invitation_id))


@api.post(
    "/check",
    auth=Key(),
    response=_answers(CheckOut, 400, 415, 422),
    by_alias=True,
    operation_id="checkText",
    summary="Check a text",
)
def check_text(request: HttpRequest, note: NoteIn) -> dict[str, Any]:  # noqa: ARG001 -- ninja gives it
    """What a receiver would feel: findings, scores and verdict. Nothing is kept."""
    try:
        report = redleaf.check(note.text, network=note.network or "", kind=note.kind)
    except UnknownName as error:
        raise faulty([Fault("network", str(error))]) from error
    return {"schema": 1, "reports": [report.to_json()]}


def _brought(each: Any) -> dict[str, Any]:
    return {"id": each.id, "invitation": each.invitation, "change": each.change}
