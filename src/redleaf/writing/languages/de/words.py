"""Small words of German and of its neighbours, by which a fact shows its language and its shape."""

from __future__ import annotations

from redleaf.notes.regexes import regex

NUMBERS = frozenset(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig hundert".split()
)
PREPOSITIONS = frozenset(
    "in im ins an am ans auf bei beim mit von vom zu zum zur nach vor für über unter hinter neben "
    "zwischen aus durch gegen ohne um seit bis ab trotz wegen während statt entlang gegenüber per "
    "pro via außer innerhalb außerhalb".split()
)
SMALL = PREPOSITIONS | frozenset(
    "und oder sowie als wie dass ob wenn weil da damit bevor nachdem während obwohl nicht auch nur "
    "noch schon immer wieder sehr mehr namens statt der die das den dem des wer was wo wann warum "
    "wieso weshalb woher wohin womit wozu man ich du er sie es wir ihr mir dir ihm uns euch ihnen "
    "sich mich dich ihn".split()
)
# None of these is a German word too, or so rarely that it does not count.
_FOREIGN = frozenset(
    "the of and with from to for by at on how why what when where who which that this these those "
    "my your our their his her its is are was were has have had been be not about into over under "
    "without an as or it we you they i le la les du des et avec pour dans sur une un au aux est "
    "sont el los las y con por para una del que".split()
) - frozenset("was an her des du war la i".split())
_WORD = regex(r"[^\W\d_]+")
_AFTER_NOUN = SMALL | frozenset(
    "ein eine einen einem einer eines kein keine mein meine dein deine sein seine unser unsere "
    "unserer unseres ihre ihrer ihres dieser dieses diesem diesen jeder heute gestern morgen dort "
    "hier allein allerdings mal etwa rund ganz zweier dreier meiner meines deiner deines seiner "
    "seines alter alten neuer neuen aller beider".split()
)


def is_foreign(text: str) -> bool:
    """Whether words of English, French or Spanish show that `text` is no German."""
    words = [word.lower() for word in _WORD.findall(text)]
    return any(word in _FOREIGN for word in words)


def has_german_noun(text: str) -> bool:
    """Whether `text` looks like a German noun phrase: a capital noun, and then small words only.

    "Load cells in frost" has a small noun right behind its first word; no German phrase has.
    """
    words = text.split()
    capitals = [at for at, word in enumerate(words) if word[:1].isupper()]
    if not capitals:
        return False
    at = capitals[-1] if capitals == list(range(capitals[0], capitals[-1] + 1)) else capitals[0]
    follows = words[at + 1] if at + 1 < len(words) else ""
    if words[at].endswith((",", ":")) or not follows or not follows[0].isalpha():
        return True
    return not follows[0].islower() or follows.rstrip(",").lower() in _AFTER_NOUN
