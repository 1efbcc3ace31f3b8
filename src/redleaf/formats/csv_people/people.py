"""Rows to contacts: each column adds to the person what it holds; what it cannot say is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from redleaf.contacts import identities
from redleaf.contacts.contact import (
    Address,
    Contact,
    Extra,
    Identity,
    Occasion,
    Photo,
    Relation,
    Role,
)
from redleaf.contacts.names import OtherName
from redleaf.formats.csv_people.days import day_in, day_of, is_no_day
from redleaf.formats.csv_people.fields import ADDRESS_PARTS, TELLING, Field
from redleaf.formats.csv_people.names import WrittenName, name_and_parts
from redleaf.formats.csv_people.plan import Plan
from redleaf.formats.csv_people.protection import unprotected
from redleaf.formats.csv_people.vocabulary import fold_header

ORIGIN = "csv"
_SEVERAL = " ::: "
_SEPARATORS = re.compile(r"\s*[;\n]\s*")
_TAG_SEPARATORS = re.compile(r"\s*[;,\n]\s*")
_EMAILS = re.compile(r"[\s;,]+(?=[^\s;,]+@)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NO_GROUPS = frozenset(("mycontacts", "my contacts", "contacts"))


@dataclass(slots=True)
class _Draft:
    """A contact while its cells are read."""

    name: WrittenName = field(default_factory=WrittenName)
    other_names: list[OtherName] = field(default_factory=list)
    identities: dict[tuple[str, str, str], Identity] = field(default_factory=dict)
    roles: dict[int, dict[str, str]] = field(default_factory=dict)
    addresses: dict[tuple[str, int], dict[str, str]] = field(default_factory=dict)
    occasions: list[Occasion] = field(default_factory=list)
    birth: dict[str, str] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    photos: list[Photo] = field(default_factory=list)
    headline: str = ""
    language: str = ""
    introduced_by: str = ""
    extras: list[Extra] = field(default_factory=list)
    tells: bool = False


@dataclass(slots=True)
class _Cell:
    """One filled cell on its way: its text, its header, its field, and the label beside it."""

    text: str
    header: str
    field: Field
    label: str
    is_preferred: bool
    at: int
    plan: Plan


def contact_of(cells: Sequence[str], key: str, plan: Plan) -> Contact | None:
    """The person in a row; None when nothing in it says who it is or how to reach them."""
    draft = _Draft()
    for at, header, column in plan.columns:
        text = cells[at]
        if not text:
            continue
        text = unprotected(text if plan.is_exact else text.strip())
        if not text:
            continue
        label, is_preferred = _label(cells, at, column, plan)
        cell = _Cell(text, header, column, label, is_preferred, at, plan)
        for one in _split(cell):
            if _ADD[column.kind](draft, one) and column.kind in TELLING:
                draft.tells = True
    return _finished(draft, key, plan) if draft.tells else None


def _label(cells: Sequence[str], at: int, column: Field, plan: Plan) -> tuple[str, bool]:
    """The cell's label, and whether it is marked as the preferred one ("* Work")."""
    if at not in plan.labels:
        return column.label, False
    label = cells[plan.labels[at]].strip().split(_SEVERAL)[0]
    if label.startswith("*"):
        return label.removeprefix("*").strip(), True
    return unprotected(label) or column.label, False


def _split(cell: _Cell) -> list[_Cell]:
    """Cells with several values, as Google and mailing lists write them."""
    kind = cell.field.kind
    if _SEVERAL in cell.text and kind not in ("note", "extra", "setting"):
        texts = cell.text.split(_SEVERAL)
    elif kind == "email" and cell.text.count("@") > 1:
        texts = _EMAILS.split(cell.text)
    elif kind == "phone":
        texts = _SEPARATORS.split(cell.text)
    else:
        return [cell]
    rest = (cell.header, cell.field, cell.label, cell.is_preferred, cell.at, cell.plan)
    return [_Cell(text, *rest) for text in texts if text]


def _finished(draft: _Draft, key: str, plan: Plan) -> Contact:
    emails = {each.value for each in draft.identities.values() if each.kind == "email"}
    name, parts, kept = name_and_parts(
        draft.name, emails, plan.is_family_first, exact=plan.is_exact
    )
    draft.extras += [Extra(ORIGIN, header, text) for header, text in kept]
    if draft.birth and (on := day_of(*(draft.birth.get(each, "") for each in _BIRTH))):
        draft.occasions.append(Occasion("birthday", on))
    return Contact(
        name=name,
        key=key,
        parts=parts,
        other_names=tuple(draft.other_names),
        identities=tuple(draft.identities.values()),
        roles=tuple(_role(draft.roles[group]) for group in sorted(draft.roles)),
        addresses=tuple(
            Address(label=label, **values) for (label, _), values in draft.addresses.items()
        ),
        occasions=tuple(draft.occasions),
        relations=tuple(draft.relations),
        notes=tuple(draft.notes),
        tags=tuple(draft.tags),
        photos=tuple(draft.photos),
        headline=draft.headline,
        language=draft.language,
        introduced_by=draft.introduced_by,
        extras=tuple(draft.extras),
    )


def _role(texts: Mapping[str, str]) -> Role:
    get = texts.get
    return Role(get("organisation", ""), get("title", ""), get("department", ""))


_BIRTH = ("birth_year", "birth_month", "birth_day")
_Add = Callable[[_Draft, _Cell], bool]


def _add_name(draft: _Draft, cell: _Cell) -> bool:
    draft.name.add(cell.field.kind, cell.text, cell.header, is_flipped=cell.at in cell.plan.flipped)
    return True


def _add_other_name(draft: _Draft, cell: _Cell) -> bool:
    draft.other_names.append(OtherName(cell.field.kind, cell.text))
    return True


def _add_identity(draft: _Draft, cell: _Cell) -> bool:
    found = _identity(cell)
    if found is None:
        return _add_extra(draft, cell)
    draft.identities.setdefault(found.key, found)
    return True


def _identity(cell: _Cell) -> Identity | None:
    text, label, is_preferred = cell.text, cell.label, cell.is_preferred
    kind = cell.field.kind
    if kind == "email":
        return identities.email(text, label=label, is_preferred=is_preferred)
    if kind == "phone":
        return identities.phone(text, label=label, is_preferred=is_preferred)
    if kind == "profile":
        return identities.profile(text, network=label) or identities.website(text)
    if kind == "messenger":
        return identities.messenger(text, label)
    return identities.uid(text) if kind == "uid" else identities.website(text, label=label)


def _add_role(draft: _Draft, cell: _Cell) -> bool:
    draft.roles.setdefault(cell.field.group, {}).setdefault(cell.field.kind, cell.text)
    return True


def _add_address(draft: _Draft, cell: _Cell) -> bool:
    part = "whole" if cell.field.kind == "address" else cell.field.kind
    where = draft.addresses.setdefault((cell.label, cell.field.group), {})
    where[part] = f"{where[part]}\n{cell.text}" if part in where else cell.text
    return True


def _add_day(draft: _Draft, cell: _Cell) -> bool:
    if is_no_day(cell.text):
        return False
    kind = cell.label if cell.field.kind == "occasion" else cell.field.kind
    on = day_in(cell.text, day_first=cell.plan.day_first.get(cell.at))
    draft.occasions.append(Occasion(kind.casefold() or "other", on))
    return True


def _add_birth(draft: _Draft, cell: _Cell) -> bool:
    draft.birth[cell.field.kind] = cell.text
    return True


def _add_relation(draft: _Draft, cell: _Cell) -> bool:
    draft.relations.append(Relation(cell.label or "other", cell.text))
    return True


def _add_note(draft: _Draft, cell: _Cell) -> bool:
    draft.notes.append(cell.text)
    return True


def _add_tags(draft: _Draft, cell: _Cell) -> bool:
    texts = [cell.text] if cell.plan.is_exact else _TAG_SEPARATORS.split(cell.text)
    for text in texts:
        tag = text if cell.plan.is_exact else text.removeprefix("* ").strip('" ')
        if tag and tag.casefold() not in _NO_GROUPS:
            draft.tags[tag] = None
    return True


def _add_one(draft: _Draft, cell: _Cell) -> bool:
    """Fields of which a contact has one; a second one is kept as an extra."""
    kind = cell.field.kind
    if getattr(draft, kind) or (kind == "language" and not _LANGUAGE.fullmatch(cell.text)):
        return _add_extra(draft, cell)
    setattr(draft, kind, cell.text)
    return True


def _add_photo(draft: _Draft, cell: _Cell) -> bool:
    draft.photos.append(Photo(uri=cell.text))
    return True


def _add_setting(draft: _Draft, cell: _Cell) -> bool:
    if fold_header(cell.text) in cell.plan.says_nothing:
        return False
    return _add_extra(draft, cell)


def _add_extra(draft: _Draft, cell: _Cell) -> bool:
    name = cell.label if cell.at in cell.plan.labels and cell.field.kind == "extra" else ""
    draft.extras.append(Extra(ORIGIN, name or cell.header or f"column {cell.at + 1}", cell.text))
    return False


def _drop(_draft: _Draft, _cell: _Cell) -> bool:
    return False


_ADD: dict[str, _Add] = {
    **dict.fromkeys(
        ("name", "filed_as", "given", "family", "additional", "prefix", "suffix"), _add_name
    ),
    **dict.fromkeys(("nickname", "maiden", "phonetic"), _add_other_name),
    **dict.fromkeys(("email", "phone", "website", "profile", "messenger", "uid"), _add_identity),
    **dict.fromkeys(("organisation", "title", "department"), _add_role),
    **dict.fromkeys(("address", *ADDRESS_PARTS), _add_address),
    **dict.fromkeys(("birthday", "anniversary", "occasion"), _add_day),
    **dict.fromkeys(_BIRTH, _add_birth),
    **dict.fromkeys(("headline", "language", "introduced_by"), _add_one),
    "relation": _add_relation,
    "note": _add_note,
    "tag": _add_tags,
    "photo": _add_photo,
    "setting": _add_setting,
    "extra": _add_extra,
    "drop": _drop,
}
