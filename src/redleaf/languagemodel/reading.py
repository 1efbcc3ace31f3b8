"""Reading an answer: whatever a server sends becomes a text of the model's, or a reason."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from redleaf.languagemodel.exchange import Answer, NoAnswer
from redleaf.languagemodel.keys import Key

_LONGEST_REASON = 140
_SEEN_OF_AN_ERROR = 20_000
_STATUSES = {
    400: "does not take the request",
    401: "does not take the key",
    402: "wants to be paid first",
    403: "does not let this key in",
    404: "knows nothing at this address, or no model of this name",
    405: "is no chat model: nothing can be asked at this address",
    408: "gave up waiting",
    413: "finds the brief too long",
    415: "does not take the request",
    422: "does not take the request",
    429: "is asked too often",
    500: "had a fault of its own",
    502: "cannot be reached by the server in front of it",
    503: "is busy or still loading",
    504: "was too slow for the server in front of it",
}
# How a stream of events begins: with a field, or with a comment, which has no name.
_STREAM = re.compile(r"\s*(?:data|event|id|retry)?:")
# Whoever is refused learns from these what to mend; a refused key is left out of what is told.
_EXPLAINED = (400, 402, 404, 413, 422, 429, 500, 503)


def said_by(answer: Answer, key: Key) -> list[str]:
    """What the model says, one text a choice. Raises NoAnswer with what it did instead."""
    if answer.status != 200:
        raise NoAnswer(_refused(answer, key))
    text = answer.body.decode("utf-8-sig", "replace")
    if "event-stream" in answer.content_type or _STREAM.match(text):
        texts = [_streamed(text)]
    else:
        texts = list(_texts_in(_parsed(text, answer.content_type), key))
    if not any(each.strip() for each in texts):
        raise NoAnswer("answered with nothing")
    # JSON can hold half a letter, which no text that is written anywhere can.
    return [each.encode("utf-8", "replace").decode() for each in texts]


def _refused(answer: Answer, key: Key) -> str:
    if 300 <= answer.status < 400:
        return "is said to be at another address; Redleaf goes there only when you set it"
    what = _STATUSES.get(answer.status, f"answered with the code {answer.status}")
    reason = _reason_in(answer, key) if answer.status in _EXPLAINED else ""
    told = f"{what} ({answer.status})" if answer.status in _STATUSES else what
    wait = _wait_in(answer.retry_after)
    return (
        told + (f": “{reason}”" if reason else "") + (f"; it asks to wait {wait}" if wait else "")
    )


def _reason_in(answer: Answer, key: Key) -> str:
    """The server's own words, if it has some, and they do not give the key away."""
    try:
        data = json.loads(answer.body[:_SEEN_OF_AN_ERROR])
    except (ValueError, RecursionError):
        return ""
    return _plain_reason(data, key)


def _plain_reason(data: Any, key: Key) -> str:
    error = data.get("error", data) if isinstance(data, dict) else data
    words = error.get("message") or error.get("detail") if isinstance(error, dict) else error
    if not isinstance(words, str) or key.is_told_in(words):
        return ""
    # A server that masks a key still shows its ends.
    if re.search(r"\b(?:api[ _-]?key|bearer|token provided)\b", words, re.IGNORECASE):
        return ""
    flat = "".join(sign if sign.isprintable() else " " for sign in words[:1_000])
    flat = " ".join(flat.split())
    return flat if len(flat) <= _LONGEST_REASON else f"{flat[: _LONGEST_REASON - 2]} …"


def _wait_in(retry_after: str) -> str:
    """ "20 s" of a Retry-After in seconds; a day and hour is passed on as it is."""
    words = retry_after.strip()
    if words.isascii() and words.isdecimal():
        return f"{int(words[:9]):,} s"
    return f"until {words}" if re.fullmatch(r"[A-Za-z]{3}, [\w :-]{10,30}", words) else ""


def _parsed(text: str, content_type: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    if "html" in content_type or re.match(r"\s*<(?:!doctype|html)", text[:200], re.IGNORECASE):
        raise NoAnswer("answered with a web page: is this the address of a model?")
    if not text.strip():
        raise NoAnswer("answered with nothing")
    raise NoAnswer("answered in a way that cannot be read")


def _texts_in(data: Any, key: Key) -> Iterator[str]:
    """The texts of the choices, in the shape of chat completions or one of its relatives."""
    if not isinstance(data, dict):
        raise NoAnswer("answered in a way that cannot be read")
    if data.get("error"):
        reason = _plain_reason(data, key)
        raise NoAnswer("answered with an error" + (f": “{reason}”" if reason else ""))
    choices = data.get("choices")
    if isinstance(data.get("message"), dict):
        choices = [data]
    if not isinstance(choices, list):
        raise NoAnswer("answered in a way that cannot be read")
    for choice in choices:
        if isinstance(choice, dict):
            yield _text_of(choice)


def _text_of(choice: dict[str, Any]) -> str:
    message = choice.get("message")
    if not isinstance(message, dict):
        message = {"content": choice.get("text")}
    text = _content_in(message.get("content"))
    if text.strip():
        return text
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        raise NoAnswer("would not write these notes")
    if message.get("tool_calls") or message.get("function_call"):
        raise NoAnswer("asked for a tool instead of writing; Redleaf gives it none")
    return ""


def _content_in(content: Any) -> str:
    """A text, or a list of parts of which some are text."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = (each.get("text") if isinstance(each, dict) else each for each in parts)
    return "".join(each for each in texts if isinstance(each, str))


def _streamed(text: str) -> str:
    """The pieces of a stream put together; pieces that cannot be read are skipped."""
    pieces = []
    for line in re.split(r"\r\n|\r|\n", text):
        if not line.startswith("data:"):
            continue
        try:
            data = json.loads(line[5:])
            choice = data["choices"][0]
        except (ValueError, RecursionError, LookupError, TypeError):
            continue
        delta = choice.get("delta") or choice.get("message") if isinstance(choice, dict) else None
        pieces.append(_content_in(delta.get("content")) if isinstance(delta, dict) else "")
    return "".join(pieces)
