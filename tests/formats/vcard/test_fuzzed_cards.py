"""Any contact can be written and read again; any bytes can be read, or refused in one sentence."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from redleaf.contacts import identities
from redleaf.contacts.contact import Address, Contact, Identity, Occasion, Photo, Relation, Role
from redleaf.contacts.names import NAME_KINDS, NameParts, OtherName
from redleaf.errors import FileError
from redleaf.formats.vcard import write_vcards
from tests.formats.vcard.reading import card, harvest_of

few = settings(max_examples=60, deadline=None)

SIGNS = st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from(',;:\\"^=n \t')
words = st.text(SIGNS, min_size=1, max_size=30).map(str.strip).filter(bool)
maybe = st.just("") | words
labels = st.sampled_from(
    ["", "home", "work fax", "cell", "Summer house", "HomePage", "home, sweet"]
)
days = st.dates(dt.date(1900, 1, 1)).map(dt.date.isoformat)
some_day = days | days.map(lambda day: f"-{day[4:]}") | st.sampled_from(["1977", "1977-04"])
kinds = st.sampled_from(["spouse", "friend", "assistant", "neighbour", "tennis partner"])


def identity() -> st.SearchStrategy[Identity | None]:
    name = st.text("abcdefgh", min_size=1, max_size=9)
    address = name.map(lambda name: f"{name}@example.org")
    number = st.text("0123456789", min_size=5, max_size=12).map(lambda digits: f"+{digits}")
    link = name.map(lambda name: f"https://{name}.example.org/a,b;c")
    member = name.map(lambda name: f"https://www.linkedin.com/in/{name}")
    service = st.sampled_from(["skype", "jabber", "Odd One"])
    preferred = st.booleans()
    return st.one_of(
        st.builds(identities.email, address, label=labels, is_preferred=preferred),
        st.builds(identities.phone, number, label=labels, is_preferred=preferred),
        st.builds(identities.website, link, label=labels),
        st.builds(identities.profile, member, connected_on=st.dates() | st.none()),
        st.builds(identities.profile, name, network=st.just("instagram")),
        st.builds(identities.messenger, words, service),
        st.builds(identities.uid, name),
    )


def several(what: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(what, max_size=most, unique=True).map(tuple)


contacts = st.builds(
    Contact,
    maybe,
    kind=st.sampled_from(["person", "organisation", "group"]),
    parts=st.builds(NameParts, maybe, maybe, maybe, maybe, maybe),
    other_names=several(st.builds(OtherName, st.sampled_from(NAME_KINDS), words)),
    identities=several(identity().filter(bool), 5),
    roles=several(st.builds(Role, maybe, maybe, maybe, st.sampled_from(["", "2019"]), st.just(""),
                            st.booleans()).filter(bool)),
    addresses=several(st.builds(Address, labels, words, maybe, maybe, maybe, maybe, maybe, maybe,
                                maybe)),
    occasions=several(st.builds(Occasion, st.sampled_from(["birthday", "anniversary", "name day"]),
                                some_day)),
    relations=several(st.builds(Relation, kinds, words)),
    notes=several(words),
    tags=several(words),
    photos=several(st.just(Photo("image/png", "iVBORw0KGgoAAAANSUhEUg==")), 1),
    headline=maybe,
    language=st.sampled_from(["", "pt-PT"]),
    register=st.sampled_from(["", "peer"]),
    relation=maybe,
    introduced_by=maybe,
)  # fmt: skip


def as_read(contact: Contact) -> dict[str, Any]:
    """What has to come back: all but the key, and a name where only its parts were there."""
    fields = {name: getattr(contact, name) for name in Contact.__slots__ if name != "key"}
    ids = fields["identities"]
    fields["identities"] = tuple(sorted(ids, key=lambda each: each.kind == "uid"))
    fields["name"] = contact.name or contact.parts.joined
    return fields


@few
@given(contacts, st.sampled_from(["3.0", "4.0"]))
def test_it_reads_whatever_it_writes(contact: Contact, version: str) -> None:
    text = write_vcards([contact], version=version)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (again,) = harvest_of(text).contacts
    assert as_read(again) == as_read(contact)


lines = st.sampled_from(
    """FN:Ana
FN;LANGUAGE=ja:安奈
N:Ruiz;Ana;Maria,Luz;Dr.;
N;ALTID=1;LANGUAGE=en:Ruiz;Ana
NICKNAME:Nan,Ani
ORG:Museu;Sound;Tape
ORG;SORT-AS=x:Museu
item1.ORG:Kiln
item1.TITLE:Curator
TITLE:Guide
ROLE:maker
EMAIL;TYPE=INTERNET,HOME,pref:ana@example.org
item2.EMAIL:ana@example.net
item2.X-ABLabel:Boat
EMAIL;PID=1.1:ana@example.org
TEL;HOME;FAX:+351 22 555
TEL;VALUE=uri:tel:+351-22-555;ext=7
item1.X-ABADR:pt
ADR;TYPE=home,pref:;;Rua 1;Porto;;4000;
LABEL;TYPE=home:Rua 1\\nPorto
item1.ADR:;;Rua 2;Porto
BDAY:--0402
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-02
BDAY:1977-04-02T10:00:00Z
BDAY:spring
item3.X-ABDATE:1999-01-01
item3.X-ABLabel:_$!<Anniversary>!$_
X-SPOUSE:Rui
RELATED;TYPE=friend:urn:uuid:1
NOTE:a\\, b; c\\nd
NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab=3Bc
CATEGORIES:a,b\\,c
CATEGORIES;X-A=1:a,d
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4QFaRXhpZgAASUkqAAgAAAAAAA==
PHOTO:https://example.org/a.png
KEY;ENCODING=b;TYPE=PGP:AAAA
LOGO:data:image/png;base64,AAAA
URL;TYPE=work:https\\://example.org/a
X-SOCIALPROFILE;TYPE=twitter;X-USER=ana:http://twitter.com/ana
IMPP;X-SERVICE-TYPE=Skype:skype:ana
X-JABBER:ana@example.org
X-PHONETIC-FIRST-NAME:Ah-na
X-PHONETIC-LAST-NAME:Roo-eeth
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Nan;1;;;
UID:urn:uuid:7
KIND:individual
KIND:group
X-ABShowAs:COMPANY
LANG;PREF=2:en
LANG;PREF=1:pt
REV:20200101T000000Z
X-ODD;A="b;c:d";B=^n^^^':value=
X-WITH SPACE:x
TZ:+01:00
AGENT:
GEO;X=:1;2
item9.X-ABLabel:alone""".split("\n")
)


@few
@given(st.lists(lines, max_size=12), st.sampled_from(["2.1", "3.0", "4.0"]))
def test_it_keeps_a_card_however_its_lines_are_mixed(some: list[str], version: str) -> None:
    read = harvest_of(card(*some, version=version)).contacts
    for written in ("3.0", "4.0"):
        assert harvest_of(write_vcards(read, version=written)).contacts == read


pieces = st.sampled_from(
    [b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"N;CHARSET=x:\xff\xfe", b"AGENT:", b" ", b"\t",
     b"NOTE;ENCODING=QUOTED-PRINTABLE:=E4=", b"PHOTO;BASE64:", b"AAAA", b"a.b.TEL;=;;\":1", b"=",
     b"\0B\0E", b"FN;X=\"", b":", b"BDAY:0000-00-00", b"N:;;;;;;;;;", b"ADR;LABEL=\\\":;", b"\xff"],
)  # fmt: skip


@few
@given(st.lists(pieces | st.binary(max_size=20), max_size=20), st.sampled_from([b"\n", b"\r", b""]))
def test_it_reads_or_refuses_any_bytes(some: list[bytes], end: bytes) -> None:
    with suppress(FileError):
        harvest_of(end.join(some))
