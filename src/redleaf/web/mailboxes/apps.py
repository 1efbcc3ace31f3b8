from django.apps import AppConfig


class MailboxesConfig(AppConfig):
    name = "redleaf.web.mailboxes"
    label = "mailboxes"
