"""Letters: what belongs around a note. Subjects, the mail beside an invitation, introductions."""
