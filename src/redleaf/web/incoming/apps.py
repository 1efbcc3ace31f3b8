"""The app `incoming`."""

from django.apps import AppConfig


class IncomingConfig(AppConfig):
    name = "redleaf.web.incoming"
