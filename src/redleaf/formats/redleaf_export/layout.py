"""What lies in an export: the names of its members, the lists of its JSON, and its page of words.

`redleaf.json` is one object. Its first entries are `schema` and `owner`; then come the lists of
`SECTIONS`, in this order, so that what others point at comes first. Every member of a list stands
on a line of its own.
"""

from __future__ import annotations

SCHEMA = 1
DATA = "redleaf.json"
CARDS = "contacts.vcf"
CALENDAR = "encounters.ics"
README = "README.txt"

SECTIONS = (
    "contacts", "encounters", "letters", "promises", "invitations", "pairs", "stacks", "pictures",
    "forgotten", "log",
)  # fmt: skip

README_TEXT = """\
This is everything that Redleaf keeps for one person.

redleaf.json     All of it, in UTF-8: people with their identities and roles, encounters,
                 letters, promises, invitations, which pairs were said to be two people,
                 stacks, pictures of cards, what is forgotten of your habits, and the log of
                 what was done when. Ids and moments are kept.
contacts.vcf     The people again, as vCards, for other address books.
encounters.ics   The encounters again, as events, for other calendars.

"redleaf import" with the name of this zip brings everything back, into an empty home as it
was. Its shape is written down in docs/exporting.md and docs/schemas/export.json.
"""
