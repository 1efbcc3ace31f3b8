"""Slots: the places of a template that were left unfilled, in every syntax seen in the wild."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

_SLOT = regex(
    r"""
      \{\{[^{}\n]{0,60}\}\}                       # {{first_name}}
    | \$\{[^{}\n]{1,60}\}                         # ${name}
    | %\{[^{}\n]{1,40}\}                          # %{name}
    | \{%[^%\n]{1,80}%\} | <[%?]=?[^%<>\n]{1,80}[%?]>   # {% if name %}, <%= name %>
    | \{[A-Za-z][\w .'/-]{0,40}\} | \{\d{1,2}\}   # {name}, {0}
    | \{[^{}|\n]{1,60}\|[^{}\n]{0,120}\}          # {name|there}, {Hi|Hello}
    | \[\[[^\[\]\n]{1,60}\]\]                     # [[Name]]
    | \[(?!\d+\])[A-Za-z\u00c0-\u024f][^\[\]\n]{0,60}\](?!\()   # [Name], but not [1] nor a link
    | <<[^<>\n]{1,60}>>                           # <<Name>>
    | <(?!/?(?:a|b|i|u|p|br|hr|em|h[1-6]|strong|div|span|font|center|pre|blockquote|script|style
       |html|head|body|meta|ul|ol|li|table|tbody|thead|td|th|tr|img|https?)\b)
       [A-Za-z][\w .'/-]{1,40}>                   # <Company>, but not markup
    | %%?[A-Z][A-Z0-9_]{2,30}%%?                  # %FNAME%
    | \*\|[A-Z_:]{2,30}\|\*                       # *|FNAME|*
    | %[sd@](?![\w%])|%\d\$?[sd@]?(?![\w%])       # %s, %1
    | \b(?:FIRST|LAST|F|L|VOR|NACH)_?NAME\b | \b(?:PRENOM|PRÉNOM|VOORNAAM)\b
    | \b(?:EVENT|COMPANY|CONTACT|RECIPIENT|SENDER|PRODUCT)[ _]NAME\b | \bJOB[ _]TITLE\b
    | \bINSERT[ _](?:NAME|COMPANY|TOPIC)(?:[ _]HERE)?\b
    | (?<![\w/])_{3,}(?![\w/])                    # ____
    | \u27e8[^\u27e8\u27e9\n]{0,60}\u27e9         # ⟨name⟩
    | (?<!\w)(?!(?<=[\w!.?][ ])X+[ \t]*$)         # kisses after a name or a sentence are none,
       (?:XXX+|XX+YY+Z*)(?!\w)                   # XXX, XXYY, but not the century XX
    """,
    re.VERBOSE | re.MULTILINE,
)

# What stands in a slot whose signs alone would tell nothing, as in (your name) or #firstname#.
_INSIDE = (
    r"(?:(?:your|my|the|insert|recipient(?:'s)?|contact|company|first|last|full|event|ihr|dein|votre"
    r"|ton|tu|su|il\stuo|seu|je|uw)[ _.-]?)?(?:first|last|full|company|event|vor|nach)?[ _.-]?"
    r"(?:name|company|firma|surname|prénom|prenom|nom|nombre|empresa|nome|cognome|azienda|naam"
    r"|voornaam|bedrijf|job[ _]?title)(?:[ _]here)?"
)
_NAMED = regex(
    rf"""
      \({_INSIDE}\)                                # (your name)
    | [«‹]\s?{_INSIDE}\s?[»›]                      # «FirstName»
    | (?<![\w$])\${_INSIDE}\b\$?                  # $first_name
    | (?P<sign>[#@%~^|]{{1,2}}|__){_INSIDE}(?P=sign) # #name#, __NAME__
    | (?<![\w:]):(?:first|last|full|company)_name\b # :first_name
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a spreadsheet writes where it found nothing.
_NO_VALUE = regex(
    r"#(?:N/A|NV|REF!|VALUE!|NAME\?|BEZUG!|WERT!|DIV/0!)|\blorem ipsum\b", re.IGNORECASE
)


def slots_of(text: str) -> tuple[Span, ...]:
    """The spans of unfilled slots, in order; linear in the length of the text."""
    found: list[Span] = []
    if any(sign in text for sign in "{[<%*_\u27e8") or (
        _CAPITALS.search(text) and _SHOUTED.search(text)
    ):
        found += _spans(_SLOT, text)
    if any(sign in text for sign in "($#@«‹:%~^|_") and _NAMES.search(text):
        found += _spans(_NAMED, text)
    if "#" in text or "psum" in text:
        found += _spans(_NO_VALUE, text)
    return tuple(_apart(found))


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in pattern.finditer(text))


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Of slots that two patterns see at one place the one that begins first."""
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            yield span
            end = span.end


# Far quicker to look for than the words that begin with them.
_CAPITALS = regex("[A-Z][A-Z]")
_SHOUTED = regex(r"XX|NAME|INSERT|TITLE|PRENOM|PRÉNOM|VOORNAAM")
_NAMES = regex(r"name|nom|naam|company|firma|empresa|azienda|bedrijf|title", re.IGNORECASE)
