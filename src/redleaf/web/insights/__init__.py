"""What a person's own history says: the audit of their export."""
