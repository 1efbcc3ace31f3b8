"""What is not in order in a card, in words for the person whose card it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from redleaf.formats.vcard.cards import Card, Tell
from redleaf.formats.vcard.dates import day_of
from redleaf.formats.vcard.days import KINDS
from redleaf.formats.vcard.pictures import photo_of
from redleaf.formats.vcard.properties import Property
from redleaf.formats.vcard.values import components_of, text_of

_NAMED_BY = {"2.1": ("N",), "3.0": ("FN", "N"), "4.0": ("FN",), "": ()}


def tell_faults(card: Card, tell: Tell) -> None:
    """Tell the line and sentence of each fault that leaves the rest of the card readable."""
    if not card.properties:
        tell(card.line, "this card is empty.", is_loss=False)
        return
    if missing := _missing(card):
        tell(card.line, missing, is_loss=False)
    for each in card.properties:
        if check := _CHECKS.get(each.key):
            for what in check(each):
                tell(each.line, what)


def _missing(card: Card) -> str:
    """What the standard asks of a card that this one does not say, in words."""
    keys = {each.key for each in card.properties if each.key == "N" or text_of(each.value)}
    missing = [name for name in _NAMED_BY[card.version] if name not in keys]
    if missing:
        asked = " and ".join(missing)
        return f"this card has no {asked}, which vCard {card.version} asks for."
    return "" if card.version or keys & {"FN", "N"} else "this card has no name."


def _day(each: Property) -> Iterator[str]:
    text = text_of(each.value)
    is_text = each.first("VALUE").lower() == "text"
    if text and not is_text and not day_of(text) and not text.startswith("-"):
        yield f"{text[:40]!r} is not a day; it was kept as it stands."


def _email(each: Property) -> Iterator[str]:
    text = text_of(each.value)
    if text and "@" not in text:
        yield f"{text[:60]!r} is not an e-mail address; it was kept as it stands."


def _photo(each: Property) -> Iterator[str]:
    if each.value.strip() and photo_of(each) is None:
        yield "this picture cannot be read; it was kept as it stands."


def _name(each: Property) -> Iterator[str]:
    if len(components_of(each.value)) > 7:
        yield "this name has more parts than a name has; the whole was kept as it stands."


_CHECKS: dict[str, Callable[[Property], Iterator[str]]] = {
    **dict.fromkeys(KINDS, _day),
    "EMAIL": _email,
    "PHOTO": _photo,
    "N": _name,
}
