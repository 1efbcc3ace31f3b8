"""Mail as others keep it: single messages, mbox, Maildir."""
