"""Whose export it is."""

from __future__ import annotations

from collections import Counter

from redleaf.formats.linkedin.people import name_key
from redleaf.formats.linkedin.records import Export, Person


def owner_of(export: Export) -> Person:
    """The owner; an export of messages alone does not say, but is full of one person."""
    if export.owner.name or export.owner.slug:
        return export.owner
    present = Counter(person for each in export.conversations for person in each.people)
    common = present.most_common(2)
    if not common or (len(common) > 1 and common[0][1] == common[1][1]):
        return Person()
    return common[0][0]


def is_same(one: Person, other: Person) -> bool:
    """By profile where both have one, else by name."""
    if one.slug and other.slug:
        return one.slug == other.slug
    return bool(one.name) and name_key(one.name) == name_key(other.name)
