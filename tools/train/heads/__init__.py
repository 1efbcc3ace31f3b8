"""One module a head: what it learns from, and how. Each has `learn(material) -> Head`."""
