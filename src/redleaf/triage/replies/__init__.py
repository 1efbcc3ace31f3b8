"""Replies: the ready answer to an invitation, which waits for a person's click.

Frames lie in a file a language beside this one. They claim nothing; what they take up of a note
stands between quotation marks, as its writer wrote it.
"""

from redleaf.triage.replies.answering import Answering

__all__ = ["Answering"]
