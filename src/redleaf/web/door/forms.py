"""What the pages of the doors ask for; whatever is typed into them becomes harmless text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from redleaf.web.door.addresses import is_address, is_blockable, mailbox_of, settled
from redleaf.web.door.cleaning import harmless_line, harmless_text
from redleaf.web.door.handles import MOST_CHARS, is_handle, new_handle
from redleaf.web.door.models import Door

NOTE_CHARS = 2_000
_LINE_CHARS = 300

if TYPE_CHECKING:  # the class takes no parameter at run time
    _OfDoor = forms.ModelForm[Door]
else:
    _OfDoor = forms.ModelForm


class LineField(forms.CharField):
    """One line; `mend` is said where it has to be there and is not."""

    def __init__(self, *, mend: Any = None, most: int = _LINE_CHARS, **kwargs: Any) -> None:
        said = kwargs.pop("error_messages", {})
        said |= {"max_length": _("This is longer than %(limit_value)d characters. Say it shorter.")}
        if mend is not None:
            said["required"] = mend
        super().__init__(required=mend is not None, max_length=most, error_messages=said, **kwargs)

    def to_python(self, value: Any) -> str:
        return harmless_line(str(value or ""))


class TextField(LineField):
    """Several lines."""

    def to_python(self, value: Any) -> str:
        return harmless_text(str(value or ""))


class DayField(forms.DateField):
    """A day, shown as it is to be written: in the style of the language it could not be read."""

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, dt.date) else value


class KnockForm(forms.Form):
    """What somebody says at a door. `website` is for machines: people leave it empty.

    `asked` says that they were asked for a sentence more, and so are not asked again.
    """

    name = LineField(
        label=_("Your name"),
        mend=_("Write your name."),
        most=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = LineField(
        label=_("E-mail"), mend=_("Write your e-mail address: the answer goes there."), most=254
    )
    page = LineField(
        label=_("Where one can see you"),
        help_text=_("a page or a profile, if you like"),
        widget=forms.TextInput(attrs={"autocomplete": "url"}),
    )
    how = LineField(label=_("How you know each other"), help_text=_("“not yet” is fine"))
    text = TextField(label=_("Your note"), most=NOTE_CHARS)
    website = forms.CharField(required=False)
    asked = forms.BooleanField(required=False)

    def clean_email(self) -> str:
        written = settled(str(self.cleaned_data["email"]))
        if not is_address(written):
            raise ValidationError(
                gettext("This does not look like an address, as ana@harbour.example does.")
            )
        return written


class DoorForm(_OfDoor):
    """A door as its owner sets it. Without a handle it gets one that nobody can guess."""

    handle = LineField(
        label=_("Its address ends in"),
        help_text=_("letters a to z, numbers, hyphens; left empty, it is one that nobody guesses"),
        most=MOST_CHARS,
        error_messages={"unique": _("There is a door of that name. Choose another.")},
    )
    words = LineField(
        label=_("Where you use it"), help_text=_("as in “my talk in Porto”; only you see it")
    )
    glad = TextField(
        label=_("What you are glad to hear about"), help_text=_("it stands on the page"), most=1_000
    )
    event = LineField(label=_("The event"))
    on = DayField(
        label=_("The day"),
        help_text=_("as in 2026-11-12"),
        required=False,
        error_messages={"invalid": _("Write the day as in 2026-11-12.")},
    )
    place = LineField(label=_("The place"))

    class Meta:
        model = Door
        fields = ("handle", "words", "glad", "event", "on", "place")

    def clean_handle(self) -> str:
        handle = "-".join(str(self.cleaned_data["handle"]).casefold().split())
        if not handle:
            return self.instance.handle or new_handle()
        if not is_handle(handle):
            raise ValidationError(
                gettext("Letters a to z, numbers, and hyphens between them fit into an address.")
            )
        return handle

    def is_kept(self) -> bool:
        """Save it; False where somebody took the handle at this very moment."""
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError:
            self.add_error("handle", self.fields["handle"].error_messages["unique"])
            return False
        return True


class BlockForm(forms.Form):
    """An address, or a domain with all its addresses."""

    value = LineField(
        label=_("An address or a domain"),
        help_text=_("as in spam@glue.example or glue.example"),
        mend=_("Write an address or a domain."),
        most=254,
    )

    def clean_value(self) -> str:
        value = settled(str(self.cleaned_data["value"])).lstrip("@")
        if not is_blockable(value):
            raise ValidationError(
                gettext("This is neither an address nor a domain such as glue.example.")
            )
        return mailbox_of(value)
