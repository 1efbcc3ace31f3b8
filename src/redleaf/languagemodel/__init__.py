"""A language model, if the user wants one: one more phraser, and never the judge.

The only part that speaks HTTP besides the desk. It sees one brief, and what it writes passes the
same verifier, checker and choice as Redleaf's own notes.
"""

from redleaf.languagemodel.addresses import Address
from redleaf.languagemodel.asking import Candidates, candidates_for
from redleaf.languagemodel.settings import ModelSettings, read_settings

__all__ = ["Address", "Candidates", "ModelSettings", "candidates_for", "read_settings"]
