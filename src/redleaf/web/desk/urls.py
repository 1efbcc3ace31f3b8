"""Addresses of Check and Write."""

from django.urls import path
from django.views.generic import RedirectView

from redleaf.web.desk import views

app_name = "desk"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="desk:check"), name="home"),
    path("check/", views.check, name="check"),
    path("write/", views.write, name="write"),
    path("write/mail/", views.mail, name="mail"),
    path("write/model/", views.ask_model, name="model"),
    path("write/verify/", views.verify, name="verify"),
]
