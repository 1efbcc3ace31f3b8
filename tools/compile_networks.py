"""Check the networks' TOML files and write them as the JSON that the package reads.

    python -m tools.compile_networks           write
    python -m tools.compile_networks --check   exit 1 when something is stale

One file per network in src/redleaf/networks/data/, one per program in data/programs/: they are
found, never listed. Nothing here ships.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redleaf.networks import compiled
from redleaf.networks.catalogue import read_network, read_texts
from redleaf.notes.compiled_parts import sorted_lines
from redleaf.notes.folding import fold
from redleaf.rules.wordings import SLOT, is_sign, keys_of, weight, wording_of

DATA = Path(compiled.DATA)
ANCHORS = 6
# What the sentence that gives a text away must say; shorter others are letters such as P.S.
MAIN_WEIGHT = 1.5
SHORTEST_OTHER = 3


def compile_all() -> dict[str, str]:
    """The compiled files by name, as text."""
    networks = {path.stem: _load(path) for path in sorted(DATA.glob("*.toml")) if _is_network(path)}
    programs = {path.stem: _load(path) for path in sorted((DATA / "programs").glob("*.toml"))}
    courtesies = _load(DATA / "courtesies.toml")
    for name, table in networks.items():
        read_network(name, table)
    catalogue = {
        name: {key: value for key, value in table.items() if key != "texts"}
        for name, table in networks.items()
    }
    both = {**networks, **programs}
    rows = [row for name, table in both.items() for row in read_texts(name, table, f"{name}.toml")]
    titles = {name: table["title"] for name, table in both.items()}
    return {
        "catalogue.json": _json(catalogue),
        "texts.json": _json({"titles": titles, "groups": rows}),
        "known_texts.txt": _parts(_index(rows, both, courtesies)),
    }


def _index(rows: list[Any], tables: dict[str, Any], courtesies: dict[str, Any]) -> list[list[str]]:
    """What known_wordings reads, in parts of lines: titles, wordings, the anchors and how many of
    them each wording needs, and by language the vocabularies, greetings, fillers and courtesies."""
    greetings = {
        language: {*_words(each.get("greetings", ())), *_words(courtesies["en"]["greetings"])}
        for language, each in courtesies.items()
    }
    wordings: dict[tuple[str, str], list[Any]] = {}
    others: list[tuple[str, str, str]] = []
    for product, language, _, since, until, _, *texts in rows:
        for text in texts:
            main, *rest = _main_first(_sentences(text, greetings.get(language, greetings["en"])))
            wordings.setdefault((main, language), [main, language, product, since, until, 0])
            others += [(each, language, product) for each in rest]
    for product, table in tables.items():
        for group in table.get("texts", ()):
            for text in group.get("also", ()):
                language = group["language"]
                first_words = greetings.get(language, greetings["en"])
                others += [(each, language, product) for each in _sentences(text, first_words)]
    for each, language, product in others:
        if len(each) > SHORTEST_OTHER or is_sign(each[0]):
            wordings.setdefault((each, language), [each, language, product, 0, 0, 1])
    listed = list(wordings.values())
    fillers = {
        language: set(_words(each.get("fillers", ()))) for language, each in courtesies.items()
    }
    anchors, needed = _anchors(listed, fillers)
    words = {
        language: " ".join(sorted(set(_wordings(each.get("courtesies", ())))))
        for language, each in courtesies.items()
    }
    return [
        [f"{name}\t{table['title']}" for name, table in tables.items()],
        ["\t".join((*map(str, row[:-1]), "companion" if row[-1] else "")) for row in listed],
        sorted_lines({key: " ".join(map(str, numbers)) for key, numbers in anchors.items()}),
        [needed],
        sorted_lines(_vocabularies(listed, fillers)),
        sorted_lines({language: " ".join(sorted(each)) for language, each in greetings.items()}),
        sorted_lines({language: " ".join(sorted(each)) for language, each in fillers.items()}),
        sorted_lines(words),
    ]


def _sentences(text: str, greetings: set[str]) -> list[str]:
    """The sentences of a default text as terms; the first is the one that gives it away.

    A greeting of its own is left out, and so is what has no words.
    """
    wording = wording_of(fold(text))
    found = []
    for places in wording.sentences():
        terms = [wording.terms[at] for at in places]
        terms = _without_greeting(terms, [wording.breaks[at] for at in places], greetings)
        if any(term != SLOT for term in terms):
            found.append(" ".join(terms))
    return found or [" ".join(wording.terms)]


def _main_first(sentences: list[str]) -> list[str]:
    """The sentence that gives a text away, then the others: the first that is not too short to."""
    sizes = [sum(weight(term) for term in sentence.split()) for sentence in sentences]
    enough = min(MAIN_WEIGHT, max(sizes))
    main = next(at for at, size in enumerate(sizes) if size >= enough)
    return [sentences[main], *sentences[:main], *sentences[main + 1 :]]


def _without_greeting(terms: list[str], breaks: list[int], greetings: set[str]) -> list[str]:
    if terms[0] not in greetings:
        return terms
    ends = [at for at, gap in enumerate(breaks) if at and gap]
    if ends and ends[0] <= 3:
        return terms[ends[0] :]
    only_name = all(term == SLOT or term in greetings for term in terms)
    return [] if only_name else terms


def _anchors(rows: list[Any], fillers: dict[str, set[str]]) -> tuple[dict[str, list[int]], str]:
    """For each key the wordings it leads to, and how many of its keys each wording needs.

    A wording is led to by its rarest keys, fillers only where it has hardly anything else.
    """
    keys = [_keys(row[0].split(), fillers.get(row[1], set())) for row in rows]
    counts = Counter(key for each in keys for key in each)
    anchors: dict[str, list[int]] = {}
    needed = []
    for number in range(len(rows)):
        rarest = sorted(keys[number], key=lambda key: (counts[key] / weight(key), key))[:ANCHORS]
        for key in rarest:
            anchors.setdefault(key, []).append(number)
        needed.append(max(1, len(rarest) // 2))
    return dict(sorted(anchors.items())), "".join(map(str, needed))


def _vocabularies(rows: list[Any], fillers: dict[str, set[str]]) -> dict[str, str]:
    """By language the words that its default texts use, and its fillers."""
    words: dict[str, set[str]] = {}
    for line, language, *_, companion in rows:
        words.setdefault(language, set(fillers.get(language, ())))
        if not companion:
            words[language].update(line.split())
    return {language: " ".join(sorted(each)) for language, each in words.items()}


def _keys(terms: list[str], fillers: set[str]) -> set[str]:
    if any(is_sign(term) for term in terms):
        return set(keys_of(terms))
    telling = set(keys_of([term for term in terms if term not in fillers]))
    return telling or set(keys_of(terms))


def _wordings(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield " ".join(wording_of(fold(text)).terms)


def _words(texts: list[str] | str) -> Iterator[str]:
    for text in [texts] if isinstance(texts, str) else texts:
        yield from wording_of(fold(text)).terms


def _is_network(path: Path) -> bool:
    return path.name != "courtesies.toml"


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _parts(parts: list[list[str]]) -> str:
    assert all(line and "\n" not in line for part in parts for line in part)
    return "\n\n".join("\n".join(part) for part in parts)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=False) + "\n"


def main(argv: list[str]) -> int:
    stale = []
    for name, text in compile_all().items():
        path = Path(compiled.path_of(name))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in argv:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name} {'is stale' if '--check' in argv else 'written'}")
    return int(bool(stale) and "--check" in argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
