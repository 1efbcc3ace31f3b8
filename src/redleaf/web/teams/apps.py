"""The app `teams`; only a team's server has it."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "redleaf.web.teams"
