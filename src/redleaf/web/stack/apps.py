"""The app `stack`. Its rows are a part of the memory: see `redleaf.web.contacts.models.stack`."""

from django.apps import AppConfig


class StackConfig(AppConfig):
    name = "redleaf.web.stack"
