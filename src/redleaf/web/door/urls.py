"""Addresses of the doors, for anybody."""

from django.urls import path

from redleaf.web.door import views

app_name = "door"
urlpatterns = [
    path("<slug:handle>/", views.door, name="door"),
    path("<slug:handle>/reads/", views.reads, name="reads"),
    path("<slug:handle>/thanks/", views.thanks, name="thanks"),
    path("<slug:handle>/confirm/<str:key>/", views.confirm, name="confirm"),
]
