"""Networks that a user is on: with which kind of account, and how many notes a month they see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext

from redleaf.errors import UnknownName
from redleaf.networks import Network, network, networks
from redleaf.web.accounts.models import User

# What a note goes to while nobody has said anything else.
USUAL = "linkedin"


class UsedNetwork(NamedTuple):
    """A network by name, with the kind of account ("linkedin-premium") where there are several.

    `notes_a_month` is what the user sees there; None takes the network's own figure.
    """

    name: str
    notes_a_month: int | None = None

    @property
    def network(self) -> Network:
        return network(self.name)


def networks_used(user: User) -> list[UsedNetwork]:
    """Those the user chose, the usual one first; one that Redleaf no longer knows is left out."""
    return [each for each in (UsedNetwork(*row) for row in user.networks) if _is_known(each.name)]


def use_networks(user: User, used: list[UsedNetwork]) -> None:
    user.networks = [list(each) for each in used]
    user.save(update_fields=["networks"])


def usual_network(user: User) -> str:
    used = networks_used(user)
    return used[0].name if used else USUAL


def used_as(user: User, name: str) -> UsedNetwork:
    """The network called `name`, with the user's own kind of account where they said which."""
    known = network(name).name
    own = (each for each in networks_used(user) if each.network.name == known)
    return next(own, UsedNetwork(name))


def choices_for(user: User) -> list[tuple[str, str]]:
    """Names and words for a list to choose from: the user's own networks first, then the others."""
    own = networks_used(user)
    taken = {each.network.name for each in own}
    others = [each for known in networks() if known.name not in taken for each in kinds_of(known)]
    return [*((each.name, in_words(each.network)) for each in own), *others]


def kinds_of(known: Network) -> Iterator[tuple[str, str]]:
    """A name and words for each kind of account on a network."""
    for tier in known.tiers or [""]:
        at = known.at(tier) if tier else known
        yield (known.name if tier == known.tier else f"{known.name}-{tier}", in_words(at))


def in_words(known: Network) -> str:
    return (
        f"{title_of(known)}, {gettext(known.tiers[known.tier])}" if known.tier else title_of(known)
    )


def title_of(known: Network) -> str:
    """A name, but for e-mail and cards, which every language calls its own way."""
    return gettext(known.title)


def _is_known(name: str) -> bool:
    try:
        network(name)
    except UnknownName:
        return False
    return True
