"""The leaf: the only picture of the desk."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

_PATH = (
    "M11.9 15.8Q7.5 16.4 4.4 14.2Q7.5 12.0 8.5 12.5Q5.9 10.0 5.1 5.4Q9.4 7.3 11.0 9.4"
    "Q11.5 5.5 15.2 1.4Q16.5 6.7 15.1 10.4Q17.6 9.4 22.2 9.6Q19.3 13.3 15.9 14.3"
    "Q17.0 14.4 18.7 17.8Q15.0 18.2 11.4 15.7L9.3 22.1L10.5 22.5Z"
)


@register.simple_tag
def leaf(look: str = "") -> SafeString:
    """A leaf in the colour of its class; it says nothing by itself, a word stands beside it.

    `look` "now" is for the one thing that matters on a page.
    """
    return format_html(
        '<svg class="leaf {}" viewBox="2.6 .6 20.4 22.4" width="20" height="22" aria-hidden="true">'
        '<path d="{}"/></svg>',
        look,
        _PATH,
    )
