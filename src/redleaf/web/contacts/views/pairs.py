"""One person or two? Pairs side by side, answered by one key each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from redleaf.contacts import contact as record
from redleaf.web.asking import user_of
from redleaf.web.contacts.access import pair_for
from redleaf.web.contacts.likeness import likeness_in_words
from redleaf.web.contacts.models import Encounter
from redleaf.web.contacts.records import record_of
from redleaf.web.contacts.selectors.lines import (
    encounters_by_contact,
    met_in_words,
    role_in_words,
)
from redleaf.web.contacts.selectors.pairs import pairs_to_ask
from redleaf.web.contacts.services.merging import merge_contacts, refuse_pair
from redleaf.web.contacts.telling import ways

_MOST_SKIPPED = 60
_MET_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of fact of both."""

    label: str
    first: list[str]
    second: list[str]

    @property
    def is_same(self) -> bool:
        return self.first == self.second


@require_safe
def pairs(request: HttpRequest) -> HttpResponse:
    """The pair that comes next; those put off lately come at the end."""
    skipped = _skipped(request.GET.get("skipped", ""))
    waiting = pairs_to_ask(user_of(request))
    pair = waiting.exclude(pk__in=skipped).select_related("first", "second").first()
    context: dict[str, Any] = {
        "here": "people",
        "pair": pair,
        "waiting": waiting.count(),
        "skipped": ",".join(map(str, skipped)),
    }
    if pair:
        first, second = record_of(pair.first), record_of(pair.second)
        met = encounters_by_contact([pair.first_id, pair.second_id])
        told = [
            {
                **_facts(of),
                gettext("You"): [_told(each) for each in met.get(UUID(of.key), [])[:_MET_SHOWN]],
            }
            for of in (first, second)
        ]
        context |= {"first": first, "second": second, "rows": _rows(*told)}
        context["reasons"] = likeness_in_words(pair.reasons)
    return render(request, "contacts/pairs.html", context)


@require_POST
def answer_pair(request: HttpRequest, pair_id: UUID) -> HttpResponse:
    """One person, two people, or later."""
    owner = user_of(request)
    pair = pair_for(owner, pair_id)
    skipped = _skipped(request.POST.get("skipped", ""))
    answer = request.POST.get("answer")
    if answer == "same":
        act = merge_contacts(owner, pair.first, pair.second)
        messages.success(request, act.what, extra_tags=str(act.pk))
    elif answer == "two":
        act = refuse_pair(owner, pair)
        messages.success(request, act.what, extra_tags=str(act.pk))
    else:
        skipped = [*skipped, pair.pk][-_MOST_SKIPPED:]
    return redirect(_address(skipped))


def _rows(first: dict[str, list[str]], second: dict[str, list[str]]) -> list[Row]:
    rows = (
        Row(label, first.get(label, []), second.get(label, []))
        for label in dict.fromkeys((*first, *second))
    )
    return [each for each in rows if each.first or each.second]


def _told(met: Encounter) -> str:
    return f"{met_in_words(met)}, {met.last.year}" if met.last else met_in_words(met)


def _facts(of: record.Contact) -> dict[str, list[str]]:
    facts = {
        gettext("Name"): [of.name],
        gettext("Also called"): [each.text for each in of.other_names],
    }
    facts[gettext("Does")] = [role_in_words(each) for each in of.roles] or [of.headline]
    facts |= {label: [each.words for each in found] for label, found in ways(of)}
    facts |= {gettext("Tags"): list(of.tags), gettext("Only for you"): list(of.notes)}
    return {label: [each for each in found if each] for label, found in facts.items() if any(found)}


def _skipped(text: str) -> list[UUID]:
    found = []
    for each in text.split(",")[-_MOST_SKIPPED:]:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found


def _address(skipped: list[UUID]) -> str:
    query = urlencode({"skipped": ",".join(map(str, skipped))}) if skipped else ""
    return f"{reverse('contacts:pairs')}?{query}" if query else reverse("contacts:pairs")
