"""What the page Write answers: advice, and notes with where each is taken."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import redleaf
from redleaf.languagemodel import ModelSettings
from redleaf.languagemodel.beside import draft_beside_model
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.web.accounts.models import User
from redleaf.web.contacts.selectors.notes_sent import budget_of, notes_told
from redleaf.web.desk.drafts import DraftView, draft_views, field_of, origin_of
from redleaf.web.desk.forms import FactsForm
from redleaf.web.desk.opening import Opening, opening_for
from redleaf.writing import Drafting
from redleaf.writing.budget import INVITING, parted

_DRAFTS = 3
_ADVICE = {
    "note": "Send a note.",
    "no-note": "No note is needed. A wave is enough.",
    "email-first": "Write an e-mail first.",
    "after-acceptance": "Invite without a note, and write once it is accepted.",
    "ask-me": "One thing is missing.",
}


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail that goes with an invitation, and the address that opens it in the user's mail."""

    subject: str
    text: str
    opening: Opening | None
    comes_first: bool


@dataclass(frozen=True, slots=True)
class Writing:
    """The writer's answer for one person.

    `notes_left` tells the budget of the network, where notes are counted and some went out.
    `left_out` names facts that could not be used as they are; `question_field` is the field that
    answers `question`. `mail` goes with an invitation.
    """

    name: str
    advice: str
    why: str
    notes_left: str
    left_out: tuple[str, ...]
    pairs: list[tuple[DraftView, Opening | None]]
    question: str
    question_field: str
    seed: int
    chosen: int
    mail: Mail | None = None

    @property
    def next_seed(self) -> int:
        return self.seed + 1


@dataclass(frozen=True, slots=True)
class ModelNotes:
    """What a model did, as a sentence, and those of its notes that may be shown."""

    said: str
    pairs: list[tuple[DraftView, Opening | None]]


def write_notes(form: FactsForm, owner: User, *, today: dt.date) -> Writing:
    """Notes from a valid form."""
    brief = form.brief(today)
    budget = budget_of(owner, brief.network, today) if brief.aim in INVITING else None
    # Where nothing went out that is kept, perhaps nobody keeps it.
    budget = budget if budget and budget.used else None
    brief = replace(
        brief, history=notes_told(owner), sent_this_month=budget.used if budget else None
    )
    seed = form.cleaned_data["seed"] or 0
    went_out = bool(form.cleaned_data["went_out"])
    drafting = redleaf.draft(
        brief, n=_DRAFTS, seed=seed, with_email=True, default_went_out=went_out
    )
    # Where the invitation itself holds no note, the words for afterwards are what there is to copy.
    drafts = draft_views(drafting.drafts or drafting.afterwards, brief)
    question = drafting.question
    why, notes_left = parted(drafting.why, brief, budget)
    chosen = form.cleaned_data["chosen"] or 1
    return Writing(
        name=brief.recipient.name,
        advice=_ADVICE[drafting.advice],
        why=why,
        notes_left=notes_left,
        left_out=tuple(dict.fromkeys(origin_of(path) for path in drafting.set_aside)),
        pairs=[(each, _opening(form, brief, each)) for each in drafts],
        question=question.text if question else "",
        question_field=field_of(question.about) if question else "",
        seed=seed,
        chosen=chosen if chosen <= len(drafts) else 1,
        mail=_mail(form, drafting),
    )


def notes_of_model(form: FactsForm, settings: ModelSettings, *, today: dt.date) -> ModelNotes:
    """Notes of the user's language model from a valid form, numbered behind the desk's own."""
    brief = form.brief(today)
    beside = draft_beside_model(brief, settings, n=_DRAFTS, seed=form.cleaned_data["seed"] or 0)
    drafts = draft_views(beside.by_model, brief, first=_DRAFTS + 1)
    return ModelNotes(beside.said, [(each, _opening(form, brief, each)) for each in drafts])


def _mail(form: FactsForm, drafting: Drafting) -> Mail | None:
    mail = drafting.email
    if mail is None:
        return None
    link = form.cleaned_data["link"].strip()
    # Neither a profile nor a handle is an address that a mail could go to.
    is_address = "@" in link and not link.startswith("@") and "/" not in link
    opening = opening_for(
        network_named("email"),
        name=form.cleaned_data["name"],
        link=link if is_address else "",
        aim="",
        subject=mail.subject,
        text=mail.text,
    )
    return Mail(mail.subject, mail.text, opening, drafting.advice == "email-first")


def _opening(form: FactsForm, brief: Brief, draft: DraftView) -> Opening | None:
    met = brief.encounters[0] if brief.encounters else None
    return opening_for(
        network_named(brief.network),
        name=brief.recipient.name,
        link=form.cleaned_data["link"],
        aim=brief.aim,
        subject=draft.subject or (met.event if met else "") or brief.sender.name,
        text=draft.text,
    )
