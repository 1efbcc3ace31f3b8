"""Learn the weights of the scorers again: `python -m tools.train` (docs/training.md)."""
