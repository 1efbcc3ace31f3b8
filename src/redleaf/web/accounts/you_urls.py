"""Addresses of the settings that everybody has."""

from django.conf import settings
from django.urls import path

from redleaf.web.accounts.appearance import appearance, letters
from redleaf.web.accounts.data import downloads
from redleaf.web.accounts.data.views import data, erase
from redleaf.web.accounts.language_page import language_page
from redleaf.web.accounts.model.views import forget, model, trial
from redleaf.web.accounts.networks_page import networks_page
from redleaf.web.accounts.policy_page import policy
from redleaf.web.accounts.rules_page import rules, rules_undo
from redleaf.web.accounts.you import you

app_name = "settings"
urlpatterns = [
    path("", you, name="you"),
    path("networks/", networks_page, name="networks"),
    path("policy/", policy, name="policy"),
    path("rules/", rules, name="rules"),
    path("rules/undo/", rules_undo, name="rules_undo"),
    path("language/", language_page, name="language"),
    path("model/", model, name="model"),
    path("model/trial/", trial, name="model_trial"),
    path("model/forget/", forget, name="model_forget"),
    path("appearance/", appearance, name="appearance"),
    path("appearance/letters/", letters, name="letters"),
    path("data/", data, name="data"),
    path("data/everything.zip", downloads.everything, name="everything"),
    path("data/people.vcf", downloads.people_cards, name="people_cards"),
    path("data/people.csv", downloads.people_table, name="people_table"),
    path("data/encounters.ics", downloads.calendar, name="calendar"),
    # With accounts there is a page to leave by, which asks for the password.
    *([] if settings.TEAM else [path("data/erase/", erase, name="erase")]),
]
