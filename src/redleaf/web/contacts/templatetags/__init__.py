"""What the pages of people say in templates."""
