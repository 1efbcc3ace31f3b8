"""From the store to what triage wants: invitations, whom the user knows, what they decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from django.db.models import Q

from redleaf.contacts.contact import Identity
from redleaf.errors import ConfigError
from redleaf.triage import Choice as Decided
from redleaf.triage import Habit, Invitation, Known, Person, Sender, habits_of, read_policy
from redleaf.triage.cases import Case
from redleaf.triage.directory import keys_of
from redleaf.triage.known import OwnVerdict
from redleaf.triage.policies import POLICIES, Policy
from redleaf.web.accounts.models import User
from redleaf.web.contacts import models
from redleaf.web.contacts.selectors.known import as_told, known_to
from redleaf.web.inbox.models import Choice, Forgotten

# A question, and patience, are no verdict on a person.
_VERDICTS = ("answer", "accept", "decline")
_WELCOMED = ("answer", "accept")


def invitation_of(row: models.Invitation, answered: str = "") -> Invitation:
    """A row as triage reads it; its id is the row's."""
    identities = (as_told(_identity(each)) for each in row.identities)
    who = Sender(row.name, row.headline, tuple(filter(None, identities)))
    return Invitation(str(row.pk), row.text, who, row.at, row.network, answered)


def invitations_of(owner: User) -> list[models.Invitation]:
    """All that came in, with what the user decided, the newest first; one query."""
    rows = models.Invitation.objects.filter(owner=owner, is_incoming=True)
    return list(rows.select_related("choice", "reading").order_by("-at", "-pk"))


def connected(owner: User) -> set[tuple[object, str]]:
    """Contacts and the networks on which the two are connected; one query."""
    rows = models.Identity.objects.filter(owner=owner, connected_on__isnull=False)
    return set(rows.order_by().values_list("contact_id", "network"))


def known_by(owner: User) -> Known:
    """Whom the user knows, with their verdicts and policy; the day is the caller's to say."""
    known = known_to(owner)
    return replace(
        known,
        owner=replace(known.owner, policy=f"{owner.policy}\n{owner.policy_settings}".strip()),
        contacts=_with_verdicts(known.contacts, _choices(owner)),
    )


def habits_by(owner: User) -> list[Habit]:
    """What the user's own decisions show, but for what they wanted forgotten; two queries."""
    forgotten = Forgotten.objects.filter(owner=owner).values_list("stem", "at")
    # The oldest first: of two the later counts.
    return habits_of(_decided(_choices(owner)), dict(forgotten))


def policy_of(owner: User) -> Policy:
    """How the user treats invitations from strangers, as the settings say."""
    try:
        return read_policy(f"{owner.policy}\n{owner.policy_settings}")
    except ConfigError:
        # Read when they were kept, by words that a later version knows no more.
        return POLICIES[owner.policy]


def choice_of(row: models.Invitation) -> Choice | None:
    return getattr(row, "choice", None)


def _identity(plain: Mapping[str, str]) -> Identity:
    kind, value = plain.get("kind") or "website", plain.get("value", "")
    return Identity(kind, value, plain.get("written", ""), network=plain.get("network", ""))


def _choices(owner: User) -> Sequence[Choice]:
    """The oldest first."""
    said = Q(decision__in=_VERDICTS) | Q(place__in=_VERDICTS)
    rows = Choice.objects.filter(said, owner=owner).select_related("invitation")
    return list(rows.order_by("decided_at"))


def _with_verdicts(contacts: tuple[Person, ...], choices: Iterable[Choice]) -> tuple[Person, ...]:
    """The same people, and the strangers who were decided about, each with the last verdict."""
    people = list(contacts)
    place_of = {key: at for at, each in enumerate(people) for key in keys_of(each.identities)}
    for choice in choices:
        sender = invitation_of(choice.invitation).sender
        keys = keys_of(sender.identities)
        if not keys:
            continue
        verdict = _verdict(choice)
        at = next((place_of[key] for key in keys if key in place_of), None)
        if at is None:
            at = len(people)
            # Whoever was declined is nobody whose name another could bear by right.
            name = sender.name if verdict.decision in _WELCOMED else ""
            people.append(Person(name=name, identities=sender.identities))
        people[at] = replace(people[at], verdict=verdict)
        place_of.update(dict.fromkeys(keys, at))
    return tuple(people)


def _verdict(choice: Choice) -> OwnVerdict:
    decision = choice.decision if choice.decision in _VERDICTS else choice.place
    return OwnVerdict(decision, choice.decided_at.astimezone().date(), choice.note)


def _decided(choices: Iterable[Choice]) -> Iterator[Decided]:
    known = {str(case): case for case in Case}
    for each in choices:
        if each.case in known:
            decision = _verdict(each).decision
            yield Decided(
                invitation_of(each.invitation), known[each.case], decision, each.decided_at
            )
