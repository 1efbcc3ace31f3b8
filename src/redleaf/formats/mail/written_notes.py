"""The note in a network's mail: the words of who asks, without those of the network around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redleaf.formats.mail.lines import GREETING, Line
from redleaf.formats.mail.links import without_tokens
from redleaf.formats.mail.services import Service, name_in_subject
from redleaf.notes.note import Note
from redleaf.rules.known_texts import find_known_text

_LONGEST_NOTE = 3_000
_LONGEST_HEADLINE = 220
_FEWEST_WORDS = 4
_OPENING, _CLOSING = "\"“„«»‹'‘", "\"”“»«›'’"
_LABEL = re.compile(
    r"^(?:(?:(?:personal|a|their|your|persönliche|ihre|seine|deine) )?"
    r"(?:message|note|nachricht|mitteilung|mensaje|nota|messaggio|mensagem|bericht)"
    r"(?: (?:from|von|de|da|van) [^:]{2,60})?|"
    r"[^:.]{2,60} (?:says|said|wrote|writes|schreibt|schrieb|a écrit|écrit|dice|escribe|escribió|"
    r"scrive|escreveu|schrijft)(?: (?:to you|dir|ihnen|vous|te))?)\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_TO_SOMEBODY = re.compile(
    r"\b(?:i|i[’']m|i[’']ve|i[’']d|my|we|our|you|your|ich|mich|mein\w*|wir|uns\w*|du|dir|dich|dein\w*|sie|"
    r"ihr\w*|je|j|nous|notre|vous|votre|vos|tu|te|mi|nos|nosotros|su|usted|me|le|io|noi|tuo|eu|"
    r"você|seu|ik|wij|jij|uw)\b",
    re.IGNORECASE,
)
# A network speaks of itself as "we", of its own matters, and as one alone in default texts only.
_AS_ONE = re.compile(
    r"\b(?:i|i[’']\w+|my|me|ich|mich|mir|mein\w*|je|j|mon|ma|mes|yo|mi|mis|io|mio|mia|eu|meu|minha|ik|mijn)\b",
    re.IGNORECASE,
)
_AS_SOME = re.compile(
    r"\b(?:we|our|us|wir|uns\w*|nous|notre|nos\w*|nuestr\w+|noi|nostr\w+|noss\w+|wij|ons|onze)\b",
    re.IGNORECASE,
)
_OF_NETWORKS = re.compile(
    r"\b(?:invit\w*|einladung\w*|convite\w*|uitnodig\w*|network\w*|netzwerk\w*|réseau\w*|red|redes|rete|rede|"
    r"netwerk\w*|members?|mitglied\w*|membres?|miembros?|membri|leden|accounts?|konto|compte|cuenta|"
    r"conta|profil\w*|perfil\w*|connections?|connexions?|conexi\w+|contact\w*|kontakt\w*|apps?|e-?mails?)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^[-–—~]\s?(?P<name>\S.*)$")
_ENDED = re.compile(r"[.!?…)\"”»]$")


def note_in(lines: Sequence[Line], name: str, service: Service) -> str:
    """The note, "" where there is none or the network wrote in its place."""
    labelled, quoted = _labelled(lines, name), _quoted(lines)
    greeted, below = _greeted(lines, name, service), _below_the_name(lines, name, service)
    for own in (labelled, quoted, greeted, below, _above_the_name(lines, name, service)):
        if found := _kept("\n".join(own)):
            return found
    return ""


def headline_in(lines: Sequence[Line], name: str) -> str:
    """The line below the name, where it is neither a button nor a sentence of the note."""
    at = place_of(name, lines) if name else -1
    following = [line for line in lines[at + 1 : at + 3] if at >= 0 and line.text]
    if not following or following[0].is_end or GREETING.match(following[0].text):
        return ""
    text = following[0].text
    is_note = text[0] in _OPENING or _LABEL.match(text) or _is_addressed(text)
    return "" if is_note or len(text) > _LONGEST_HEADLINE else text


def place_of(name: str, lines: Sequence[Line]) -> int:
    """Where the name stands alone in a line, or -1."""
    folded = name.casefold()
    return next((at for at, line in enumerate(lines) if line.text.casefold() == folded), -1)


def _labelled(lines: Sequence[Line], name: str) -> list[str]:
    """What follows "Message from Ana:" or "Ana wrote:"."""
    for at, line in enumerate(lines):
        if found := _LABEL.match(line.text):
            own = [found["rest"]] if found["rest"] else []
            own += [each.text for each in _until_end(lines[at + 1 :], name)]
            return [text for text in (_unquoted("\n".join(own)),) if text]
    return []


def _quoted(lines: Sequence[Line]) -> list[str]:
    """Lines from an opening quotation mark to a closing one, as some networks show the note."""
    for at, line in enumerate(lines):
        if line.text[:1] not in _OPENING or not line.text:
            continue
        own: list[str] = []
        for each in lines[at:]:
            if each.is_end and not own:
                break
            own.append(each.text)
            if each.text[-1:] in _CLOSING and len("".join(own)) > 12:
                return [_unquoted("\n".join(own))]
            if each.is_button:
                break
    return []


def _greeted(lines: Sequence[Line], name: str, service: Service) -> list[str]:
    """From the greeting to the name or the first button."""
    start = next((at for at, line in enumerate(lines) if GREETING.match(line.text)), -1)
    if start < 0:
        return []
    greeting = GREETING.match(lines[start].text)
    own = [greeting["rest"].strip()] if greeting and greeting["rest"].strip() else []
    if own and (_is_networks(own[0], name, service) or _is_of_networks(own[0])):
        own = []
    for line in _until_end(lines[start + 1 :], name):
        if not _is_networks(line.text, name, service):
            own.append(line.text)
        elif own:
            break
    return own


def _below_the_name(lines: Sequence[Line], name: str, service: Service) -> list[str]:
    """Sentences below the name and the headline, where no greeting begins them."""
    at = place_of(name, lines) if name else -1
    if at < 0:
        return []
    headline = headline_in(lines, name)
    own: list[str] = []
    for line in lines[at + 1 :]:
        if line.is_end:
            if own or line.text:
                break
            continue
        if line.text == headline or _is_networks(line.text, name, service):
            continue
        if own or _is_addressed(line.text):
            own.append(line.text)
    return own


def _above_the_name(lines: Sequence[Line], name: str, service: Service) -> list[str]:
    """Sentences of one person above the name, or above the given name as a closing."""
    at = place_of(name, lines) if name else -1
    signed = next((n for n, line in enumerate(lines) if _signs(line.text, name)), -1)
    own: list[str] = []
    for line in reversed(lines[: max(at, signed, 0)]):
        if line.is_end or _is_networks(line.text, name, service) or _is_of_networks(line.text):
            if own:
                break
            continue
        is_ones = _AS_ONE.search(line.text) or (signed >= 0 and _AS_SOME.search(line.text))
        if own or (_is_addressed(line.text) and is_ones):
            own.insert(0, line.text)
    return own


def _is_of_networks(text: str) -> bool:
    """Whether a line is about the network's own matters, and nobody says it of themselves."""
    return _OF_NETWORKS.search(text) is not None and not _AS_ONE.search(text)


def _signs(text: str, name: str) -> bool:
    found = _SIGNED.match(text)
    return bool(found and name and found["name"].casefold() in name.casefold())


def _until_end(lines: Sequence[Line], name: str) -> Iterator[Line]:
    folded = name.casefold()
    for line in lines:
        if line.is_end or line.text.casefold() == folded:
            return
        yield line


def _is_networks(text: str, name: str, service: Service) -> bool:
    """Whether the network speaks: of who asks in the third person, or as its subjects do."""
    if name and name.casefold() in text.casefold() and not re.search(r"\b(?:I|ich|je|yo)\b", text):
        return True
    found = name_in_subject(service.invitations, text)
    return bool(found) or (found is not None and len(text) < 80)


def _is_addressed(text: str) -> bool:
    """Whether a line is a sentence to somebody, unlike a headline or a place."""
    has_words = len(text.split()) >= _FEWEST_WORDS
    is_ended = _ENDED.search(text) is not None
    return has_words and (_TO_SOMEBODY.search(text) is not None) and (is_ended or len(text) > 60)


def _unquoted(text: str) -> str:
    bare = text.strip()
    if bare[:1] in _OPENING and bare[-1:] in _CLOSING:
        return bare[1:-1].strip()
    return bare


def _kept(text: str) -> str:
    note = without_tokens(text[:_LONGEST_NOTE]).strip()
    known = find_known_text(Note(note)) if note else None
    return "" if known and known.whole else note
