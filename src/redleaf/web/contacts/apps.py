from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "redleaf.web.contacts"
    label = "contacts"
