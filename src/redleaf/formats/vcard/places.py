"""ADR and LABEL: addresses in parts, and as they are printed on a letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from redleaf.contacts.contact import Address
from redleaf.formats.vcard.labels import label_of, labelled
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.units import Unit, filled
from redleaf.formats.vcard.values import components_of, escape, structure, text_of, unescape


def units(properties: Sequence[Property]) -> Iterator[Unit]:
    """An ADR with its LABEL, which follows it or bears the same words."""
    alone: dict[str, list[Property]] = defaultdict(list)
    early: dict[str, list[Property]] = defaultdict(list)
    pairs: list[tuple[Property, ...]] = []
    for each in filled(properties, ["ADR", "LABEL"]):
        key = label_of(each)
        if each.key == "LABEL":
            pairs.append((alone[key].pop(), each)) if alone[key] else early[key].append(each)
        elif each.first("LABEL"):
            pairs.append((each,))
        elif early[key]:
            pairs.append((each, early[key].pop(0)))
        else:
            alone[key].append(each)
    singles = [(each,) for some in (*alone.values(), *early.values()) for each in some]
    for pair in (*pairs, *singles):
        address = _address(pair)
        is_empty = address == Address(label=address.label)
        yield Unit("addresses", () if is_empty else (address,), pair)


def write_address(address: Address, version: str) -> list[Property]:
    texts = (address.box, address.extended, address.street, address.city, address.region,
             address.postal_code, address.country)  # fmt: skip
    whole = address.whole.replace("\\", "\\\\")  # it is read like a value: programs escape it
    params = (("LABEL", whole),) if whole and version == "4.0" else ()
    written = [labelled("ADR", structure(texts), address.label, version, params=params)]
    if address.whole and version != "4.0":
        label = labelled("LABEL", escape(address.whole), address.label, version)
        written = [label] if not any(texts) else [*written, label]
    return written


def _address(pair: tuple[Property, ...]) -> Address:
    parts = next((components_of(each.value) for each in pair if each.key == "ADR"), [])
    texts = [", ".join(part) for part in parts[:7]]
    box, extended, street, city, region, code, country = (*texts, *[""] * (7 - len(texts)))
    whole = next((text_of(each.value) for each in pair if each.key == "LABEL"), "")
    # Some programs put the quotes of the parameter behind backslashes.
    param = pair[0].first("LABEL").strip()
    if param.startswith('\\"'):
        param = param.removeprefix('\\"').removesuffix('\\"')
    param = unescape(param).strip()
    return Address(label_of(pair[0]), street, extended, box, city, region, code, country,
                   whole or param)  # fmt: skip
