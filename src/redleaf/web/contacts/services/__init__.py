"""Everything that writes to the memory: one module a verb, each within one transaction."""
