"""check() on texts in fancy dress: the same words get the same verdict, and places stay theirs."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import redleaf

DEFAULT = "I'd like to add you to my professional network on LinkedIn."
NOTES = {
    "default": DEFAULT,
    "template": "Hi Oona, I came across your profile and was impressed. Let's connect and grow.",
    "pitch": "Hi Oona, we help companies like yours cut costs. Do you have 15 minutes on Tuesday?",
    "personal": "Hi Oona, thank you for the ladder on Sunday. The lamp in Ida's hall shines again.",
    "rude": "Hi Oona, you people are all the same. Answer me by Friday or I'll tell your boss.",
    "german": "Hallo Frau Brandt, wir helfen Unternehmen beim Sparen. Haben Sie 15 Minuten?",
    "slot": "Hi {{first_name}}, it was great to see you at [Event].",
}
SMALL_CAPITALS = dict(zip("abcdefghijklmnopqrtuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀᴛᴜᴠᴡʏᴢ", strict=True))
LOOK_ALIKES = dict(zip("aeopcyx", "аеорсух", strict=True))


def shifted(upper: int, lower: int) -> Callable[[str], str]:
    """Letters moved to another block, whose capitals begin at `upper`."""

    def dress(text: str) -> str:
        return "".join(
            chr(upper + ord(char) - ord("A"))
            if "A" <= char <= "Z"
            else chr(lower + ord(char) - ord("a"))
            if "a" <= char <= "z"
            else char
            for char in text
        )

    return dress


def mapped(letters: dict[str, str]) -> Callable[[str], str]:
    return lambda text: "".join(letters.get(char, char) for char in text)


DRESSES: dict[str, Callable[[str], str]] = {
    "mathematical bold": shifted(0x1D400, 0x1D41A),
    "mathematical script": shifted(0x1D4D0, 0x1D4EA),
    "mathematical typewriter": shifted(0x1D670, 0x1D68A),
    "full width": shifted(0xFF21, 0xFF41),
    "circles": shifted(0x24B6, 0x24D0),
    "small capitals": mapped(SMALL_CAPITALS),
    "look-alikes": mapped(LOOK_ALIKES),
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "embedded": lambda text: f"\u202a{text}\u202c",
    "byte order mark": lambda text: "\ufeff" + text,
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "struck through": lambda text: "".join(char + "\u0336" for char in text),
    "mark-up": lambda text: f"<p>{escape(text)}</p>",
    "bold mark-up": lambda text: f"<div><b>{escape(text)}</b></div>",
    "named entities": lambda text: text.replace("'", "&rsquo;").replace(" ", "&nbsp;"),
    "numeric entities": lambda text: "".join(f"&#{ord(char)};" for char in text),
    "page": lambda text: (
        "<!DOCTYPE html><html><head><style>p {color: red}</style><title>Mail</title></head>"
        f"<body><!-- buy now --><p>{escape(text)}</p></body></html>"
    ),
    "control characters": lambda text: text.replace("e", "e\x07"),
    "nul": lambda text: text.replace("o", "o\x00"),
    "lone surrogates": lambda text: text.replace("n", "n\ud800"),
}

MARK_UP = {"mark-up", "bold mark-up", "named entities", "numeric entities", "page"}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES.keys())
@pytest.mark.parametrize("text", NOTES.values(), ids=NOTES.keys())
def test_it_judges_the_words_and_not_their_dress(text: str, dress: Callable[[str], str]) -> None:
    assert seen(dress(text)) == seen(text)


@given(
    st.sampled_from(sorted(NOTES.values())),
    st.lists(st.sampled_from(sorted(DRESSES.keys() - MARK_UP)), max_size=3, unique=True),
    st.sampled_from(sorted(MARK_UP)),
)
@example(NOTES["pitch"], ["nul"], "numeric entities")
@settings(max_examples=60, deadline=None)
def test_it_sees_through_several_dresses(text: str, letters: list[str], mark_up: str) -> None:
    dressed = text
    for name in (*letters, mark_up):
        dressed = DRESSES[name](dressed)
    report = redleaf.check(dressed)
    assert report.verdict == redleaf.check(text).verdict
    assert all(0 <= each.start <= each.end <= len(dressed) for each in report.findings)


def test_a_place_is_that_of_the_words_as_they_were_written() -> None:
    text = "<p>Hi Oona,</p><p>we help <b>companies</b> &amp; cut&nbsp;costs.</p>"
    (offer,) = [each for each in redleaf.check(text).findings if "offer" in each.rule]
    assert text[offer.start : offer.end].startswith("we help <b>companies")


def test_a_default_text_is_marked_from_its_first_letter_to_its_last() -> None:
    dressed = DRESSES["small capitals"](DEFAULT)
    (finding,) = redleaf.check(f"Hi Oona, {dressed}").findings
    assert (finding.start, finding.end) == (9, 9 + len(dressed))


@pytest.mark.parametrize("between", ["🙂", " 🙂 ", " ✨ "])
def test_emoji_between_words_hide_nothing(between: str) -> None:
    assert redleaf.check(between.join(DEFAULT.split())).verdict == "default"


@pytest.mark.parametrize("between", [" ", "🙂", ".", "*"])
def test_letters_set_apart_hide_nothing(between: str) -> None:
    assert redleaf.check(between.join(DEFAULT)).verdict == "default"


def test_letters_alone_are_left_where_they_are_meant() -> None:
    text = "Hi Oona, which plan, A/B/C/D? J. R. R. Tolkien would say C. See you on Friday."
    assert redleaf.check(text).verdict == "personal"


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_text_trips_it(text: str) -> None:
    report = redleaf.check(text)
    assert all(0 <= each.start <= each.end <= len(text) for each in report.findings)


@pytest.mark.parametrize("text", ["", "a", "\x00", "\ud800", "<", "&", "<p>", "&#0;", "&#x110000;"])
def test_it_says_something_of_a_single_character(text: str) -> None:
    assert redleaf.check(text).verdict != "default"


def seen(text: str) -> tuple[str, list[str]]:
    """The verdict and the rules that speak, but for those about the letters themselves."""
    report = redleaf.check(text)
    rules = [each.rule for each in report.findings]
    letters = ("untrue/invisible-characters", "untrue/look-alike-letters")
    return report.verdict, [rule for rule in rules if rule not in letters]
