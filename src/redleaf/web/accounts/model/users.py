"""Who may let the language model write: it belongs to the machine, and so to who keeps it."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404

from redleaf.languagemodel import ModelSettings
from redleaf.web.accounts.model.keeping import kept_model
from redleaf.web.accounts.models import User


def model_for(user: User) -> ModelSettings | None:
    """The model that `user` may ask, or None; settings that cannot be read are none here."""
    model = kept_model()
    return model if model and _may_ask(user) else None


def keeps_the_machine(user: User) -> None:
    """On a team's server the settings of the model are for who keeps it alone."""
    if settings.TEAM and not user.is_staff:
        raise Http404("There is no such page.")


def _may_ask(user: User) -> bool:
    if not settings.TEAM or user.is_staff:
        return True
    # A desk of one's own has no teams and no table of theirs.
    from redleaf.web.teams.services import house

    return house().model_is_for_all
