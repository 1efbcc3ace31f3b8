"""The words of the desk: all are marked, translated into every language, and compiled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.visible_words import unmarked_words
from tools.messages import WEB

TEMPLATES = sorted(
    each
    for each in WEB.rglob("*")
    if "templates" in each.parts and each.suffix in (".html", ".txt")
)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(WEB).as_posix())
def test_every_word_of_a_template_can_be_translated(file: Path) -> None:
    assert unmarked_words(file) == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Kiln days</p>", ["Kiln days"]),
        ('<p>{% translate "Kiln days" %}</p>', []),
        ("{% blocktranslate %}Kiln {{ day }}{% endblocktranslate %} in Turku", ["in Turku"]),
        ('<input placeholder="A name" data-copy="#text" value="{{ name }}">', ["A name"]),
        ("""{{ name|default:"Somebody" }}{{ name|default:_("Somebody") }}""", ["Somebody"]),
        ('{{ day|date:"j F" }}{% block page %}public{% endblock %}', []),
        ('{% include "a/field.html" with label="The event" %}', ["The event"]),
        ("<p>Redleaf <kbd>Esc</kbd> <code>make start</code> · 7</p>", []),
    ],
)
def test_unmarked_words_are_found(tmp_path: Path, template: str, words: list[str]) -> None:
    file = tmp_path / "page.html"
    file.write_text(template)
    assert unmarked_words(file) == words
