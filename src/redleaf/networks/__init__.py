"""The networks: what each holds, what it writes by itself, where its text is changed.

    network("linkedin")          one network, for its usual kind of account
    network("linkedin-premium")  the same for another kind
    networks()                   all of them
    default_texts("linkedin")    the texts it writes by itself

Each network is one file in data/, each fact in it with its source, day and state.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from redleaf.networks.catalogue import network, networks
    from redleaf.networks.records import Fact, Link, Network
    from redleaf.networks.texts import DefaultText, default_texts, products

__all__ = [
    "DefaultText",
    "Fact",
    "Link",
    "Network",
    "default_texts",
    "network",
    "networks",
    "products",
]

_OF_TEXTS = ("DefaultText", "default_texts", "products")


def __getattr__(name: str) -> Any:
    # Known texts lie in this package too, and are compared without knowing any network.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from redleaf.networks import catalogue, texts

    return getattr(texts if name in _OF_TEXTS else catalogue, name)
