"""The app `desk`: the shell of all pages, and the pages Check and Write."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "redleaf.web.desk"
