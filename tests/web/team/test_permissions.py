"""Every address there is, asked by everybody: who gets in, and that nothing of the owner leaks.

The addresses are walked, not listed. One that holds an id of the owner's is for the owner alone,
any other for all who are in, unless the table says otherwise.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from redleaf.web.accounts.models import User
from redleaf.web.api.services import let_in
from redleaf.web.contacts.models import Act, Card, Invitation, Pair, Picture, Promise
from redleaf.web.contacts.services.remembering import remember_about, remember_line
from redleaf.web.contacts.services.stacking import begin_stack
from redleaf.web.door.models import Blocked, Door, Knock
from redleaf.web.incoming.models import Incoming, State
from redleaf.web.insights.models import Audit
from redleaf.web.teams.models import Call, Membership, Team
from redleaf.web.teams.services import found_team
from redleaf.web.teams.sharing import share
from tests.contacts.card_pictures import card_picture
from tests.web.contacts.tables import tables
from tests.web.team.conftest import account, body_of, logged_in

TODAY = dt.date(2026, 11, 20)
CANARY = "canaryseed"
LINES = (
    f"Jun Sato, potter at Skutt, I promised the {CANARY} recipe",
    f"Juno {CANARY}, weaver at {CANARY}",
    f"coffee in Turku yesterday, talked about {CANARY}",
)
ROLES = ("owner", "mate", "other team", "administrator", "anonymous")

# What somebody meets: "in", "out" (as if it were not there), "door" (the log-in), "open" (a page
# for anybody), "key" (nobody by being logged in: programs come by a key of their own).
OWN = ("in", "out", "out", "out", "door")
ALL = ("in", "in", "in", "in", "door")
OPEN = ("open",) * 5
ANONYMOUS_ALONE = ("in", "in", "in", "in", "open")
KEEPER = ("out", "out", "out", "in", "door")
BY_KEY = ("key",) * 5
LOOKS_AFTER = ("out", "in", "out", "out", "door")
TABLE = {
    "healthz": OPEN,
    "join/": ANONYMOUS_ALONE,
    "login/": ANONYMOUS_ALONE,
    "logout/": ANONYMOUS_ALONE,
    "closed/": OPEN,
    "confirm/": OPEN,
    "confirm/<key>/": ("missing",) * 5,
    "forgotten/": OPEN,
    "forgotten/sent/": OPEN,
    "forgotten/done/": OPEN,
    "forgotten/<uidb36>-<key>/": OPEN,
    "settings/account/second-step/authenticate/": ANONYMOUS_ALONE,
    "settings/account/second-step/webauthn/login/": ANONYMOUS_ALONE,
    "settings/account/second-step/totp/deactivate/": ("out",) * 4 + ("door",),
    "settings/account/second-step/recovery-codes/": ("out",) * 4 + ("door",),
    "settings/account/second-step/recovery-codes/download/": ("out",) * 4 + ("door",),
    "settings/team/rename/": ("out", "in", "in", "out", "door"),
    "settings/team/call/": ("out", "in", "in", "out", "door"),
    "settings/team/calls/<int:call_id>/withdraw/": LOOKS_AFTER,
    "settings/team/members/<int:membership_id>/remove/": LOOKS_AFTER,
    "settings/team/members/<int:membership_id>/role/": LOOKS_AFTER,
    "settings/model/": KEEPER,
    "settings/model/trial/": KEEPER,
    "settings/model/forget/": KEEPER,
    "settings/house/": KEEPER,
    "settings/house/accounts/<int:user_id>/": KEEPER,
    "team/come/<str:key>/": OPEN,
    "inbox/group/<slug:name>/": ALL,
    "to/": ("missing",) * 5,
    "to/<str:handle>/": OPEN,
    "to/<str:handle>/reads/": OPEN,
    "to/<str:handle>/thanks/": OPEN,
    "to/<str:handle>/confirm/<str:key>/": OPEN,
    "api/openapi.json": OPEN,
    "api/invitations": BY_KEY,
    "api/invitations/<uuidstr:invitation_id>": BY_KEY,
    "api/check": BY_KEY,
    "api/<rest>": ("missing",) * 5,
    # There for an audit that was deleted, and this one was not.
    "insights/<uuid:audit_id>/restore/": ("out",) * 4 + ("door",),
    "team/people/<uuid:contact_id>/": ("out", "in", "out", "out", "door"),
}
STATUSES = {
    "in": {200, 204, 302, 400, 405, 410},
    "open": {200, 302, 400, 405, 410},
    "out": {404, 405},
    "key": {401, 405},
    "missing": {200, 302, 404, 405},
    "door": {302},
}


@pytest.fixture
def cast() -> dict[str, User]:
    """Ana owns the rows; Mira looks after her team; Ben is of another; Kai keeps the desk."""
    users = {
        role: account(first, "Berg")
        for role, first in zip(ROLES, ("Ana", "Mira", "Ben", "Kai"), strict=False)
    }
    team = found_team(users["mate"], "Glaze")
    Membership.objects.create(user=users["owner"], team=team)
    found_team(users["other team"], "Kiln")
    users["administrator"].is_staff = True
    users["administrator"].save(update_fields=["is_staff"])
    return users


@pytest.fixture
def ids(cast: dict[str, User]) -> dict[str, Any]:
    """An id of each kind, all Ana's; her contact is shared, and holds what nobody else may read."""
    ana = cast["owner"]
    jun, juno, coffee = LINES
    kept = remember_line(ana, jun, today=TODAY)
    remember_about(ana, kept.contact, coffee, today=TODAY)
    other = remember_line(ana, juno, today=TODAY).contact
    first, second = sorted((kept.contact, other), key=lambda each: each.pk)
    stack, _ = begin_stack(ana, f"After {CANARY}", [kept.contact])
    team = Team.objects.get(name="Glaze")
    share(ana, kept.contact, team, [])
    picture = Picture.of(card_picture(), kept.contact.pk, 0)
    picture.owner = ana
    picture.save(force_insert=True)
    now = timezone.now()
    busy = {"owner": ana, "made_at": now}
    door = Door.objects.create(owner=ana, handle="kiln", words=CANARY, event=CANARY)
    told = {"email": f"{CANARY}@x.example", "delivered_at": now}
    return {
        "contact_id": kept.contact.pk,
        "promise_id": Promise.objects.get(owner=ana).pk,
        "stack_id": stack.pk,
        "card_id": Card.objects.get(stack=stack).pk,
        "act_id": Act.objects.filter(owner=ana).latest("at").pk,
        "picture_id": picture.pk,
        "pair_id": Pair.objects.create(owner=ana, first=first, second=second).pk,
        "incoming_id": Incoming.objects.create(**busy, file_name=CANARY, state=State.FAILED).pk,
        "audit_id": Audit.objects.create(**busy, file_name=CANARY).pk,
        "call_id": Call.objects.create(
            team=team, email="new@x.example", digest="0" * 64, expires_at=now + dt.timedelta(7)
        ).pk,
        "handle": door.handle,
        "door_id": door.pk,
        "knock_id": Knock.objects.create(owner=ana, door=door, key=CANARY, at=now, **told).pk,
        "blocked_id": Blocked.objects.create(owner=ana, value=CANARY).pk,
        "invitation_id": Invitation.objects.create(
            owner=ana, network="linkedin", is_incoming=True, text=CANARY, key=CANARY
        ).pk,
        "program_id": let_in(ana, CANARY, may_bring=True, may_read=True)[0].pk,
        "rest": "nowhere",
        "name": "answer",
        "membership_id": Membership.objects.get(user=ana).pk,
        "user_id": ana.pk,
        "key": "abc",
        "uidb36": "1",
        "pk": Authenticator.objects.create(user=ana, type="webauthn", data=passkey()).pk,
    }  # fmt: skip


def passkey() -> dict[str, Any]:
    """What is kept of a passkey: a key of nobody's, in the shape that a browser sends."""
    private = ec.generate_private_key(ec.SECP256R1())
    public: Any = ES256
    credential = AttestedCredentialData.create(
        Aaguid.NONE, b"canary", public.from_cryptography_key(private.public_key())
    )
    data = AuthenticatorData.create(
        sha256(b"127.0.0.1"), AuthenticatorData.FLAG.AT | AuthenticatorData.FLAG.UP, 0, credential
    )
    attested = AttestationObject.create("none", data, {})
    said = CollectedClientData.create(
        CollectedClientData.TYPE.CREATE, b"x" * 32, "https://x.example"
    )
    response = {
        "clientDataJSON": websafe_encode(said),
        "attestationObject": websafe_encode(bytes(attested)),
    }
    key = websafe_encode(b"canary")
    whole = {"id": key, "rawId": key, "type": "public-key", "response": response}
    return {"name": CANARY, "credential": whole}


@pytest.fixture
def clients(cast: dict[str, User]) -> dict[str, Client]:
    asking = {role: logged_in_past_the_second_step(user) for role, user in cast.items()}
    return {**asking, "anonymous": Client(SERVER_NAME="127.0.0.1")}


def logged_in_past_the_second_step(user: User) -> Client:
    kept = list(Authenticator.objects.filter(user=user))
    Authenticator.objects.filter(user=user).delete()
    client = logged_in(user)
    client.post("/again/", {"password": "Kiln-7-and-a-half"})
    Authenticator.objects.bulk_create(kept)
    return client


def patterns() -> list[str]:
    """Every address, as its pattern is written."""

    def walk(found: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
        for each in found:
            here = before + _plain(str(each.pattern))
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns, here)
            else:
                yield here

    return sorted({*walk(get_resolver().url_patterns, "")})


def _plain(pattern: str) -> str:
    named = re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", pattern)
    return named.removeprefix("^").removesuffix("$")


def address_of(pattern: str, ids: dict[str, Any]) -> str:
    names = re.findall(r"<(?:\w+:)?(\w+)>", pattern)
    missing = set(names) - set(ids)
    assert not missing, f"{pattern}: the fixture `ids` lacks a row of the owner's for {missing}"
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(ids[found[1]]), pattern)


def expected(pattern: str, role: str) -> str:
    row = TABLE.get(pattern, OWN if "<" in pattern else ALL)
    return row[ROLES.index(role)]


@contextmanager
def taken_back(client: Client) -> Iterator[None]:
    """Whatever a request changes is as before for the next, a log-out too."""
    cookies = SimpleCookie(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


def test_the_table_names_no_address_that_is_gone() -> None:
    assert set(TABLE) <= set(patterns())


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ROLES)
def test_who_gets_in(
    ids: dict[str, Any], clients: dict[str, Client], role: str, method: str
) -> None:
    wrong = {}
    for pattern in patterns():
        cell, address = expected(pattern, role), address_of(pattern, ids)
        with taken_back(clients[role]):
            answer = getattr(clients[role], method)(address)
            body_of(answer)
        is_door = answer.headers.get("Location", "").startswith("/login/?next=")
        is_right = cell == "missing" or is_door is (cell == "door")
        if answer.status_code not in STATUSES[cell] or not is_right:
            wrong[pattern] = f"{answer.status_code}, and the table says {cell}"
    assert wrong == {}


@pytest.mark.parametrize("role", [each for each in ROLES if each != "owner"])
def test_nobody_else_changes_a_row_of_the_owner(
    ids: dict[str, Any], clients: dict[str, Client], role: str
) -> None:
    before = tables()
    for pattern in patterns():
        if "<" in pattern:
            clients[role].post(address_of(pattern, ids), {"state": "kept", "answer": "same"})
    assert tables() == before


@pytest.mark.parametrize("role", [each for each in ROLES if each != "owner"])
def test_nothing_of_the_owner_leaks(
    ids: dict[str, Any],
    clients: dict[str, Client],
    role: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Through pages, search, export, errors or logs."""
    caplog.set_level(logging.DEBUG)
    client = clients[role]
    client.raise_request_exception = False
    asked = [address_of(each, ids) for each in patterns()]
    asked += [f"/contacts/?q={each}" for each in (CANARY, "Jun", "Juno", "weaver", "Turku")]
    contact_id = ids["contact_id"]
    asked += [f"/write/?to={contact_id}", f"/contacts/?after={contact_id}", "/nowhere/"]
    for address in asked:
        for answer in (client.get(address), client.get(address, headers={"HX-Request": "true"})):
            said = body_of(answer).decode(errors="replace")
            assert CANARY not in _without_the_query(said), address
    told = capfd.readouterr()
    assert CANARY not in told.out + told.err
    logged = [each for each in caplog.records if each.name != "django.db.backends"]
    assert CANARY not in "".join(each.getMessage() for each in logged)


def test_the_owner_sees_the_canary(ids: dict[str, Any], clients: dict[str, Client]) -> None:
    """Otherwise the tests above could not fail."""
    page = clients["owner"].get(f"/contacts/{ids['contact_id']}/").content.decode()
    assert CANARY in page


def _without_the_query(page: str) -> str:
    """Who asked for the word is told that nobody is found for it."""
    for shape in (f"q={CANARY}", f"“{CANARY}”", f'value="{CANARY}"'):
        page = page.replace(shape, "")
    return page
