"""Many people at one desk: a real server, as shipped, and browsers' requests at people's pace."""

from __future__ import annotations

import http.client
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlencode, urlsplit

# Between two things that somebody does they read, type or think; between two keys they type.
_LEAST_PAUSE, _MOST_PAUSE = 4.0, 12.0
_LEAST_KEY, _MOST_KEY = 0.15, 0.4
_TIMEOUT = 60
_HTMX = {"HX-Request": "true"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_NAMES = "bari,mato,tomo,ri,sabe,curator,museum,lena,vibo,kero".split(",")
_LINES = (
    "sings in the same choir", "asked for the list of glazes", "nobody tests with the rain on",
)  # fmt: skip
_NARROWED = (
    "known=recent", "known=close&written=never", "event=Meeting+7", "tag=press&known=faded",
    "network=linkedin&known=recent", "promise=due", "tag=choir&event=Meeting+12",
    "q=ma&known=close",
)  # fmt: skip
# What people do, and how often of a hundred. Whoever types asks at each key where they pause.
_WEIGHTS = {
    "list": 14, "next page": 8, "search while typing": 20, "narrowed list": 12, "person": 16,
    "Today": 8, "stack card": 6, "line of a card": 4, "live check": 8, "note kept": 4,
}  # fmt: skip


@dataclass
class Loaded:
    """What came of it: milliseconds by kind of request, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)
    locked: int = 0


@contextmanager
def served(home: Path) -> Iterator[tuple[str, Path]]:
    """A team's desk on this home: its address, and the file that its complaints go to."""
    with tempfile.TemporaryDirectory() as folder:
        complaints = Path(folder) / "stderr"
        command = [sys.executable, "-m", "redleaf", "desk", "--team", "--home", str(home)]
        with complaints.open("w") as place:
            desk = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=place, text=True)
        assert desk.stdout is not None
        try:
            found = re.search(r"http\S+", desk.stdout.readline())
            assert found, complaints.read_text()
            yield found.group(), complaints
        finally:
            desk.send_signal(signal.SIGINT)
            desk.wait(30)
            desk.stdout.close()


def load(
    home: Path, ids: list[str], cards: list[str], sessions: list[str], *, seconds: float
) -> Loaded:
    """The people of these sessions at once, for so long; each asks, pauses, and asks again."""
    loaded = Loaded()
    with served(home) as (address, complaints):
        place = urlsplit(address).netloc
        until = time.monotonic() + seconds
        somebody = [
            _Person(place, f"redleaf={key}", ids, cards, random.Random(number), loaded, until)
            for number, key in enumerate(sessions)
        ]
        for each in somebody:
            each.start()
        for each in somebody:
            each.join()
        loaded.locked = complaints.read_text().count("database is locked")
    return loaded


class _Person(threading.Thread):
    def __init__(
        self, place: str, cookie: str, ids: list[str], cards: list[str],
        chance: random.Random, loaded: Loaded, until: float,
    ) -> None:  # fmt: skip
        super().__init__()
        self._connection = http.client.HTTPConnection(place, timeout=_TIMEOUT)
        self._cookie, self._token = cookie, ""
        self._ids, self._cards, self._chance = ids, cards, chance
        self._loaded, self._until = loaded, until

    def run(self) -> None:
        self._wait(0, _MOST_PAUSE)
        self._token = self._token_of_forms()
        self._wait(_LEAST_PAUSE, _MOST_PAUSE)
        while time.monotonic() < self._until:
            [kind] = self._chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
            for ask in self._acts(kind):
                start = time.perf_counter()
                status = ask()
                self._loaded.times[kind].append((time.perf_counter() - start) * 1000)
                if status >= 400:
                    self._loaded.failed.append(f"{kind}: {status}")
                self._wait(_LEAST_KEY, _MOST_KEY)
            self._wait(_LEAST_PAUSE, _MOST_PAUSE)
        self._connection.close()

    def _wait(self, least: float, most: float) -> None:
        time.sleep(self._chance.uniform(least, most))

    def _acts(self, kind: str) -> Iterator[Callable[[], int]]:
        """The requests of one thing done: of what is typed one for each pause between keys."""
        if kind == "search while typing":
            name = self._chance.choice(_NAMES)
            for end in range(2, min(len(name), 5) + 1):
                yield partial(self._get, f"/contacts/?q={name[:end]}", _HTMX)
        elif kind == "line of a card":
            card, line = self._chance.choice(self._cards), self._chance.choice(_LINES)
            for end in (len(line) // 2, len(line)):
                said = {"line": line[:end], "network": "linkedin"}
                yield partial(self._post, f"/stack/card/{card}/", said)
        else:
            yield partial(self._ask, kind)

    def _token_of_forms(self) -> str:
        """The word that the forms of this session carry."""
        self._connection.request("GET", "/contacts/", headers={"Cookie": self._cookie})
        page = self._connection.getresponse().read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token, "the page has no form"
        return token.group(1)

    def _ask(self, kind: str) -> int:
        one = self._chance.choice(self._ids)
        match kind:
            case "list":
                return self._get("/contacts/")
            case "next page":
                return self._get(f"/contacts/?after={one}")
            case "narrowed list":
                return self._get(f"/contacts/?{self._chance.choice(_NARROWED)}", _HTMX)
            case "person":
                # Whoever was met often is looked up often.
                at = int(len(self._ids) * self._chance.random() ** 2)
                return self._get(f"/contacts/{self._ids[at]}/")
            case "Today":
                return self._get("/")
            case "stack card":
                return self._get(f"/stack/card/{self._chance.choice(self._cards)}/")
            case "live check":
                text = f"Hello {one}, I'd like to add you to my network. Could we talk on Friday?"
                return self._post("/check/", {"text": text, "network": "linkedin", "kind": "note"})
        return self._post(f"/contacts/{one}/note/", {"note": f"Sings on {time.time()}."})

    def _get(self, path: str, more: dict[str, str] | None = None) -> int:
        return self._send("GET", path, None, more or {})

    def _post(self, path: str, said: dict[str, str]) -> int:
        body = urlencode({**said, "csrfmiddlewaretoken": self._token})
        is_part = path.startswith(("/check/", "/stack/"))
        return self._send("POST", path, body, {**_FORM, **(_HTMX if is_part else {})})

    def _send(self, method: str, path: str, body: str | None, more: dict[str, str]) -> int:
        origin = {"Cookie": self._cookie, "Accept-Encoding": "identity", **more}
        self._connection.request(method, path, body, origin)
        answer = self._connection.getresponse()
        answer.read()
        return answer.status
