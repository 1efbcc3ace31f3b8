"""The page Data of the settings: where all of it lies, to take along, bring back and erase."""
