"""draft(): a brief in; advice, drafts and their facts out, or one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from redleaf.contacts.recognition import recognition
from redleaf.judging import check
from redleaf.networks import Network
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.writing.advice import Advice, advise, ask, is_a_stranger
from redleaf.writing.budget import INVITING
from redleaf.writing.candidates import Candidate
from redleaf.writing.choice import Chooser
from redleaf.writing.compositions import Composer
from redleaf.writing.drafts import Declined, Draft, Drafting
from redleaf.writing.facts import read_material
from redleaf.writing.languages import Language, language_or_english
from redleaf.writing.letters.mails import mail_beside
from redleaf.writing.letters.subjects import with_subjects
from redleaf.writing.material import Material
from redleaf.writing.setting import Setting
from redleaf.writing.voice import SILENT, voice_of
from redleaf.writing.worth import HOOKS, kind_of
from redleaf.writing.written import Written

# How many notes more are looked at where not every one may be shown.
_MORE = 5
_MEDIA = {"email": "letter", "card": "card"}


def draft(
    brief: Brief,
    *,
    n: int = 3,
    seed: int = 0,
    candidates: Sequence[Candidate] = (),
    written: Written | None = None,
    with_email: bool = False,
    default_went_out: bool = False,
) -> Drafting:
    """Up to `n` notes that say only what `brief` holds, or the one question that would help.

    The same brief, `n` and `seed` give the same notes; another seed words them anew. Fewer than
    `n` come back rather than filler. `candidates` are notes worded elsewhere; they are judged and
    ranked beside the others. What is in `written`, to others of the same stack, is not repeated.
    `with_email` adds the mail that goes with an invitation. `default_went_out` when the network's
    own text was sent already; else the last text of the history tells. Raises UnknownName for a
    network that does not exist.
    """
    network = network_named(brief.network) if brief.network else None
    tongue = language_or_english(brief.recipient.language)
    material = read_material(brief, tongue)
    known = brief.recognition or recognition(brief.encounters, brief.today)
    went_out = default_went_out or _default_went_out(brief)
    advice = advise(brief, material, known, network, default_went_out=went_out)
    if not advice.writes:
        return _answer(advice, (), material)
    setting = _setting(brief, tongue, material, known, network, repair=went_out)
    choice = _Choice(setting, n, seed, candidates, written)
    drafting = _write(choice, advice)
    if candidates:
        drafting = replace(drafting, declined=choice.declined(drafting))
    if with_email or drafting.advice == "email-first":
        return replace(drafting, email=_email(drafting, choice))
    return drafting


@dataclass(frozen=True, slots=True)
class _Choice:
    """What is chosen from, and how many."""

    setting: Setting
    n: int
    seed: int
    candidates: Sequence[Candidate]
    written: Written | None

    @property
    def has_no_news(self) -> bool:
        """Whether enough others of the stack were told all that could be told here."""
        if not (self.written and self.written.is_full):
            return False
        return not any(kind_of(path) in HOOKS for path in self.setting.material.paths())

    def drafts(self, limit: int | None) -> tuple[Draft, ...]:
        setting = replace(self.setting, limit=limit)
        drafts = self.chosen(setting)
        return with_subjects(drafts, setting, self.seed) if setting.medium == "letter" else drafts

    def chosen(self, setting: Setting) -> tuple[Draft, ...]:
        if not self.written:
            return self._chosen(setting)
        beside = self._chosen(replace(setting, variety=1))
        return beside or self._chosen(replace(setting, variety=2))

    def _chosen(self, setting: Setting) -> tuple[Draft, ...]:
        chooser = Chooser(setting, self.candidates, [self.written] if self.written else [])
        made = Composer(setting, self.seed).compositions()
        if setting.aim != "ask-advice" or not setting.brief.ask:
            return chooser.choose(made, self.n)
        # The question that was told comes before any that was not.
        drafts = chooser.choose(made, self.n + _MORE)
        told = tuple(each for each in drafts if any(span.path == "ask" for span in each.facts))
        return (told or drafts)[: self.n]

    def declined(self, drafting: Drafting) -> tuple[Declined, ...]:
        limit = None if drafting.afterwards else self.setting.limit
        chooser = Chooser(replace(self.setting, limit=limit), self.candidates)
        return chooser.declined(drafting.drafts + drafting.afterwards)


def _write(choice: _Choice, advice: Advice) -> Drafting:
    setting = choice.setting
    holds_none = setting.limit == 0 or not advice.goes_along
    if choice.has_no_news:
        return _answer(ask(setting.brief, setting.material), (), setting.material)
    drafts = choice.drafts(None if holds_none else setting.limit)
    if drafts and holds_none:
        return _answer(advice, (), setting.material, afterwards=drafts)
    if drafts:
        return _answer(advice, drafts, setting.material)
    # What the others of a stack were told may leave nothing to say; then no room is too small.
    alone = replace(choice, written=None) if choice.written else choice
    is_said = alone is not choice and alone.drafts(setting.limit)
    if setting.limit is not None and not is_said and (longer := choice.drafts(None)):
        why = (
            f"{setting.limit} characters are too few for a note that says something. Send the "
            "request as it is; these words are for afterwards."
        )
        return _answer(Advice("after-acceptance", why), (), setting.material, afterwards=longer)
    return _answer(ask(setting.brief, setting.material), (), setting.material)


def _email(drafting: Drafting, choice: _Choice) -> Draft | None:
    """The mail beside an invitation; None where none is sent, or the text is a letter already."""
    setting = choice.setting
    is_an_invitation = setting.aim in INVITING and setting.network and setting.medium == "note"
    if not is_an_invitation or not (drafting.drafts or drafting.afterwards):
        return None
    comes_first = drafting.advice == "email-first"
    one = replace(choice, n=1, candidates=(), written=None)
    return mail_beside(setting, one.chosen, seed=choice.seed, comes_first=comes_first)


def _setting(
    brief: Brief,
    tongue: Language,
    material: Material,
    known: str,
    network: Network | None,
    *,
    repair: bool,
) -> Setting:
    limit = brief.limit
    if limit is None and network:
        # What follows an invitation is a message.
        limit = (None if repair else network.limit()) or network.limit("message")
    medium = _MEDIA.get(network.name, "note") if network else "note"
    name = network.name if network else ""
    plans = _plans(brief, material, known, repair=repair)
    if plans == ("ask-advice",) and medium == "letter":
        # A letter has the room to let the reader off lightly.
        plans = ("ask-advice + way out",)
    # A formal letter has its own forms, whatever one writes to friends.
    formal = brief.recipient.register == "formal"
    voice = SILENT if formal else voice_of(brief.history, brief.sender, tongue.code)
    return Setting(brief, tongue, material, known, brief.aim, medium, name, limit, plans, voice)


def _plans(brief: Brief, material: Material, known: str, *, repair: bool) -> tuple[str, ...]:
    if brief.aim == "answer" and known == "unknown" and is_a_stranger(material):
        return ("answer a stranger",)
    if repair and brief.aim in ("connect", "reconnect", "follow-up"):
        return ("repair",)
    if material.promises and brief.aim in ("connect", "reconnect", "follow-up"):
        return ("promise",)
    return (brief.aim,)


def _default_went_out(brief: Brief) -> bool:
    """Whether the last note sent was the network's own text, so that the button was faster."""
    if not brief.history:
        return False
    return check(brief.history[-1], network=brief.network).verdict == "default"


def _answer(
    advice: Advice,
    drafts: tuple[Draft, ...],
    material: Material,
    *,
    afterwards: tuple[Draft, ...] = (),
) -> Drafting:
    return Drafting(
        advice.advice, advice.why, drafts, advice.question, afterwards, tuple(material.set_aside)
    )
