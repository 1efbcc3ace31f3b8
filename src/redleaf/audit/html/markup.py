"""Small pieces of HTML."""

from __future__ import annotations

from html import escape

_LEAF = (
    "M11.9 15.8Q7.5 16.4 4.4 14.2Q7.5 12.0 8.5 12.5Q5.9 10.0 5.1 5.4Q9.4 7.3 11.0 9.4Q11.5 5.5 "
    "15.2 1.4Q16.5 6.7 15.1 10.4Q17.6 9.4 22.2 9.6Q19.3 13.3 15.9 14.3Q17.0 14.4 18.7 17.8Q15.0 "
    "18.2 11.4 15.7L9.3 22.1L10.5 22.5Z"
)


class Markup(str):
    """Finished HTML. `__html__` says so to whatever builds pages, by the convention they share."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def text(value: object) -> str:
    """Anything, safe between tags and inside double quotes."""
    return escape(str(value), quote=True)


def leaf(*, is_now: bool = False) -> str:
    """The one icon; red for what matters now. Always beside a word."""
    name = "leaf now" if is_now else "leaf"
    return (
        f'<svg class="{name}" viewBox="2.6 .6 20.4 22.4" width="20" height="22" '
        f'aria-hidden="true"><path d="{_LEAF}"/></svg>'
    )


def paragraph(sentence: str, name: str = "") -> str:
    attribute = f' class="{name}"' if name else ""
    return f"<p{attribute}>{text(sentence)}</p>" if sentence else ""
