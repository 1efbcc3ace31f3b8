"""Substance: whether a note could be about these two people and nobody else."""

from __future__ import annotations

from redleaf.notes.brief import Brief
from redleaf.writing.material import Material, Source, base_of

# Where many people are together, having been there too says nothing about the two.
IN_COMPANY = ("conference", "talk", "class", "online", "other", "introduction")
_SHARED = frozenset({"topic", "theme", "said", "introducer", "point", "invitation"})
_ASKED = frozenset({"asked", "asked_how", "asked_about"})
_CIRCUMSTANCES = frozenset({"event", "day", "place"})


def has_something_to_say(brief: Brief, material: Material) -> bool:
    """Whether a note with this aim could be about these two people and nobody else."""
    if brief.aim == "answer":
        return True
    if brief.aim == "introduce":
        return _knows_whom_to_introduce(material) or bool(material.promises)
    if brief.aim == "ask-advice" and _ASKED & material.base.keys():
        return True
    if material.promises or material.ties or material.works:
        return True
    more = bool(material.offers or "about_me" in material.base)
    if material.mutual and more:
        return True
    # Who takes up an old thread has said enough by naming it; who thanks, not by who they are.
    thanks = brief.aim == "thank"
    more = brief.aim == "reconnect" or (more and not thanks)
    return any(_tells(source, more=more, thanks=thanks) for source in material.encounters)


def is_a_stranger(material: Material) -> bool:
    """Whether all that is known of somebody is that they sent an invitation."""
    if material.promises or material.ties or material.works or material.mutual:
        return False
    told = {"event", "topic", "theme", "said", "introducer", "place"}
    return not any(told & _told(source) for source in material.encounters)


def _knows_whom_to_introduce(material: Material) -> bool:
    return any("acquaintance" in _told(offer) for offer in material.offers)


def _tells(source: Source, *, more: bool, thanks: bool) -> bool:
    """Whether an encounter is about two people: a hall full of people alone is not."""
    known = _told(source)
    if known & _SHARED or (thanks and "favour" in known):
        return True
    # "Your talk on wet reeds" is what they gave.
    if thanks and "theirs" in source.marks:
        return True
    # After a year, where it was is the very thing that the reader has to be told.
    if "old" in source.marks and "event" in known:
        return True
    return bool(known & _CIRCUMSTANCES) and (more or source.kind not in IN_COMPANY)


def _told(source: Source) -> set[str]:
    return {base_of(slot) for slot in source.scope}
