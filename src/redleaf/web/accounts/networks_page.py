"""The page Networks of the settings: where a user is, and what their accounts give them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from redleaf.networks import Network, network, networks
from redleaf.web.accounts.models import User
from redleaf.web.accounts.networks_used import (
    UsedNetwork,
    in_words,
    kinds_of,
    networks_used,
    title_of,
    use_networks,
    usual_network,
)
from redleaf.web.asking import user_of

_MOST_NOTES = 10_000
_NOT_A_NUMBER = _("Write a whole number from 0 to %(most)s, or leave it out.")


class NetworksForm(forms.Form):
    """The usual network, and for each one the kind of account ("" for none) and its notes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [(each.name, title_of(each)) for each in networks()]
        self.fields["usual"] = forms.ChoiceField(label=gettext("The usual one"), choices=every)
        for known in networks():
            kinds = [("", gettext("I am not there")), *(_kinds(known))]
            self.fields[known.name] = forms.ChoiceField(
                label=title_of(known), choices=kinds, required=False
            )
            if known.can_attach():
                self.fields[f"{known.name}-notes"] = _notes_field(known)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField | None]]:
        names = [each.name for each in networks()]
        return [
            (self[n], self[f"{n}-notes"] if f"{n}-notes" in self.fields else None) for n in names
        ]

    def clean_usual(self) -> str:
        usual = str(self.cleaned_data["usual"])
        if not self.data.get(usual):
            raise ValidationError(
                gettext("You say below that you are not on %(title)s. Choose one of yours.")
                % {"title": network(usual).title}
            )
        return usual

    def used(self) -> list[UsedNetwork]:
        """What the valid form says, the usual one first."""
        said = self.cleaned_data
        chosen = [
            UsedNetwork(said[each.name], said.get(f"{each.name}-notes"))
            for each in networks()
            if said[each.name]
        ]
        return sorted(chosen, key=lambda each: each.network.name != said["usual"])


@require_http_methods(["GET", "HEAD", "POST"])
def networks_page(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    form = NetworksForm(request.POST if request.method == "POST" else None, initial=_kept(user))
    if request.method == "POST" and form.is_valid():
        use_networks(user, form.used())
        messages.success(request, gettext("Kept. Write, Check and Stack begin with these."))
        return redirect("settings:networks")
    return render(request, "settings/networks.html", {"here": "settings", "form": form})


def _kept(user: User) -> dict[str, Any]:
    kept: dict[str, Any] = {"usual": network(usual_network(user)).name}
    for each in networks_used(user):
        kept[each.network.name] = each.name
        kept[f"{each.network.name}-notes"] = each.notes_a_month
    return kept


def _kinds(known: Network) -> list[tuple[str, str]]:
    if not known.tiers:
        return [(known.name, gettext("I am there"))]
    kinds = [name for name, _ in kinds_of(known)]
    words = [in_words(known.at(tier)).removeprefix(f"{title_of(known)}, ") for tier in known.tiers]
    return [(name, said[:1].upper() + said[1:]) for name, said in zip(kinds, words, strict=True)]


def _notes_field(known: Network) -> forms.IntegerField:
    figures = [known.notes_a_month(tier) for tier in known.tiers] or [known.notes_a_month()]
    figure = next(filter(None, figures), None)
    usual = (
        gettext("Redleaf counts %(figure)s unless you say") % {"figure": figure}
        if figure
        else gettext("if it counts them")
    )
    wrong = _NOT_A_NUMBER % {"most": number_format(_MOST_NOTES, force_grouping=True)}
    field = forms.IntegerField(
        label=gettext("Notes a month on %(title)s") % {"title": known.title},
        help_text=usual,
        required=False,
        min_value=0,
        max_value=_MOST_NOTES,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )
    # With the type "number" a browser sends nothing of what it cannot read, and no error is told.
    field.widget = forms.TextInput(attrs={"inputmode": "numeric"})
    return field
