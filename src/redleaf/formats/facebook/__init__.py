"""Facebook's data export as JSON: the zip, the folder made of it, or one of its files alone."""
