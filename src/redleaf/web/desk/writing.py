"""What the pages Write and Stack answer: advice, and notes with where each is taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

import redleaf
from redleaf.languagemodel import ModelSettings
from redleaf.languagemodel.beside import draft_beside_model
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.web.accounts.models import User
from redleaf.web.contacts.selectors.notes_sent import budget_of, notes_told
from redleaf.web.desk.drafts import DraftView, Origin, draft_views, origin_on_write
from redleaf.web.desk.engine_words import why_in_language
from redleaf.web.desk.forms import FactsForm
from redleaf.web.desk.opening import Opening, opening_for
from redleaf.writing import Drafting
from redleaf.writing.budget import INVITING, Budget, parted

_DRAFTS = 3
# The step from slip to slip, in pixels; more than so many are only told in words.
_SLIP = 22
_MOST_SLIPS = 10
_ADVICE = {
    "note": _("Send a note."),
    "no-note": _("No note is needed. A wave is enough."),
    "email-first": _("Write an e-mail first."),
    "after-acceptance": _("Invite without a note, and write once it is accepted."),
    "ask-me": _("One thing is missing."),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """How the user wants their notes, and where they go.

    `link` is a profile address, a handle or an e-mail address, or ""; `mail` an e-mail address for
    what goes with an invitation. `went_out` says that the network's own text was sent already.
    `told_by` says of a fact's path where it comes from.
    """

    link: str = ""
    mail: str = ""
    seed: int = 0
    chosen: int = 1
    went_out: bool = False
    told_by: Callable[[str], Origin] = origin_on_write


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

    `budget` counts the notes that are left, where they are counted, and `notes_left` tells of it.
    `left_out` names facts that could not be used as they are; `question_field` is the field that
    answers `question`. `goes_afterwards` says that the notes are for after an invitation that holds
    none. `mail` goes with an invitation; `mail_follows` where it is worded when it is asked for.
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
    mail_follows: bool = False
    goes_afterwards: bool = False
    budget: Budget | None = None

    @property
    def next_seed(self) -> int:
        return self.seed + 1

    @property
    def slips(self) -> list[tuple[float, bool]]:
        """A slip for each note of the budget: where it is drawn, and whether it is left."""
        if self.budget is None or self.budget.of > _MOST_SLIPS:
            return []
        return [(0.5 + _SLIP * at, at < self.budget.left) for at in range(self.budget.of)]

    @property
    def slips_width(self) -> int:
        return _SLIP * len(self.slips)


@dataclass(frozen=True, slots=True)
class ModelNotes:
    """What a model did, as a sentence, and those of its notes that may be shown."""

    said: str
    pairs: list[tuple[DraftView, Opening | None]]


def write_notes(form: FactsForm, owner: User, *, today: dt.date, with_mail: bool = True) -> Writing:
    """Notes from a valid form; the mail beside an invitation costs half as much again."""
    brief = replace(form.brief(today), history=notes_told(owner))
    budget = budget_of(owner, brief.network, today)
    # Where nothing went out that is kept, perhaps nobody keeps it.
    counted = budget if budget and budget.used else None
    return notes_from(brief, _wish_of(form), counted, with_mail=with_mail)


def notes_of_model(form: FactsForm, settings: ModelSettings, *, today: dt.date) -> ModelNotes:
    """Notes of the user's language model from a valid form, numbered behind the desk's own."""
    return model_notes_from(form.brief(today), _wish_of(form), settings)


def notes_from(
    brief: Brief, wish: Wish, budget: Budget | None, *, with_mail: bool = True
) -> Writing:
    """Notes from a brief; `budget` is that of its network, or None where nothing is counted."""
    budget = budget if brief.aim in INVITING else None
    brief = replace(brief, sent_this_month=budget.sent_this_month if budget else None)
    drafting = redleaf.draft(
        brief, n=_DRAFTS, seed=wish.seed, with_email=with_mail, default_went_out=wish.went_out
    )
    # Where the invitation itself holds no note, the words for afterwards are what there is to copy.
    drafts = draft_views(drafting.drafts or drafting.afterwards, brief, told_by=wish.told_by)
    question = drafting.question
    why, notes_left = parted(drafting.why, brief, budget)
    mail = _mail(brief, wish, drafting)
    left_out = dict.fromkeys(str(wish.told_by(path).words) for path in drafting.set_aside)
    return Writing(
        name=brief.recipient.name,
        advice=str(_ADVICE[drafting.advice]),
        why=why_in_language(why),
        notes_left=why_in_language(notes_left),
        left_out=tuple(left_out),
        pairs=[(each, _opening(brief, wish, each)) for each in drafts],
        question=question.text if question else "",
        question_field=wish.told_by(question.about).field if question else "",
        seed=wish.seed,
        chosen=wish.chosen if wish.chosen <= len(drafts) else 1,
        mail=mail,
        mail_follows=bool(drafts) and not (mail or with_mail) and _carries_an_invitation(brief),
        goes_afterwards=not drafting.drafts and bool(drafting.afterwards),
        budget=budget,
    )


def model_notes_from(brief: Brief, wish: Wish, settings: ModelSettings) -> ModelNotes:
    """As `notes_of_model`, from a brief."""
    beside = draft_beside_model(brief, settings, n=_DRAFTS, seed=wish.seed)
    drafts = draft_views(beside.by_model, brief, first=_DRAFTS + 1, told_by=wish.told_by)
    return ModelNotes(beside.said, [(each, _opening(brief, wish, each)) for each in drafts])


def _wish_of(form: FactsForm) -> Wish:
    link = form.cleaned_data["link"].strip()
    # Neither a profile nor a handle is an address that a mail could go to.
    is_address = "@" in link and not link.startswith("@") and "/" not in link
    return Wish(
        link=link,
        mail=link if is_address else "",
        seed=form.cleaned_data["seed"] or 0,
        chosen=form.cleaned_data["chosen"] or 1,
        went_out=bool(form.cleaned_data["went_out"]),
    )


def _carries_an_invitation(brief: Brief) -> bool:
    return brief.aim in INVITING and brief.network not in ("", "email", "card")


def _mail(brief: Brief, wish: Wish, drafting: Drafting) -> Mail | None:
    mail = drafting.email
    if mail is None:
        return None
    opening = opening_for(
        network_named("email"),
        name=brief.recipient.name,
        link=wish.mail,
        aim="",
        subject=mail.subject,
        text=mail.text,
    )
    return Mail(mail.subject, mail.text, opening, drafting.advice == "email-first")


def _opening(brief: Brief, wish: Wish, draft: DraftView) -> Opening | None:
    met = brief.encounters[0] if brief.encounters else None
    return opening_for(
        network_named(brief.network),
        name=brief.recipient.name,
        link=wish.link,
        aim=brief.aim,
        subject=draft.subject or (met.event if met else "") or brief.sender.name,
        text=draft.text,
    )
