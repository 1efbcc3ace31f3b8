"""EMAIL, TEL, IMPP, URL, UID, and the X- fields of messengers and networks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from redleaf.contacts import identities
from redleaf.contacts.contact import Identity
from redleaf.formats.vcard.labels import is_preferred, label_of, labelled
from redleaf.formats.vcard.properties import Params, Property
from redleaf.formats.vcard.units import Unit
from redleaf.formats.vcard.values import escape, text_of

_MESSENGERS = frozenset(
    "AIM ICQ JABBER XMPP MSN YAHOO SKYPE GTALK GOOGLETALK GADUGADU GROUPWISE QQ SAMETIME TELEGRAM "
    "SIGNAL WHATSAPP WECHAT LINE VIBER MATRIX THREEMA KAKAOTALK IRC SIP TWITCH DISCORD".split()
)
_OTHER_MESSENGERS = {
    "X-SKYPE-USERNAME": "skype",
    "X-GOOGLE-TALK": "gtalk",
    "X-GOOGLE TALK": "gtalk",
    "X-MS-IMADDRESS": "im",
    "X-KADDRESSBOOK-X-IMADDRESS": "im",
}
_NETWORKS = {
    "X-TWITTER": "x",
    "X-LINKEDIN": "linkedin",
    "X-FACEBOOK": "facebook",
    "X-INSTAGRAM": "instagram",
    "X-XING": "xing",
    "X-MASTODON": "mastodon",
    "X-BLUESKY": "bluesky",
}
_SOCIAL = ("X-SOCIALPROFILE", "SOCIALPROFILE")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)(.+)", re.DOTALL)
# How a messenger's addresses begin where that is not its own name.
_SCHEMES = {"jabber": "xmpp", "gtalk": "xmpp", "xmpp": "xmpp", "skype": "skype", "sip": "sip",
            "aim": "aim", "yahoo": "ymsgr", "msn": "msnim", "irc": "irc"}  # fmt: skip
_NO_SCHEME = "x-apple"
_SERVICE = "X-SERVICE-TYPE"
_CONNECTED = "X-CONNECTED-ON"


def units(properties: Sequence[Property]) -> Iterator[Unit]:
    for each in properties:
        if each.key in _READ or each.key in _NETWORKS or _service(each.key):
            text = text_of(each.value)
            found = _read(each, text) if text else None
            if found or not text:
                yield Unit("identities", (found,) if found else (), (each,))


def write_identity(identity: Identity, version: str) -> list[Property]:
    kind, shown, label = identity.kind, identity.shown, identity.label
    if kind == "uid":
        return [Property("UID", escape(shown))]
    if kind == "messenger":
        return [_messenger(identity, version)]
    preferred = identity.is_preferred
    if kind in ("email", "phone"):
        name = "EMAIL" if kind == "email" else "TEL"
        return [labelled(name, escape(shown), label, version, preferred=preferred)]
    on = identity.connected_on
    params: Params = ((_CONNECTED, on.isoformat()),) if on else ()
    known = identities.website(shown)
    if known and known.key == identity.key:
        return [labelled("URL", escape(shown), label, version, preferred=preferred, params=params)]
    return [_profile(identity, version, params)]


def _service(key: str) -> str:
    """The messenger that an X- field names, or ""."""
    if key in _OTHER_MESSENGERS:
        return _OTHER_MESSENGERS[key]
    service = key.removeprefix("X-") if key.startswith("X-") else ""
    return service.lower() if service in _MESSENGERS else ""


def _read(each: Property, text: str) -> Identity | None:
    if each.key in _NETWORKS:
        return identities.profile(text, network=_NETWORKS[each.key], label=label_of(each))
    if service := _service(each.key):
        return identities.messenger(text, service, label=label_of(each))
    return _READ[each.key](each, text)


def _email(each: Property, text: str) -> Identity | None:
    return identities.email(text, label=label_of(each), is_preferred=is_preferred(each))


def _phone(each: Property, text: str) -> Identity | None:
    return identities.phone(text, label=label_of(each), is_preferred=is_preferred(each))


def _url(each: Property, text: str) -> Identity | None:
    found = identities.website(text, label=label_of(each))
    return _dated(found, each) if found else None


def _impp(each: Property, text: str) -> Identity | None:
    scheme = _SCHEME.fullmatch(text)
    service = each.first(_SERVICE) or each.first("SERVICE-TYPE")
    if scheme is None:
        link = identities.website(text, label=label_of(each)) if "//" in text else None
        return link or identities.messenger(text, service or "im", label=label_of(each))
    found = identities.messenger(scheme[2], service or scheme[1], label=label_of(each))
    return replace(found, is_preferred=is_preferred(each)) if found else None


def _social(each: Property, text: str) -> Identity | None:
    """A link, or a name on the network that TYPE says; Apple writes "x-apple:mia" for it."""
    service = each.first("SERVICE-TYPE").casefold() or label_of(each).casefold()
    network = "x" if service == "twitter" else service
    if text.startswith(("http:", "https:")):
        found = identities.profile(text, network=network) or identities.website(text)
    else:
        name = text.removeprefix(f"{_NO_SCHEME}:").removeprefix(f"{service}:").strip()
        found = identities.profile(name, network=network) if network else None
    return _dated(found, each) if found else None


def _dated(found: Identity, each: Property) -> Identity:
    try:
        on = dt.date.fromisoformat(each.first(_CONNECTED)) if each.first(_CONNECTED) else None
    except ValueError:
        on = None
    return replace(found, connected_on=on, is_preferred=is_preferred(each))


_READ: dict[str, Callable[[Property, str], Identity | None]] = {
    "EMAIL": _email,
    "TEL": _phone,
    "URL": _url,
    "UID": lambda _, text: identities.uid(text),
    "IMPP": _impp,
    **dict.fromkeys(_SOCIAL, _social),
}


def _messenger(identity: Identity, version: str) -> Property:
    service = identity.network
    scheme = _SCHEMES.get(service, _NO_SCHEME)
    params: Params = () if scheme == service else ((_SERVICE, service),)
    value = f"{scheme}:{identity.shown}"
    return labelled("IMPP", escape(value), identity.label, version,
                    preferred=identity.is_preferred, params=params)  # fmt: skip


def _profile(identity: Identity, version: str, params: Params) -> Property:
    """A name on a network without a link that would tell which network it is."""
    if version == "4.0":
        params = (("SERVICE-TYPE", identity.network), ("VALUE", "text"), *params)
        return Property("SOCIALPROFILE", escape(identity.shown), params)
    name = "TYPE" if identity.network.isalnum() else "SERVICE-TYPE"
    params = ((name, identity.network), *params)
    return Property("X-SOCIALPROFILE", escape(identity.shown), params)
