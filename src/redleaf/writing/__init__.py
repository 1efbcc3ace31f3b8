"""Writing: notes from recorded facts, and the verifier that traces them."""
