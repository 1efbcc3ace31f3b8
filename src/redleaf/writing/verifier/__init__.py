"""The verifier: every claim in a text is traced to a fact of the brief, or marked.

What it reads and what it leaves alone: docs/verifier.md.
"""

from redleaf.writing.verifier.verification import Claim, Verification
from redleaf.writing.verifier.verifier import Verifier, verify

__all__ = ["Claim", "Verification", "Verifier", "verify"]
