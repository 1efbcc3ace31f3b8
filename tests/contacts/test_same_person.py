"""Same person? Whom a contact may be, when that is sure enough to merge, and who is another."""

from __future__ import annotations

import random

import pytest

from benchmarks.address_book import address_book
from redleaf.contacts.contact import Contact
from redleaf.contacts.matching import AddressBook, Match, Traits, duplicates, traits_of
from redleaf.contacts.names import OtherName
from redleaf.contacts.plain import from_plain, to_plain
from tests.contacts.cast import person

# Others in the book, so that it has more names than the two that are compared.
OTHERS = [
    person("Tarek Mansour", "tarek@skerry.example"),
    person("Solveig Dahl", "+4740012345", firm="Fjordpapir"),
    person("Ines Duarte", "ines.duarte@museum.example"),
    person("Piet Groen", "https://www.linkedin.com/in/piet-groen"),
]


def match(known: Contact, other: Contact) -> Match[str] | None:
    """What `other` is for a book in which `known` stands."""
    book: AddressBook[str] = AddressBook()
    for number, each in enumerate(OTHERS):
        book.add(f"other {number}", each)
    book.add("known", known)
    return next((each for each in book.matches(other) if each.id == "known"), None)


def certainty(known: Contact, other: Contact) -> str:
    found, back = match(known, other), match(other, known)
    assert (found and found.certainty) == (back and back.certainty), "it depends on the order"
    return found.certainty if found else "others"


SAME = {
    "the same address": (person("Mira Holt", "m@a.example"), person("Mira Holt", "m@a.example")),
    "the same profile": (
        person("Mira Holt", "https://www.linkedin.com/in/mira-holt-4"),
        person("Holt, Mira", "https://de.linkedin.com/in/mira-holt-4/"),
    ),
    "the same card": (person("Mira Holt", uid="7d-1"), person("Mira Holt", uid="7d-1")),
    "the same mobile": (
        person("Mira Holt", "+4915112345678"),
        person("M. Holt", "+49 151 12345678"),
    ),
    "turned round": (person("Mira Holt", "m@a.example"), person("Holt Mira", "m@a.example")),
    "titles and degrees": (
        person("Dr. Mira Holt, PhD 🌿", "m@a.example"),
        person("MIRA HOLT", "m@a.example"),
    ),
    "a short form": (person("Robert Holt", "r@a.example"), person("Bob Holt", "r@a.example")),
    "a short form in Polish": (
        person("Małgorzata Lis", "l@a.example"),
        person("Gosia Lis", "l@a.example"),
    ),
    "a short form in Russian": (
        person("Александр Белов", "b@a.example"),
        person("Sasha Belov", "b@a.example"),
    ),
    "an umlaut spelt out": (
        person("Jürgen Müller", "j@a.example"),
        person("Juergen Mueller", "j@a.example"),
    ),
    "Cyrillic": (
        person("Юлия Щербакова", "y@a.example"),
        person("Julia Schtscherbakowa", "y@a.example"),
    ),
    "Greek": (
        person("Γιώργος Παπαδάκης", "g@a.example"),
        person("Giorgos Papadakis", "g@a.example"),
    ),
    "Hebrew": (person("משה כהן", "c@a.example"), person("Moshe Cohen", "c@a.example")),
    "Arabic": (person("محمد منصور", "a@a.example"), person("Mohammed Mansour", "a@a.example")),
    "Chinese": (person("李小龙", "l@a.example"), person("Li Xiao Long", "l@a.example")),
    "Japanese": (person("田中 健太", "k@a.example"), person("Kenta Tanaka", "k@a.example")),
    "kana": (person("サトウ ゆうき", "k@a.example"), person("Yuki Sato", "k@a.example")),
    "Korean": (person("김민수", "k@a.example"), person("Minsu Kim", "k@a.example")),
    "a middle name": (
        person("Mira Jo Holt", "m@a.example"),
        person("Mira Holt", "m@a.example"),
    ),
    "the given name alone": (person("Mira", "m@a.example"), person("Mira Holt", "m@a.example")),
    "no name": (person("", "m@a.example"), person("Mira Holt", "m@a.example")),
    "a number, and nothing new": (
        person("Mira Holt", "+16175550100"),
        person("Mira Holt", "+16175550100", "m@a.example"),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_it_merges_by_an_identity_under_one_name(pair: tuple[Contact, Contact]) -> None:
    assert certainty(*pair) == "same"


ASKED = {
    "the name alone": (person("Mira Holt"), person("Mira Holt", "m@a.example")),
    "the name and the firm": (
        person("Mira Holt", "m@a.example", firm="Skerry Kilns Ltd"),
        person("Mira Holt", "+4915112345678", firm="Skerry Kilns"),
    ),
    "the firm behind the address": (
        person("Mira Holt", "mh@skerry-kilns.example"),
        person("Mira Holt", "+4915112345678", firm="Skerry Kilns"),
    ),
    "a slip of the pen": (
        person("Mira Sedgwick", "m@a.example"),
        person("Mira Sedgwcik", "m@a.example"),
    ),
    "an initial at one firm": (
        person("Mira Holt", "m@skerry.example"),
        person("M. Holt", firm="Skerry"),
    ),
    "father and son under one number": (
        person("Owen Hale", "+441865550100", "owen@a.example"),
        person("Owen Hale Jr.", "+441865550100", "junior@b.example"),
    ),
    "the number of a house, beside a mobile": (
        person("Owen Hale", "+441865550100", "+447700900123", "owen@a.example"),
        person("Owen Hale", "+441865550100"),
    ),
    "the number and mailbox of a family": (
        person("Owen Hale", "+441865550100", "family@a.example", "owen@a.example"),
        person("Owen Hale", "+441865550100", "family@a.example", "o.hale@b.example"),
    ),
    "an initial behind a switchboard": (
        person("Jan Koch", "+49306892100", "jan@skerry.example", firm="Skerry"),
        person("J. Koch", "+49306892100", "koch@b.example", firm="Skerry"),
    ),
    "a number at home and from abroad": (
        person("Mira Holt", "0151 12345678"),
        person("Mira Holt", "+49 151 12345678", "m@a.example"),
    ),
    "another family, the same address": (
        person("Mira Holt", "m@a.example"),
        person("Mira Sands", "m@a.example"),
    ),
    "two profiles on one network": (
        person("Mira Holt", "m@a.example", "https://www.linkedin.com/in/mira-holt-4"),
        person("Mira Holt", "m@a.example", "https://www.linkedin.com/in/mira-holt-9"),
    ),
    "a name that only the address tells": (
        person("", "mira.holt@a.example"),
        person("Mira Holt", "+4915112345678"),
    ),
    "sisters, perhaps": (
        person("Karin Holt", "holts@a.example"),
        person("Katarina Holt", "holts@a.example"),
    ),
}


@pytest.mark.parametrize("pair", ASKED.values(), ids=ASKED.keys())
def test_it_asks_where_it_cannot_be_sure(pair: tuple[Contact, Contact]) -> None:
    assert certainty(*pair) == "doubtful"


OTHER_PEOPLE = {
    "a couple with one address": (
        person("Anna Lis", "lis@a.example"),
        person("Jan Lis", "lis@a.example"),
    ),
    "colleagues with one mailbox": (
        person("Mira Holt", "info@skerry.example"),
        person("Owen Hale", "info@skerry.example"),
    ),
    "the assistant's number": (
        person("Mira Holt", "+4915112345678"),
        person("Owen Hale", "+4915112345678"),
    ),
    "sister and brother at one number": (
        person("Maria Garcia", "+34915550100"),
        person("Mario Garcia", "+34915550100"),
    ),
    "namesakes by sound alone": (person("张伟", "a@a.example"), person("章玮", "b@b.example")),
    "a firm and a person": (
        Contact("Holt", kind="organisation"),
        person("Holt"),
    ),
    "nobody": (Contact(""), Contact("")),
}


@pytest.mark.parametrize("pair", OTHER_PEOPLE.values(), ids=OTHER_PEOPLE.keys())
def test_it_leaves_two_people_two(pair: tuple[Contact, Contact]) -> None:
    assert certainty(*pair) == "others"


def test_different_birthdays_tell_father_from_son() -> None:
    father = person("Owen Hale", "+441865550100", birthday="1951-03-02")
    son = person("Owen Hale", "+441865550100", "owen@b.example", birthday="1983-11-20")
    assert certainty(father, son) == "others"
    assert certainty(father, person("Owen Hale", "+441865550100", birthday="--03-02")) == "same"


def test_a_common_name_alone_is_not_asked_about() -> None:
    book: AddressBook[int] = AddressBook()
    for number in range(300):
        book.add(number, person("Ana Silva", f"ana{number}@a.example", firm=f"Casa {number}"))
    stranger = person("Ana Silva", "silva@b.example", firm="Atelier")
    assert not book.matches(stranger)
    assert [each.id for each in book.matches(person("Ana Silva", "ana7@a.example"))] == [7]


def test_an_address_that_several_share_does_not_merge() -> None:
    book: AddressBook[int] = AddressBook()
    for number, name in enumerate(["Mira Holt", "Owen Hale", "Tarek Mansour"]):
        book.add(number, person(name, "club@a.example"))
    found = book.matches(person("Mira Holt", "club@a.example"))
    assert [(each.id, each.certainty) for each in found] == [(0, "doubtful")]
    assert all(each.certainty == "doubtful" for each in book.matches(person("", "club@a.example")))


def test_the_strongest_comes_first_and_says_why() -> None:
    book: AddressBook[str] = AddressBook()
    book.add("by name", person("Robert Holt"))
    book.add("by address", person("Bob Holt", "bob@a.example"))
    first, second = book.matches(person("Robert Holt", "bob@a.example"))
    assert (first.id, first.certainty) == ("by address", "same")
    assert first.reasons == (
        "holt in both names",
        "robert and bob can be one name",
        "the same e-mail address bob@a.example",
    )
    assert (second.id, second.certainty) == ("by name", "doubtful")
    assert 0 <= second.score <= first.score <= 1


def test_who_was_refused_is_not_asked_about_again() -> None:
    refused = {("old", "new")}
    book: AddressBook[str] = AddressBook(is_refused=lambda one, other: (one, other) in refused)
    book.add("old", person("Mira Holt", "m@a.example"))
    again = person("Mira Holt", "m@a.example")
    assert not book.matches(again, who="new")
    assert book.matches(again, who="third")


def test_nobody_matches_themselves() -> None:
    book: AddressBook[int] = AddressBook()
    book.add(1, person("Mira Holt", "m@a.example"))
    assert not book.matches(person("Mira Holt", "m@a.example"), who=1)


def test_a_removed_contact_is_found_no_more() -> None:
    book: AddressBook[int] = AddressBook()
    book.add(1, person("Mira Holt", "m@a.example"))
    book.add(2, person("Mira Holt", "m@a.example"))
    book.remove(1)
    book.remove(99)
    assert [each.id for each in book.matches(person("Mira Holt", "m@a.example"))] == [2]
    assert 1 not in book
    assert len(book) == 1


def test_a_contact_that_is_added_again_has_only_its_new_traits() -> None:
    book: AddressBook[int] = AddressBook()
    book.add(1, person("Mira Holt", "m@a.example"))
    book.add(1, person("Owen Hale", "o@a.example"))
    assert not book.matches(person("Mira Holt", "m@a.example"))
    assert book.matches(person("Owen Hale", "o@a.example"))


def test_an_index_is_built_from_traits_that_were_kept() -> None:
    contact = person("Юлия Белова", "+7 916 555-01-00", firm="Музей воды", birthday="1977-04-02")
    kept = to_plain(traits_of(contact))
    book: AddressBook[int] = AddressBook()
    book.add(1, from_plain(Traits, kept))
    assert [each.certainty for each in book.matches(contact)] == ["same"]


def test_former_names_count() -> None:
    married = Contact("Mira Sands", other_names=(OtherName("maiden", "Holt"),))
    assert certainty(married, person("Mira Holt", "m@a.example")) == "doubtful"
    assert certainty(person("Mira Sands (Holt)"), person("Mira Holt", "m@a.example")) == "doubtful"


def test_contacts_of_one_file_are_compared_with_each_other() -> None:
    contacts = [*OTHERS, person("Mira Holt", "m@a.example"), person("Holt, Mira", "m@a.example")]
    (pair,) = duplicates(enumerate(contacts))
    assert (pair.one, pair.other, pair.certainty) == (4, 5, "same")


def test_refused_pairs_are_left_out_of_duplicates() -> None:
    contacts = [person("Mira Holt", "m@a.example"), person("Holt, Mira", "m@a.example")]
    assert not list(duplicates(enumerate(contacts), is_refused=lambda one, other: one + other == 1))


ODD_NAMES = [
    *(
        "",
        " ",
        ",",
        "(",
        "((",
        "🌿",
        "Dr.",
        "Jr.",
        "a",
        "é",
        "~",
        "/",
        "~/",
        "&",
        "A & B",
        "李",
        "ー",
    ),
    *("\u0301", "'", "-", "von", "محمد", "1234", "x" * 5000, "Ana " * 400, "\u202eanA", "ﷺ", "ᄀ"),
    *("İ", "ß", "𝓜𝓲𝓻𝓪 𝓗𝓸𝓵𝓽", "A\u0000B", "प्रिया शर्मा", "สมชาย", "M. M. M.", "o'", "李 & 王"),
]


def test_odd_names_are_read_without_a_fault() -> None:
    book: AddressBook[int] = AddressBook()
    for number, name in enumerate(ODD_NAMES):
        book.add(number, person(name, f"{number}@a.example"))
    for name in ODD_NAMES:
        book.matches(person(name, "1@a.example"))


def test_the_order_of_contacts_does_not_change_who_is_whom() -> None:
    contacts = address_book(5, people=200, twice=30, alike=30).contacts
    shuffled = random.Random(1).sample(contacts, len(contacts))
    one, other = (
        {(frozenset((pair.one, pair.other)), pair.certainty) for pair in duplicates(each)}
        for each in (contacts, shuffled)
    )
    assert one == other


def comparisons(people: int) -> int:
    """How many pairs of a book are looked at, where every second has one of three common names."""
    seen = 0

    def is_refused(_one: int, _other: int) -> bool:
        nonlocal seen
        seen += 1
        return True

    chance = random.Random(people)
    syllables = [first + vowel for first in "bdfglmnprstvz" for vowel in "aeiou"]
    givens = ["".join(chance.choices(syllables, k=3)) for _ in range(200)]
    firms = ["".join(chance.choices(syllables, k=4)) for _ in range(people // 40)]
    contacts = []
    for number in range(people):
        name = f"{chance.choice(givens)} {''.join(chance.choices(syllables, k=5))}"
        if number % 2 == 0:
            name = chance.choice(("ana silva", "wei zhang", "john smith"))
        emails = (f"{number}@{chance.choice(firms)}.example",)
        contacts.append((number, Traits(names=(name,), emails=emails)))
    assert not list(duplicates(contacts, is_refused=is_refused))
    return seen


def test_crowds_of_namesakes_cost_little_more_in_a_large_book() -> None:
    few, many = comparisons(2000), comparisons(8000)
    assert few > 2000
    assert many <= 4.5 * few


def test_an_invented_address_book_is_put_in_order() -> None:
    """The short form of benchmarks/bench_merging.py."""
    book = address_book(77, people=800, twice=100, alike=100)
    found = {frozenset((each.one, each.other)): each for each in duplicates(book.contacts)}
    merged = {pair for pair, each in found.items() if each.certainty == "same"}
    asked = found.keys() - merged
    rest = book.same - merged
    assert merged <= book.same
    assert len(merged) > 0.4 * len(book.same)
    assert len(rest & asked) >= 0.93 * len(rest)
    assert len(asked - book.same) <= 2 * len(asked & book.same)
