"""vCard 2.1, 3.0 and 4.0: read with all they hold, and written so that nothing is lost."""

from redleaf.formats.vcard.writer import write_vcards

__all__ = ["write_vcards"]
