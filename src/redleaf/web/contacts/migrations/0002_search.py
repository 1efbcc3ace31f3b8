"""The index of the search, in the database's own way: FTS5 in SQLite, GIN in PostgreSQL.

Words come folded and parted by spaces, so that neither database has to know any language.
"""

from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    # The words lie in the table alone; the index holds where they are.
    """CREATE VIRTUAL TABLE contacts_search USING fts5(
        names, words, spellings, content='contacts_document', content_rowid='id',
        tokenize='ascii', detail='column', columnsize=0, prefix='1 2 3')""",
    """CREATE TRIGGER contacts_search_new AFTER INSERT ON contacts_document BEGIN
        INSERT INTO contacts_search(rowid, names, words, spellings)
        VALUES (new.id, new.names, new.words, new.spellings); END""",
    """CREATE TRIGGER contacts_search_gone AFTER DELETE ON contacts_document BEGIN
        INSERT INTO contacts_search(contacts_search, rowid, names, words, spellings)
        VALUES ('delete', old.id, old.names, old.words, old.spellings); END""",
    """CREATE TRIGGER contacts_search_changed AFTER UPDATE ON contacts_document BEGIN
        INSERT INTO contacts_search(contacts_search, rowid, names, words, spellings)
        VALUES ('delete', old.id, old.names, old.words, old.spellings);
        INSERT INTO contacts_search(rowid, names, words, spellings)
        VALUES (new.id, new.names, new.words, new.spellings); END""",
)
# What waits in a list of the index is gone through by every search until the server tidies up.
POSTGRESQL = (
    """ALTER TABLE contacts_document
        ADD COLUMN by_name tsvector GENERATED ALWAYS AS
            (array_to_tsvector(string_to_array(names, ' '))) STORED,
        ADD COLUMN by_word tsvector GENERATED ALWAYS AS
            (array_to_tsvector(string_to_array(btrim(names || ' ' || words), ' '))) STORED,
        ADD COLUMN by_spelling tsvector GENERATED ALWAYS AS
            (array_to_tsvector(string_to_array(spellings, ' '))) STORED""",
    """CREATE INDEX contacts_by_name ON contacts_document
        USING gin (by_name) WITH (fastupdate = off)""",
    """CREATE INDEX contacts_by_word ON contacts_document
        USING gin (by_word) WITH (fastupdate = off)""",
    """CREATE INDEX contacts_by_spelling ON contacts_document
        USING gin (by_spelling) WITH (fastupdate = off)""",
)


def make_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    steps = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    for step in steps:
        schema_editor.execute(step)


def drop_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # In PostgreSQL it goes with the table.
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE contacts_search")


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0001_memory"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("names", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                ("spellings", models.TextField(blank=True)),
                ("seen", models.IntegerField(default=0)),
                (
                    "contact",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=models.deletion.CASCADE,
                        related_name="document",
                        to="contacts.contact",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["owner", "-seen"], name="document_by_day")],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
