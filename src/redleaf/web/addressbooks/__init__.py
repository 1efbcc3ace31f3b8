"""Address books and calendars on a server (CardDAV, CalDAV): read, never written."""
