"""The mail that a text answers: what a mail program quotes below or between, another's words."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex

_QUOTED_LINE = regex(r"^[ \t]*>[^\n]*$", re.MULTILINE)
# "On 3 Nov 2025 Jo wrote:", with a date or an address in it, in seven languages.
_ANNOUNCED = regex(
    r"^[ \t]*(?:on|am|le|el|il|em|op)\b(?=[^\n]*[\d@])[^\n]{4,160}\b(?:wrote|schrieb|a\sécrit"
    r"|escribió|ha\sscritto|escreveu|schreef)\b[^\n]{0,60}:[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_ORIGINAL = regex(
    r"^[ \t]*-{2,} ?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original"
    r"|messaggio originale|mensagem original|oorspronkelijk bericht|forwarded message"
    r"|weitergeleitete nachricht) ?-{2,}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def own_words(text: str) -> str:
    """`text` with blanks where it quotes the mail that it answers, so that offsets stay.

    Lines that begin with ">" are quoted; without such lines all that follows the announcement is.
    The text is given back as it is when nothing else would be left.
    """
    own = unquoted(text)
    return own if own.strip() else text


def unquoted(text: str) -> str:
    """The same, and blanks alone where the whole text is quoted."""
    if _QUOTED_LINE.search(text):
        own = _ANNOUNCED.sub(_blank, _QUOTED_LINE.sub(_blank, text))
        begin = _ORIGINAL.search(own)
    else:
        own = text
        begin = _ORIGINAL.search(text) or _ANNOUNCED.search(text)
    if begin:
        own = own[: begin.start()].ljust(len(own))
    return own


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
