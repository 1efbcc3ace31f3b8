"""People in the user's address book, and how well they would know the user today."""
