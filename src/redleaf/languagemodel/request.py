"""The request to a model: the bytes that leave, and nothing that is not among them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from redleaf.languagemodel.addresses import Address
from redleaf.languagemodel.keys import MASK, Key
from redleaf.languagemodel.leaving import leaving_for
from redleaf.languagemodel.prompt import house_rules, told_facts
from redleaf.languagemodel.settings import ModelSettings
from redleaf.notes.brief import Brief


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model. `held_back` are paths of facts that stay on this machine."""

    address: Address
    system: str
    user: str
    body: bytes
    held_back: tuple[str, ...]

    def wire(self, key: Key) -> bytes:
        """Every byte that goes out, with the key."""
        return self._head(key.text) + self.body

    def shown(self, key: Key) -> str:
        """The same as text, with a mask in the place of the key."""
        return (self._head(MASK if key.text else "") + self.body).decode()

    def _head(self, key: str) -> bytes:
        lines = [
            f"POST {self.address.asked_path} HTTP/1.1",
            f"Host: {self.address.place}",
            "User-Agent: redleaf",
            "Content-Type: application/json",
            f"Content-Length: {len(self.body)}",
            "Accept: application/json",
            "Accept-Encoding: identity",
            "Connection: close",
            *([f"Authorization: Bearer {key}"] if key else []),
        ]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def request_for(brief: Brief, settings: ModelSettings) -> Request:
    """The question for notes from `brief`; notes sent before go along only where allowed."""
    leaving = leaving_for(brief, with_history=settings.sends_history)
    system = house_rules(brief, candidates=settings.candidates)
    user = told_facts(leaving.facts)
    asked = {
        "model": settings.model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
        "stream": False,
    }
    # Half of a pair of surrogates can stand in JSON, and in no text that is sent.
    body = json.dumps(asked, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return Request(settings.address, system, user, body, leaving.held_back)
