"""Drafts with a model's notes beside the offline ones: one choice, and an account of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from redleaf.languagemodel.asking import Candidates, candidates_for
from redleaf.languagemodel.fates import PASSED_OVER, Fit, Unfit, account, fate_of
from redleaf.languagemodel.settings import ModelSettings
from redleaf.notes.brief import Brief
from redleaf.writing import Candidate, Draft, Drafting, draft
from redleaf.writing.candidates import moves_told
from redleaf.writing.choice import OFFLINE
from redleaf.writing.drafts import Declined, FactSpan
from redleaf.writing.retelling import facts_retold

_NOT_ASKED = "The model was not asked"


@dataclass(frozen=True, slots=True)
class Beside:
    """The drafts that were chosen from all, those of the model marked, and what it did.

    `said` is a sentence; `drafting.declined` has each of its notes that is not shown, and why.
    """

    drafting: Drafting
    said: str

    @property
    def by_model(self) -> tuple[Draft, ...]:
        """The model's among the drafts."""
        drafts = self.drafting.drafts or self.drafting.afterwards
        return tuple(each for each in drafts if each.by != OFFLINE)


def draft_beside_model(
    brief: Brief,
    settings: ModelSettings,
    *,
    n: int = 3,
    seed: int = 0,
    with_email: bool = False,
    asked: Callable[[Brief, ModelSettings], Candidates] = candidates_for,
) -> Beside:
    """Up to `n` drafts, chosen from the offline ones and the model's.

    A model is asked only where its notes could be shown, so that nothing leaves in vain. `asked`
    is what asks it.
    """
    offline = draft(brief, n=n, seed=seed, with_email=with_email)
    in_vain = why_in_vain(offline)
    if in_vain:
        return Beside(offline, in_vain)
    candidates = asked(brief, settings)
    return chosen_beside(brief, settings, candidates, n=n, seed=seed, with_email=with_email)


def why_in_vain(offline: Drafting) -> str:
    """A sentence that says why nothing a model could write would be shown; "" where it could."""
    if not (offline.drafts or offline.afterwards):
        return f"{_NOT_ASKED}: there is no note to write."
    return ""


def chosen_beside(
    brief: Brief,
    settings: ModelSettings,
    candidates: Candidates,
    *,
    n: int = 3,
    seed: int = 0,
    with_email: bool = False,
) -> Beside:
    """The choice from the offline notes and `candidates`.

    Where it takes none of the model's that may be shown, the best of them comes as one more.
    """
    fates = [fate_of(text, brief) for text in candidates.texts]
    fit = [each for each in fates if isinstance(each, Fit)]
    unfit = [each for each in fates if isinstance(each, Unfit)]
    tones = dict(candidates.notes)
    worded = [Candidate(each.text, settings.label, tones[each.text]) for each in fit]
    drafting = _all_traced(
        draft(brief, n=n, seed=seed, candidates=worded, with_email=with_email), brief
    )
    if not candidates.notes:
        return Beside(drafting, candidates.said)
    if fit and not Beside(drafting, "").by_model:
        more = [_draft_of(each, brief, tones[each.text], settings.label) for each in fit]
        drafting = _with_one_more(drafting, max(more, key=_count_of_facts))
    return _accounted(drafting, unfit, settings, shown=len(fit) - len(drafting.declined))


def _accounted(
    drafting: Drafting, unfit: Sequence[Unfit], settings: ModelSettings, *, shown: int
) -> Beside:
    """With every note that is not shown: those that were passed over, and the unfit ones."""
    passed_over = [Unfit(each.text, PASSED_OVER, each.why) for each in drafting.declined]
    said = account(settings.called, shown, [*unfit, *passed_over])
    declined = (Declined(each.text, settings.label, each.why) for each in unfit)
    return Beside(replace(drafting, declined=(*drafting.declined, *declined)), said)


def _all_traced(drafting: Drafting, brief: Brief) -> Drafting:
    return replace(
        drafting,
        drafts=tuple(_traced(each, brief) for each in drafting.drafts),
        afterwards=tuple(_traced(each, brief) for each in drafting.afterwards),
    )


def _traced(note: Draft, brief: Brief) -> Draft:
    """A note of the model's with the facts that it retells; offline ones have theirs."""
    if note.by == OFFLINE:
        return note
    known = {each.path for each in note.facts}
    retold = [each for each in facts_retold(note.text, brief) if each.path not in known]
    facts = tuple(sorted([*note.facts, *retold], key=lambda each: (each.start, each.end)))
    return replace(note, facts=facts, moves=tuple(moves_told(note.text, facts)))


def _draft_of(fit: Fit, brief: Brief, tone: str, label: str) -> Draft:
    claims = fit.verification.claims
    facts = tuple(FactSpan(path, each.start, each.end) for each in claims for path in each.facts)
    note = Draft(fit.text, tone, None, (), facts, fit.report, by=label)
    return _traced(note, brief)


def _count_of_facts(note: Draft) -> int:
    return len({each.path for each in note.facts})


def _with_one_more(drafting: Drafting, more: Draft) -> Drafting:
    """The same with one of the model's behind it: whoever asked wants to see what came."""
    more = replace(more, limit=(drafting.drafts or drafting.afterwards)[0].limit)
    declined = tuple(each for each in drafting.declined if each.text != more.text)
    if drafting.drafts:
        return replace(drafting, drafts=(*drafting.drafts, more), declined=declined)
    return replace(drafting, afterwards=(*drafting.afterwards, more), declined=declined)
