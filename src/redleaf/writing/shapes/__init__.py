"""The shapes of facts: what kind of phrase a fact is, and its forms that make good grammar."""
