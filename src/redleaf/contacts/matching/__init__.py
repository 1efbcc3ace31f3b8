"""Same person? What two contacts have in common, and what that says.

`AddressBook` holds what is needed of everybody known and finds those whom a contact may be;
`duplicates` finds all pairs within one book. How sure it is, and why: docs/same-person.md.
"""

from redleaf.contacts.matching.address_book import AddressBook, Match
from redleaf.contacts.matching.pairs import Pair, duplicates
from redleaf.contacts.matching.traits import Traits, traits_of

__all__ = ["AddressBook", "Match", "Pair", "Traits", "duplicates", "traits_of"]
