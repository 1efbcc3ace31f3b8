"""One file per page."""

from redleaf.web.contacts.views.acts import undo_act
from redleaf.web.contacts.views.choosing import chosen
from redleaf.web.contacts.views.editing import edit
from redleaf.web.contacts.views.erasing import erase_person
from redleaf.web.contacts.views.introducing import introduce
from redleaf.web.contacts.views.pairs import answer_pair, pairs
from redleaf.web.contacts.views.people import people, remember
from redleaf.web.contacts.views.person import (
    add_note,
    delete_person,
    person,
    promise,
    remember_of,
    settle_promise,
)
from redleaf.web.contacts.views.pictures import picture

__all__ = [
    "add_note",
    "answer_pair",
    "chosen",
    "delete_person",
    "edit",
    "erase_person",
    "introduce",
    "pairs",
    "people",
    "person",
    "picture",
    "promise",
    "remember",
    "remember_of",
    "settle_promise",
    "undo_act",
]
