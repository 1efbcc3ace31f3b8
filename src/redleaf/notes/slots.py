"""Slots: the places of a template that were left unfilled, in every syntax seen in the wild."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span

_SLOT = regex(
    r"""
      \{\{[^{}\n]{0,60}\}\}                       # {{first_name}}
    | \$\{[^{}\n]{1,60}\}                         # ${name}
    | %\{[^{}\n]{1,40}\}                          # %{name}
    | \{[A-Za-z][\w .'/-]{0,40}\}                 # {name}
    | \[\[[^\[\]\n]{1,60}\]\]                     # [[Name]]
    | \[(?!\d+\])[A-Za-z\u00c0-\u024f][^\[\]\n]{0,60}\](?!\()   # [Name], but not [1] nor a link
    | <<[^<>\n]{1,60}>>                           # <<Name>>
    | <(?!/?(?:a|b|i|u|p|br|hr|em|h[1-6]|strong|div|span|font|center|pre|blockquote|script|style
       |html|head|body|meta|ul|ol|li|table|tbody|thead|td|th|tr|img|https?)\b)
       [A-Za-z][\w .'/-]{1,40}>                   # <Company>, but not markup
    | %%?[A-Z][A-Z0-9_]{2,30}%%?                  # %FNAME%
    | \*\|[A-Z_:]{2,30}\|\*                       # *|FNAME|*
    | %[sd@](?![\w%])|%\d\$?[sd@]?(?![\w%])       # %s, %1
    | \b(?:FIRST|LAST)_?NAME\b | \bINSERT[ _](?:NAME|COMPANY|TOPIC)(?:[ _]HERE)?\b
    | (?<![\w/])_{3,}(?![\w/])                    # ____
    | \u27e8[^\u27e8\u27e9\n]{0,60}\u27e9         # ⟨name⟩
    | (?<!\w)(?!(?<=[\w!.?][ ])X+[ \t]*$)         # kisses after a name or a sentence are none,
       (?:XXX+|XX+YY+Z*)(?!\w)                   # XXX, XXYY, but not the century XX
    """,
    re.VERBOSE | re.MULTILINE,
)


def slots_of(text: str) -> tuple[Span, ...]:
    """The spans of unfilled slots; linear in the length of the text."""
    if not any(sign in text for sign in "{[<%*_\u27e8") and not _SHOUTED.search(text):
        return ()
    return tuple(Span(*match.span()) for match in _SLOT.finditer(text))


_SHOUTED = regex(r"XX|NAME|INSERT")
