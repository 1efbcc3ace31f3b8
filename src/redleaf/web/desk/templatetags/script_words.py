"""The words that scripts say, in the language of the page, as data beside it."""

from __future__ import annotations

from django import template
from django.utils.html import json_script
from django.utils.translation import get_language

from redleaf.web.languages import words_of_scripts

register = template.Library()


@register.simple_tag
def script_words() -> str:
    """Nothing for English: scripts say what stands in them."""
    words = words_of_scripts(get_language() or "")
    return json_script(words, "words") if words else ""
