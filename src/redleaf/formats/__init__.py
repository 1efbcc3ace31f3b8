"""Readers of others' formats. All run behind the guard: `redleaf.formats.guard.read_guarded`."""
