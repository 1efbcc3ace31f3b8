"""Drafting at a terminal and for stacks: show, choose, edit, copy, open; many briefs at once."""
