"""How a door greets: who is written to, and what they do with what strangers write."""

from __future__ import annotations

from django.utils.translation import gettext

from redleaf.web.door.models import Door

_USUAL_POLICY = "choosy"


class Greeting:
    """The owner of a door as its page shows them."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._owner = door.owner

    @property
    def name(self) -> str:
        """The whole name; where the owner gave none, the last part of the address stands for it."""
        return self._owner.get_full_name() or self._door.handle

    @property
    def given(self) -> str:
        return self._owner.first_name or self.name

    @property
    def headline(self) -> str:
        """What they do, as a sentence: "makes audio guides" is written to follow a name."""
        said = self._owner.headline.strip().rstrip(".")
        if not said[:1].islower():
            return self._owner.headline.strip()
        return f"{self.given} {said}."

    @property
    def glad(self) -> str:
        return self._door.glad

    @property
    def policy(self) -> str:
        """What becomes of a note, in words for who writes it."""
        named = {"name": self.given}
        policy = getattr(self._owner, "policy", _USUAL_POLICY)
        if policy == "open":
            return gettext("%(name)s takes in most people, and is glad of a word.") % named
        if policy == "strict":
            return (
                gettext(
                    "%(name)s answers notes that say why. Standard texts wait at the bottom of the "
                    "pile, and sales letters get no answer. No offence meant."
                )
                % named
            )
        return (
            gettext(
                "Say how you come to write to %(name)s, and it stands at the top of the pile. A "
                "line is plenty; if you have known each other for years, just wave."
            )
            % named
        )
