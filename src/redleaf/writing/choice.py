"""Choice: of dozens of notes, the few that are true, worth reading and unlike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redleaf.judging import Report, Settings, check
from redleaf.rules.finding import Finding, Severity
from redleaf.writing.blame import Blame
from redleaf.writing.candidates import Candidate, body_of, facts_told, moves_told
from redleaf.writing.compositions import Composition
from redleaf.writing.drafts import Declined, Draft, FactSpan
from redleaf.writing.phrasebook import TONES
from redleaf.writing.repetition import repetition
from redleaf.writing.sentences import Sentence
from redleaf.writing.setting import Setting
from redleaf.writing.spans import facts_of, moves_of
from redleaf.writing.verifier import Verification, Verifier
from redleaf.writing.worth import HOOKS, kind_of, sum_of_worth, worth_of
from redleaf.writing.written import Written, likeness, masked

OFFLINE = "offline"
_LIKE = 0.5
_TRIED = 12
_TRIED_AT_LAST = 40
_WEAKER = 4.4
_ASKED_FOR = 4.0
# Where a plain note says as much, it is the better one.
_WRY = 0.4
# Of several notes one at least says who writes.
_WHO_I_AM = 0.5
_OUT_OF_VOICE = 1.5
_UNSIGNED = 3.0
# Compositions keep the limit themselves; words for afterwards may be longer.
_JUDGED = Settings(levels={"boring/too-long-for-the-network": "off"})
_NETWORK_KINDS = {"letter": "email", "card": "message", "note": "note"}


@dataclass(frozen=True, slots=True)
class Contender:
    """One note that could be shown: what it is worth, and what it must not share with another."""

    text: str
    tone: str
    by: str
    worth: float
    opening: str
    structure: tuple[str, ...]
    hooks: frozenset[str]
    tells_who: bool
    frames: frozenset[str]
    made: Composition | None = None


class Chooser:
    """Judges the notes of one brief, the most promising first, and only as many as needed."""

    def __init__(
        self,
        setting: Setting,
        candidates: Iterable[Candidate] = (),
        written: Sequence[Written] = (),
    ) -> None:
        self.setting = setting
        self.candidates = tuple(candidates)
        self.verifier = Verifier(setting.brief)
        sender, reader = setting.brief.sender, setting.brief.recipient
        names = (reader.name, reader.given_name, sender.name, sender.given_name)
        self.before = list(written)
        if setting.brief.history:
            self.before.append(Written(setting.brief.history, names=filter(None, names)))
        self.blame = Blame()
        self.again: dict[str, bool] = {}
        self.patterns: dict[str, str] = {}
        self.found: dict[str, Verification] = {}
        self.reports: dict[str, Report | None] = {}

    def choose(self, compositions: Iterable[Composition], n: int) -> tuple[Draft, ...]:
        """At most `n` drafts, in the order plain, warm, witty."""
        contenders = [self._composed(made) for made in compositions]
        contenders += self._worded_elsewhere()
        chosen = self._best_of(contenders, n, _TRIED)
        if not chosen:
            # What spoils most notes about the only fact there is need not spoil all of them.
            self.blame = Blame()
            chosen = self._best_of(contenders, n, _TRIED_AT_LAST)
        chosen.sort(key=lambda each: TONES.index(each.tone))
        return tuple(self._as_draft(each) for each in chosen)

    def declined(self, drafts: Sequence[Draft]) -> tuple[Declined, ...]:
        """The candidates that are not among `drafts`, and why."""
        shown = {each.text for each in drafts}
        return tuple(
            Declined(candidate.text, candidate.by, self._why_not(candidate.text.strip()))
            for candidate in self.candidates
            if candidate.text.strip() not in shown
        )

    def _why_not(self, text: str) -> str:
        if not text:
            return "it is empty"
        if self._is_too_long(text):
            return f"it has {len(text)} characters, and {self.setting.limit} fit"
        if doubts := self._verified(text).unsupported:
            return f"nothing recorded bears out “{doubts[0].text}”"
        severe = _severe(self._check(text))
        return severe[0].message.rstrip(".") if severe else "another note says more"

    def _is_too_long(self, text: str) -> bool:
        return self.setting.limit is not None and len(text) > self.setting.limit

    def _best_of(self, contenders: Sequence[Contender], n: int, tries: int) -> list[Contender]:
        chosen: list[Contender] = []
        while len(chosen) < n and (best := self._best(contenders, chosen, tries)):
            chosen.append(best)
        return chosen

    def _best(
        self, contenders: Sequence[Contender], chosen: Sequence[Contender], tries: int
    ) -> Contender | None:
        """The next best that is unlike those chosen; a weak one is worse than none."""
        least = max((each.worth for each in chosen), default=-99.0) - _WEAKER
        ranked = sorted(
            ((each.worth - self._sameness(each, chosen), each) for each in contenders),
            key=lambda pair: (-pair[0], pair[1].text),
        )
        tried, advised = 0, None
        for _, each in ranked:
            if each.worth < least:
                continue
            if tried >= tries:
                break
            if self.blame.covers(each.made) or not self._is_unlike(each, chosen):
                continue
            tried += 1
            report = self._report(each)
            if report and not report.findings:
                return each
            advised = advised or (each if report else None)
        return advised

    def _sameness(self, each: Contender, chosen: Sequence[Contender]) -> float:
        same = 0.0
        for other in chosen:
            same += 0.5 * len(each.hooks & other.hooks)
            same += 1.8 * (each.tone == other.tone) + 0.7 * (each.structure == other.structure)
        told_of_me = any(other.tells_who for other in chosen)
        return same - _WHO_I_AM * (bool(chosen) and each.tells_who and not told_of_me)

    def _is_unlike(self, each: Contender, chosen: Sequence[Contender]) -> bool:
        for other in chosen:
            if each.opening == other.opening or each.frames & other.frames:
                return False
            if likeness(self._pattern(each), self._pattern(other)) > _LIKE:
                return False
        if self.before and each.text not in self.again:
            facts = self._facts(each)
            self.again[each.text] = any(old.is_like(each.text, facts) for old in self.before)
        return not self.again.get(each.text, False)

    def _pattern(self, each: Contender) -> str:
        if each.text not in self.patterns:
            self.patterns[each.text] = masked(each.text, self._facts(each))
        return self.patterns[each.text]

    def _composed(self, made: Composition) -> Contender:
        outline = made.outline
        return Contender(
            text=made.text,
            tone=outline.tone,
            by=OFFLINE,
            worth=outline.worth
            - _WRY * (outline.tone == "witty")
            - self._misfit(made.text)
            - self._repetition(made.text)
            - self._strangeness(made)
            - _UNSIGNED * self._is_unsigned(made),
            opening=_opening(made.sentences[0]),
            structure=tuple(sentence.frame.move for sentence in made.sentences),
            hooks=frozenset(outline.told.hooks),
            tells_who="sender.headline" in outline.told.paths,
            frames=frozenset(sentence.frame.name for sentence in made.sentences),
            made=made,
        )

    def _worded_elsewhere(self) -> Iterator[Contender]:
        for candidate in self.candidates:
            text = candidate.text.strip()
            if not text or self._is_too_long(text):
                continue
            paths = frozenset(
                fact.path for fact in facts_told(text, self._verified(text), self.setting.brief)
            )
            hooks = sorted((worth_of(p) for p in paths if kind_of(p) in HOOKS), reverse=True)
            others = sum_of_worth(path for path in paths if kind_of(path) not in HOOKS)
            # Written in one breath, and by the model that the user chose to ask.
            yield Contender(
                text=text,
                tone=candidate.tone if candidate.tone in TONES else "plain",
                by=candidate.by,
                worth=others
                + sum(hooks[:1])
                + 0.5 * sum(hooks[1:2])
                - self._misfit(text)
                + _ASKED_FOR,
                opening=" ".join(body_of(text).lower().split()[:2]),
                structure=(candidate.by,),
                hooks=frozenset(path for path in paths if kind_of(path) in HOOKS),
                tells_who="sender.headline" in paths,
                frames=frozenset(),
            )

    def _misfit(self, text: str) -> float:
        """What a note loses by being longer or shorter than such a note naturally is."""
        usual = self.setting.comfortable
        over = max(0.0, len(text) - 0.95 * usual) / 30
        under = max(0.0, min(90, 0.5 * usual) - len(text)) / 30
        return over + under

    def _repetition(self, text: str) -> float:
        # In a stack variety comes first.
        return 0.0 if self.setting.variety else repetition(text, self.setting.language.common)

    def _is_unsigned(self, made: Composition) -> bool:
        signs = "me" in self.setting.material.base and "" not in self.setting.voice.farewells
        return signs and not made.farewell

    def _strangeness(self, made: Composition) -> float:
        """What a note loses by words that the user does not use."""
        frames = [said.frame.text for said in made.sentences]
        return _OUT_OF_VOICE * self.setting.voice.strangeness(frames)

    def _verified(self, text: str) -> Verification:
        if text not in self.found:
            self.found[text] = self.verifier.verify(text)
        return self.found[text]

    def _report(self, each: Contender) -> Report | None:
        """The checker's report when the note is true and worth showing; else None."""
        if each.text not in self.reports:
            doubts = self._verified(each.text).unsupported
            self.blame.lay(each.made, [(doubt.start, doubt.end) for doubt in doubts])
            self.reports[each.text] = None if doubts else self._checked(each)
        return self.reports[each.text]

    def _checked(self, each: Contender) -> Report | None:
        report = self._check(each.text)
        severe = _severe(report)
        self.blame.lay(each.made, [(finding.start, finding.end) for finding in severe])
        # Nothing is known of whom one asks "how do we know each other?": it cannot be personal.
        is_personal = report.verdict in ("personal", "unclear") or self.setting.asks_who
        if severe or not is_personal:
            return None
        return report

    def _check(self, text: str) -> Report:
        brief = self.setting.brief
        kind = _NETWORK_KINDS[self.setting.medium]
        return check(text, network=brief.network, brief=brief, kind=kind, settings=_JUDGED)

    def _facts(self, each: Contender) -> tuple[FactSpan, ...]:
        if each.made:
            return tuple(facts_of(each.made))
        return facts_told(each.text, self._verified(each.text), self.setting.brief)

    def _as_draft(self, each: Contender) -> Draft:
        report = self._report(each)
        assert report is not None, "only judged notes are chosen"  # noqa: S101
        facts = self._facts(each)
        return Draft(
            text=each.text,
            tone=each.tone,
            limit=self.setting.limit,
            moves=tuple(moves_of(each.made) if each.made else moves_told(each.text, facts)),
            facts=facts,
            report=report,
            by=each.by,
        )


def _severe(report: Report) -> list[Finding]:
    return [each for each in report.findings if each.severity is not Severity.ADVICE]


def _opening(first: Sentence) -> str:
    """The first two words: by them a reader who sees several notes tells them apart.

    Words of a fact are the same in all of them, so that the two behind it count.
    """
    opens = next((part for part in first.parts if part.start <= 1), None)
    words = (first.text[opens.end :] if opens else first.text).lower().split()
    return " ".join([*(["…"] if opens else []), *words[:2]])
