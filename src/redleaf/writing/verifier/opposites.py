"""Turned round: the same words of substance with a "not" more or less, or an opposite put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.stems import is_small
from redleaf.writing.verifier.verification import Claim
from redleaf.writing.verifier.words import Word

_NO = frozenset(
    "not no never nobody none nothing neither nor without hardly cannot kein keine "
    "nicht nie niemand "
    "pas jamais personne nunca nadie non mai nessuno nao ninguem niet geen nooit niemand".split()
)
_PAIRS = [
    frozenset(pair.split())
    for pair in (
        "everybody nobody|everyone nobody|always never|more less|best worst|better worse|"
        "first last|"
        "before after|early late|many few|all none|most least|big small|high low|fast "
        "slow|old new|hot cold|"
        "easy hard|right wrong|true false|up down|open closed|love hate|buy sell|win "
        "lose|rise fall|"
        "inside outside|with without|long short|light heavy|rich poor|dry wet|loud quiet|"
        "strong weak|passed failed|pass fail|left right|front back|arrived left|began stopped|"
        "start stop|remember forget|agree disagree|found lost|keep drop|empty full|clean dirty|"
        "cheap dear|alive dead|young old|shut open|broken whole|far near|short tall|wide narrow|"
        "thick thin|deep shallow|sweet bitter|upper lower|odd even|accepted refused|like dislike|"
        "finished dropped|finished quit|graduated dropped|completed dropped|stayed left|kept lost|"
        "hate love|hated loved|hates loves|loathe love|detest love|hate adore|dislike love|"
        "hate like|avoid seek|avoid love|fear love|afraid fearless|brave afraid|arrive leave|"
        "arrived missed|caught missed|won lost|beat lost|morning evening|lost won|sold bought|"
        "lent borrowed|lend borrow|gave took|sink float|sank floated|"
        "melt freeze|melted froze|grow shrink|grew shrank|asleep awake|married single|married "
        "divorced|youngest oldest|younger older|smallest biggest|largest smallest|shortest longest|"
        "nearest furthest|earliest latest|fastest slowest|quiet noisy|silent loud|silence noise|"
        "dark light|bright dark|heavier lighter|cheaper dearer|expensive cheap|free paid|success "
        "failure|succeeded failed|rejected accepted|approved rejected|guilty innocent|employed "
        "sacked|hired fired|promoted sacked|open locked|locked unlocked|indoors outdoors|"
        "upstairs downstairs|uphill downhill|heads tails|sunrise sunset|beginner expert|"
        "amateur professional|stranger friend|enemy friend|ally enemy|safe dangerous|"
        "raw cooked|fresh stale|fresh frozen|smooth rough|straight crooked|"
        "male female|boy girl|boys girls|men women|man woman|public private|rural urban|"
        "arrival departure|push pull|pushed pulled|above below|under over|opening closing|"
        "sooner later|ahead behind|quickly slowly|barefoot shod|sober drunk|vegetarian carnivore"
    ).split("|")
]
_PARTNERS = {
    word: frozenset(other for pair in _PAIRS if word in pair for other in pair if other != word)
    for pair in _PAIRS
    for word in pair
}


def find_opposites(reading: Reading) -> Iterator[Claim]:
    """ "The two who love bunting", where both hate it: the opposite of a word of a fact told."""
    if reading.language != "en":
        return
    for text in _PARTNERS.keys() & reading.places.keys():
        if text == "right" or reading.known.holds_word(text):
            continue  # "The right question": no side of anything.
        for at in reading.places[text]:
            path = _fact_turned(reading, at)
            if path:
                fact = reading.known.statements[path].text
                why = f"The brief says \u201c{fact}\u201d."
                yield reading.unsupported("encounter", at, at, why)


def _fact_turned(reading: Reading, at: int) -> str:
    """The fact that has the opposite, where another word of it stands in the sentence."""
    if any(at in each for each in (reading.envelope, reading.recited, reading.quoted)):
        return ""
    for opposite in _PARTNERS[reading.words[at].text] - reading.places.keys():
        for path in reading.known.holds_word(opposite):
            if path not in reading.known.statements or path.startswith(("sender.", "recipient.")):
                continue
            if _is_told_beside(reading, at, path):
                return path
    return ""


def _is_told_beside(reading: Reading, at: int, path: str) -> bool:
    return any(
        path in reading.borne(each)
        for each in reading.statement.sentence_words(at)
        if each != at and not is_small(reading.words[each].text)
    )


def turns_round(words: Sequence[Word], recorded: Sequence[Word]) -> bool:
    """Does the text say the opposite of a recorded sentence that it otherwise repeats?"""
    said = {word.text for word in words}
    known = {word.text for word in recorded}
    if _denies(words) != _denies(recorded):
        return True
    return holds_opposite(said, known)


def holds_opposite(said: frozenset[str] | set[str], known: frozenset[str] | set[str]) -> bool:
    """Does one of these words stand where the recorded ones have its opposite?"""
    return any(
        _PARTNERS[word] & known and word not in known and not _PARTNERS[word] & said
        for word in said
        if word in _PARTNERS
    )


def _denies(words: Sequence[Word]) -> bool:
    """Is the number of its denials odd?"""
    count = sum(word.text in _NO or word.text.endswith("n't") for word in words)
    return count % 2 == 1
