"""What several files gave, as one harvest: they are imported together or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from redleaf.contacts.harvest import Harvest


def gathered(harvests: Sequence[Harvest]) -> Harvest:
    """One harvest of all; the keys of each file stay apart from those of the others."""
    if len(harvests) == 1:
        return harvests[0]
    formats = dict.fromkeys(each.format for each in harvests)
    whole = Harvest(", ".join(formats))
    for number, each in enumerate(harvests, 1):
        _put(each, f"{number}/", whole)
    return whole


def _put(part: Harvest, mark: str, whole: Harvest) -> None:
    def marked(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(mark + key for key in keys)

    whole.contacts += [replace(each, key=mark + each.key) for each in part.contacts]
    whole.encounters += [replace(each, people=marked(each.people)) for each in part.encounters]
    whole.letters += [replace(each, people=marked(each.people)) for each in part.letters]
    whole.promises += [replace(each, person=mark + each.person) for each in part.promises]
    whole.invitations += part.invitations
    whole.problems += part.problems
    whole.remarks += part.remarks
    whole.owner += part.owner
    whole.pictures += [replace(each, person=mark + each.person) for each in part.pictures]
