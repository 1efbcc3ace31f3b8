"""The shapes of facts: what kind of phrase a fact is, and the forms of it that make good grammar."""
