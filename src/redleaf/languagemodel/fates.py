"""What becomes of a model's candidates: which may be shown, and why the others are not.

The verifier and the checker judge them as they judge Redleaf's own notes. What those need not look
for in notes of Redleaf's own is looked for here: links, pictures, another language, a text that is
no note to this person.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from textwrap import shorten

from redleaf.judging import Report, Settings, check
from redleaf.languagemodel.leaving import sound_brief
from redleaf.languagemodel.prompt import room_of
from redleaf.languagemodel.unrecorded import unrecorded_words
from redleaf.languagemodel.untold import untold_words
from redleaf.languagemodel.vocabulary import unheard_words
from redleaf.notes.brief import Brief
from redleaf.notes.folding import fold_text
from redleaf.rules.finding import Finding, Severity
from redleaf.writing.languages import code_of, language
from redleaf.writing.soundness import sound
from redleaf.writing.verifier import verify
from redleaf.writing.verifier.verification import Verification

# No letter to one person is longer, whatever the network.
_LONGEST = 3_000
_LONGEST_QUOTE = 60
# The length is judged here, against the room that the brief gives.
_JUDGED = Settings(levels={"boring/too-long-for-the-network": "off"})
_KINDS = {"email": "email", "card": "message"}
_PICTURES = ("So", "Sk")
# Each reason for not showing a note, as it is counted: "2 said what is not in the brief".
TOO_LONG = "too long"
UNTRUE = "said what is not in the brief"
OTHER_LANGUAGE = "in another language"
NO_NOTE = "no note to this person"
NOT_PLAIN = "with links, code, empty slots or pictures"
WARNED = "with a warning of the checker"
PASSED_OVER = "passed over for better or more different ones"
_REASONS = (UNTRUE, TOO_LONG, NOT_PLAIN, WARNED, OTHER_LANGUAGE, NO_NOTE, PASSED_OVER)


@dataclass(frozen=True, slots=True)
class Unfit:
    """A candidate that is not shown: the reason as it is counted, with half a sentence."""

    text: str
    reason: str
    why: str


@dataclass(frozen=True, slots=True)
class Fit:
    """A candidate that may be shown, with what the verifier and the checker say of it."""

    text: str
    verification: Verification
    report: Report


def fate_of(text: str, brief: Brief) -> Fit | Unfit:
    """Whether `text` may be shown as a note from `brief`, or why not."""
    brief = sound_brief(brief)
    room = room_of(brief) or _LONGEST
    if len(text) > room:
        return Unfit(text, TOO_LONG, f"it has {len(text)} characters, and {room} fit")
    if not _is_plain(text, brief):
        return Unfit(text, NOT_PLAIN, "it holds a link, code, an empty slot or a picture")
    if not _is_addressed(text, brief):
        who = " ".join(brief.recipient.called.split())
        return Unfit(text, NO_NOTE, f"it does not begin with the name of {who}")
    return _judged(text, brief)


def account(called: str, shown: int, unfit: Sequence[Unfit]) -> str:
    """One sentence: "The model at … wrote 5 notes: 2 shown, 2 said what is not in the brief, …"."""
    count = shown + len(unfit)
    notes = "1 note" if count == 1 else f"{count} notes"
    parts = [f"{shown or 'none'} shown", *_counted(unfit)]
    sentence = f"{called} wrote {notes}: {', '.join(parts)}."
    return sentence[:1].upper() + sentence[1:]


def _counted(unfit: Iterable[Unfit]) -> list[str]:
    counts = Counter(each.reason for each in unfit)
    return [f"{counts[reason]} {reason}" for reason in _REASONS if counts[reason]]


def _is_plain(text: str, brief: Brief) -> bool:
    """Whether `text` is words alone, but for pictures that the user's own notes have."""
    own = set("".join(brief.history))
    words = "".join(
        sign for sign in text if sign not in own or unicodedata.category(sign) not in _PICTURES
    )
    flat = " ".join(unicodedata.normalize("NFC", words).split())
    return sound(words, longest=_LONGEST, lines=True) == flat and "#" not in flat


def _is_addressed(text: str, brief: Brief) -> bool:
    """Whether the first words name the reader, in whatever form: "Madame la Directrice", too."""
    who = brief.recipient
    names = fold_text(f"{who.name} {who.given_name}").split()
    begins = fold_text(text[: 60 + len(who.name)])
    tongue = language(code_of(who.language))
    if begins.startswith(fold_text(f"{tongue.formal_name(who.name, who.given_name, who.role)},")):
        return True
    return any(name.strip(".,") in begins for name in names if len(name.strip(".,")) > 1)


def _judged(text: str, brief: Brief) -> Fit | Unfit:
    """What the checker and the verifier say of it."""
    report = check(
        text,
        network=brief.network,
        brief=brief,
        kind=_KINDS.get(brief.network, "note"),
        settings=_JUDGED,
    )
    if not _is_heard_as(code_of(brief.recipient.language), report.language):
        return Unfit(text, OTHER_LANGUAGE, "it is not in the language of the brief")
    verification = verify(brief, text)
    if verification.unsupported:
        return Unfit(text, UNTRUE, _half(verification.unsupported[0].why))
    warning = next((each for each in report.findings if _is_heavy(each)), None)
    if warning:
        return Unfit(text, WARNED, _half(warning.message))
    if report.verdict not in ("personal", "unclear"):
        return Unfit(text, WARNED, f"it reads like a {report.verdict}")
    for words in _made_up(text, brief, verification):
        return Unfit(
            text, UNTRUE, f"no fact holds “{shorten(words, _LONGEST_QUOTE, placeholder=' …')}”"
        )
    return Fit(text, verification, report)


def _is_heard_as(code: str, heard: str) -> bool:
    """Whether a text in which `heard` was guessed can be of the language with this code.

    A few Spanish words may be Catalan; there every word is held against a list of Spanish ones.
    """
    return heard in (code, "und") if code == "en" else heard != "en"


def _made_up(text: str, brief: Brief, verification: Verification) -> Iterator[str]:
    """The words that no fact holds, read as strictly as the language can be."""
    if code_of(brief.recipient.language) != "en":
        return unheard_words(text, brief, verification)
    return chain(
        unrecorded_words(text, brief, verification), untold_words(text, brief, verification)
    )


def _is_heavy(finding: Finding) -> bool:
    return finding.severity in (Severity.WARNING, Severity.ERROR)


def _half(sentence: str) -> str:
    """A sentence of ours as the second half of another: "the brief does not name Berlin"."""
    first, blank, rest = sentence.rstrip(".").partition(" ")
    return f"{first.lower() if first in _SMALL_INSIDE else first}{blank}{rest}"


_SMALL_INSIDE = frozenset("The This That You Your Nothing Nobody No It A An".split())
