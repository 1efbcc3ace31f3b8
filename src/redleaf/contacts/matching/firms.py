"""Organisations as keys, from their names and from the mail addresses of those who work there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from redleaf.contacts.matching.romanising import romanised
from redleaf.notes.data_files import read_beside

_WORD = re.compile(r"[^\W_]+")
_LEGAL = frozenset(
    "gmbh ag kg kgaa ug mbh inc llc llp ltd limited plc corp corporation co company sa sas sarl "
    "srl spa sl slu bv nv ab asa oy oyj aps kk pty pte pvt the ooo oao zao ao kft zrt doo".split()
)
# Under these of a country somebody's own name is one step further in front: ox.ac.uk.
_SECOND_LEVELS = frozenset("co com ac org gov edu net or ne go gob gouv".split())


@lru_cache(maxsize=8192)
def firm_key(name: str) -> str:
    """The words of an organisation's name that tell it from others, joined; "" for none."""
    words = [part for word in _WORD.findall(name) for part in romanised(word)]
    return "".join([word for word in words if word not in _LEGAL] or words)


def hosts_of(emails: Iterable[str]) -> tuple[str, ...]:
    """The organisations behind mail addresses, in the spelling of `firm_key`; no mail providers."""
    hosts = (_host_of(each.rpartition("@")[2]) for each in emails)
    return tuple(dict.fromkeys(host for host in hosts if host))


@lru_cache(maxsize=8192)
def _host_of(domain: str) -> str:
    labels = domain.split(".")
    at = -2
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS:
        at = -3
    host = labels[at] if len(labels) >= -at else labels[0]
    return "" if host in _providers() else host.replace("-", "")


@cache
def _providers() -> frozenset[str]:
    lines = read_beside(__file__, "mail_providers.txt").splitlines()
    return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())
