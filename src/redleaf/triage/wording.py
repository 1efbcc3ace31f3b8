"""Wording: what an invitation's text says of itself, before anything is decided."""

from __future__ import annotations

from functools import cached_property, lru_cache

from redleaf.errors import UnknownName
from redleaf.judging import Report, check
from redleaf.networks import Network, network
from redleaf.notes.note import Note
from redleaf.notes.particulars import WEIGHTS, particulars_of
from redleaf.notes.regexes import regex
from redleaf.notes.spans import Span
from redleaf.triage.gains import asks_about_a_debt, gain_in
from redleaf.triage.invitation import Invitation
from redleaf.triage.selling import is_about_money, is_about_yours, names_a_sale
from redleaf.triage.signs import sign
from redleaf.writing.verifier.stems import lexicon

# What asks for help without selling anything; a pitch that is nothing else is a plea.
_PLEAS = ("taking/favour-from-a-stranger", "taking/ask-before-give", "taking/time-asked-for")
_SOUNDS = ("boring/reads-like-a-template", "taking/reads-like-a-pitch")
_OFFERING = ("provider", "price", "appointment")
# One fault in a text with so many words that letters to many do not have is a slip.
_MOST_FAULT, _FEWEST_RARE = 1.0, 3
_GIVING_FROM = 90
_RARE_WORD = regex(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])")
_RECRUITING = "taking/recruiter-set"
_READ = ("en", "de", "fr", "es", "nl", "it", "pt")
_MANNERLESS = ("rude/insult", "rude/threat")
_RUDE_FROM = 50
_LONGEST_QUOTE, _TELLING_CHARS = 70, 24
_CLAUSE_END = regex(r"[,;:.!?\u3002\uff01\uff1f\n–—]+")
_OWN_WORDS = ("personal", "unclear", "template")
# A day or a name alone stands in letters to many.
_TELLING_KINDS = ("encounter", "said", "tie", "promise", "work")


class Wording:
    """A text as triage needs it: the report of check(), signs, and what stands out in it.

    A sign is the words in which it was seen, "" for none. Each is looked for when it is asked for:
    most invitations say nothing, and need none.
    """

    def __init__(self, invitation: Invitation) -> None:
        self.text = invitation.words
        self.network = network_or_none(invitation.network)
        self.report = read_text(self.text, self.network.name if self.network else "")
        self._all_words = invitation.all_words
        self._headline = invitation.sender.headline

    @property
    def verdict(self) -> str:
        return self.report.verdict

    @property
    def says_nothing(self) -> bool:
        """No text, or the network's own: there are no signs in it."""
        return self.verdict in ("empty", "default")

    @cached_property
    def fraud(self) -> str:
        return sign("fraud", self._all_words)

    @cached_property
    def met(self) -> str:
        return self._sign("met")

    @cached_property
    def rudeness(self) -> str:
        return self._sign("rude")

    @cached_property
    def threat(self) -> str:
        return self._sign("threat")

    @cached_property
    def plea(self) -> str:
        return self._sign("plea")

    @cached_property
    def customer(self) -> str:
        return self._sign("customer")

    @cached_property
    def unnamed(self) -> str:
        return self._sign("unnamed")

    @cached_property
    def networking(self) -> str:
        return self._sign("networking")

    @cached_property
    def follow_up(self) -> str:
        return self._sign("follow-up")

    @cached_property
    def offering(self) -> tuple[str, ...]:
        """What it gains, or else who provides, what it costs, when to meet: as many as it says."""
        if self.gain:
            return (self.gain,)
        return tuple(found for kind in _OFFERING if (found := self._sign(kind)))

    @cached_property
    def gain(self) -> str:
        return "" if self.says_nothing else gain_in(self.text)

    @property
    def provider(self) -> str:
        return self._sign("provider")

    @property
    def price(self) -> str:
        return self._sign("price")

    @cached_property
    def recruiter(self) -> str:
        return sign("recruiter", self._headline)

    @cached_property
    def seller(self) -> str:
        return sign("seller", self._headline)

    @cached_property
    def student(self) -> str:
        return sign("student", self._headline)

    @cached_property
    def particulars(self) -> tuple[str, ...]:
        """What could hardly be said to anybody else, the most telling first."""
        if self.verdict not in _OWN_WORDS:
            return ()
        found = particular_words(self.text)
        # What begs could be said to anybody.
        return tuple(each for each in found if not (self.plea and sign("plea", each)))

    def _sign(self, kind: str) -> str:
        return "" if self.says_nothing else sign(kind, self.text)

    @property
    def is_personal(self) -> bool:
        """Written to one person; also where only the sound of the words speaks against it."""
        if self.verdict == "personal":
            return True
        if self.is_buying or self.is_sharing:
            return True
        if self.verdict not in ("template", "pitch") or self.networking or self.offering:
            return False
        if self.seller or self.recruiter or self.plea:
            return False
        speaking = [
            each
            for each in self.report.findings
            if each.suggests == self.verdict and each.rule not in _SOUNDS
        ]
        if any(each.weight > _MOST_FAULT for each in speaking):
            return False
        return self.is_giving and len(rare_words(self.text)) >= _FEWEST_RARE

    @property
    def is_buying(self) -> bool:
        """Asks for what the receiver does; what only sounds like an offer is none then."""
        return self._only_sounds_so and bool(self.customer) and not self.offering

    @property
    def is_sharing(self) -> bool:
        """Has something particular to say or to show, and sells nothing: only the sound of the
        words, or a photograph that is offered, speaks for an offer.
        """
        begs = self.plea or not self.rules.isdisjoint(_PLEAS)
        if not self._only_sounds_so or self.follow_up or begs or len(self.offering) > 1:
            return False
        if "http" in self.text:
            return False
        if self.price and is_about_money(self.text):
            return False
        if asks_about_a_debt(self.text):
            return True
        return bool(particular_words(self.text)) or is_about_yours(self.text)

    @property
    def _only_sounds_so(self) -> bool:
        is_seller = self.seller or self.recruiter or self.networking
        return self.verdict == "pitch" and not self.sells and not is_seller

    @cached_property
    def sells(self) -> bool:
        """Whether a rule has named a sale, and not only somebody who shows or tells something."""
        return names_a_sale(self.report, self.text) and not asks_about_a_debt(self.text)

    @property
    def is_giving(self) -> bool:
        """In English, about something of the reader's, asking nothing and calling for nothing."""
        if self.report.language != "en" or self.report.scores.giving < _GIVING_FROM:
            return False
        text = self.text
        return "?" not in text and "your " in text and "http" not in text and not self.follow_up

    @property
    def is_dressed(self) -> bool:
        """An offer in personal dress: two of provider, price, appointment and a seller's profile,
        or one of them and a rule that has named the sale, or a gain that nobody honest promises.
        """
        if self.says_nothing:
            return False
        signs = len(self.offering) + bool(self.seller)
        return bool(self.gain) or signs > 1 or bool(signs and self.sells)

    @property
    def rules(self) -> frozenset[str]:
        return frozenset(each.rule for each in self.report.findings)

    @property
    def is_rude(self) -> bool:
        """Insulting or threatening, or rude in several ways; a demand alone is only clumsy."""
        rude = [each for each in self.report.findings if each.family == "rude"]
        cost = sum(each.costs.get("courtesy", 0) for each in rude)
        if self.threat or self.rudeness:
            return True
        return cost >= _RUDE_FROM or not self.rules.isdisjoint(_MANNERLESS)

    @property
    def is_plea(self) -> bool:
        """Asks a favour of a stranger and offers nothing, but sells nothing either."""
        rules = self.rules
        return not rules.isdisjoint(_PLEAS) and not self.sells

    @property
    def is_sale(self) -> bool:
        """A pitch in which a rule has named the sale; the sound of the words alone is less."""
        return self.verdict == "pitch" and self.sells

    @property
    def is_recruiting(self) -> bool:
        """By the profile or the words; who looks for work has the same words."""
        if self.recruiter:
            return True
        asks_for_work = bool(self.student) or not self.rules.isdisjoint(_PLEAS)
        return _RECRUITING in self.rules and not asks_for_work

    @property
    def disguise(self) -> str:
        """A line on letters in dress or signs that nobody sees; "" where there are none."""
        for each in self.report.findings:
            if each.rule == "untrue/look-alike-letters":
                words = self.text[each.start : each.end]
                return f"“{words}” is written with letters of another script."
            if each.rule == "untrue/invisible-characters":
                return "It holds signs that nobody can see."
        return ""

    @property
    def is_readable(self) -> bool:
        """Whether Redleaf reads the language well enough to say what is not in it."""
        return self.report.language in _READ or self.text.isascii()


@lru_cache(maxsize=4096)
def read_text(text: str, network_name: str) -> Report:
    """The report of check(); many invitations have the same words."""
    return check(text, network=network_name)


@lru_cache(maxsize=256)
def network_or_none(name: str) -> Network | None:
    """The network of that name; None for one that Redleaf does not know."""
    try:
        return network(name) if name else None
    except UnknownName:
        return None


def rare_words(text: str) -> frozenset[str]:
    """Words in small letters that everyday English does not have; names tell nothing here."""
    return frozenset(_RARE_WORD.findall(text)) - lexicon()


@lru_cache(maxsize=4096)
def particular_words(text: str) -> tuple[str, ...]:
    """What in `text` could hardly be said to anybody else, the most telling first."""
    found = [each for each in particulars_of(Note(text)) if each.kind in _TELLING_KINDS]
    found.sort(key=lambda each: -WEIGHTS[each.kind])
    words = (_told_whole(text, each.span) for each in found)
    return tuple(word for word in words if len(word) <= _LONGEST_QUOTE)


def _told_whole(text: str, span: Span) -> str:
    """The words of a span; of few words the clause around them, which tells what they are about."""
    words = " ".join(span.of(text).split())
    if len(words) >= _TELLING_CHARS:
        return words
    start = max((each.end() for each in _CLAUSE_END.finditer(text, 0, span.start)), default=0)
    after = _CLAUSE_END.search(text, span.end)
    clause = " ".join(text[start : after.start() if after else len(text)].split())
    return clause if len(clause) <= _LONGEST_QUOTE else words
