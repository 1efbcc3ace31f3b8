"""Business cards, from pictures and PDFs: a contact, and for each field a guess to confirm."""

from redleaf.formats.card.guesses import (
    Box,
    Guess,
    ReadCard,
    Side,
    confirmed,
    guesses_of,
    has_guesses,
)

__all__ = ["Box", "Guess", "ReadCard", "Side", "confirmed", "guesses_of", "has_guesses"]
