"""The page Language model of the settings: whether one may write beside Redleaf, and for whom."""
