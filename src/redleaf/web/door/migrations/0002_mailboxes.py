"""One mailbox however its address is spelled, and knocks of who is blocked."""

from typing import Any

from django.db import migrations, models

from redleaf.web.door.addresses import mailbox_of


def keep_mailboxes(apps: Any, _editor: Any) -> None:
    """Whoever blocked one spelling blocks the mailbox."""
    blocked = apps.get_model("door", "Blocked")
    for row in blocked.objects.all():
        mailbox = mailbox_of(row.value)
        if mailbox == row.value:
            continue
        if blocked.objects.filter(owner=row.owner, value=mailbox).exists():
            row.delete()
        else:
            blocked.objects.filter(pk=row.pk).update(value=mailbox)


class Migration(migrations.Migration):
    dependencies = [("door", "0001_doors")]

    operations = [
        migrations.RemoveIndex(model_name="knock", name="knock_by_email"),
        migrations.AlterField(
            model_name="knock",
            name="email",
            field=models.EmailField(blank=True, max_length=254),
        ),
        migrations.AddField(
            model_name="knock",
            name="mailbox",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="knock",
            name="is_dropped",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="knock",
            index=models.Index(fields=["mailbox", "-at"], name="knock_by_mailbox"),
        ),
        migrations.RunPython(keep_mailboxes, migrations.RunPython.noop),
    ]
