"""The lines of a network's mail, with the links that stand in each, and what is no line of a note.

Of a line the network's own links are cut out and others lose their tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redleaf.formats.mail.links import LINK, without_tokens
from redleaf.formats.mail.services import Service
from redleaf.notes.folding import INVISIBLE

_MOST_LINES = 2_000
GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|"
    r"bonjour|bonsoir|salut|cher|chère|hola|buenos días|buenas tardes|estimad[oa]|querid[oa]|ciao|"
    r"gentile|caro|cara|olá|oi|prezad[oa]|beste|dag|geachte)\b,?[^,!:.]{0,60}[,!:]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
# Buttons: a line that begins so ends what somebody wrote.
_BUTTON_WORDS = r"""
accept\b ignore\b decline\b confirm\b delete\srequest view\b reply\b respond\b block\b later\b
see\s(?:all|more|profile|invitation|their|who) connect$ annehmen akzeptieren ablehnen bestätigen
ignorieren profil\b ansehen zum\sprofil anfrage einladung\s(?:annehmen|ansehen) antworten$ accepter
refuser ignorer confirmer voir\b répondre aceptar ignorar rechazar confirmar responder ver\s
accetta rifiuta vedi visualizza conferma aceitar recusar accepteren negeren bekijk weigeren
bevestigen -{3,} _{3,} ={3,} \*{3,} ─{3,} \d+\s(?:mutual|shared|gemeinsame|weitere|relations?)
\d+\s(?:contactos?|amici|friends|common|amis|connections?|autres|personas) mutual gemeinsame
""".split()
_BUTTON = re.compile(rf"^\W*(?:{'|'.join(_BUTTON_WORDS)})", re.IGNORECASE)
# Where the network's own small print begins.
_FOOTER_WORDS = r"""
unsubscribe you(?:\sare|[’']re|\s)\s?receiv this\s(?:e-?mail|message)\s(?:was|is) this\sis\san?\s
learn\swhy help\b © \(c\) linkedin\b facebook\b xing\b meta\splatforms instagram\b meetup\b
sie\serhalten
du\serhältst diese\s(?:e-?mail|nachricht) abmelden abbestellen impressum vous\srecevez cet\se-?mail
ce\s(?:message|courriel) se\sdésabonner has\srecibido recibes este\s(?:correo|mensaje)
cancelar\s(?:la\s)?suscri darse\sde\sbaja
ricevi questa\se-?mail você\s(?:está\s)?receb este\se-?mail
u\sontvangt deze\se-?mail people\syou\smay\sknow personen,\sdie vous\sconnaissez\speut
""".split()
_FOOTER = re.compile(rf"^\W*(?:{'|'.join(_FOOTER_WORDS)})", re.IGNORECASE)
_OWN_NAME = re.compile(r"^(?:linkedin|facebook|xing|instagram|meetup|meta)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """Its words, "" where it holds only the network's links, and all the links in it."""

    text: str
    links: tuple[str, ...] = ()

    @property
    def is_button(self) -> bool:
        return _BUTTON.match(self.text) is not None

    @property
    def is_end(self) -> bool:
        """Whether nothing that somebody wrote goes on here."""
        return not self.text or self.is_button or is_footer(self.text)


def lines_of(text: str, service: Service) -> list[Line]:
    """The lines with words or links in them, without signs of text mark-up around them."""
    found = []
    for raw in text.splitlines()[: _MOST_LINES * 5]:
        line = _line(raw, service)
        if line.text or line.links:
            found.append(line)
    return found[:_MOST_LINES]


def _line(raw: str, service: Service) -> Line:
    shown = INVISIBLE.sub("", raw) if not raw.isascii() else raw
    links = tuple(LINK.findall(shown))
    bare = LINK.sub(lambda link: "" if service.owns(link[0]) else without_tokens(link[0]), shown)
    words = " ".join(bare.replace("<>", "").replace("()", "").replace("[]", "").split())
    text = words.lstrip("> ").strip("*|<>[] ")
    return Line(text.rstrip(":").rstrip() if links and len(text) < 40 else text, links)


def is_footer(text: str) -> bool:
    """Whether a line begins the network's small print; its bare name is a heading."""
    return _FOOTER.match(text) is not None and not _OWN_NAME.match(text)


def before_footer(lines: Sequence[Line]) -> list[Line]:
    """The lines above the small print, without the name of the network as a heading."""
    end = next((at for at, line in enumerate(lines) if is_footer(line.text)), len(lines))
    return [line for line in lines[:end] if not _OWN_NAME.match(line.text)]
