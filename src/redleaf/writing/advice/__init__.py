"""Advice before words: whether to write, where, and what to ask when there is nothing to say."""

from redleaf.writing.advice.advising import advise, ask
from redleaf.writing.advice.record import Advice
from redleaf.writing.advice.substance import has_something_to_say, is_a_stranger

__all__ = ["Advice", "advise", "ask", "has_something_to_say", "is_a_stranger"]
