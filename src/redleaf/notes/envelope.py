"""The envelope of a note: greeting, signature, and the body between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from redleaf.notes.spans import Span

_HELLO = (
    r"hi|hello|hey|heya|hiya|dear|greetings|good\ (?:morning|afternoon|evening|day)|howdy|yo|"
    r"hallo|moin|servus|gr(?:ü|ue)(?:ß|ss)\ gott|guten\ (?:tag|morgen|abend)|liebe[rs]?|sehr\ geehrter?|lieber|"
    r"sehr\ geehrte(?:r|/r|\(r\))?|werte[r]?|bonjour|bonsoir|salut|coucou|cher|chère|hola|buenos\ d[ií]as|"
    r"buenas(?:\ tardes)?|estimad[oa]|querid[oa]|olá|ola|oi|bom\ dia|boa\ tarde|prezad[oa]|car[oa]|ciao|salve|"
    r"buongiorno|buonasera|gentile|egregio|beste|geachte|hoi|dag|goedemorgen|goedemiddag|lieve|hej|hejsan|tjena|"
    r"kära|kære|kjære|hei|terve|moi|cześć|witam|dzień\ dobry|drogi|droga|szanown[ya]|ahoj|dobrý\ den|szia|"
    r"merhaba|selam|sayın|привет|здравствуйте|добрый\ день|уважаем(?:ый|ая)|вітаю|привіт|γεια|halo|salam|xin\ chào|"
    r"مرحبا|שלום|नमस्ते|你好|您好|こんにちは|안녕하세요"
)
_GREETING = re.compile(
    rf"\s*(?P<word>{_HELLO})(?![\w'’])(?P<rest>(?:\s(?:mr|mrs|ms|dr|prof|st|sr|sra|dott|ing)\.)*[^\n.!?]{{0,48}}?)\s*(?P<end>[,!.:;\u2013\u2014\n،，]|-\s|$)",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(r"\s*(?P<name>[^\W\d_][\w'’.\-]*(?:\ [^\W\d_][\w'’.\-]*){0,2})\s*(?:,|!|:|\u2014|\s-\s|\n)")
_CLOSING = re.compile(
    r"(?:many\ |with\ |mit\ |with\ my\ )?(?:(?:kind|best|warm|warmest|kindest|good|freundlichen|freundliche|liebe|viele|herzliche|beste|"
    r"besten|schöne)\ )?(?:regards|wishes|cheers|best|thanks(?:\ (?:again|in\ advance|so\ much|a\ lot))?|thank\ you|sincerely|"
    r"yours(?:\ (?:truly|sincerely|faithfully))?|love|warmly|respectfully|grüße|grüßen|gruß|gruss|lg|vg|mfg|"
    r"(?:bien\ )?cordialement|amicalement|à\ bientôt|saludos(?:\ cordiales)?|un\ saludo|un\ abrazo|atentamente|"
    r"atenciosamente|abraços?|cumprimentos|obrigad[oa]|gracias|merci|danke|grazie|cordiali\ saluti|un\ saluto|"
    r"(?:met\ )?(?:vriendelijke\ |hartelijke\ )?groet(?:en|jes)?|mvg|hälsningar|hilsen|pozdrawiam)[\s,.!\u2013\u2014-]*",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(r"[-\u2013\u2014~\s]*[^\W\d_][\w'’.\-]*(?:[ &+]+[^\W\d_][\w'’.\-]*){0,3}[.\s]*", re.UNICODE)
_NOT_NAMES = frozenset(
    "there all everyone everybody team folks sir madam friend guys connection member colleague both again "
    "zusammen alle tous everybody ladies gentlemen dude man mate hiring manager recruiter".split()
)
_TITLES = frozenset(
    "mr mrs ms mx dr prof professor sir herr frau monsieur madame mme m señor señora sr sra srta dott dottor "
    "dottoressa ing signor signora heer mevrouw de dhr mw pan pani".split()
)


class Greeting(NamedTuple):
    """The greeting of a note; `name` is the span of the name in it, None in "Hi there"."""

    span: Span
    name: Span | None


def greeting_of(text: str) -> Greeting | None:
    """The greeting that opens `text`: "Dear Ms Holt," or a bare name before a comma."""
    match = _GREETING.match(text)
    if match:
        return Greeting(
            Span(match.start("word"), match.end()), _name_within(text, *match.span("rest"))
        )
    bare = _BARE_NAME.match(text)
    if bare and _looks_like_name(bare.group("name")):
        return Greeting(Span(bare.start("name"), bare.end()), Span(*bare.span("name")))
    return None


def signature_of(text: str, begin: int = 0) -> Span | None:
    """Closing words and name at the end of `text`: "Best regards, Ines", or a name alone on its line."""
    end = len(text.rstrip())
    lines = _lines(text, begin, end)
    start = None
    for line in reversed(lines[-5:]):
        words = line.of(text).strip()
        if not words or _CLOSING.fullmatch(words) or _is_closing_with_name(words):
            start = line.start if words else start
        elif _NAME_LINE.fullmatch(words) and _looks_like_name(words) and line is not lines[0]:
            start = line.start
        else:
            break
    if start is not None:
        return Span(start, end)
    return _closing_on_last_line(text, lines[-1] if lines else Span(begin, end))


def _closing_on_last_line(text: str, line: Span) -> Span | None:
    """A closing after the last sentence: "… on Friday. Best, Ines" or "… on Friday. Ines"."""
    words = line.of(text)
    for match in re.finditer(r"(?<=[.!?\u2026])[\"'\u201d\u2019)]*\s+|[,\u2013\u2014]\s+", words):
        tail = words[match.end() :].strip()
        if len(tail) > 60:
            continue
        after_sentence = words[match.start() - 1 : match.start()] in ".!?\u2026\"'\u201d\u2019)"
        if _is_closing_with_name(tail) or (
            after_sentence and (_CLOSING.fullmatch(tail) or (_looks_like_name(tail) and _NAME_LINE.fullmatch(tail)))
        ):
            return Span(line.start + match.end(), line.end)
    return None


def _is_closing_with_name(words: str) -> bool:
    match = _CLOSING.match(words)
    if not match or not match.group().strip():
        return False
    rest = words[match.end() :].strip()
    return not rest or bool(_NAME_LINE.fullmatch(rest) and _looks_like_name(rest))


def _lines(text: str, begin: int, end: int) -> list[Span]:
    lines = []
    at = begin
    for line in text[begin:end].split("\n"):
        lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    return lines


def _name_within(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    words = text[start:end].split()
    if not words or any(word.lower().strip(".") in _NOT_NAMES for word in words):
        return None
    return Span(start, end) if len(words) <= 4 else None


@lru_cache(maxsize=1024)
def _looks_like_name(words: str) -> bool:
    parts = words.strip(" -\u2013\u2014~.").split()
    if not parts or len(parts) > 4:
        return False
    for part in parts:
        bare = part.strip(".").lower()
        if bare in _NOT_NAMES or bare in _PLAIN_STARTS:
            return False
        if not (part[0].isupper() or bare in _TITLES or bare in _PARTICLES or not part[0].islower()):
            return False
    return any(part[0].isupper() or not part.isascii() for part in parts)


_PARTICLES = frozenset("van von de da di del der den la le el al bin ibn y e & and und et".split())
# Words that open sentences with a comma after them and are no names.
_PLAIN_STARTS = frozenset(
    "yes no so well ok okay please thanks thank sorry congratulations congrats welcome hello hi hey today "
    "yesterday tomorrow now then also still again however finally first second great nice good lovely fine "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december ps p.s i you we they he she it this that these those "
    "ja nein danke bitte oui non merci sí si gracias sim não obrigado grazie yep nope duuuude dude man bro".split()
)
