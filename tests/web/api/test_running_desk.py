"""Over real HTTP on a running desk, on SQLite and on PostgreSQL, by several at once."""

from __future__ import annotations

import http.client
import re
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from redleaf.web.api.limits import REQUESTS_A_MINUTE
from tests.web.api.conftest import INVITATIONS, asking, by
from tests.web.running import Desk, free_port, start

AT_ONCE = 8


@dataclass
class Asking:
    """The owner of a desk, and their programs; all are closed together."""

    desk: Desk
    owner: httpx.Client
    open: ExitStack

    def key(self, name: str, **rights: str) -> httpx.Client:
        """A program that was let in by the page."""
        token = _token(self.owner.get("/settings/programs/").text)
        said = {"csrfmiddlewaretoken": token, "name": name, **rights}
        page = self.owner.post("/settings/programs/", data=said).text
        found = re.search(r"redleaf_[\w-]{43}", page)
        assert found, page
        headers = {"Authorization": f"Bearer {found[0]}"}
        return self.open.enter_context(
            httpx.Client(base_url=self.desk.base, headers=headers, timeout=60, trust_env=False)
        )


def _token(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found, page
    return found[1]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ana(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asking]:
    with pytest.MonkeyPatch.context() as changed:
        changed.delenv("DATABASE_URL", raising=False)
        if request.param == "postgresql":
            changed.setenv("DATABASE_URL", request.getfixturevalue("postgres"))
        home = tmp_path_factory.mktemp(request.param)
        desk = start(home, "--port", str(free_port()))
    with ExitStack() as opened:
        client = httpx.Client(base_url=desk.base, timeout=60, trust_env=False)
        owner = opened.enter_context(client)
        owner.get(desk.address, follow_redirects=True)
        yield Asking(desk, owner, opened)
    desk.end()
    assert desk.process.stdout is not None
    desk.process.stdout.close()


def test_several_at_once_bring_each_invitation_once(ana: Asking) -> None:
    asks = ana.key("at once", may_bring="on", may_read="on")
    said = [asking(id=each, **{"from": by(f"Jun {each}")}) for each in range(20)]
    with ThreadPoolExecutor(AT_ONCE) as many:
        answers = list(many.map(lambda _: asks.post(INVITATIONS, json=said), range(AT_ONCE)))
    assert {each.status_code for each in answers} == {200}
    changes = Counter(row["change"] for each in answers for row in each.json()["invitations"])
    assert changes == {"new": 20, "same": 20 * (AT_ONCE - 1)}
    told = asks.get(INVITATIONS, params={"most": 200}).json()
    assert told["count"] == 20
    assert told["is_current"]


def test_the_limit_holds_for_several_at_once(ana: Asking) -> None:
    asks = ana.key("often")
    counted: Counter[int] = Counter()
    while not counted:
        began = _minute()
        with ThreadPoolExecutor(AT_ONCE) as many:
            asked = many.map(lambda _: _asked(asks), range(REQUESTS_A_MINUTE + 20))
            counted = Counter(asked) if _minute() == began else Counter()
    assert counted == {403: REQUESTS_A_MINUTE, 429: 20}


def test_what_announces_to_be_large_is_refused_before_it_is_sent(ana: Asking) -> None:
    asks = ana.key("large", may_bring="on")
    line = http.client.HTTPConnection(ana.desk.base.removeprefix("http://"), timeout=20)
    line.putrequest("POST", INVITATIONS)
    for name, value in (
        ("Authorization", asks.headers["Authorization"]),
        ("Content-Type", "application/json"),
        ("Content-Length", str(10**9)),
    ):
        line.putheader(name, value)
    line.endheaders()
    answer = line.getresponse()
    assert answer.status == 413
    assert answer.headers["Content-Type"] == "application/json"
    line.close()


def test_a_key_that_was_taken_away_opens_nothing(ana: Asking) -> None:
    asks = ana.key("for a while", may_read="on")
    assert _asked(asks) == 200
    page = ana.owner.get("/settings/programs/").text
    addresses = re.findall(r'action="(/settings/programs/[\w-]+/revoke/)"', page)
    for address in addresses:
        ana.owner.post(address, data={"csrfmiddlewaretoken": _token(page)})
    assert _asked(asks) == 401


def test_the_key_stands_nowhere(ana: Asking) -> None:
    """Not in the store, nor in a log beside it."""
    asks = ana.key("secret", may_read="on")
    assert _asked(asks) == 200
    key = asks.headers["Authorization"].removeprefix("Bearer ").encode()
    for file in (each for each in ana.desk.home.rglob("*") if each.is_file()):
        assert key not in file.read_bytes(), file


def _asked(asks: httpx.Client) -> Any:
    return asks.get(INVITATIONS).status_code


def _minute() -> int:
    return int(time.time() // 60)
