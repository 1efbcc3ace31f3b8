"""The app `insights`."""

from django.apps import AppConfig


class InsightsConfig(AppConfig):
    name = "redleaf.web.insights"
