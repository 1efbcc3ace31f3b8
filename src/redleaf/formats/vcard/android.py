"""X-ANDROID-CUSTOM: what Android's address book writes for the kinds that vCard lacks.

The value is a kind and up to fifteen fields: "vnd.android.cursor.item/relation;Mia;2;;;".
"""

from __future__ import annotations

from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.values import cut, text_of

_KIND = "vnd.android.cursor.item/"


def android_fields(each: Property, kind: str) -> list[str]:
    """The fields of such a property, or nothing when it is of another kind or empty."""
    name, *fields = cut(each.value, ";")
    if each.key != "X-ANDROID-CUSTOM" or name.strip() != _KIND + kind:
        return []
    texts = [text_of(field) for field in fields]
    return texts if texts and texts[0] else []
