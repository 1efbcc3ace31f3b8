"""Parts of a compiled file: what was written under a key is found there, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redleaf.notes.compiled_parts import OFTEN, parts_of, sorted_lines

KEYS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\t"), max_size=4)
VALUES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=6)


@given(st.dictionaries(KEYS, VALUES, min_size=1), KEYS, VALUES)
def test_it_finds_each_key_and_no_other(values: dict[str, str], other: str, before: str) -> None:
    file = "\n\n".join((f"0{before}", "\n".join(sorted_lines(values)), "z\tlast")).encode()
    _, part, last = parts_of(file)
    assert {key: part.get(key) for key in values} == values == part.fields()
    assert part.get(other) == values.get(other)
    assert last.get("z") == "last"


def test_it_finds_the_same_however_often_it_is_asked() -> None:
    values = {"a": "1", "ab": "2", "b c": "3", "é": "4"}
    part = parts_of("\n".join(sorted_lines(values)).encode())[0]
    for key in ("a", "ab", "abc", "b c", "", "é"):
        answers = {part.get(key) for _ in range(OFTEN)}
        assert answers == {values.get(key)}
