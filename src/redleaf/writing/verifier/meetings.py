"""Encounters: "great meeting you", "our conversation", "over coffee", against their kinds in the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redleaf.writing.verifier.reading import Reading
from redleaf.writing.verifier.topics import find_topic_claims, strays_after
from redleaf.writing.verifier.verification import Claim

_IN_PERSON = ("conference", "class", "coffee", "meal", "work", "neighbour", "family", "other")
_SPOKEN = (*_IN_PERSON, "call", "online")

_GLAD = r"(?:good|great|nice|lovely|pleasure|pleased|glad|happy|happily|delighted|wonderful|honou?red|fun|fine|enjoyed|loved|joy|thanks? for|thank you for|fantastic|brilliant)"
_MET = re.compile(
    rf" (?P<act>(?:we|you and i|us|i)(?: (?:have|had|first|last|briefly|just|both|finally|actually|all|once|only|recently|then|again|already))* (?:met|ran into|bumped into)(?: (?:each other|you))?"
    rf"|{_GLAD}(?: \w+){{0,3}}? (?:to )?(?:meet|meeting|have met|having met|see|seeing|finally meet|finally meeting) you"
    rf"|{_GLAD}(?: \w+){{0,3}}? (?:to )?(?:meet|meeting|met)(?= at| in| last| on| over| yesterday| ,| \.)"
    r"|(?:since|when|after|from) (?:i )?(?:met|meeting|seeing) you|(?:when|since|after|where|that|how) (?:we|i) met(?: you)?"
    r"|(?:ran|run|running|bumped|bump|bumping) into you|our (?:\w+ )?(?:meeting|encounter)"
    r"|sat (?:next to|beside|opposite|across from) (?:you|each other)|shook (?:your )?hands?"
    r"|wir uns (?:\w+ ){0,6}?(?:getroffen|kennengelernt|begegnet)|(?:dich|sie) (?:\w+ ){0,4}?(?:kennengelernt|getroffen|kennenzulernen)"
    r"|nous nous sommes (?:rencontres|vus|croises)|nous avons fait connaissance|(?:ravi|heureux|heureuse|plaisir|enchante)e? de vous (?:avoir )?(?:rencontrer|rencontre)"
    r"|nos conocimos|nos vimos|(?:gusto|placer|encantad[oa]) (?:de |en )?(?:haberte conocido|conocerte|conocerle|conocerla)"
    r")(?= )"
)
_SPOKE = re.compile(
    rf" (?P<act>(?:we|you and i|i)(?: (?:have|had|first|last|briefly|just|both|once|recently|then|also|even|all|only))* (?:talked|spoke|spoken|chatted|discussed|exchanged|argued|debated)(?: (?:to|with) (?:you|each other))?"
    rf"|{_GLAD}(?: \w+){{0,3}}? (?:to )?(?:talk|talking|speak|speaking|chat|chatting|have talked|have spoken)(?: (?:to|with) you)?(?= )"
    rf"|{_GLAD}(?: \w+){{0,2}}? (?:our|the) (?:\w+ ){{0,2}}?(?:talk|chat|conversation|discussion|exchange)"
    r"|our (?:\w+ )?(?:\w+ )?(?:talk|chat|chats|conversation|conversations|discussion|exchange)"
    r"|(?:talking|speaking|chatting) (?:to|with) you"
    r"|wir (?:\w+ ){0,6}?(?:gesprochen|geredet|geplaudert)|unser(?:em|en|e|es)? gesprach|nous avons (?:\w+ )?(?:parle|discute|echange)|notre (?:\w+ )?(?:conversation|discussion|echange)"
    r"|hablamos|nuestra (?:\w+ )?(?:conversacion|charla)"
    r")(?= )"
)
_HEARD = re.compile(
    r" (?P<act>(?:your|you give a|you gave a|hearing you|heard you|listened to you|listening to you|saw you|watched you)"
    r"(?: (?:recent|wonderful|great|excellent|fine|last|opening|closing|own|good|speak|give))*"
    r"(?: (?:talk|lecture|keynote|presentation|speech|workshop|session|panel|class|course|webinar|seminar|sermon|concert))?)(?= )"
)
_CHANNELS = (
    (re.compile(r" (?P<act>(?:our|the|over|that|for(?: the| a)?|good|great|one|had(?: a| our)?|to have(?: had)?(?: a)?|having|of) (?:\w+ )?(?:coffee|coffees|espresso|cappuccino))(?= )"), ("coffee",)),
    (re.compile(r" (?P<act>(?:our|the|over|that|for(?: the)?|good|great|had(?: a| our)?|to have(?: had)?(?: a)?|having|at) (?:\w+ )?(?:lunch|dinner|breakfast|brunch|supper|meal|beer|beers|drinks|pint))(?= )"), ("meal",)),
    (re.compile(r" (?P<act>(?:our|the|that|on the|for(?: the)?|good|over the) (?:\w+ )?(?:call|phone|telephone|zoom|video call|phone call))(?= )"), ("call",)),
    (re.compile(r" (?P<act>(?:we|when we)(?: \w+)? (?:worked|work) (?:together|with each other|side by side)|our (?:days|time|years) (?:at|in|together)|(?:former|old|as) colleagues?)(?= )"), ("work", "class")),
)  # fmt: skip
_NEVER_MET = re.compile(
    r" (?P<act>(?:we|i)(?: \w+)? (?:not|never) (?:yet )?(?:met|spoken|talked|been introduced|know|meet)(?: (?:you|each other))?"
    r"|(?:we|you) do not(?: yet| really)? know (?:each other|me)|you (?:will|would) not (?:know|remember) me|not know each other)(?= )"
)
_ASKS = frozenset("hope hoping like love want wish would could will shall may might can if forward let next soon someday looking welcome".split())


def find_meetings(reading: Reading) -> Iterator[Claim]:
    """That you met, spoke, or had coffee: each with the kinds of encounter that bear it out."""
    yield from _never_met(reading)
    for pattern, kinds, kind_of_act in ((_MET, _IN_PERSON, "met"), (_SPOKE, _SPOKEN, "spoke")):
        for match in pattern.finditer(reading.flat):
            yield from _met(reading, match, kinds, kind_of_act)
    for pattern, kinds in _CHANNELS:
        for match in pattern.finditer(reading.flat):
            yield from _channel(reading, match, kinds)


def _met(
    reading: Reading, match: re.Match[str], kinds: tuple[str, ...], kind_of_act: str
) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or _is_wished(reading, first, last) or _is_denied(reading, first, last):
        return
    facts = reading.known.paths_of_kinds(kinds)
    if kind_of_act == "met" and not facts:
        why = f"You write \u201c{reading.text_of(first, last)}\u201d; the brief has no meeting in person."
    else:
        why = f"You write \u201c{reading.text_of(first, last)}\u201d; the brief has no conversation."
    if not facts:
        yield reading.unsupported("encounter", first, last, why)
        return
    yield reading.supported("encounter", first, last, facts)
    yield from strays_after(reading, last + 1)
    if kind_of_act == "spoke":
        yield from find_topic_claims(reading, last + 1)


def _channel(reading: Reading, match: re.Match[str], kinds: tuple[str, ...]) -> Iterator[Claim]:
    first, last = reading.statement.matched(match, "act")
    if first in reading.quoted or reading.statement.is_unreal(last) or _is_denied(reading, first, last):
        return
    facts = reading.known.paths_of_kinds(kinds) or reading.known.holds_word(reading.words[last].text)
    if facts:
        yield reading.supported("encounter", first, last, facts)
    else:
        written = reading.text_of(first, last)
        yield reading.unsupported("encounter", first, last, f"The brief has no encounter like \u201c{written}\u201d.")


def _never_met(reading: Reading) -> Iterator[Claim]:
    """ "We have not met" is a claim too, and untrue after a meeting in person."""
    for match in _NEVER_MET.finditer(reading.flat):
        first, last = reading.statement.matched(match, "act")
        facts = reading.known.paths_of_kinds(_IN_PERSON)
        if not facts:
            yield reading.supported("encounter", first, last, ())
        elif reading.words[last].text != "me" and reading.brief.recognition not in ("unknown", "faded"):
            yield reading.unsupported("encounter", first, last, "The brief says that you have met.")


def _is_wished(reading: Reading, first: int, last: int) -> bool:
    """ "I would like to meet you", "looking forward to meeting you"."""
    start = max(reading.statement.clause_start(first), first - 7)
    before = {word.text for word in reading.words[start:first]}
    if reading.statement.is_question(first) and not {"when", "since", "after"} & before:
        return True
    if " ".join(w.text for w in reading.words[first : last + 1]).startswith(("we met", "when we", "since", "after")):
        return bool({"if", "until", "till", "before"} & before)
    inside = {word.text for word in reading.words[first:last]}
    wished = _ASKS & before
    if wished == {"would"} and {"have", "been"} <= before | inside:
        return False
    return bool(wished)


def _is_denied(reading: Reading, first: int, last: int) -> bool:
    start = max(reading.statement.clause_start(first), first - 4)
    return any(
        word.text in ("not", "never", "no", "without", "yet") or word.text.endswith("n't")
        for word in reading.words[start : last + 1]
    )
