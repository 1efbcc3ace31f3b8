"""Files that are being brought in: read, looked through, answered about, imported."""
