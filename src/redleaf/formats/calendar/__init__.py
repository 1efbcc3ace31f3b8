"""Calendars: reading .ics of any program, and writing encounters as one."""

from redleaf.formats.calendar.writer import write_calendar

__all__ = ["write_calendar"]
