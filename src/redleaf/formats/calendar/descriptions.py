"""What somebody wrote about a meeting, without what programs add to it."""

from __future__ import annotations

import html
import re

from redleaf.formats.calendar.kinds import is_meeting_link

_LONGEST = 500
_READ_CHARS = 20_000
_TAG = re.compile(r"<[^<>]{0,500}>")
_BREAK = re.compile(r"<(?:br|p|/p|div|/div|li|/li)\b[^<>]{0,200}>", re.IGNORECASE)
# Where the dial-in of Google, Teams, Zoom, Webex and others begins: the rest is theirs.
_BEGINS = re.compile(
    r"^\W*(?:(?:-::~|_{10,}|\.{20,}|={20,}|~{10,}).*|"
    r"(?:.{0,60}(?:is inviting you to a scheduled|invites you to a scheduled|"
    r"lädt sie zu einem geplanten|vous invite à une réunion|le está invitando a una reunión|"
    r"ti sta invitando|está convidando você).{0,60})|"
    r"(?:join|click here to join|klicken sie hier|beitreten|rejoindre|unirse|partecipa|participar|"
    r"ingressar|deelnemen)\b.{0,60}(?:meeting|zoom|teams|meet|webex|besprechung|réunion|reunión|"
    r"riunione|reunião|vergadering|video).{0,40}|"
    r"microsoft teams[ -](?:meeting|besprechung|need help).{0,40}|"
    r"(?:dial[- ]?in|einwahl|join by phone|one tap mobile|meeting id|meeting-id|passcode|"
    r"kenncode|conference id)\b.{0,80})\s*:?$",
    re.IGNORECASE,
)
# Possessive throughout: a line of signs and one letter would cost its length cubed.
_NUMBERS_ONLY = re.compile(
    r"\W{5,}+$|"
    r"\W*+(?:(?:pin|code|password|passwort|passcode|kenncode|access code|id|tel|phone)\b\W*+)?"
    r"\d[\d\s()+#,./-]{3,}+\W*+$",
    re.IGNORECASE,
)


def shortened(description: str) -> str:
    """The words themselves, at most some lines of them: no mark-up, no links to video calls."""
    text = description[:_READ_CHARS]
    if "<" in text and ">" in text:
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    kept: list[str] = []
    for line in text.splitlines():
        bare = " ".join(line.split())
        if len(bare) < 300 and _BEGINS.match(bare):
            break
        if is_meeting_link(bare) or _NUMBERS_ONLY.match(bare):
            continue
        if bare or (kept and kept[-1]):
            kept.append(bare)
    return _cut("\n".join(kept).strip())


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[: _LONGEST - 1].rsplit(None, 1)[0] + "…"
