"""Addresses of the audits."""

from django.urls import path

from redleaf.web.insights import views

app_name = "insights"
urlpatterns = [
    path("", views.audits, name="audits"),
    path("desk/", views.own, name="own"),
    path("<uuid:audit_id>/", views.audit, name="audit"),
    path("<uuid:audit_id>/stop/", views.stop, name="stop"),
    path("<uuid:audit_id>/delete/", views.delete, name="delete"),
    path("<uuid:audit_id>/restore/", views.restore, name="restore"),
    path("<uuid:audit_id>/report.html", views.report, name="report"),
]
