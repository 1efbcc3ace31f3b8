"""Organisations and places as keys: without legal forms, accents and signs."""

from __future__ import annotations

import re
from functools import lru_cache

from redleaf.notes.folding import fold_text

_WORD = re.compile(r"\w+")
_LEGAL = frozenset(
    "gmbh ag kg kgaa ug mbh inc llc ltd limited plc corp corporation co company sa sas sarl srl "
    "spa sl slu bv nv ab as asa oy oyj aps kk pty pte pvt the ooo oao zao sp z o oo kft zrt doo".split()
)


@lru_cache(maxsize=8192)
def firm_key(name: str) -> str:
    """The words of an organisation's name that tell it from others; "" for none."""
    words = _WORD.findall(fold_text(name))
    return " ".join([word for word in words if word not in _LEGAL] or words)
