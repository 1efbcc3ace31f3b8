"""What the page Write answers: advice, and notes with where each is taken."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import redleaf
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.web.desk.drafts import DraftView, draft_views, field_of
from redleaf.web.desk.forms import FactsForm
from redleaf.web.desk.opening import Opening, opening_for

_DRAFTS = 3
_ADVICE = {
    "note": "Send a note.",
    "no-note": "No note is needed. A wave is enough.",
    "email-first": "Write an e-mail first.",
    "after-acceptance": "Invite without a note, and write once it is accepted.",
    "ask-me": "One thing is missing.",
}


@dataclass(frozen=True, slots=True)
class Writing:
    """The writer's answer for one person. `question_field` is the field that answers `question`."""

    name: str
    advice: str
    why: str
    pairs: list[tuple[DraftView, Opening | None]]
    question: str
    question_field: str
    seed: int
    chosen: int

    @property
    def next_seed(self) -> int:
        return self.seed + 1


def write_notes(form: FactsForm, *, today: dt.date) -> Writing:
    """Notes from a valid form."""
    brief = form.brief(today)
    seed = form.cleaned_data["seed"] or 0
    drafting = redleaf.draft(brief, n=_DRAFTS, seed=seed).to_json()
    drafts = draft_views(drafting["drafts"], brief)
    question = drafting["question"] or {"about": "", "text": ""}
    chosen = form.cleaned_data["chosen"] or 1
    return Writing(
        name=brief.recipient.name,
        advice=_ADVICE.get(drafting["advice"], ""),
        why=drafting["why"],
        pairs=[(each, _opening(form, brief, each.text)) for each in drafts],
        question=question["text"],
        question_field=field_of(question["about"]),
        seed=seed,
        chosen=chosen if chosen <= len(drafts) else 1,
    )


def _opening(form: FactsForm, brief: Brief, text: str) -> Opening | None:
    met = brief.encounters[0] if brief.encounters else None
    return opening_for(
        network_named(brief.network),
        name=brief.recipient.name,
        link=form.cleaned_data["link"],
        aim=brief.aim,
        subject=(met.event if met else "") or "Hello",
        text=text,
    )
