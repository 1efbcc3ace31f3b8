"""Addresses of the page Mail."""

from django.urls import path

from redleaf.web.mailboxes import views

app_name = "mail"
urlpatterns = [
    path("", views.mail, name="mail"),
    path("trial/", views.trial, name="trial"),
    path("folders/", views.folders, name="folders"),
    path("look/", views.look, name="look"),
    path("stop/", views.stop, name="stop"),
    path("forget/", views.forget, name="forget"),
]
