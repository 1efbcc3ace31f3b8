"""What kind of encounter an event was, by the words of its title and by its links."""

from __future__ import annotations

import re
from functools import cache

from redleaf.notes.data_files import read_beside
from redleaf.notes.folding import fold

# Where a meeting is held that has no place.
_HOSTS = (
    "zoom.us zoomgov.com meet.google.com teams.microsoft.com teams.live.com webex.com "
    "gotomeeting.com gotomeet.me skype.com lync.com whereby.com meet.jit.si bluejeans.com "
    "hangouts.google.com chime.aws ringcentral.com around.co gather.town bigbluebutton jitsi"
).split()
# Begins only where a word does: begun anywhere, a long word would cost its length squared.
_MEETING_LINK = re.compile(
    rf"(?<![\w.-])(?:https?://)?[\w.-]*?(?:{'|'.join(map(re.escape, _HOSTS))})[^\s<>\"]*",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"(?:(?:microsoft |ms )?teams(?:[- ](?:meeting|besprechung|call))?|reunion (?:de |en )?"
    r"microsoft teams|reuniao do microsoft teams|microsoft teams-(?:besprechung|vergadering)|"
    r"riunione di microsoft teams|zoom(?: meeting)?|google meet|(?:google )?hangouts?|skype"
    r"(?: meeting)?|webex(?: meeting)?|online|virtual|virtuell|en ligne|en linea|in linea|remote|"
    r"phone(?: call)?|by phone|via phone|telefon\w*|telephone|per telefon|par telephone|"
    r"por telefono|al telefono|tbd|tba|\+?[\d\s()/.-]{6,})",
    re.IGNORECASE,
)


def kind_of(title: str, *, is_online: bool) -> str:
    """One of `ENCOUNTER_KINDS`; "call" for what was held by a video link, else "other"."""
    if is_online:
        return "call"
    folded = fold(title[:500]).text
    found = {each.lastgroup or "" for each in _words().finditer(folded)}
    return next((kind for kind in _kinds() if kind in found), "other")


def is_meeting_link(text: str) -> bool:
    folded = text.casefold()
    return any(host in folded for host in _HOSTS)


def place_in(location: str) -> tuple[str, bool]:
    """The place, without links and what is none; and whether one met by video or telephone."""
    is_online = is_meeting_link(location)
    kept = []
    for part in re.split(r"[;\n]+", _LINK.sub(" ", _MEETING_LINK.sub(" ", location))):
        bare = " ".join(part.split()).strip(" ,-|/()")
        if bare and _NO_PLACE.fullmatch(fold(bare).text):
            is_online = is_online or not bare.casefold().startswith("tb")
        elif bare:
            kept.append(bare)
    return ", ".join(kept), is_online and not kept


@cache
def _kinds() -> dict[str, list[str]]:
    """The words of each kind, in the order of the file."""
    kinds: dict[str, list[str]] = {}
    words: list[str] = []
    for line in read_beside(__file__, "kinds.txt").splitlines():
        if line.startswith("["):
            words = kinds.setdefault(line.strip("[] "), [])
        elif line and not line.startswith("#"):
            words.extend(word.strip() for word in line.split(","))
    return kinds


@cache
def _words() -> re.Pattern[str]:
    """All words at once; where two begin together, the longer one is taken."""
    pairs = [(word, kind) for kind, words in _kinds().items() for word in words]
    pairs.sort(key=lambda pair: -len(pair[0]))
    groups: dict[str, list[str]] = {}
    for word, kind in pairs:
        groups.setdefault(kind, []).append(re.escape(word).replace(r"\*", r"\w*"))
    parts = [f"(?P<{kind}>{'|'.join(words)})" for kind, words in groups.items()]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
