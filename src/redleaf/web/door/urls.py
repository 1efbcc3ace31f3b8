"""Addresses of the doors, for anybody."""

from django.urls import path

from redleaf.web.door import views

app_name = "door"
# Whatever is typed for a handle gets the same kind answer as one that is not there.
urlpatterns = [
    path("", views.nowhere, name="nowhere"),
    path("<str:handle>/", views.door, name="door"),
    path("<str:handle>/reads/", views.reads, name="reads"),
    path("<str:handle>/thanks/", views.thanks, name="thanks"),
    path("<str:handle>/confirm/<str:key>/", views.confirm, name="confirm"),
]
