"""Choice: of hundreds of compositions, the few that are true, worth reading and unlike."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from redleaf.judging import Report, Settings, check
from redleaf.notes.brief import Brief
from redleaf.notes.skeleton import skeleton
from redleaf.rules.finding import Severity
from redleaf.writing.compositions import Composition, Setting
from redleaf.writing.drafts import Draft, FactSpan, Move
from redleaf.writing.phrasebook import TONES
from redleaf.writing.verifier import Verifier

# What a fact is worth to the reader: their own words and the shared subject before day and place.
WORTH = {
    "said": 3.0, "topic": 3.0, "theme": 3.0, "thing": 3.0, "matter": 3.0, "favour": 3.0,
    "favour_thing": 3.0, "thing_one": 3.0, "question": 3.0, "point": 3.0, "promise": 4.0,
    "promised": 4.0, "owed": 4.0, "owed_by_hand": 4.0, "introducer": 2.6, "work": 2.6,
    "title": 2.6, "we_both": 2.6, "mutual": 1.4, "event": 1.3, "at_event": 1.3, "invitation": 1.3,
    "day": 0.8, "days": 0.8, "ago": 1.0, "span": 0.9, "year": 0.9, "place": 0.6, "in_place": 0.6,
    "in_where": 0.4, "sendable": 3.0, "offer": 3.0, "deed": 3.0,
    "acquaintance": 3.0, "acquaintance_named": 3.0,
    "company": 0.3, "due": 0.6,
}  # fmt: skip
_LIKE = 0.72
_TRIED = 60
# The moves of the JSON contract, by the moves of the phrasebook.
_CONTRACT = {
    "anchor": "anchor", "self": "anchor", "answer": "anchor", "repair": "anchor",
    "hook": "hook", "thanks": "hook", "give": "give", "introduction": "give", "promise": "give",
    "wish": "ask", "who": "ask", "question": "ask", "way out": "ask",
}  # fmt: skip
# Of a sentence that makes several moves, which a slot belongs to; any other is the hook's.
_OF_ANCHOR = (
    "day days ago span year event at_event place in_place introducer invitation mutual about_me "
    "as_a me my_name"
)
_OF_GIVE = (
    "sendable offer deed acquaintance acquaintance_named acquaintance_name promise promised owed "
    "owed_by_hand due"
)
_MOVE_OF = dict.fromkeys(_OF_ANCHOR.split(), "anchor") | dict.fromkeys(_OF_GIVE.split(), "give")
# Compositions keep the limit themselves; words for afterwards may be longer.
_JUDGED = Settings(levels={"boring/too-long-for-the-network": "off"})
_NETWORK_KINDS = {"letter": "email", "card": "message", "note": "note"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A composition with what it is worth."""

    made: Composition
    worth: float

    @property
    def opening(self) -> str:
        first = self.made.sentences[0].frame
        return re.sub(r"\W.*", "", re.sub(r"^\W+", "", first.text)).lower() + first.move

    @property
    def main_paths(self) -> frozenset[str]:
        return frozenset(
            path
            for s in self.made.sentences
            for part in s.parts
            if WORTH.get(part.slot, 0) >= 2
            for path in part.paths
        )


class Chooser:
    """Judges compositions of one brief, the most promising first, and only as many as needed."""

    def __init__(self, setting: Setting, seed: int) -> None:
        self.setting = setting
        self.seed = seed
        self.verifier = Verifier(setting.brief)
        self.history = [_pattern(text, setting.brief) for text in setting.brief.history]
        self.has_due = any("due" in each.scope for each in setting.material.promises)
        self.judged: dict[str, Report | None] = {}

    def choose(self, compositions: Iterable[Composition], n: int) -> tuple[Draft, ...]:
        """At most `n` drafts, in the order plain, warm, witty."""
        ranked = sorted(
            (Candidate(made, self._worth(made)) for made in compositions),
            key=lambda c: (-c.worth, c.made.text),
        )
        if not ranked:
            return ()
        # A note that says much less than the best of its brief is filler, in whatever tone.
        ranked = [each for each in ranked if each.worth >= ranked[0].worth - 5]
        chosen: list[Candidate] = []
        for tone in [*TONES, *("",) * n]:
            if len(chosen) >= n:
                break
            best = self._best(ranked, chosen, tone)
            chosen += [best] if best else []
        chosen.sort(key=lambda each: TONES.index(each.made.tone))
        return tuple(self._as_draft(each.made) for each in chosen)

    def _best(
        self, ranked: Sequence[Candidate], chosen: Sequence[Candidate], tone: str
    ) -> Candidate | None:
        fitting = [each for each in ranked if not tone or each.made.tone == tone]
        fitting.sort(key=lambda each: -each.worth + 0.8 * self._shared(each, chosen))
        advised = None
        for each in fitting[:_TRIED]:
            if self._is_unlike(each, chosen) and (report := self._report(each.made)):
                if not report.findings:
                    return each
                advised = advised or each
        return advised

    def _shared(self, candidate: Candidate, chosen: Sequence[Candidate]) -> int:
        return sum(len(candidate.main_paths & other.main_paths) for other in chosen)

    def _is_unlike(self, candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
        frames = {sentence.frame.name for sentence in candidate.made.sentences}
        for other in chosen:
            if candidate.opening == other.opening:
                return False
            if frames & {sentence.frame.name for sentence in other.made.sentences}:
                return False
            if _likeness(candidate.made.text, other.made.text) > _LIKE:
                return False
        pattern = _pattern(candidate.made.text, self.setting.brief)
        return all(_likeness(pattern, old) <= _LIKE for old in self.history)

    def _report(self, made: Composition) -> Report | None:
        """The checker's report when the note is true and worth showing; else None."""
        if made.text not in self.judged:
            self.judged[made.text] = self._judge(made.text)
        return self.judged[made.text]

    def _judge(self, text: str) -> Report | None:
        if not self.verifier.verify(text).supported:
            return None
        brief = self.setting.brief
        report = check(
            text,
            network=brief.network,
            brief=brief,
            kind=_NETWORK_KINDS[self.setting.medium],
            settings=_JUDGED,
        )
        if report.has(Severity.WARNING) or report.has(Severity.ERROR):
            return None
        return report if report.verdict in ("personal", "unclear") else None

    def _worth(self, made: Composition) -> float:
        usual = 3 if self.setting.medium == "letter" else 2
        slots = {
            (part.slot, path) for s in made.sentences for part in s.parts for path in part.paths
        }
        worth = sum(_best_by_path(slots).values())
        worth += 0.6 * any(slot == "due" for slot, _ in slots)
        worth += (
            self._worth_of_self(made)
            - self._too_long(made)
            - 0.4 * abs(len(made.sentences) - usual)
        )
        if (
            any(sentence.frame.move == "wish" for sentence in made.sentences)
            and self.setting.medium == "note"
        ):
            worth -= 0.5
        if self.setting.recognition == "close" and made.sentences[0].frame.move == "anchor":
            worth -= 2.5
        if self.has_due and not any(slot == "due" for slot, _ in slots):
            worth -= 1.5
        if not made.farewell and "me" in self.setting.material.base:
            worth -= 0.6
        return worth + 1.6 * _chance(f"{self.seed} {made.text}")

    def _worth_of_self(self, made: Composition) -> float:
        if not any(sentence.frame.move == "self" for sentence in made.sentences):
            return 0.0
        if self.setting.aim == "thank" and self.setting.recognition != "unknown":
            return -1.5
        if self.setting.recognition == "unknown":
            return 3.4 if self.setting.medium == "letter" else 2.4
        return (
            1.4 if self.setting.recognition == "faded" or self.setting.medium == "letter" else 0.4
        )

    def _too_long(self, made: Composition) -> float:
        over = len(made.text) / self.setting.comfortable - 0.9
        return max(0.0, over) * 8

    def _as_draft(self, made: Composition) -> Draft:
        report = self._report(made)
        assert report is not None, "only judged compositions are chosen"  # noqa: S101
        return Draft(
            text=made.text,
            tone=made.tone,
            limit=self.setting.limit,
            moves=tuple(_moves(made)),
            facts=tuple(_facts(made)),
            report=report,
        )


def _best_by_path(slots: Iterable[tuple[str, str]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for slot, path in slots:
        best[path] = max(best.get(path, 0.0), WORTH.get(slot, 0.0))
    return best


def _moves(made: Composition) -> Iterator[Move]:
    for sentence, start in zip(made.sentences, made.starts, strict=True):
        end = start + len(sentence.text)
        names = tuple(dict.fromkeys(_CONTRACT[move] for move in sentence.frame.moves))
        for name in names:
            paths = [
                path
                for part in sentence.parts
                if _belongs(part.slot, name, names)
                for path in part.paths
            ]
            yield Move(name, start, end, tuple(dict.fromkeys(paths)))


def _belongs(slot: str, name: str, names: tuple[str, ...]) -> bool:
    if len(names) == 1 or slot == "we_both":
        return True
    theirs = _MOVE_OF.get(slot, "hook")
    return name == (theirs if theirs in names else names[-1])


def _facts(made: Composition) -> Iterator[FactSpan]:
    greeted = [(made.greeting, 0), *zip(made.sentences, made.starts, strict=True)]
    if made.farewell:
        greeted.append((made.farewell, len(made.text) - len(made.farewell.text)))
    for sentence, start in greeted:
        for part in sentence.parts:
            for path in part.paths:
                yield FactSpan(path, start + part.start, start + part.end)


def _pattern(text: str, brief: Brief) -> str:
    names = [
        brief.recipient.name,
        brief.recipient.given_name,
        brief.sender.name,
        brief.sender.given_name,
    ]
    return skeleton(text, [name for name in names if name])


def _likeness(one: str, other: str) -> float:
    """From 0 to 1, how much of the words two texts share in the same order."""
    return SequenceMatcher(None, one.lower().split(), other.lower().split(), autojunk=False).ratio()


def _chance(key: str) -> float:
    """A number from 0 to 1 that only the key decides, on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest(), "big") / 2**32
