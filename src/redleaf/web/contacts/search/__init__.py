"""The search: a contact's words, folded and kept in an index of the database, and asked there."""
