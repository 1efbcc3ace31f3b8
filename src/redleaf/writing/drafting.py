"""draft(): a brief in; advice, drafts and their facts out, or one question."""

from __future__ import annotations

from dataclasses import replace

from redleaf.contacts.recognition import recognition
from redleaf.judging import check
from redleaf.networks import Network
from redleaf.networks import network as network_named
from redleaf.notes.brief import Brief
from redleaf.writing.advice import Advice, advise, ask, is_a_stranger
from redleaf.writing.choice import Chooser
from redleaf.writing.compositions import Composer, Setting
from redleaf.writing.drafts import Draft, Drafting
from redleaf.writing.facts import read_material
from redleaf.writing.languages import Language, code_of, language, languages
from redleaf.writing.material import Material

_MEDIA = {"email": "letter", "card": "card"}


def draft(brief: Brief, *, n: int = 3, seed: int = 0) -> Drafting:
    """Up to `n` notes that say only what `brief` holds, or the one question that would help.

    The same brief, `n` and `seed` give the same notes; another seed words them anew. Fewer than
    `n` come back rather than filler. Raises UnknownName for a network that does not exist.
    """
    network = network_named(brief.network) if brief.network else None
    code = code_of(brief.recipient.language)
    tongue = language(code if code in languages() else "en")
    material = read_material(brief, tongue)
    known = brief.recognition or recognition(brief.encounters, brief.today)
    went_out = _default_went_out(brief)
    advice = advise(brief, material, known, network, default_went_out=went_out)
    if not advice.writes:
        return _answer(advice, (), material)
    setting = _setting(brief, tongue, material, known, network, repair=went_out)
    return _write(setting, advice, n, seed)


def _write(setting: Setting, advice: Advice, n: int, seed: int) -> Drafting:
    holds_none = setting.limit == 0 or not advice.goes_along
    if holds_none:
        setting = replace(setting, limit=None)
    drafts = _choose(setting, n, seed)
    if drafts and holds_none:
        return _answer(advice, (), setting.material, afterwards=drafts)
    if drafts:
        return _answer(advice, drafts, setting.material)
    if setting.limit is not None and (longer := _choose(replace(setting, limit=None), n, seed)):
        why = (
            f"{setting.limit} characters are too few for a note that says something. Send the "
            "request as it is; these words are for afterwards."
        )
        return _answer(Advice("after-acceptance", why), (), setting.material, afterwards=longer)
    return _answer(ask(setting.brief, setting.material), (), setting.material)


def _choose(setting: Setting, n: int, seed: int) -> tuple[Draft, ...]:
    return Chooser(setting, seed).choose(Composer(setting, seed).compositions(), n)


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
        limit = network.limit() or network.limit("message")
    medium = _MEDIA.get(network.name, "note") if network else "note"
    name = network.name if network else ""
    plans = _plans(brief, material, known, repair=repair)
    return Setting(brief, tongue, material, known, brief.aim, medium, name, limit, plans)


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
    why = advice.why
    if material.set_aside and advice.advice != "ask-me":
        left_out = ", ".join(material.set_aside)
        why += f" Left out, because it cannot be used as it is recorded: {left_out}."
    return Drafting(
        advice.advice, why, drafts, advice.question, afterwards, tuple(material.set_aside)
    )
