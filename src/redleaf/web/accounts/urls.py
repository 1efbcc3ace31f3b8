"""Addresses of the way in."""

from django.urls import path

from redleaf.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("enter/", views.enter, name="enter"),
    path("join/", views.no_account, name="join"),
    path("login/", views.no_account, name="login"),
    path("healthz", views.healthz, name="healthz"),
]
