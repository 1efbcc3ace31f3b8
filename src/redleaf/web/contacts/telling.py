"""A person as the page tells of them: the timeline in sentences, and the ways to reach them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.utils.formats import date_format
from django.utils.translation import gettext

from redleaf.contacts import contact as record
from redleaf.contacts.encounters import When
from redleaf.formats.linkedin.people import profile_link
from redleaf.networks import networks
from redleaf.web.contacts.models import Contact, Encounter, Letter
from redleaf.web.contacts.selectors.lines import met_in_words, role_in_words
from redleaf.web.contacts.selectors.person import Moment, Person
from redleaf.web.saying import listed, when_in_words


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of the timeline: a sentence, what else is known of it, and who else was there.

    `day` is the one day, where exactly one is known; `when` says it in words where none is.
    """

    told: str
    day: dt.date | None = None
    when: str = ""
    is_this_year: bool = False
    more: tuple[str, ...] = ()
    others: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody; `link` is "" where none can be opened."""

    words: str
    link: str = ""
    is_outside: bool = False


def timeline(who: Person, today: dt.date) -> Iterator[Told]:
    for each in who.timeline:
        told = _told(each, today)
        yield replace(told, is_this_year=bool(told.day and told.day.year == today.year))


def ways(of: record.Contact) -> Iterator[tuple[str, list[Way]]]:
    """The kinds of ways with a label each: mail, phone, profiles, the rest, addresses."""
    groups = (
        (
            gettext("E-mail"),
            [Way(each.shown, _letter_to(each.value)) for each in of.identities_of("email")],
        ),
        (
            gettext("Phone"),
            [Way(each.shown, _call(each.value)) for each in of.identities_of("phone")],
        ),
        (gettext("Profiles"), [_profile(each) for each in of.identities_of("profile")]),
        (gettext("Web"), [_website(each) for each in of.identities_of("website")]),
        (gettext("Messengers"), [Way(each.shown) for each in of.identities_of("messenger")]),
        (gettext("Address"), [Way(in_one_line(each)) for each in of.addresses]),
        (
            gettext("Days"),
            [Way(f"{each.kind} {each.on}") for each in of.occasions],
        ),
        (
            gettext("Belongs to"),
            [Way(f"{each.kind}: {each.name}") for each in of.relations],
        ),
        (gettext("Introduced by"), [Way(of.introduced_by)] if of.introduced_by else []),
    )
    return ((label, found) for label, found in groups if found)


def in_one_line(address: record.Address) -> str:
    parts = (
        address.extended,
        address.street,
        address.box,
        f"{address.postal_code} {address.city}".strip(),
        address.region,
        address.country,
    )
    return ", ".join(filter(None, parts)) or " ".join(address.whole.split())


def past_roles(of: record.Contact) -> list[str]:
    """Roles beside today's, as "curator, Muzeum Wody, until 2019"."""
    rest = (each for each in of.roles if each != of.role)
    return [", ".join(filter(None, (role_in_words(each), _until(each)))) for each in rest]


def together(entries: Sequence[Told]) -> list[Contact]:
    """Whom the user met with this person, each once, at most eight."""
    seen = {other.pk: other for each in entries for other in each.others}
    return list(seen.values())[:8]


def origins(who: Person) -> list[str]:
    """The acts that it comes from, each in words once: "Imported phone.vcf, 3 May 2026"."""
    days = ((each.what, each.at.astimezone()) for each in who.origins)
    return list(
        dict.fromkeys(f"{what}, {date_format(day, gettext('j F Y'))}" for what, day in days)
    )


def _told(moment: Moment, today: dt.date) -> Told:
    if moment.encounter:
        return _meeting(moment.encounter, moment, today)
    return _letter(moment.letter, moment) if moment.letter else Told("")


def _meeting(met: Encounter, moment: Moment, today: dt.date) -> Told:
    sentence = met_in_words(met)
    if met.event and met.place:
        words = gettext("%(told)s in %(place)s")
        sentence = words % {"told": sentence, "place": met.place}
    sentence = f"{sentence[0].upper()}{sentence[1:]}."
    if met.topics:
        sentence += " " + gettext("Talked about %(topics)s.") % {"topics": listed(met.topics)}
    more = [f"“{met.said}”"] if met.said else []
    if met.introduced_by:
        more.append(gettext("Introduced by %(name)s.") % {"name": met.introduced_by})
    if met.times > 1 and met.first:
        first = date_format(met.first, gettext("F Y"))
        more.append(gettext("%(n)s times, from %(month)s.") % {"n": met.times, "month": first})
    more += [met.notes] if met.notes else []
    when = When(met.first, met.last, met.words)
    words = "" if when.day else when_in_words(when, today)
    return Told(sentence, when.day, words, more=tuple(more), others=moment.others)


def _letter(letter: Letter, moment: Moment) -> Told:
    if letter.network == "email":
        said = (
            gettext("You wrote by e-mail.")
            if letter.is_sent
            else gettext("A letter came by e-mail.")
        )
    else:
        titles = {known.name: known.title for known in networks()}
        words = (
            gettext("You wrote on %(network)s.")
            if letter.is_sent
            else gettext("A letter came on %(network)s.")
        )
        said = words % {"network": titles.get(letter.network, letter.network)}
    return Told(said, moment.day, more=(letter.subject,) if letter.subject else ())


def _until(role: record.Role) -> str:
    if role.until:
        return gettext("until %(until)s") % {"until": role.until}
    return (
        gettext("since %(since)s") % {"since": role.since}
        if role.since and not role.is_past
        else ""
    )


def _letter_to(address: str) -> str:
    """Quoted: a "?" out of a file must not add a copy to somebody else."""
    return f"mailto:{quote(address, safe='@+')}"


def _call(number: str) -> str:
    """An extension stands behind ";ext=". Source: RFC 3966."""
    line, _, extension = quote(number, safe="+").partition("x")
    return f"tel:{line};ext={extension}" if extension else f"tel:{line}"


def _profile(identity: record.Identity) -> Way:
    title = next((known.title for known in networks() if known.name == identity.network), "")
    written = identity.written
    link = written if written.startswith("https://") else ""
    if identity.network == "linkedin":
        link = profile_link(identity.value)
    words = f"{title or identity.network}: {identity.value}"
    return Way(words, link, is_outside=bool(link))


def _website(identity: record.Identity) -> Way:
    safe = identity.written if identity.written.startswith(("https://", "http://")) else ""
    return Way(identity.shown, safe, is_outside=bool(safe))
