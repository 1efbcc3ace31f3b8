"""Addresses of the settings that everybody has."""

from django.urls import path

from redleaf.web.accounts.language_page import language_page
from redleaf.web.accounts.networks_page import networks_page
from redleaf.web.accounts.you import you

app_name = "settings"
urlpatterns = [
    path("", you, name="you"),
    path("networks/", networks_page, name="networks"),
    path("language/", language_page, name="language"),
]
