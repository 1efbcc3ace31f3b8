"""The demo: a story with invented people, and the LinkedIn export that belongs to it."""
