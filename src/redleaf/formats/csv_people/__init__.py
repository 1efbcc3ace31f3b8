"""Tables of people as any program writes them, and the table that other programs read."""

from redleaf.formats.csv_people.fields import FIELDS, Column
from redleaf.formats.csv_people.mapping import guess_mapping
from redleaf.formats.csv_people.writer import write_people_csv

__all__ = ["FIELDS", "Column", "guess_mapping", "write_people_csv"]
