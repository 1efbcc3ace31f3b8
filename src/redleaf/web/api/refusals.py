"""What a program is told when something cannot be done: one shape for all, in English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import JsonResponse

from redleaf.errors import RedleafError


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field; `field` is its path: "3.from.name" is in the fourth row."""

    field: str
    message: str


class Refusal(RedleafError):
    """Something is not done, and nothing was changed. `status` is the one of HTTP."""

    def __init__(
        self,
        status: int,
        message: str,
        faults: Sequence[Fault] = (),
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.faults = tuple(faults)
        self.headers = dict(headers or {})

    def answer(self) -> JsonResponse:
        faults = [{"field": each.field, "message": each.message} for each in self.faults]
        told = {"status": self.status, "message": self.message, "faults": faults}
        return JsonResponse(told, status=self.status, headers=self.headers)


def no_key() -> Refusal:
    return Refusal(
        401,
        "Send the key of a program, as “Authorization: Bearer …”. Settings, Programs makes one.",
        headers={"WWW-Authenticate": 'Bearer realm="Redleaf"'},
    )


def not_allowed(what: str) -> Refusal:
    return Refusal(403, f"This key may not {what}. Make one that may in Settings, Programs.")


def not_there() -> Refusal:
    return Refusal(404, "There is nothing at this address.")


def wrong_method(allowed: str) -> Refusal:
    return Refusal(405, f"This address takes {allowed}.", headers={"Allow": allowed})


def too_large(limit_bytes: int) -> Refusal:
    return Refusal(413, f"A request holds {limit_bytes >> 10:,} KB at most. Send it in parts.")


def not_json() -> Refusal:
    return Refusal(415, "Send JSON, and say so in a header: “Content-Type: application/json”.")


def unreadable(why: str) -> Refusal:
    return Refusal(400, f"The body is not JSON in UTF-8: {why}.")


def too_often(seconds: int, limit: str) -> Refusal:
    wait = "1 second" if seconds == 1 else f"{seconds} seconds"
    return Refusal(429, f"{limit} Ask again in {wait}.", headers={"Retry-After": str(seconds)})


def not_now(why: str) -> Refusal:
    return Refusal(503, why, headers={"Retry-After": "30"})


def faulty(faults: Sequence[Fault]) -> Refusal:
    return Refusal(422, "What was sent cannot be taken as it stands; nothing was changed.", faults)
