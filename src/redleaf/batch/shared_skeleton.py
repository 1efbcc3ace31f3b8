"""The one skeleton that shows a group of notes: what stays from note to note, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from redleaf.notes.folding import fold_text
from redleaf.notes.skeleton import MASK, NAME

_SAMPLE = 40  # notes looked at; more would change the picture little
# Pieces of a note looked at: a page of it. To match two of 20,000 signs took minutes, where they
# say one word over and over.
_LONGEST = 500
_STAYS = 0.5  # share of them that must have a piece in this place
_PIECE = re.compile(r"⟨[^⟩]*⟩|\s+|[^\W_]+(?:['’][^\W_]+)*|[^\w\s⟨⟩]|_")
_NEIGHBOURS = re.compile(rf"{MASK}(?:[\s,&/+-]*{MASK})+")


def shared_skeleton(skeletons: Sequence[str]) -> str:
    """`skeletons` are masked already; where they still differ there will be ⟨…⟩."""
    sample = list(skeletons[:: max(1, len(skeletons) // _SAMPLE)][:_SAMPLE])
    if len(set(sample)) == 1:
        return sample[0]
    pieces = [_PIECE.findall(each)[:_LONGEST] for each in sample]
    folded = [[_fold_piece(piece) for piece in each] for each in pieces]
    middle = _most_central(folded)
    stays = _staying(folded, middle)
    shown = [
        piece if stays[at] or piece.isspace() else ("" if _is_sign(piece) else MASK)
        for at, piece in enumerate(pieces[middle])
    ]
    return _tidy("".join(shown))


def _staying(folded: Sequence[Sequence[str]], middle: int) -> list[bool]:
    """For each piece of the middle note, whether enough of the others have it there as well."""
    counts: Counter[int] = Counter()
    for each in folded:
        matcher = SequenceMatcher(None, folded[middle], each, autojunk=False)
        for block in matcher.get_matching_blocks():
            counts.update(range(block.a, block.a + block.size))
    needed = _STAYS * len(folded)
    return [counts[at] >= needed for at in range(len(folded[middle]))]


def _most_central(folded: Sequence[Sequence[str]]) -> int:
    """The note that has most words in common with all: a good one to read the skeleton from."""
    counts = Counter(piece for each in folded for piece in set(each) if piece[:1].isalnum())
    shares = [sum(counts[piece] for piece in set(each)) / (1 + len(set(each))) for each in folded]
    return max(range(len(folded)), key=lambda at: (shares[at], -at))


def _fold_piece(piece: str) -> str:
    if piece in (MASK, NAME):
        return piece
    return " " if piece.isspace() else fold_text(piece)


def _is_sign(piece: str) -> bool:
    return not piece[0].isalnum() and not piece.startswith("⟨")


def _tidy(text: str) -> str:
    text = _NEIGHBOURS.sub(MASK, text)
    text = re.sub(rf"{MASK}(?:\s*{MASK})+", MASK, text)
    return re.sub(r"[ \t]+", " ", text).strip()
