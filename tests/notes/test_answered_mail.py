"""What a mail quotes of the mail it answers is another's, and everything else is the writer's."""

from __future__ import annotations

import pytest

import redleaf
from redleaf.notes.answered_mail import own_words

QUOTED = "I'd like to add you to my professional network on LinkedIn."
BELOW = "Gladly, Jo, since you lent me a torch.\n\n"


@pytest.mark.parametrize(
    "answered",
    [
        f"On Mon, 3 Nov 2025 at 10:02, Jo Marsh <jo@ely.example> wrote:\n> {QUOTED}\n> Jo",
        f"> {QUOTED}",
        f"Am 03.11.2025 um 10:02 schrieb Jo Marsh:\n\n{QUOTED}\nJo",
        f"Le lun. 3 nov. 2025 à 10:02, Jo Marsh a écrit :\n{QUOTED}",
        f"-----Original Message-----\nFrom: Jo Marsh\n\n{QUOTED}",
    ],
)
def test_it_leaves_the_answered_mail_aside(answered: str) -> None:
    text = BELOW + answered
    assert own_words(text).rstrip() == BELOW.rstrip()
    assert len(own_words(text)) == len(text)
    assert redleaf.check(text, kind="email").findings == ()
    assert redleaf.check(text, kind="note").findings != ()


def test_it_keeps_answers_between_the_lines() -> None:
    text = "On 3 Nov 2025 Jo wrote:\n> May I add you?\nYou may.\n> And Ana?\nShe may, too."
    assert own_words(text).split() == "You may. She may, too.".split()
    assert own_words(text).index("You") == text.index("You")


@pytest.mark.parametrize(
    "text",
    [
        "On Friday you wrote:\nthe kiln is hot. It still is.",
        "Five > four, and 3 > 2.",
        f"> {QUOTED}",
        "",
    ],
)
def test_it_leaves_nothing_out_where_nothing_is_answered(text: str) -> None:
    assert own_words(text) == text
