"""The cascade: own verdict, do I know them, what the note says, what their network lets them say.

Each step leaves its reason. What to do about it is the policy's business (policies.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from redleaf.triage.acquaintance import Acquaintance, How
from redleaf.triage.agreeing import agreement, disagreement
from redleaf.triage.campaigns import LetterToMany
from redleaf.triage.cases import Case, Found
from redleaf.triage.days import in_words
from redleaf.triage.directory import Directory
from redleaf.triage.invitation import Invitation
from redleaf.triage.known import Appointment, Owner, OwnVerdict, Person
from redleaf.triage.memories import Words, likely_occasion_in, occasion_in
from redleaf.triage.names import name_words
from redleaf.triage.seen import rude_words, seen_for
from redleaf.triage.trades import Trades
from redleaf.triage.wording import Wording
from redleaf.triage.workplaces import says_to_be_at

_OF_A_VERDICT = {"answer": 0.9, "accept": 0.8, "ask": 0.5, "wait": 0.3, "decline": 0.01}
_MOST_KNOWN, _MOST_UNKNOWN = 0.99, 0.79
_SAYS_NOTHING = ("empty", "default", "template")
_RECENT_DAYS = 45


class Around(NamedTuple):
    """What is the same for every invitation of a run."""

    directory: Directory
    trades: Trades
    occasions: tuple[Appointment, ...]


def find_case(
    invitation: Invitation,
    acquaintance: Acquaintance,
    wording: Wording,
    *,
    letter: LetterToMany | None,
    around: Around,
) -> Found:
    """What `invitation` is; `letter` is what several sent, None where it is none of them."""
    person = acquaintance.person
    if acquaintance.how is How.IDENTITY and person and person.verdict:
        return _decided(person, person.verdict)
    if acquaintance.is_known and not _is_trick(acquaintance, wording, letter):
        return _known(invitation, acquaintance, wording, around.directory.known.owner)
    found = (
        _false_face(acquaintance, wording)
        or _bad_manners(wording)
        or _of_many(letter)
        or _by_text(invitation, acquaintance, wording, around)
    )
    said = () if acquaintance.how is How.INTRODUCED else acquaintance.reasons
    disguise = (wording.disguise,) if wording.disguise else ()
    reasons = tuple(dict.fromkeys((*said, *found.reasons, *disguise)))
    return Found(found.case, round(found.attention, 3), reasons)


def _is_trick(acquaintance: Acquaintance, wording: Wording, letter: LetterToMany | None) -> bool:
    """A name that is dropped or a memory that is told opens no door to a sales letter."""
    if acquaintance.how not in (How.INTRODUCED, How.MEMORY):
        return False
    if wording.fraud or wording.gain or letter or wording.is_rude or wording.is_sale:
        return True
    introducer = acquaintance.introducer
    if wording.is_dressed and wording.provider and wording.price:
        return True
    if introducer and not introducer.is_plain:
        return wording.verdict == "pitch" or wording.is_dressed
    # Whom somebody known has sent may say what they make, and is heard.
    return bool(wording.seller) and (wording.verdict == "pitch" or wording.is_dressed)


def _decided(person: Person, verdict: OwnVerdict) -> Found:
    day = f" on {in_words(verdict.on)}" if verdict.on else ""
    note = f" (“{verdict.note}”)" if verdict.note else ""
    reason = f"You decided about {person.called}{day}: {verdict.decision}{note}."
    return Found(Case.DECIDED, _OF_A_VERDICT[verdict.decision], (reason,))


def _known(
    invitation: Invitation, acquaintance: Acquaintance, wording: Wording, owner: Owner
) -> Found:
    attention = 0.86
    reasons = [*acquaintance.reasons]
    person = acquaintance.person
    if wording.verdict not in _SAYS_NOTHING:
        attention += 0.06
    elif wording.verdict == "empty":
        reasons.append("No note: from somebody you know none is needed.")
    else:
        reasons.append("The text is no one's own: from somebody you know it means nothing.")
    if person:
        attention += _of_person(person, invitation, reasons)
        if wording.particulars or wording.met:
            reasons += filter(None, _told(invitation, acquaintance, person, owner))
    if wording.fraud:
        reasons.append(f"It says “{wording.fraud}”: ask back by another way before you act.")
    case = Case.INTRODUCED if acquaintance.how is How.INTRODUCED else Case.KNOWN
    return Found(case, round(min(_MOST_KNOWN, attention), 3), tuple(reasons))


def _told(
    invitation: Invitation, acquaintance: Acquaintance, person: Person, owner: Owner
) -> Iterator[str]:
    """What of the record their note names, and what it tells otherwise."""
    if acquaintance.how is not How.MEMORY:
        yield agreement(acquaintance.memories)
    yield disagreement(invitation, person, owner)


def _of_person(person: Person, invitation: Invitation, reasons: list[str]) -> float:
    """What is between the two adds to the attention owed."""
    more = 0.0
    if person.promises:
        more += 0.04
        reasons.append(f"You promised them: {person.promises[0]}.")
    days = [met.on for met in person.encounters if met.on]
    days += [person.mail.last] if person.mail.last else []
    today = invitation.day
    if today and any(0 <= (today - day).days <= _RECENT_DAYS for day in days):
        more += 0.02
    return more + (0.01 if person.mail.sent + len(person.encounters) > 1 else 0.0)


def _false_face(acquaintance: Acquaintance, wording: Wording) -> Found | None:
    if wording.fraud:
        reason = f"It says “{wording.fraud}”, as tricksters do."
        return Found(Case.FRAUD, 0.03, (reason,))
    person = acquaintance.person
    if acquaintance.how not in (How.NAMESAKE, How.IMITATION, How.OWN_NAME):
        return None
    reasons: tuple[str, ...] = ()
    if wording.verdict == "pitch":
        return Found(Case.PITCH, 0.05, (seen_for(wording),))
    if person and person.identities:
        reasons = (f"Ask {person.name} at an address you have, not here.",)
    case = Case.NAMESAKE if acquaintance.how is How.NAMESAKE else Case.IMITATION
    attention = 0.45 if case is Case.NAMESAKE and wording.verdict == "personal" else 0.15
    return Found(case, attention, reasons)


def _bad_manners(wording: Wording) -> Found | None:
    if not wording.is_rude:
        return None
    return Found(Case.RUDE, 0.02, (rude_words(wording),))


def _of_many(letter: LetterToMany | None) -> Found | None:
    if not letter:
        return None
    others = "one other" if letter.senders == 2 else f"{letter.senders - 1} others"
    reason = f"The same letter as {others} that came."
    if letter.is_reworded:
        reason = f"The same letter as {others} that came, worded anew."
    return Found(Case.CAMPAIGN, 0.04, (reason,))


def _by_text(
    invitation: Invitation, acquaintance: Acquaintance, wording: Wording, around: Around
) -> Found:
    verdict = wording.verdict
    if wording.is_dressed:
        return _dressed(wording)
    if verdict == "pitch" and not wording.is_personal:
        return _offer(wording)
    if verdict in ("empty", "default"):
        return _says_nothing(invitation, wording, around)
    if acquaintance.introducer and acquaintance.introducer.person is None and not wording.met:
        return Found(Case.NAMES_A_SENDER, 0.4, ())
    if wording.met:
        return _meeting(invitation, wording, around)
    if wording.unnamed and len(wording.particulars) <= 1:
        reason = f"Says “{wording.unnamed}”, and gives no name."
        return Found(Case.NAMES_A_SENDER, 0.3, (reason,))
    if wording.plea and not wording.particulars:
        reason = f"It asks (“{wording.plea}”), and does not say why you of all people."
        return Found(Case.PLEA, 0.3, (reason,))
    if wording.is_personal:
        return _personal(invitation, wording)
    if verdict == "template":
        return _template(wording)
    return _unclear(invitation, wording)


def _template(wording: Wording) -> Found:
    """A sale with a slot that nobody filled is one all the same, and so is a recruiter's letter."""
    if wording.is_recruiting:
        return _offer(wording)
    is_sale = bool(wording.offering) and "untrue/leftover-slot" in wording.rules
    case, attention = (Case.PITCH, 0.06) if is_sale else (Case.TEMPLATE, 0.12)
    return Found(case, attention, (seen_for(wording),))


def _unclear(invitation: Invitation, wording: Wording) -> Found:
    if _is_nameless(invitation):
        return Found(Case.UNCLEAR, 0.1, ("No whole name, and nothing about themselves.",))
    if not wording.is_readable:
        return Found(Case.UNCLEAR, 0.45, ("Redleaf does not read its language: look yourself.",))
    return Found(Case.UNCLEAR, 0.32, ("Nothing in it tells why it went to you.",))


def _offer(wording: Wording) -> Found:
    reason = seen_for(wording)
    if wording.is_recruiting:
        return Found(Case.RECRUITER, 0.28 if wording.particulars else 0.2, (reason,))
    if wording.is_plea:
        return Found(Case.PLEA, 0.3, (reason,))
    return Found(Case.PITCH, 0.06, (reason,))


def _dressed(wording: Wording) -> Found:
    if wording.is_recruiting:
        return _offer(wording)
    if wording.verdict == "pitch" and not wording.gain:
        return Found(Case.PITCH, 0.06, (seen_for(wording),))
    words = " and ".join(f"“{each}”" for each in wording.offering)
    return Found(Case.PITCH, 0.08, (f"An offer in personal dress: {words}.",))


def _says_nothing(invitation: Invitation, wording: Wording, around: Around) -> Found:
    company = around.directory.known.owner.company
    if company and says_to_be_at(company, invitation.sender.headline):
        reason = f"Says to be at {company}, from a profile that you do not know."
        return Found(Case.DEFAULT if wording.verdict == "default" else Case.EMPTY, 0.44, (reason,))
    trade = around.trades.shared_with(invitation.sender.headline)
    more, reasons = (
        (0.18, (f"In your field, going by the profile: {trade}.",)) if trade else (0, ())
    )
    if wording.verdict == "empty":
        return _empty(invitation, wording, more, reasons)
    if wording.disguise:
        more = 0.0
    return Found(Case.DEFAULT, 0.18 + more, (wording.report.reason, *reasons))


def _empty(
    invitation: Invitation, wording: Wording, more: float, reasons: tuple[str, ...]
) -> Found:
    net = wording.network
    if _is_nameless(invitation):
        return Found(Case.EMPTY, 0.1, ("No note, no whole name, nothing about themselves.",))
    if net and net.can_attach() is False:
        nobody = "most people can add no note" if net.tiers else "nobody can add a note"
        why = f"On {net.title} {nobody}: that there is none proves nothing."
        return Found(Case.NO_ROOM, 0.24 + more, (why, *reasons))
    if net and net.notes_a_month():
        why = f"No note. {net.title} gives free members only a few a month, so it proves little."
        return Found(Case.EMPTY, 0.2 + more, (why, *reasons))
    return Found(Case.EMPTY, 0.18 + more, ("No note, and you do not know them.", *reasons))


def _is_nameless(invitation: Invitation) -> bool:
    return not (len(name_words(invitation.sender.name)) > 1 or invitation.sender.headline)


def _meeting(invitation: Invitation, wording: Wording, around: Around) -> Found:
    """They say that the two met: true for all we know if the occasion is on record."""
    words = Words(invitation.words)
    occasion = occasion_in(words, around.occasions)
    if occasion:
        reason = f"Says “{wording.met}”, and you were at {_named(occasion)}."
        return Found(Case.PERSONAL, 0.78, (reason,))
    is_personal = wording.verdict == "personal"
    likely = likely_occasion_in(words, around.occasions)
    if likely:
        reason = f"Says “{wording.met}”; that may have been at {_named(likely)}."
        if is_personal and not (wording.networking or wording.seller):
            return Found(Case.PERSONAL, 0.72, (reason,))
        return Found(Case.SAYS_THEY_MET, 0.44, (reason,))
    reason = f"Says “{wording.met}”, but neither contacts nor calendar know of it."
    return Found(Case.SAYS_THEY_MET, 0.42 if is_personal else 0.34, (reason,))


def _named(occasion: Appointment) -> str:
    day = f" on {in_words(occasion.on)}" if occasion.on else ""
    return f"“{occasion.title}”{day}"


def _personal(invitation: Invitation, wording: Wording) -> Found:
    report = wording.report
    attention = 0.6 if wording.verdict == "personal" else 0.54
    attention += min(0.08, 0.04 * len(wording.particulars))
    if report.scores.giving == 100:
        attention += 0.04
    if "?" not in invitation.words:
        attention += 0.02
    if wording.seller or wording.recruiter:
        attention -= 0.1
    reason = "Its words are those of a note to one person."
    if wording.particulars:
        reason = f"It says what hardly fits anybody else: “{wording.particulars[0]}”."
    return Found(Case.PERSONAL, min(_MOST_UNKNOWN, attention), (reason,))
