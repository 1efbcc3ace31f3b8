"""What models wrap notes in: JSON, fences, lists, words before and after. Taken off here.

Nothing of a note itself is changed, but for blanks at its ends and marks around the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redleaf.languagemodel.listed_strings import json_notes
from redleaf.languagemodel.talk import begins
from redleaf.writing.phrasebook import TONES

# Far more than any number of notes; the rest is a model that does not stop.
_MOST_SIGNS = 100_000
_MOST_NOTES = 20
_MOST_LAYERS = 6
_LONGEST_PREFACE = 300

_FENCED = re.compile(r"```\w*[ \t]*\n(.*?)(?:\n[ \t]*```|\Z)", re.DOTALL)
# What numbers a note: 2) or Note 3 or **Option B (warm):** or ### Draft 1
_LABEL = re.compile(
    r"""
    [ \t]* (?: \#{1,6}[ \t]+ | [-*•–][ \t]+ | >[ \t]? )? [*_]{0,3}      # as Markdown begins a line
    (?: (?: note | option | draft | version | message | candidate | entwurf | nachricht | notiz
          | variante | brouillon | proposition | nota | borrador | opción )
        [ \t]* (?: \#?\d{1,2} | (?:[a-j]|one|two|three)\b )? (?:[ \t]*\((?P<aside>[^()\n]{1,40})\))?
        (?: [ \t]*[*_]{0,3}[:.)–—-] | [*_]{0,3}[ \t]*$ )
      | \(?\d{1,2}[.):] (?=[ \t*_]|$) )
    [*_]{0,3} (?:[ \t]+|$)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BULLET = re.compile(r"[ \t]*[-*•–][ \t]+(?=\S)")
_RULER = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$", re.MULTILINE)
_QUOTED_LINE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_TONE = re.compile(
    r"[*_]{0,3}(?P<tone>plain|warm|witty|formal|friendly|casual)(?: (?:tone|version|note))?"
    r"[*_]{0,3}[ \t]*:[*_]{0,3}\s*",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[*_]{0,2}[(\[](?:\w+[:,] )?(?:~|about |approx\.? |ca\. )?\d{1,4} ?(?:/ ?\d{1,4} )?"
    r"(?:characters?|chars?|words?|zeichen|caractères|caracteres)[^()\[\]\n]{0,20}[)\]][*_]{0,2}$",
    re.IGNORECASE,
)
_AROUND = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«", "'": "'", "‘": "’", "`": "`"}


class Worded(NamedTuple):
    """A note as a model worded it; `tone` is plain where nothing says another."""

    text: str
    tone: str = "plain"


def notes_in(said: str, names: Sequence[str] = ()) -> list[Worded]:
    """The notes in what a model said, each once, in its order; [] where there is none.

    `names` are what the reader is called: a paragraph that begins so begins a note.
    """
    text = _without_thoughts(said)[:_MOST_SIGNS].replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text or begins("refusal", text):
        return []
    found = json_notes(_unfenced(text))
    if found is None:
        found = list(_notes_of_prose(_unfenced(text), names))
    kept: dict[str, Worded] = {}
    for each in map(_unwrapped, found):
        if each.text and not begins("refusal", each.text):
            kept.setdefault(each.text, each)
    return list(kept.values())[:_MOST_NOTES]


def _without_thoughts(text: str) -> str:
    """Without what a model thought aloud before its answer."""
    for mark in ("think", "thinking", "reasoning"):
        _, closed, after = text.rpartition(f"</{mark}>")
        if closed:
            text = after
        elif text.lstrip().startswith(f"<{mark}>"):
            return ""
    return text


def _unfenced(text: str) -> str:
    """What stands in the fences, if there are some; else the text."""
    inner = [found[1] for found in _FENCED.finditer(text)]
    if len(inner) < 2:
        return inner[0] if inner else text
    return "\n---\n".join(inner)


def _notes_of_prose(text: str, names: Sequence[str]) -> Iterator[str]:
    bare = _QUOTED_LINE.sub("", _without_talk(text))
    lines = bare.split("\n")
    for mark in (_LABEL, _BULLET):
        starts = [number for number, line in enumerate(lines) if mark.match(line)]
        if starts and _begins_a_note(bare, names) and starts[0]:
            break  # a list within a note
        if len(starts) > 1 or (starts == [0] and mark is _LABEL):
            yield from _labelled(lines, starts, mark)
            return
    if _RULER.search(bare):
        yield from _RULER.split(bare)
        return
    yield from _greeted(re.split(r"\n[ \t]*\n", bare), names)


def _labelled(lines: list[str], starts: list[int], mark: re.Pattern[str]) -> Iterator[str]:
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = mark.sub("", lines[start], count=1)
        tone = _tone_beside(mark.match(lines[start]))
        yield tone + _RULER.sub("", "\n".join([first, *lines[start + 1 : end]]))


def _tone_beside(label: re.Match[str] | None) -> str:
    """ "warm: " of "Note 2 (warm):"."""
    aside = (label.groupdict().get("aside") or "").lower() if label else ""
    return f"{aside}: " if aside in TONES else ""


def _greeted(paragraphs: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """Paragraphs put together to notes: a new one begins where somebody is greeted."""
    note: list[str] = []
    for paragraph in paragraphs:
        if note and _begins_a_note(paragraph, names):
            yield "\n\n".join(note)
            note = []
        note.append(paragraph)
    yield "\n\n".join(note)


def _begins_a_note(text: str, names: Sequence[str]) -> bool:
    called = tuple(f"{name}{mark}" for name in names if name for mark in (",", ":", " –", " —"))
    return begins("greeting", text) or text.lstrip(" \"“„'*").startswith(called)


def _without_talk(text: str) -> str:
    """Without a first paragraph that announces the notes, and a last one that speaks of them."""
    paragraphs = [each for each in re.split(r"\n[ \t]*\n", text) if each.strip()]
    first, _, rest = paragraphs[0].partition("\n") if paragraphs else ("", "", "")
    if _announces(first) and (rest or len(paragraphs) > 1 or first.endswith(":")):
        paragraphs[:1] = [rest] if rest else []
    while len(paragraphs) > 1 and begins("afterword", paragraphs[-1]):
        paragraphs.pop()
    return "\n\n".join(paragraphs)


def _announces(line: str) -> bool:
    bare = line.strip().strip("*_# ")
    if len(bare) > _LONGEST_PREFACE or _LABEL.match(line):
        return False
    return begins("preface", bare) and bare.endswith((":", ".", "!"))


def _unwrapped(note: str) -> Worded:
    """A note without the marks around it: number, tone, quotation marks, count of characters."""
    tone, note = "plain", note.strip()
    for _ in range(_MOST_LAYERS):
        before = note
        note = _COUNTED.sub("", note).rstrip()
        if (number := _LABEL.match(note)) and number.end() < len(note):
            note = _tone_beside(number) + note[number.end() :]
        if label := _TONE.match(note):
            tone, note = label["tone"].lower(), note[label.end() :]
        note = _unquoted(_unstarred(note.strip()))
        if note == before:
            break
    return Worded(note, tone if tone in TONES else "plain")


def _unstarred(note: str) -> str:
    for marks in ("**", "__", "*"):
        inner = note[len(marks) : -len(marks)]
        if note.startswith(marks) and note.endswith(marks) and inner and marks not in inner:
            return inner.strip()
    return note


def _unquoted(note: str) -> str:
    closing = _AROUND.get(note[:1])
    if closing is None or len(note) < 3 or not note.endswith(closing):
        return note
    inner = note[1:-1]
    return note if closing in inner else inner.strip()
