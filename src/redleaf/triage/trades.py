"""Trades: what the receiver's own field is, told by their headline and by those they know."""

from __future__ import annotations

from redleaf.contacts.matching.name_words import read_name
from redleaf.notes.folding import fold_text
from redleaf.triage.known import Known
from redleaf.triage.memories import telling_words

_STEM = 6
# Anybody may be one of these in any field.
ANY_FIELD = frozenset(
    "director directors manager managers owner owners founder founders partner partners president "
    "head chief officer assistant student trainee consultant consultants senior junior lead "
    "freelance freelancer independent sales marketing teacher member team plans makes helps works "
    "small large group company house trust office national general project projects services "
    "service inhaber geschaftsfuhrer leiter leiterin directeur directrice responsable gerente "
    "propietario dueno eigenaar trustee technician engineer growth business people world".split()
)


class Trades:
    """Built once; asked for the headline of every stranger who says nothing else."""

    def __init__(self, known: Known) -> None:
        owner = known.owner
        own = telling_words(f"{owner.headline} {owner.company}")
        roles = [telling_words(each.role) for each in known.contacts if each.is_known]
        names = frozenset(" ".join(read_name(owner.name).names).split())
        words = own.union(*roles) - ANY_FIELD - names
        self._stems = {word[:_STEM] for word in words if len(word) >= _STEM}

    def shared_with(self, headline: str) -> str:
        """The word of `headline` that belongs to the field, as written; "" without one."""
        for word in headline.replace(",", " ").replace("|", " ").split():
            folded = fold_text(word).strip(".;:()/·-")
            if folded not in ANY_FIELD and any(stem in folded for stem in self._stems):
                return word.strip(".;:()/·-")
        return ""
