"""Redleaf's own export: one zip with everything of one user, documented in docs/exporting.md."""
