"""The text is longer than the network lets through.

Why it matters: the network cuts it off or refuses it, and the reader misses your last words.
Known limits: needs the network; limits differ between free and paid accounts, and networks change them without notice.
Keep it when: your account allows more; then name it, as in linkedin-premium.
Source: docs/sources.md, "limits and policies".
"""

from collections.abc import Iterator

from redleaf.notes.spans import Span
from redleaf.rules import Example, Finding, Reading, Rule, Severity

_LONG = "Ana, the pump of your grandfather runs again, and it took us the whole of the wet spring to find the one screw. "
_TEN = {"recipient": {"name": "Ana"}, "limit": 10}

rule = Rule(
    severity=Severity.ERROR,
    message="{title} {takes} {limit} characters here; this is {over} too long, and the reader would not see the end.",
    advice="What can wait until they have answered? Leave that out first.",
    costs={"interest": 10, "courtesy": 5},
    kinds=("note", "message", "email", "post"),
    finds=[
        Example(_LONG + _LONG[:88] + "⟦wet spring to find the one screw.⟧", network="linkedin"),
        Example("Ana, the p⟦ump runs.⟧", brief=_TEN),
        Example("Hello Ana.⟦ The pump runs.⟧", brief=_TEN),
    ],
    leaves=[
        Example(_LONG, network="linkedin"),
        Example("Hello Ana.", brief=_TEN),
        _LONG * 3,
    ],
    needs=("limit",),
)


@rule.check
def find_too_long(reading: Reading) -> Iterator[Finding]:
    end, limit = reading.whole.end, reading.limit
    if limit is None or end <= limit:
        return
    of_brief = reading.brief is not None and reading.brief.limit is not None
    by_network = reading.network is not None and not of_brief
    yield rule.finding(
        Span(limit, end),
        message="" if limit else "The brief says that no text can go along.",
        advice="" if limit else "Send the request alone, and this once they have accepted.",
        title=reading.network.title if reading.network and by_network else "The brief",
        takes="takes" if by_network else "allows",
        limit=str(limit),
        over=str(end - limit),
    )
