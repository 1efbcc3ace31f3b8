"""Addresses of the files that are being brought in."""

from django.urls import path

from redleaf.web.incoming import views

app_name = "incoming"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("<uuid:incoming_id>/", views.file, name="file"),
    path("<uuid:incoming_id>/import/", views.bring_in, name="import"),
    path("<uuid:incoming_id>/stop/", views.stop_it, name="stop"),
    path("<uuid:incoming_id>/leave/", views.leave_it, name="leave"),
]
