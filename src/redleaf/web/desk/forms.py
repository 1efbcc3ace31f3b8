"""What the pages Check and Write ask for, and the records they make of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.errors import UnknownName
from redleaf.notes.brief import (
    AIMS,
    ENCOUNTER_KINDS,
    Brief,
    Encounter,
    Noticed,
    Recipient,
    Sender,
)
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import choices_for, used_as, usual_network

LONGEST_TEXT = 20_000
_LONGEST_FACT = 300
_TOO_LONG = {
    "max_length": _("This is longer than %(limit_value)d characters. Keep the part that matters.")
}

KINDS = [
    ("note", _("Note with an invitation")),
    ("message", _("Message")),
    ("email", _("E-mail")),
    ("post", _("Post")),
]
RECOGNITIONS = [
    ("", _("I have not said")),
    ("close", _("At once, we are close")),
    ("recent", _("Yes, we met lately")),
    ("faded", _("Perhaps, it is long ago")),
    ("unknown", _("No, they would not")),
]
MET = {
    "conference": _("At a conference"),
    "talk": _("At a talk"),
    "class": _("In a class"),
    "coffee": _("Over coffee"),
    "meal": _("Over a meal"),
    "call": _("On a call"),
    "online": _("Online"),
    "work": _("At work"),
    "neighbour": _("As neighbours"),
    "family": _("Through family"),
    "introduction": _("Somebody introduced us"),
    "other": _("In another way"),
}
AIM_WORDS = {
    "connect": _("To connect"),
    "reconnect": _("To take up contact again"),
    "follow-up": _("To follow up"),
    "thank": _("To say thanks"),
    "ask-advice": _("To ask for advice"),
    "introduce": _("To introduce somebody"),
    "answer": _("To answer"),
}
WENT_OUT = [
    ("", _("Nothing yet")),
    ("default", _("The invitation, with the standard text")),
]
REGISTERS = [
    ("peer", _("As between colleagues")),
    ("close", _("As between friends")),
    ("formal", _("Formal")),
]


def _line(*, required: bool = False) -> forms.CharField:
    return forms.CharField(
        required=required,
        max_length=_LONGEST_FACT,
        error_messages={
            **_TOO_LONG,
            "required": _("Whom is the note for? A name is enough."),
        },
    )


class _UsualChoice(forms.ChoiceField):
    """A choice that falls back to its usual value: an old bookmark is no reason to stop."""

    def clean(self, value: Any) -> str:
        return str(value) if value and self.valid_value(value) else str(self.initial)


def usual_choice(choices: Any, initial: str) -> forms.ChoiceField:
    return _UsualChoice(choices=choices, initial=initial, required=False)


class _NetworkChoice(_UsualChoice):
    """A network as `owner` is on it: another kind of account there is taken for their own."""

    def __init__(self, owner: User) -> None:
        super().__init__(choices=choices_for(owner), initial=usual_network(owner), required=False)
        self.owner = owner

    def clean(self, value: Any) -> str:
        return super().clean(self._own(value))

    def bound_data(self, data: Any, initial: Any) -> Any:
        return self._own(super().bound_data(data, initial))

    def _own(self, value: Any) -> Any:
        try:
            return used_as(self.owner, str(value)).name if value else value
        except UnknownName:
            return value


class NetworkForm(forms.Form):
    """Has a network: the list begins with those of `owner`, and a kind of account is their own."""

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["network"] = _NetworkChoice(owner)


class CheckForm(NetworkForm):
    """A text, where it goes, and who will read it."""

    text = forms.CharField(
        required=False,
        strip=False,
        max_length=LONGEST_TEXT,
        error_messages={
            "max_length": _("This is longer than %(limit_value)d characters. Check it in parts.")
        },
    )
    kind = usual_choice(KINDS, "note")
    name = _line()
    recognition = usual_choice(RECOGNITIONS, "")

    def clean_text(self) -> str:
        # A browser sends line ends as CR LF; the offsets on the page count LF.
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").replace("\r", "\n")

    def brief(self, today: dt.date) -> Brief | None:
        """The few facts, or None when none is given: then rules that need facts stay silent."""
        name, recognition = self.cleaned_data["name"], self.cleaned_data["recognition"]
        if not name and not recognition:
            return None
        # The page does not ask where they met; a meeting is doubted only when the user denies it.
        met = () if recognition == "unknown" else (Encounter(),)
        return Brief(Recipient(name=name), recognition=recognition, today=today, encounters=met)


class FactsForm(NetworkForm):
    """A few facts about a person one met. Only the name must be there."""

    name = _line(required=True)
    role = _line()
    company = _line()
    link = _line()

    kind = usual_choice([("", _("Choose")), *((kind, MET[kind]) for kind in ENCOUNTER_KINDS)], "")
    on = forms.DateField(
        required=False,
        error_messages={"invalid": _("Write the day as 2026-11-19, or leave it out.")},
    )
    event = _line()
    place = _line()
    topic = _line()
    said = _line()
    promise = _line()
    offer = _line()

    introduced_by = _line()
    mutual = _line()
    shared = _line()
    noticed = _line()
    noticed_where = _line()
    recognition = usual_choice(RECOGNITIONS, "")
    aim = usual_choice([(aim, AIM_WORDS[aim]) for aim in AIMS], "connect")
    ask = _line()
    went_out = usual_choice(WENT_OUT, "")

    register = usual_choice(REGISTERS, "peer")
    my_name = _line()
    what_i_do = _line()

    seed = forms.IntegerField(required=False, min_value=0)
    chosen = forms.IntegerField(required=False, min_value=1)
    # Whether the user pressed the button; while typing, a missing name is no mistake yet.
    asked = forms.BooleanField(required=False)

    def lines(self) -> list[forms.BoundField]:
        """The fields that are typed into, which alone can be wrong."""
        return [each for each in self if isinstance(each.field, forms.CharField | forms.DateField)]

    @property
    def text_kind(self) -> str:
        """The kind of text that these facts go into, in the checker's words."""
        if self.cleaned_data["network"] == "email":
            return "email"
        return "note" if self.cleaned_data["aim"] in ("", "connect") else "message"

    def clean_on(self) -> dt.date | None:
        on: dt.date | None = self.cleaned_data["on"]
        if on and on > dt.datetime.now().astimezone().date():
            raise forms.ValidationError(
                gettext("This day is still to come. Choose the day you met.")
            )
        return on

    def brief(self, today: dt.date) -> Brief:
        """The facts as the writer takes them."""
        facts = self.cleaned_data
        return Brief(
            today=today,
            network=facts["network"],
            aim=facts["aim"] or "connect",
            recognition=facts["recognition"],
            sender=Sender(facts["my_name"], facts["what_i_do"], _some(facts["offer"])),
            recipient=Recipient(
                name=facts["name"],
                company=facts["company"],
                role=facts["role"],
                register=facts["register"] or "peer",
            ),
            encounters=_encounters(facts),
            noticed=(
                (Noticed(title=facts["noticed"], where=facts["noticed_where"]),)
                if facts["noticed"]
                else ()
            ),
            shared=_some(facts["shared"]),
            mutual=_some(facts["mutual"]),
            promises=_some(facts["promise"]),
            ask=facts["ask"],
        )


def _encounters(facts: dict[str, Any]) -> tuple[Encounter, ...]:
    told = ("kind", "on", "event", "place", "topic", "said", "introduced_by")
    if not any(facts[name] for name in told):
        return ()
    return (
        Encounter(
            kind=facts["kind"] or "other",
            on=facts["on"],
            event=facts["event"],
            place=facts["place"],
            topics=_some(facts["topic"]),
            said=facts["said"],
            introduced_by=facts["introduced_by"],
        ),
    )


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
