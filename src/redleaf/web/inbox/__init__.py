"""The inbox: invitations that came in, those first that deserve an answer."""
