"""The list of people, narrowed: filters that work together, with a search, and page by page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redleaf.contacts.contact import Contact as ContactRecord
from redleaf.contacts.contact import Identity
from redleaf.contacts.encounters import Encounter, Promise, When
from redleaf.web.accounts.models import User
from redleaf.web.contacts.models import Act, Contact
from redleaf.web.contacts.selectors import listing
from redleaf.web.contacts.selectors.listing import PAGE_SIZE
from redleaf.web.contacts.services.keeping import keep_encounter, keep_new_contact, keep_promise
from redleaf.web.contacts.services.recording import recorded
from redleaf.web.contacts.services.sending import keep_sent_invitation


def day(ago: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=ago)


@pytest.fixture
def people(ana: User) -> dict[str, Contact]:
    """Mira was met at Kiln Days last week, Pavel long ago, Noor works beside Ana, Ivo never."""
    linkedin = Identity("profile", "mira-holt", network="linkedin")
    met = {
        "Mira Holt": [("conference", 7, "Kiln Days")],
        "Pavel Dvořák": [("conference", 700, "Kiln Days")],
        "Noor Haddad": [("work", 1_500, ""), ("work", 1, "")],
        "Ivo Lind": [],
    }
    found = {}
    with recorded(ana, Act.Kind.IMPORT, "Imported") as recorder:
        for name, times in met.items():
            of = ContactRecord(
                name,
                tags=("press",) if name[0] in "MN" else (),
                identities=(linkedin,) if name[0] == "M" else (),
            )
            found[name] = keep_new_contact(of, recorder)
            for kind, ago, event in times:
                when = When(day(ago), day(ago))
                of_them = Encounter((), kind, when, event=event)
                keep_encounter(of_them, [found[name].pk], recorder)
        overdue = Promise("", "the ash recipe", When(day(2), day(2)))
        keep_promise(overdue, found["Pavel Dvořák"].pk, recorder)
        sometime = Promise("", "a visit")
        keep_promise(sometime, found["Noor Haddad"].pk, recorder)
    now = timezone.now()
    keep_sent_invitation(ana, found["Mira Holt"], "Hello", network="linkedin", at=now)
    return found


def names_on(page: str) -> list[str]:
    return [each.split("</bdi>")[0] for each in page.split("data-step><bdi>")[1:]]


def listed(asks: Client, **said: str) -> list[str]:
    return [each.split()[0] for each in names_on(asks.get("/contacts/", said).content.decode())]


@pytest.mark.parametrize("few", [10_000, 0], ids=["of few", "of many"])
@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"known": "close"}, ["Noor"]),
        ({"known": "recent"}, ["Mira"]),
        ({"known": "faded"}, ["Pavel"]),
        ({"known": "unknown"}, ["Ivo"]),
        ({"event": "Kiln Days"}, ["Mira", "Pavel"]),
        ({"tag": "press"}, ["Mira", "Noor"]),
        ({"network": "linkedin"}, ["Mira"]),
        ({"promise": "due"}, ["Pavel"]),
        ({"promise": "open"}, ["Noor", "Pavel"]),
        ({"written": "never"}, ["Ivo", "Noor", "Pavel"]),
        ({"written": "some"}, ["Mira"]),
        ({"event": "Kiln Days", "known": "faded"}, ["Pavel"]),
        ({"tag": "press", "promise": "open"}, ["Noor"]),
        ({"tag": "press", "written": "never", "known": "close"}, ["Noor"]),
        ({"tag": "press", "event": "Kiln Days", "network": "linkedin"}, ["Mira"]),
        ({"tag": "press", "network": "xing"}, []),
        ({"q": "ho"}, ["Mira"]),
        ({"q": "kiln", "known": "faded"}, ["Pavel"]),
        ({"q": "kiln", "tag": "press"}, ["Mira"]),
        ({"q": "noor", "known": "recent"}, []),
        ({"known": "nonsense", "network": "x' OR 1=1", "promise": "\0"}, None),
    ],
    ids=lambda said: "+".join(said) if isinstance(said, dict) else "",
)
def test_it_lists_those_who_fit_all_of_it(
    ana_asks: Client,
    people: dict[str, Contact],
    monkeypatch: pytest.MonkeyPatch,
    few: int,
    said: dict[str, str],
    found: list[str] | None,
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    everybody = sorted(each.split()[0] for each in people)
    assert sorted(listed(ana_asks, **said)) == (everybody if found is None else found)


def test_each_filter_can_be_taken_off(ana_asks: Client, people: dict[str, Contact]) -> None:
    page = ana_asks.get("/contacts/", {"tag": "press", "known": "close", "q": "noor"})
    offs = [each.off for each in page.context["taken"]]
    assert offs == ["?q=noor&tag=press", "?q=noor&known=close"]
    assert 'value="press" selected' in page.content.decode()


def test_the_address_says_what_htmx_asked_for(ana_asks: Client, people: dict[str, Contact]) -> None:
    said = {"q": "", "known": "recent", "tag": "", "event": "Kiln Days"}
    part = ana_asks.get("/contacts/", said, headers={"HX-Request": "true"})
    address = part.headers["HX-Replace-Url"]
    assert address == "?known=recent&event=Kiln+Days"
    whole = ana_asks.get(f"/contacts/{address}").content.decode()
    assert names_on(whole) == names_on(part.content.decode()) == ["Mira Holt"]


def test_an_empty_list_says_what_to_do(ana_asks: Client, people: dict[str, Contact]) -> None:
    page = ana_asks.get("/contacts/", {"tag": "none <b>"}).content.decode()
    assert "Nobody fits all of this." in page
    assert "choose people in the list and tag them" in page
    assert "none &lt;b&gt;" in page


@pytest.mark.parametrize("most", [2_000, PAGE_SIZE + 20], ids=["all read", "a part read"])
def test_it_goes_on_page_by_page_in_a_narrowed_list(
    ana: User, ana_asks: Client, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(listing, "MOST_CHOSEN", most)
    count = PAGE_SIZE * 2 + 3
    with recorded(ana, Act.Kind.IMPORT, "Imported many.csv") as recorder:
        for number in range(count * 2):
            tags = ("odd",) if number % 2 else ()
            keep_new_contact(ContactRecord(f"Person {number // 4:03}", tags=tags), recorder)
    seen, address = [], "/contacts/?tag=odd"
    while address:
        page = ana_asks.get(address)
        seen += [each.id for each in page.context["lines"]]
        address = f"/contacts/?{page.context['more']}" if page.context["more"] else ""
    assert len(seen) == len(set(seen)) == count


def test_a_stranger_is_shown_nobody(ben_asks: Client, people: dict[str, Contact]) -> None:
    for said in ({"tag": "press"}, {"event": "Kiln Days"}, {"promise": "open"}, {"known": "close"}):
        assert listed(ben_asks, **said) == []


def test_a_stranger_is_not_told_tags_and_events(
    ben_asks: Client, ben: User, people: dict[str, Contact]
) -> None:
    with recorded(ben, Act.Kind.IMPORT, "Imported") as recorder:
        keep_new_contact(ContactRecord("Odd One"), recorder)
    page = ben_asks.get("/contacts/").content.decode()
    assert "Kiln Days" not in page
    assert "press" not in page


def test_it_asks_a_fixed_number_of_questions(ana: User, ana_asks: Client) -> None:
    said = {"known": "recent", "tag": "odd", "event": "Fair", "written": "never"}
    ana_asks.get("/contacts/")  # the first visit begins the session
    counts = []
    for count in (3, 30):
        with recorded(ana, Act.Kind.IMPORT, "Imported") as recorder:
            for number in range(count):
                of = ContactRecord(f"Ona {count}x{number} Berg", tags=("odd",))
                contact = keep_new_contact(of, recorder)
                met = Encounter((), "talk", When(day(3), day(3)), event="Fair")
                keep_encounter(met, [contact.pk], recorder)
        with CaptureQueriesContext(connection) as queries:
            page = ana_asks.get("/contacts/", said)
        assert page.context["page"].count >= count
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 25
