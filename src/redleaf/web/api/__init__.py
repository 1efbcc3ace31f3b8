"""The HTTP API: programs of the user's bring invitations in, and read the inbox."""
