"""Where somebody is found on a network: what its pages are opened with."""

from __future__ import annotations

from redleaf.contacts import contact as record
from redleaf.networks import network as network_named


def link_on(of: record.Contact, network: str) -> str:
    """Their address or profile on a network, of whatever kind of account; "" if unknown."""
    name = network_named(network).name
    if name == "email":
        return next((each.value for each in of.identities_of("email")), "")
    found = (each for each in of.identities_of("profile") if each.network == name)
    return next((each.value for each in found), "")
