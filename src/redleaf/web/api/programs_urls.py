"""Addresses of the settings about programs."""

from django.urls import path

from redleaf.web.api import programs_page

app_name = "programs"
urlpatterns = [
    path("", programs_page.programs, name="programs"),
    path("<uuid:program_id>/revoke/", programs_page.revoke, name="revoke"),
]
