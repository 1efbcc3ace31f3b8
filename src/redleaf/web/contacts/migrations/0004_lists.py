"""Lists that stay quick: the days on which recognition falls, and names in order, in documents.

The columns are added by hand: Django would make the table anew in SQLite for each of them, and
the triggers that keep the index of the search would go with the old one.
"""

from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

COLUMNS = {
    "sort_name": "varchar(200) NOT NULL DEFAULT ''",
    "close_until": "integer NOT NULL DEFAULT 0",
    "known_until": "integer NOT NULL DEFAULT 0",
    "reckon_on": "integer NOT NULL DEFAULT 0",
    "is_written": "boolean NOT NULL DEFAULT false",
}
CHANGED = """CREATE TRIGGER contacts_search_changed AFTER UPDATE {of} ON contacts_document BEGIN
    INSERT INTO contacts_search(contacts_search, rowid, names, words, spellings)
    VALUES ('delete', old.id, old.names, old.words, old.spellings);
    INSERT INTO contacts_search(rowid, names, words, spellings)
    VALUES (new.id, new.names, new.words, new.spellings); END"""


def add_columns(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name, kind in COLUMNS.items():
        schema_editor.execute(f"ALTER TABLE contacts_document ADD COLUMN {name} {kind}")
    # A day that changes leaves the words alone.
    remake_trigger(schema_editor, "OF names, words, spellings")


def drop_columns(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    remake_trigger(schema_editor, "")
    for name in COLUMNS:
        schema_editor.execute(f"ALTER TABLE contacts_document DROP COLUMN {name}")


def remake_trigger(schema_editor: BaseDatabaseSchemaEditor, of: str) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER contacts_search_changed")
        schema_editor.execute(CHANGED.format(of=of))


def fill_columns(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    from redleaf.web.contacts.search.standing import reckon

    schema_editor.execute(
        "UPDATE contacts_document SET sort_name = coalesce((SELECT c.sort_name"
        " FROM contacts_contact AS c WHERE c.id = contacts_document.contact_id), '')"
    )
    documents = apps.get_model("contacts", "Document").objects
    reckon(list(documents.values_list("contact_id", flat=True)), timezone.localdate())


def added(name: str, field: Any) -> migrations.AddField:
    return migrations.AddField("document", name, field)


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0003_stack"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(add_columns, drop_columns)],
            state_operations=[
                added("sort_name", models.CharField(blank=True, max_length=200)),
                added("close_until", models.IntegerField(default=0)),
                added("known_until", models.IntegerField(default=0)),
                added("reckon_on", models.IntegerField(default=0)),
                added("is_written", models.BooleanField(default=False)),
            ],
        ),
        migrations.RunPython(fill_columns, migrations.RunPython.noop),
        migrations.AddIndex(
            "document",
            models.Index(
                fields=[
                    "owner", "sort_name", "contact", "known_until", "close_until", "is_written",
                ],
                name="document_by_name",
            ),
        ),
        migrations.AddIndex(
            "document",
            models.Index(fields=["owner", "known_until"], name="document_by_known"),
        ),
        migrations.AddIndex(
            "document",
            models.Index(fields=["owner", "reckon_on"], name="document_to_reckon"),
        ),
        migrations.AddIndex(
            "encounter",
            models.Index(fields=["owner", "event"], name="encounter_by_event"),
        ),
        # The events of late are read from the index alone.
        migrations.RemoveIndex("encounter", "encounter_by_day"),
        migrations.AddIndex(
            "encounter",
            models.Index(fields=["owner", "-last", "event"], name="encounter_by_day"),
        ),
        migrations.AddIndex(
            "letter",
            models.Index(fields=["owner", "-at", "is_sent"], name="letter_by_day"),
        ),
    ]  # fmt: skip
