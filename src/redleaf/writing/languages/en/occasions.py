"""Occasions and places: events with the right preposition, names shortened as people do."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from redleaf.notes.regexes import regex
from redleaf.writing.languages.en.nouns import has_determiner, head_of
from redleaf.writing.languages.en.persons import as_yours, is_about_a_third
from redleaf.writing.languages.en.topics import is_jotted_word, names_something

_YEAR_TAIL = regex(r"[\s,]+(?:19|20)\d\d$|\s+['’]\d\d$")
_DURATION = regex(
    r"^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|sixty|ninety|half an|\d+)\s+(?:minutes?|"
    r"hours?|days?|weeks?|stops?|miles?|kilomet(?:er|re)s?)\b",
    re.IGNORECASE,
)
_SCHOOL_TIME = regex(
    r"^(?:(?:my|our|the)\s)?((?:first|second|third|fourth|fifth|sixth|final|last|senior|junior|"
    r"freshman)\s(?:year|semester|term|grade|form)\b.*)",
    re.IGNORECASE,
)
_IN = frozenset(
    "thread channel group team class course choir committee issue discussion conversation queue "
    "line band cohort class lab webinar "
    "office department chat space form forum orchestra waiting-room cab taxi project crew squad "
    "club room row comments".split()
)
_ON = frozenset(
    "train bus ferry boat flight plane call panel walk hike trip tour bench board podcast "
    "platform ride jury phone tram list".split()
)
# What happens to people, and not at one place.
_DURING = frozenset(
    "cut outage blackout storm flood strike heatwave snowstorm blizzard lockdown break interval "
    "intermission drill downpour eclipse earthquake".split()
)
_INSIDE = frozenset(
    "kitchen garden room corridor queue street lane yard garage cellar workshop office cab lobby "
    "hallway tent studio lab car park alley stairwell foyer booth lift elevator attic shed "
    "canteen village town city valley".split()
)
_UPON = frozenset(
    "floor platform island train bus ferry bench terrace balcony stairs roof pier quay bridge "
    "road beach stage deck landing staircase avenue boulevard square coast".split()
)
# "the Balcony Growers Evening", but "Grain Days" and "Web Summit" as they are.
_TAKES_THE = regex(
    r"\s(?:Evening|Forum|Night|Nights|Caf[eé]|Open Day|Course|Tour|Walk|Meetup|Salon|Trade Show|"
    r"Society|Guild|Dinner|Supper|Lunch|Breakfast|Brunch|Fair|Festival|Conference|Congress|"
    r"Symposium|Workshop|Retreat|"
    r"Show|Exhibition|Market|Reception|Gala|Ball|Picnic|Party|Convention|Assembly|Colloquium|"
    r"Seminar|Marathon|"
    r"Race|Regatta|Auction|Meeting|Awards|Hackathon|Club|Reunion|Concert|Lecture|Hearing|Camp)$"
)
_PLACED = regex(
    r"(?:in|at|on|near|outside|behind|by|under|over|inside|between|opposite)\s", re.IGNORECASE
)
_YEAR_GROUP = regex(r"(?:Form|Class|Year|Grade|Room) \w{1,3}$")
# "dinner at Consuelo's" has no article; of whoever gives it one need not hear twice.
_MEAL = regex(
    r"(?P<meal>dinner|lunch|supper|breakfast|brunch|tea|drinks)(?P<host> (?:at|chez) \S.*)?"
    r"(?:$| (?:after|before|with|in|on|by|at)\b.*)"
)
_OF_MANY = regex(r"(?:[A-Z]\w*\s){0,2}[A-Z]\w*s['’]\s")
# "met at Grain Days" is Grain Days; "room 3" has a number for a name.
_MET_AT = regex(r"^(?:we )?(?:met )?(?:at|during) (?=\S)", re.IGNORECASE)
_ROOM = regex(r"(room|studio|cabin|hall|stand|gate|table|booth|pier|dock|lab) [A-Za-z]?\d{1,3}$")
_OF_WHAT = regex(
    r"(?:Night|Evening|Day|Days|Week|Festival|Fair|Feast|Congress|Conference|Council|Society|"
    r"School|Academy|House|Museum|University|City|Port|Guild|Assembly|Meeting|Symposium) "
    r"(?:of|for) |(?:Space|Thread|Panel|Session|Stream|Chat|Meetup) (?:on|about|for) "
)
_NUMBERED = regex(r"\d+(?:st|nd|rd|th)\s")
# Where an event stands for its place: "at RustConf", "at Web Summit".
_GATHERING = regex(r"(?:[a-z](?:Con|Conf|Fest|Camp)|\s(?:Summit|Days|Week|Expo|Conference))$")
_ONLINE = frozenset(
    "zoom bluesky mastodon linkedin xing facebook instagram x twitter slack discord reddit "
    "github meetup teams skype youtube whatsapp telegram signal threads "
    "stackoverflow mumble".split()
)
_BUILDING = regex(
    r"\b(?:library|hall|caf[eé]|coffee|bar|pub|inn|museum|hotel|hostel|school|church|chapel|"
    r"centre|center|station|bakery|"
    r"house|theatre|theater|gallery|university|college|institute|airport|arena|stadium|"
    r"restaurant|bistro|club|market|"
    r"shop|store|clinic|hospital|allotments?|farm|mill|brewery|castle|palace|cinema|harbour|harbor|"
    r"campus|barn|pavilion|kiosk|gym|pool|rink|court|works|headquarters|hq|tavern|diner|depot|"
    r"studios?|lodge|cottage|factory)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event or a place: its name, and with its preposition ("at Grain Days", "on the ferry")."""

    name: str
    within: str


def read_event(text: str, on: dt.date | None, owners: tuple[str, ...]) -> Occasion | None:
    """How to speak of an event, or None when it cannot be told who is meant or what."""
    text = as_yours(text.strip(" .;,"), owners)
    if is_about_a_third(text) or any(is_jotted_word(word) for word in text.split()):
        return None
    if ";" in text or not names_something(text) or (text.endswith("?") and text.islower()):
        return None
    text = _MET_AT.sub("", _shortened(text, on))
    school = _SCHOOL_TIME.match(text)
    if school and re.search(r"\b(?:grade|form)\b", school[1], re.IGNORECASE):
        return Occasion(_lower_first(school[1]), f"in {_lower_first(school[1])}")
    if school:
        return Occasion(f"our {_lower_first(school[1])}", f"in our {_lower_first(school[1])}")
    if _YEAR_GROUP.match(text):
        return Occasion(text, f"in {text}")
    if _DURATION.match(text):
        phrase = _lower_first(text)
        return Occasion(
            f"those {phrase}" if not phrase.startswith(("a ", "an ")) else phrase, f"for {phrase}"
        )
    name = _named(text)
    return Occasion(name, f"{_event_preposition(name)} {name}")


def read_place(text: str, owners: tuple[str, ...]) -> Occasion | None:
    """How to speak of a place; of a jotted one only its proper name."""
    text = as_yours(text.strip(" .;,"), owners)
    if any(is_jotted_word(word) for word in text.split()):
        text = _last_name(text)
    venue = text.split(", ")[0]
    # Of "the Tin Kettle, Limerick" the two remember the kettle.
    text = venue if len(venue) > 2 and not venue[0].isdigit() else text
    if text.isupper() and " " in text:
        text = text.lower() if _PLACED.match(text) else _not_shouted(text)
    if not text or is_about_a_third(text):
        return None
    if _PLACED.match(text):
        phrase = _lower_first(text)
        return Occasion(phrase.split(" ", 1)[1], phrase)
    if numbered := _ROOM.match(text):
        return Occasion(text, f"{'in' if numbered[1] in _INSIDE else 'at'} {text}")
    name = _lower_first(text) if re.match(r"(?:The|A|An|Your|My|Our)\s[a-z]", text) else text
    if name[0].islower() and not has_determiner(name) and name.split()[0] not in _UPON:
        name = f"the {name}" if head_of(name).lower() not in ("home", "work", "school") else name
    return Occasion(name, f"{_place_preposition(name)} {name}")


def without_host(name: str) -> str:
    """ "dinner" of "dinner at Consuelo's", where she was named already; else nothing."""
    meal = _MEAL.fullmatch(name)
    return meal["meal"] if meal and meal["host"] else ""


def is_named(name: str) -> bool:
    """Whether it is a proper name, as "Grain Days", and no description, as "the clay market"."""
    return name[:1].isupper() or not name[:1].isalpha()


def _shortened(text: str, on: dt.date | None) -> str:
    """ "PyCon Italia 2026" as "PyCon Italia" when the day already tells the year."""
    shorter = _YEAR_TAIL.sub("", text)
    return shorter if on and shorter and text.endswith(str(on.year)[2:]) else text


def _named(text: str) -> str:
    if re.match(r"(?:The|A|An|Your|My|Our)\s[a-z]", text):
        text = _lower_first(text)
    if text.isupper() and " " in text and len(text) > 8:
        text = _not_shouted(text)
    text = re.sub(r"^(?:a|an)\s", "the ", text)
    if _MEAL.match(text):
        return text
    if _NUMBERED.match(text):
        return f"the {text}"
    if _OF_MANY.match(text) and _TAKES_THE.search(text):
        return f"the {text}"
    if has_determiner(text) or re.match(r"[a-z]+['’]s\s", text):
        return text
    if text[0].islower() or _TAKES_THE.search(text) or _OF_WHAT.match(text) or _is_of_a_kind(text):
        return f"the {text}"
    return text


def _not_shouted(text: str) -> str:
    """ "DOCK STRIKE OF 1984" as "Dock Strike of 1984"."""
    return re.sub(r"(?<=\s)(?:Of|The|And|In|On|At|For)\b", lambda w: w[0].lower(), text.title())


def _is_of_a_kind(text: str) -> bool:
    """Whether a name stands before a plain word, as in "Sunday hike" and "Nokia summer party"."""
    head = head_of(text)
    is_plain = (
        head in (*_IN, *_ON, *_INSIDE, *_UPON)
        or _BUILDING.search(head)
        or _TAKES_THE.search(f" {head.title()}")
    )
    return bool(is_plain) and head.islower() and " " in text


def _event_preposition(name: str) -> str:
    head = head_of(name).lower()
    if name.startswith("#"):
        return "under"
    if head in ("space", "thread", "chat", "stream"):
        return "in"
    if (is_named(name) or head_of(name)[:1].isupper()) and not re.search(r"['’]s\s", name):
        return "at"
    if name.startswith("your invitation") or head in ("invitation", "message", "email", "e-mail"):
        return "in"
    if head in _IN:
        return "in"
    if head in _DURING:
        return "during"
    return "on" if head in _ON or (head == "day" and name[0].islower()) else "at"


def _place_preposition(name: str) -> str:
    head = head_of(name).lower()
    words = name.lower().split()
    if name[0].isdigit():
        return "at"
    if words[0] in _ONLINE and len(words) == 1:
        return "on"
    if head in _UPON or words[0] in _UPON:
        return "on"
    if head in _INSIDE:
        return "in"
    if _GATHERING.search(name):
        return "at"
    if (
        _BUILDING.search(name)
        or (name[:1].islower() and has_determiner(name))
        or re.search(r"\sin\s", name)
    ):
        return "at"
    return "at" if re.match(r"(?:home|work|\d)|.*\w['’]s?\s", name) else "in"


def _last_name(text: str) -> str:
    found = re.search(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*$", text)
    return found.group() if found else ""


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
