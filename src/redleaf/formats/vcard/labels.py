"""What a property is called: TYPE words, Apple's X-ABLabel, and which one is preferred."""

from __future__ import annotations

import re

from redleaf.formats.vcard.properties import Params, Property, types_of

_BUILT_IN = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
# Words that say what every such property is anyway.
NOISE = {
    "EMAIL": frozenset(("internet", "x-internet")),
    "TEL": frozenset(("voice",)),
    "ADR": frozenset(("dom", "intl", "postal", "parcel")),
    "LABEL": frozenset(("dom", "intl", "postal", "parcel")),
}
NO_NOISE: frozenset[str] = frozenset()
# Written as TYPE; every other label becomes an X-ABLabel.
_TYPES = frozenset(
    "home work cell mobile fax pager other main car video text textphone msg iphone isdn pcs bbs "
    "modem voice internet x400 dom intl postal parcel school".split()
)
# Labels that Apple's programs translate into the language of their user.
_APPLE = {
    label.casefold(): label
    for label in "HomePage Home Work Other School Mobile Main HomeFAX WorkFAX OtherFAX Pager "
    "Anniversary AssistantPhone Assistant Manager Spouse Partner Child Mother Father Parent "
    "Brother Sister Friend Radio".split()
}


def bare_label(text: str) -> str:
    """The words of an X-ABLabel: Apple's own ones stand in a wrapping."""
    found = _BUILT_IN.fullmatch(text.strip())
    return (found[1] if found else text).strip()


def wrapped_label(label: str) -> str:
    known = _APPLE.get(label.casefold())
    return f"_$!<{known}>!$_" if known else label


def label_of(each: Property) -> str:
    """What the file calls it: its X-ABLabel, or its TYPE words ("home fax")."""
    if each.label:
        return each.label
    noise = NOISE.get(each.key, NO_NOISE)
    return " ".join(dict.fromkeys(w for w in types_of(each) if w != "pref" and w not in noise))


def is_preferred(each: Property) -> bool:
    return "pref" in types_of(each) or each.first("PREF") == "1"


def labelled(name: str, value: str, label: str, version: str, *, preferred: bool = False,
             params: Params = ()) -> Property:  # fmt: skip
    """A property that is called `label`, as `version` writes that."""
    words = label.split()
    has_types = bool(words) and all(word in _TYPES for word in words)
    types = words if has_types else []
    if preferred and version == "3.0":
        types = [*types, "pref"]
    elif preferred:
        params = (*params, ("PREF", "1"))
    params = (*(("TYPE", word) for word in types), *params)
    return Property(name, value, params, label="" if has_types else label)
