"""The words of the desk: all are marked, translated into every language, and compiled."""

from __future__ import annotations

import io
import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.web.visible_words import unmarked_words
from tools.messages import (
    DOMAINS,
    LANGUAGES,
    WEB,
    collected,
    compiled,
    po_file,
    translations,
    untranslated,
)

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
        ("<pre>Authorization: Bearer …</pre><p>Kiln days</p>", ["Kiln days"]),
    ],
)
def test_unmarked_words_are_found(tmp_path: Path, template: str, words: list[str]) -> None:
    file = tmp_path / "page.html"
    file.write_text(template)
    assert unmarked_words(file) == words


CATALOGUES = [(language, domain) for language in LANGUAGES for domain in DOMAINS]
# What a translation may put in another order, but neither lose nor add.
PLACES = re.compile(r"%\(\w+\)[sd]|%%|(?<!\$)\{\w+\}|</?\w+[^>]*>|&\w+;|\n")


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_every_word_is_translated_and_none_is_left_over(language: str, domain: str) -> None:
    """`make messages` mends it, but for the words themselves."""
    said = {(each.context, each.id) for each in collected(domain)}
    there = translations(language, domain)
    assert {(each.context, each.id) for each in there} == said
    assert [each.id for each in untranslated(there)] == []
    assert [each.id for each in there if each.fuzzy] == []


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_translations_hold_the_same_places(language: str, domain: str) -> None:
    wrong = [each.id for each in translations(language, domain) if each.id and not fits(each)]
    assert wrong == []


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_what_django_reads_is_what_was_translated(language: str, domain: str) -> None:
    file = po_file(language, domain).with_suffix(".mo")
    assert read(file.read_bytes()) == read(compiled(translations(language, domain)))


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("%(n)s of %(limit)s", "%(n)s von %(most)s"),
        ("%(done)s %% is read.", "%(done)s sind gelesen."),
        ("Ask <bdi>%(name)s</bdi>.", "Frag %(name)s."),
        ("{n} chosen.", "gewählt."),
    ],
)
def test_a_lost_place_is_found(english: str, translated: str) -> None:
    assert not fits(Message(english, translated))
    assert fits(Message(english, english))


def fits(message: Message) -> bool:
    ids, said = forms(message.id), forms(message.string)
    return all(sorted(PLACES.findall(each)) == sorted(PLACES.findall(ids[-1])) for each in said)


def forms(words: object) -> list[str]:
    return [str(each) for each in words] if isinstance(words, list | tuple) else [str(words)]


def read(mo: bytes) -> dict[object, str]:
    found: dict[object, str] = vars(GNUTranslations(io.BytesIO(mo)))["_catalog"]
    return found
