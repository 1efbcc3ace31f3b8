"""Flow: whether a sentence may follow what was told, and what it adds for the reader."""

from __future__ import annotations

from dataclasses import dataclass

from redleaf.writing.options import Option
from redleaf.writing.setting import Setting
from redleaf.writing.turns import Turn
from redleaf.writing.worth import HOOKS, kind_of, worth_of

SEAM = 0.9
_LINKED = 0.15
# By how much variety is asked for.
_CHANCE = (1.1, 1.6, 2.2)
_MERIT = {"best": 2.0, "high": 1.2, "low": -1.0}
_SECOND_MEETING = 1.2
_OLDER_MEETING = 0.8
# After years, words that were made for that before words that fit any time.
_MEANT = 0.8
# What the writer has to offer belongs in a note that has room for it.
_OFFERED = frozenset({"connect", "answer", "follow-up"})
_KEPT_BACK = 1.8
_SELF = {"unknown": 2.2, "faded": 0.9, "recent": 1.0, "close": -1.0}
# A last word needs no bridge.
_CLOSING = frozenset({"wish", "way out"})
_FIRST_PERSON = frozenset({"i", "i'm", "i'd", "i'll", "i've"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences so far have told; `last` is what the one just before tells."""

    words: int = 0
    paths: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    thirds: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()
    hooks: tuple[str, ...] = ()
    tells: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    moves: frozenset[str] = frozenset()
    last_move: str = ""
    says_strangers: bool = False
    questions: int = 0
    length: int = 0


class Flow:
    """The judgement of one brief: what follows what, and what it is worth."""

    nothing = Told()

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.is_note = setting.medium != "letter"
        self.room = None if setting.limit is None else setting.limit - _greeting(setting)
        self.latest = _latest(setting)
        # In a stack variety comes first.
        self.has_offer = (
            bool(setting.material.offers) and setting.aim in _OFFERED and not setting.variety
        )
        self.has_due = any("due" in each.scope for each in setting.material.promises)
        self.chance = _CHANCE[setting.variety]
        self.worths: dict[int, float] = {}

    def promise(self, option: Option) -> float:
        """What an option is worth by itself, chance included."""
        hooks = sum(sorted((worth_of(path) for path in option.hooks), reverse=True)[:1])
        return self._own(option) + hooks

    def has_room(self, option: Option) -> bool:
        """Whether an option keeps the limit when nothing else is said."""
        return self.room is None or option.length <= self.room

    def gain(self, told: Told, option: Option) -> float | None:
        """What `option` adds behind what was told; None when it cannot follow."""
        if not self._follows(told, option):
            return None
        gain = self._own(option) + self._of_hooks(told, option)
        turn = option.turn
        if told.openings:
            gain -= self._of_seam(turn)
            gain -= self._of_monotony(told.openings, turn)
        if "give" in told.moves and "give" in turn.frame.moves:
            gain -= 1.5
        if told.meetings and option.meetings - told.meetings:
            gain -= _SECOND_MEETING
        return gain

    def after(self, told: Told, option: Option) -> Told:
        """What is told once `option` is said, too."""
        turn = option.turn
        return Told(
            words=told.words | turn.words,
            paths=told.paths | option.paths,
            places=told.places | option.places,
            thirds=told.thirds | option.thirds,
            meetings=told.meetings | option.meetings,
            hooks=told.hooks + option.hooks,
            tells=told.tells | turn.tells,
            last=turn.tells,
            openings=(*told.openings, _opening(turn)),
            moves=told.moves.union(turn.frame.moves),
            last_move=turn.frame.moves[-1],
            says_strangers=told.says_strangers or "strangers" in turn.frame.when,
            questions=told.questions + turn.questions,
            length=told.length + option.length + 1,
        )

    def ending(self, told: Told) -> float:
        """What the note as a whole gains or loses by what it has said in the end."""
        worth = 0.0
        leads_on = told.moves & {"give", "promise", "question", "introduction", "who"}
        if "wish" in told.moves and leads_on:
            worth -= 0.5
        if not leads_on and "wish" not in told.moves and self.setting.aim != "thank":
            worth -= 0.3
        if len(told.openings) == 1 and len(told.moves) < 3 and self._has_room_for_more(told):
            worth -= 0.6
        if told.last_move == "self":
            worth -= 0.7
        if self.has_offer and "give" not in told.moves and self._has_room_for_more(told):
            worth -= _KEPT_BACK
        if self.has_due and "promise" in told.moves and not self._told_due(told):
            worth -= 2.5
        return worth

    def _has_room_for_more(self, told: Told) -> bool:
        is_near = self.setting.register == "close" or self.setting.aim == "thank"
        return not is_near and (self.room is None or self.room - told.length > 60)

    def _follows(self, told: Told, option: Option) -> bool:
        turn = option.turn
        when = turn.frame.when
        if "place" in when and ("later" if told.openings else "first") not in when["place"]:
            return False
        if told.words & turn.words or (told.questions and turn.questions):
            return False
        if self.room is not None and told.length + option.length > self.room:
            return False
        if not (
            option.paths.isdisjoint(told.paths)
            and option.places.isdisjoint(told.places)
            and option.thirds.isdisjoint(told.thirds)
        ):
            return False
        if told.says_strangers and "strangers" in when:
            return False
        # Who was asked something, or wished well, was told goodbye.
        if turn.frame.moves[0] == "wish" and not told.moves.isdisjoint({"wish", "question"}):
            return False
        if turn.after and not self._refers(told, turn):
            return False
        return turn.frame.moves[0] != "hook" or self._is_placed(told, option)

    def _refers(self, told: Told, turn: Turn) -> bool:
        """Whether what the frame refers back to was said: a talk at all, anything else just now."""
        return not turn.after.isdisjoint(told.last) or (
            "talk" in turn.after and "talk" in told.tells
        )

    def _is_placed(self, told: Told, option: Option) -> bool:
        """Whether the reader knows by now which meeting a hook belongs to."""
        return option.meetings <= told.meetings or self.setting.recognition == "close"

    def _own(self, option: Option) -> float:
        """What an option is worth whatever was told before."""
        found = self.worths.get(id(option))
        if found is None:
            found = self.worths[id(option)] = self._count(option)
        return found

    def _count(self, option: Option) -> float:
        turn = option.turn
        worth = sum(worth_of(path) for path in option.paths if kind_of(path) not in HOOKS)
        if "self" in turn.tells:
            worth += self._of_self(option) * (1.0 if len(turn.frame.moves) > 1 else 0.5)
        if "fitting" in turn.frame.when.get("needs", ()) or "fitting" in option.marks:
            worth += 0.8
        if {"event", "place", "day"} <= {_plain(base) for base in turn.bases}:
            worth -= 0.4
        if turn.frame.move == "anchor" and self.setting.recognition == "close":
            worth -= 2.5
        if self.setting.recognition == "faded" and "known" in turn.frame.when:
            worth += _MEANT
        if option.meetings - self.latest and self.setting.recognition in ("recent", "close"):
            worth -= _OLDER_MEETING
        # In a stack variety comes first.
        if not self.setting.variety:
            worth += sum(_MERIT[merit] for merit in turn.frame.when.get("merit", ()))
        # From below zero: a sentence more is no chance more.
        return worth + self.chance * (option.chance - 1)

    def _of_self(self, option: Option) -> float:
        known = self.setting.recognition
        # Who spoke to a hall has not met those who sat in it.
        if "theirs" in option.marks and known != "close":
            known = "unknown"
        if self.setting.aim == "thank" and self.setting.recognition != "unknown":
            return -1.0
        return _SELF[known] + (0.0 if self.is_note else 0.5)

    def _of_hooks(self, told: Told, option: Option) -> float:
        """One good idea a note: a second one counts less, and one about something else least."""
        worth, seen = 0.0, list(told.hooks)
        for path in option.hooks:
            value = worth_of(path)
            if not seen:
                worth += value
            elif any(_source(path) == _source(other) for other in seen):
                worth += 0.5 * value if len(seen) < 2 or not self.is_note else -0.4
            elif self.is_note and self.setting.aim != "reconnect":
                worth += 0.3 * value - 1.0
            else:
                worth += 0.5 * value
            seen.append(path)
        return worth

    def _of_seam(self, turn: Turn) -> float:
        """What it costs that a sentence was not written together with the one before."""
        if turn.after or turn.frame.move in _CLOSING:
            return _LINKED
        return SEAM

    def _of_monotony(self, openings: tuple[str, ...], turn: Turn) -> float:
        opening = _opening(turn)
        if openings[-1] != opening:
            return 0.0
        return 0.9 if len(openings) > 1 and openings[-2] == opening else 0.4

    def _told_due(self, told: Told) -> bool:
        return "due" in told.tells


def _opening(turn: Turn) -> str:
    return "i" if turn.opening in _FIRST_PERSON else turn.opening


def _source(path: str) -> str:
    return ".".join(path.split(".")[:2])


def _plain(base: str) -> str:
    return {"at_event": "event", "in_place": "place", "days": "day", "ago": "day"}.get(base, base)


def _latest(setting: Setting) -> frozenset[str]:
    """The encounter that the reader has in mind; where no day is known, any of them."""
    days = {
        f"encounters.{number}": met.on
        for number, met in enumerate(setting.brief.encounters)
        if met.on
    }
    if not days:
        return frozenset(each.key for each in setting.material.encounters)
    last = max(days.values())
    return frozenset(key for key, day in days.items() if day == last)


def _greeting(setting: Setting) -> int:
    """The least room that a greeting takes."""
    name = setting.material.base["formal_name" if setting.register == "formal" else "name"]
    return len(name[0].text) + 2
