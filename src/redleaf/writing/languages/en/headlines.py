"""Headlines: what the sender does or is, turned into first person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.nouns import article
from redleaf.writing.languages.en.persons import as_mine
from redleaf.writing.languages.en.verbs import (
    from_gerund,
    from_third_person,
    known_verbs,
    without_s,
)

_CUT = regex(r"\s*(?:\||•|·|\u2013|\u2014|;|\s-\s|//).*")
_NOUNS_IN_S = frozenset(
    "sales operations logistics news sports communications systems graphics facilities physics "
    "mathematics maths economics "
    "politics arts crafts events accounts parks species textiles ceramics optics robotics "
    "electronics plastics "
    "fisheries forests woods rights resources services works schools hops antiques".split()
)
_PERSON = regex(
    r"(?:er|or|ist|ian|ant|ent|eer|man|woman|smith|wright|monger|herd|keeper|ician|ologist|"
    r"grapher|crat|ee|yst|"
    r"clerk|nurse|chef|cook|apprentice|student|steward|coach|pilot|lead|head|chair|scribe|judge|"
    r"midwife|"
    r"architect|agronomist|analyst|guide|host|scholar|fellow|intern|volunteer|owner|monk|nun|"
    r"priest|vet|"
    r"surgeon|physicist|polymath|critic|mechanic|medic|diplomat|advocate|caretaker|bard|poet|"
    r"laureate|"
    r"historian|lawyer|barista|au pair|half of|member|graduate|novice|mason|cooper|luthier|"
    r"potter|usher|"
    r"bachelor|professor emerita|emeritus|emerita|postdoc|dean|registrar|mayor|mother|father|"
    r"partner|staff|undergraduate|dramaturg|sommelier|concierge|curate|verger|sexton)$",
    re.IGNORECASE,
)
_PAST = regex(
    r"(?:was|were|ran|taught|led|built|made|wrote|sold|grew|kept|founded|worked|managed|retired|"
    r"studied|trained|sailed|drove|flew|edited|designed|looked)$"
)
_FIELD = regex(
    r"^(?:[\w&-]+ ){0,2}(?:lighting|logistics|sales|marketing|billing|pastry|payroll|procurement|"
    r"accounting|finance|operations|engineering|research|communications|catering|shipping|"
    r"forestry|farming|publishing|broadcasting|banking|insurance|hospitality|nursing|HR|IT|PR|"
    r"customer service|quality control|stock control|public relations|human resources|"
    r"information technology|software|biotech|construction|carpentry|plumbing|printing|baking)$",
    re.IGNORECASE,
)
_POSSESSED = regex(r"\b(?:my|his|her|their|your|our|you)\b", re.IGNORECASE)
_LEGAL_FORM = regex(r",?\s+(?:Inc|Ltd|LLC|LLP|PLC|Corp)\b\.?", re.IGNORECASE)
_HEADLESS = regex(
    r"^(?:Head|Director|VP|Vice President|Chief|CEO|CTO|CFO|COO|Chair|Dean|Professor|Secretary|"
    r"Treasurer) ?(?:of|at|for|\b)",
    re.IGNORECASE,
)
_TAIL = regex(r"\s(?:at|of|for|in|from|with|to|on|who|that|and)\s.*|,.*|\s&\s.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Headline:
    """`i_am` is a clause that begins with "I"; `as_a` is "a weaver in Turku", or "".

    `somebody` is the same as `as_a`, or "somebody who fits hearing aids", or "".

    One that `is_past` tells who they were: "I was Nuala Quirke then".
    """

    i_am: str
    as_a: str = ""
    is_past: bool = False
    somebody: str = ""

    @property
    def you_are(self) -> str:
        """The same of the reader, "you restore stations", or "" of what they were."""
        if self.is_past or not self.i_am.startswith("I "):
            return ""
        of_you = re.sub(r"\bmy\b", "your", re.sub(r"^I (?:am\b)?", "", self.i_am).strip())
        return f"you {'are ' if self.i_am.startswith('I am ') else ''}{of_you}"


def read_headline(text: str) -> Headline | None:
    """How the sender says who they are, or None when the headline is neither deed nor person."""
    text = _CUT.sub("", text.strip(" .;,")).replace(" @ ", " at ").strip()
    if not text or len(text) > 80:
        return None
    first, _, rest = text.partition(" ")
    verb = _plain_verb(first, rest)
    if verb:
        return Headline(i_am=f"I {_deeds(verb, rest)}", somebody=_somebody(text))
    if from_gerund(first) and rest and first[0].islower() and first != "looking":
        return Headline(i_am=f"I {_deeds(from_gerund(first), rest)}")
    is_deed = first.lower() == "was" or not _PERSON.search(_core(rest))
    if _PAST.match(first.lower()) and rest and is_deed:
        return Headline(i_am=f"I {_deeds(first.lower(), rest)}", is_past=True)
    return _as_person(text) or _as_field(text)


def _as_field(text: str) -> Headline | None:
    """ "stage lighting, Opera North" as what one works in."""
    text = _with_firm(text)
    if not _FIELD.search(_core(text)):
        return None
    field = text if text[1:2].isupper() else text[:1].lower() + text[1:]
    return Headline(i_am=f"I work in {field}")


def _plain_verb(first: str, rest: str) -> str:
    """The verb of "repairs old clocks" in plain form; "" for "sales manager"."""
    if first == "I" and rest:
        return rest.split()[0]
    if not rest or first.lower() in _NOUNS_IN_S:
        return ""
    plain = from_third_person(first)
    if plain:
        return plain
    # A verb that no list holds ("whittles spoons"): lower case, in -s, not before a person word.
    unknown = (
        first.islower() and first.endswith("s") and not first.endswith("ss") and len(first) > 4
    )
    return without_s(first) if unknown and not _PERSON.search(_core(rest)) else ""


def _somebody(text: str) -> str:
    """ "somebody who fits hearing aids"; "" for "I fit …" and where it would be unclear whose."""
    first = text.split()[0]
    is_told = first.islower() and first.endswith("s") and not _POSSESSED.search(text)
    return f"somebody who {text}" if is_told else ""


def _deeds(verb: str, rest: str) -> str:
    words = rest.split()
    if words and words[0] == verb:
        words = words[1:]
    turned = 0
    for at, word in enumerate(words):
        # "and teaches others": a second verb only when something follows it, or in a row of verbs.
        goes_on = at and (words[at - 1] in ("and", "or", "but") or words[at - 1].endswith(","))
        if goes_on and (turned or at == 1 or at + 1 < len(words)) and from_third_person(word):
            words[at] = from_third_person(word)
            turned = at
    # "throws mugs, breaks some": the last of them has its "and" in the first person.
    if turned and words[turned - 1].endswith(",") and "and" not in words[turned:]:
        words[turned - 1] = f"{words[turned - 1][:-1]} and"
    return as_mine(f"{verb} {' '.join(words)}").strip()


def _as_person(text: str) -> Headline | None:
    text = re.sub(r"^(?:I am|I'm|is)\s", "", text)
    text = _with_firm(text)
    if re.match(r"(?:a|an|the|one of|half of)\s", text, re.IGNORECASE):
        text = text[:1].lower() + text[1:]
        return Headline(i_am=f"I am {text}", as_a=text, somebody=text)
    if _HEADLESS.match(text):
        return Headline(i_am=f"I am {_lowered(text)}")
    if not _PERSON.search(_core(text)):
        return None
    named = f"{article(text)} {_lowered(text)}"
    return Headline(i_am=f"I am {named}", as_a=named, somebody=named)


def _core(text: str) -> str:
    return _TAIL.sub("", f"{text} ").strip()


def _with_firm(text: str) -> str:
    """ "tide planner, Port of Delfmouth" as "tide planner at Port of Delfmouth"."""
    text = _LEGAL_FORM.sub("", text)
    role, comma, firm = text.partition(", ")
    if comma and re.search(r"\s(?:at|for|with)\s", role):
        return role
    if comma and firm[:1].isupper() and "," not in firm:
        the = (
            "the "
            if re.match(
                r"(?:Port|City|University|Bank|Institute|Museum|Ministry|Department|School|Town|"
                r"Port) of\b",
                firm,
            )
            else ""
        )
        return f"{role} at {the}{firm}"
    return text if not comma else role


def _lowered(text: str) -> str:
    """ "Senior Data Engineer at Acme" as "senior data engineer at Acme".

    A title with a word that may be a name ("Senior Java Engineer") keeps all its capitals.
    """
    role, at, firm = re.match(r"(.*?)(?:(\s(?:at|from|in|for)\s)(.*))?$", text).groups("")  # type: ignore[union-attr]
    lowered = [
        word.lower() if word[1:].islower() and _is_trade_word(word) else word
        for word in role.split()
    ]
    if any(word[:1].isupper() and word[1:].islower() for word in lowered):
        return text
    return f"{' '.join(lowered)}{at}{firm}"


def _is_trade_word(word: str) -> bool:
    lower = word.lower()
    return bool(_PERSON.search(lower)) or lower in _TRADES or lower in known_verbs()


_TRADES = frozenset(
    "senior junior data software product project head director chief independent freelance "
    "visual graphic interior "
    "technical assistant associate principal staff marketing creative executive general regional "
    "retired former "
    "primary secondary school research science wooden sign furniture book portrait music piano "
    "violin history "
    "of and for".split()
)
