"""Collect the words of the desk and compile their translations: `make messages`.

What is marked in templates and code goes into src/redleaf/web/locale/*/LC_MESSAGES/django.po, what
scripts say into djangojs.po beside it; what was translated stays, what is no longer said goes. Then
they are compiled to the .mo files that Django reads. Messages without a translation are listed, and
the end is 1 then.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from redleaf.networks import networks
from redleaf.rules.catalogue import all_rules

WEB = Path(__file__).parents[1] / "src" / "redleaf" / "web"
LANGUAGES = ("de", "fr", "es")
DOMAINS = ("django", "djangojs")
# The history tells when a file changed; a date in it would make two runs differ.
_DAY = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
_HEADER = "# The words of Redleaf's desk. `make messages` collects them and compiles this file."
_SAID = {"spoken": None}
_NO_BRANDS = ("card", "email")
_KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_noop": None,
    **{f"{name}_lazy": spec for name, spec in DEFAULT_KEYWORDS.items()},
}


def po_file(language: str, domain: str) -> Path:
    return WEB / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def translations(language: str, domain: str) -> Catalog:
    """The file of a language as it is; empty where there is none yet."""
    file = po_file(language, domain)
    if not file.exists():
        return Catalog(locale=language, project="Redleaf")
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def collected(domain: str) -> Catalog:
    """Every message that a template or a module marks, or a script says, with where it stands."""
    found = Catalog()
    for file in sorted(WEB.rglob("*")):
        place = file.relative_to(WEB).as_posix()
        if domain == "djangojs":
            if file.suffix == ".js":
                _add(found, place, "javascript", file.read_bytes(), _SAID)
        elif file.suffix == ".py":
            _add(found, place, "python", file.read_bytes(), _KEYWORDS)
        elif "templates" in file.parts and file.suffix in (".html", ".txt"):
            _add(found, place, "python", _as_code(file), _KEYWORDS)
    if domain == "django":
        _add_networks(found)
        _add_rules(found)
    return found


def untranslated(catalog: Catalog) -> Iterator[Message]:
    for message in catalog:
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(said):
            yield message


def compiled(catalog: Catalog) -> bytes:
    """The .mo file of a catalogue."""
    catalog.creation_date = catalog.revision_date = _DAY
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> int:
    missing = 0
    for domain in DOMAINS:
        source = collected(domain)
        for language in LANGUAGES:
            catalog = translations(language, domain)
            catalog.update(source, no_fuzzy_matching=True)
            catalog.obsolete.clear()
            catalog.header_comment, catalog.fuzzy = _HEADER, False
            _write(po_file(language, domain), catalog)
            without = list(untranslated(catalog))
            missing += len(without)
            for each in without:
                print(f"{language}: not translated: {each.id}")
        print(f"{domain}: {len(source)} messages in {len(LANGUAGES)} languages")
    print(f"{missing} without a translation")
    return 1 if missing else 0


def _add(found: Catalog, place: str, method: str, code: bytes, keywords: dict[str, Any]) -> None:
    for _line, words, comments, context in extract(
        method, io.BytesIO(code), keywords, ["Translators:"], {"encoding": "utf-8"}
    ):
        found.add(words, locations=[(place, 0)], auto_comments=comments, context=context)


def _add_networks(found: Catalog) -> None:
    """What the catalogue of networks says and the desk shows."""
    for known in networks():
        kinds = [known, *(known.at(tier) for tier in known.tiers)]
        said = [*known.tiers.values(), *([known.title] if known.name in _NO_BRANDS else [])]
        said += [words for at in kinds for words in (at.where_to_change(), at.instead())]
        for each in filter(None, said):
            found.add(each, locations=[(f"networks/{known.name}", 0)])


def _add_rules(found: Catalog) -> None:
    for rule in all_rules():
        for text in (rule.title, rule.message, rule.advice):
            found.add(text, locations=[(f"rules/{rule.name}", 0)])


def _as_code(file: Path) -> bytes:
    """A template as Django's own collector sees it: code, with all but the messages blanked."""
    code = templatize(file.read_text(), origin=str(file))
    return "\n".join(line.strip() for line in code.splitlines()).encode()


def _write(file: Path, catalog: Catalog) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.with_suffix(".mo").write_bytes(compiled(catalog))
    with file.open("wb") as opened:
        write_po(opened, catalog, width=100, sort_by_file=True, include_lineno=False)


if __name__ == "__main__":
    sys.exit(main())
