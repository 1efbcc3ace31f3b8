"""Mark-up: the tags and entities of HTML in a text, and what a reader sees in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.notes.regexes import regex

_INLINE = "abbr|a|big|b|code|em|font|img|i|mark|small|span|strike|strong|sub|sup|s|tt|u"
_BLOCK = (
    "article|blockquote|body|br|center|dd|div|dl|dt|footer|h[1-6]|header|hr|html|li|link|meta|ol"
    "|o:p|pre|p|section|table|tbody|td|tfoot|thead|th|tr|ul"
)
# What stands between these and their ends is shown to nobody.
_HIDDEN = "head|script|style|title"
_REST = r"(?:\s[^<>]{0,4000})?/?>"
_SIGN = regex(
    rf"</?(?P<tag>{_INLINE}|{_BLOCK}|{_HIDDEN}){_REST}|(?P<comment><!--)|<!doctype\b[^<>]*>"
    r"|&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);",
    re.IGNORECASE,
)
_LINES = regex(rf"</?(?:{_BLOCK}){_REST}", re.IGNORECASE)
_LINE_TAG = regex(_BLOCK, re.IGNORECASE)
_HIDDEN_TAG = regex(_HIDDEN, re.IGNORECASE)
_BREAK = regex(r"[\r\n]")


def signs_of_markup(text: str) -> Iterator[tuple[int, int, str]]:
    """Where mark-up stands in `text`, and what is read instead of it.

    A tag that begins a line is read as a line break, another as nothing. Where such tags say where
    lines end, line breaks of the text are only spaces.
    """
    if "<" not in text and "&" not in text:
        return
    has_lines = bool(_LINES.search(text))
    lower = text.lower()
    endless: set[str] = set()
    at = 0
    while match := _SIGN.search(text, at):
        if has_lines:
            yield from _spaces(text, at, match.start())
        end = _end_of(match, lower, endless)
        read = _read(match)
        if read != match.group():
            yield match.start(), end, read
        at = end
    if has_lines:
        yield from _spaces(text, at, len(text))


def _spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    return ((*match.span(), " ") for match in _BREAK.finditer(text, start, end))


def _read(match: re.Match[str]) -> str:
    sign = match.group()
    if sign[0] == "&":
        import html  # here alone: few texts have such signs, and it holds two thousand names

        # A number that stands for no character, such as NUL, is read as nothing, as NUL itself is.
        return html.unescape(sign).replace("\xa0", " ").replace("\ufffd", "")
    return "\n" if match["tag"] and _LINE_TAG.fullmatch(match["tag"]) else ""


def _end_of(match: re.Match[str], lower: str, endless: set[str]) -> int:
    """Where the sign ends, with all that it hides; `endless` are those that never end."""
    closing = "-->" if match["comment"] else ""
    tag = (match["tag"] or "").lower()
    if tag and _HIDDEN_TAG.fullmatch(tag) and not match.group().startswith("</"):
        closing = f"</{tag}>"
    if not closing or closing in endless:
        return match.end()
    at = lower.find(closing, match.end())
    if at < 0:
        endless.add(closing)
        return match.end()
    return at + len(closing)
