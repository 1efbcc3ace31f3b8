"""What programs send and are told, as types: their reading, and their page in the OpenAPI."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)

MOST_AT_ONCE = 200
MOST_ON_A_PAGE = 200
LONGEST_TEXT = 20_000
LONGEST_ID = 200
_LONGEST_NAME = 300
_LONGEST_HEADLINE = 1_000
_LONGEST_IDENTITY = 1_000
_MOST_IDENTITIES = 20

Group = Literal["answer", "accept", "ask", "wait", "decline"]
Verdict = Literal["empty", "default", "template", "pitch", "personal", "unclear"]


def _as_id(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


_Id = Annotated[
    str,
    BeforeValidator(_as_id),
    Field(max_length=LONGEST_ID),
    WithJsonSchema({"anyOf": [{"type": "string", "maxLength": LONGEST_ID}, {"type": "integer"}]}),
]


class _Sent(BaseModel):
    # A field that nobody reads would be lost without a word: a slip of the pen is told.
    model_config = ConfigDict(extra="forbid", strict=True)


class SenderIn(_Sent):
    """Who asks to connect, as their profile or mail says."""

    name: Annotated[str, Field(max_length=_LONGEST_NAME)] | None = None
    headline: Annotated[str, Field(max_length=_LONGEST_HEADLINE)] | None = None
    identities: (
        Annotated[
            list[Annotated[str, Field(max_length=_LONGEST_IDENTITY)]],
            Field(max_length=_MOST_IDENTITIES),
        ]
        | None
    ) = Field(None, description="E-mail addresses and links to profiles or pages.")


class InvitationIn(_Sent):
    """One invitation, in the shape that `redleaf triage` reads.

    `from` needs a name or one of the identities: otherwise nobody could be answered.
    """

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "41",
                    "from": {
                        "name": "Jun Sato",
                        "headline": "potter at Skutt",
                        "identities": ["https://www.linkedin.com/in/jun-sato"],
                    },
                    "text": "You held my ash glaze against the window in Turku. May I ask why?",
                    "received": "2026-11-19T08:30:00Z",
                    "network": "linkedin",
                }
            ]
        },
    )

    id: _Id = Field(description="Yours, to find the answer by; it is not kept.")
    sender: SenderIn = Field(alias="from")
    text: Annotated[str, Field(max_length=LONGEST_TEXT)] | None = Field(
        None, description="The note that came with it; nothing where none did."
    )
    received: Annotated[str, Field(max_length=40)] | None = Field(
        None,
        # No `format`: what is read without a zone is more than RFC 3339 lets through.
        description="When it came, in ISO 8601; without it, now. Without a zone it is read as UTC.",
    )
    network: Annotated[str, Field(max_length=40)] | None = Field(
        None, description="A name from `redleaf networks`: linkedin, xing, email …"
    )


def _one_or_many(value: Any) -> str:
    return "many" if isinstance(value, list) else "one"


# The marks stand in the path of a fault; interface.py takes them out of it.
MARKS = ("one", "many")
InvitationsIn = Annotated[
    Annotated[InvitationIn, Tag("one")]
    | Annotated[list[InvitationIn], Field(min_length=1, max_length=MOST_AT_ONCE), Tag("many")],
    Discriminator(_one_or_many),
]


class BroughtOut(BaseModel):
    """What became of one row; `id` is the one that was sent."""

    id: str
    invitation: UUID = Field(description="The invitation in the inbox that it is.")
    change: Literal["new", "changed", "same"] = Field(
        description="`changed`: it was there already, and is told more of now."
    )


class AllBroughtOut(BaseModel):
    """What became of the rows, in their order."""

    version: Literal[1] = Field(1, alias="schema")
    invitations: list[BroughtOut]


class SenderOut(BaseModel):
    name: str
    headline: str
    identities: list[str]


class InvitationOut(BaseModel):
    """One invitation and what triage makes of it, in the words of `redleaf triage`.

    What triage says is null as long as the invitation has not been read.
    """

    id: UUID
    verdict: Verdict | None
    attention: Annotated[float, Field(ge=0, le=1)] | None
    decision: Group | None
    reasons: list[str]
    reply: str = Field(description="A ready answer. It is never sent by itself.")
    campaign: str | None
    group: Group | None = Field(
        description="Where it stands in the inbox: the user may have put it elsewhere."
    )
    decided: Group | None = Field(description="What the user did with it; null while it waits.")
    sender: SenderOut = Field(alias="from")
    text: str
    received: str | None = Field(json_schema_extra={"format": "date-time"})
    network: str


class InboxOut(BaseModel):
    """What waits in the inbox, first what deserves most attention."""

    version: Literal[1] = Field(1, alias="schema")
    count: int = Field(description="How many wait in all, on this page or not.")
    is_current: bool = Field(
        description="Whether all that is known is read into it; otherwise ask again in a while."
    )
    next: str | None = Field(description="The address of the page after this one.")
    invitations: list[InvitationOut]


class NoteIn(_Sent):
    """A text to check."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT)]
    network: Annotated[str, Field(max_length=40)] | None = None
    kind: Literal["note", "message", "email", "post"] = "note"


class CheckOut(BaseModel):
    """As `redleaf check --format json` prints it."""

    version: Literal[1] = Field(1, alias="schema")
    reports: list[dict[str, Any]]


class FaultOut(BaseModel):
    field: str = Field(description="The path of the field: “3.from.name” is in the fourth row.")
    message: str


class RefusalOut(BaseModel):
    """Why something was not done. Nothing was changed."""

    status: int
    message: str
    faults: list[FaultOut] = Field(description="The fields that are wrong, where it is about any.")
