"""Check and Write: a text that is there, and a text that is to be."""
