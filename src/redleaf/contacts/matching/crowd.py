"""The crowd: how many of the book have a word in their name, an address, a number, a firm."""

from __future__ import annotations

import math
from collections import Counter

from redleaf.contacts.matching.firms import hosts_of
from redleaf.contacts.matching.name_forms import is_given_name
from redleaf.contacts.matching.sounds import sound
from redleaf.contacts.matching.traits import Traits

# As if so many more had been counted, of whom one in a thousand has any word: in a small book a
# name that stands there once is not a common one.
_AS_IF = 2000
_SHARE_AS_IF = 0.001
_KNOWN_FROM = 3


class AddressCrowd:
    """Counts over the contacts of one book."""

    def __init__(self) -> None:
        self._people = 0
        self._words: Counter[str] = Counter()
        self._holders: Counter[tuple[str, str]] = Counter()
        # Kept until the crowd changes: every comparison asks for them.
        self._rarities: dict[str, float] = {}

    def count(self, traits: Traits, by: int) -> None:
        """Take in (`by` is 1) or forget (-1) a contact."""
        self._people += by
        self._rarities.clear()
        for word in traits.names[0].split() if traits.names else ():
            self._words[sound(word)] += by
        for what, values in (
            ("email", traits.emails),
            ("phone", traits.phones),
            ("firm", {*traits.firms, *hosts_of(traits.emails)}),
        ):
            for value in values:
                self._holders[what, value] += by

    def rarity(self, word: str) -> float:
        """The negative logarithm (base 10) of the share of names that have `word`."""
        rarity = self._rarities.get(word)
        if rarity is None:
            others = max(0, self._words[sound(word)] - 2)
            share = (others + _AS_IF * _SHARE_AS_IF) / (self._people + _AS_IF)
            rarity = self._rarities[word] = -math.log10(min(1.0, share))
        return rarity

    def is_known(self, word: str) -> bool:
        """Whether `word` is a name of several, or one that our tables have."""
        return self._words[sound(word)] >= _KNOWN_FROM or is_given_name(word)

    def holders(self, what: str, value: str) -> int:
        """How many have an "email", "phone" or "firm"; of all contacts for ""."""
        return self._holders[what, value] if what else self._people
