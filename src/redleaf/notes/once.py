"""once: a property that is computed when first asked for, and then stands in the object.

Like functools.cached_property, which before Python 3.12 takes a lock each time: a note is seen by
one thread, and a check asks for two dozen such properties.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Seen = TypeVar("Seen")


class once(Generic[Seen]):  # noqa: N801 (used as a decorator, like `property`)
    """`@once def words(self): ...` makes `words` an attribute that is computed at most once."""

    def __init__(self, function: Callable[[Any], Seen]) -> None:
        self._function = function
        self._name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> once[Seen]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Seen: ...

    def __get__(self, instance: object | None, owner: type) -> once[Seen] | Seen:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._function(instance)
        return value
