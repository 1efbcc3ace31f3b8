"""Addresses of Today, Check and Write."""

from django.urls import path

from redleaf.web.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("check/", views.check, name="check"),
    path("write/", views.write, name="write"),
    path("write/mail/", views.mail, name="mail"),
    path("write/model/", views.ask_model, name="model"),
    path("write/verify/", views.verify, name="verify"),
]
