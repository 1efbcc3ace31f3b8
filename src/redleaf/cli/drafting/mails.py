"""How a mail is shown: the subject above it, and the letter as it would be sent."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.writing import Draft


def mail_lines(mail: Draft, head: str) -> Iterator[str]:
    """A mail under a line that says what it is for."""
    yield head
    if mail.subject:
        yield f"  Subject: {mail.subject}"
        yield ""
    for line in mail.text.splitlines():
        yield f"  {line}" if line else ""
