"""Addresses of the inbox, of one invitation in it, and of what is done with several."""

from django.urls import path

from redleaf.web.inbox import views

app_name = "inbox"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("reading/", views.reading, name="reading"),
    path("bring/", views.bring, name="bring"),
    path("chosen/", views.chosen, name="chosen"),
    path("learned/", views.learned, name="learned"),
    path("decided/", views.decided, name="decided"),
    path("policy/", views.policy, name="policy"),
    path("group/<slug:name>/", views.group, name="group"),
    path("<uuid:invitation_id>/", views.invitation, name="invitation"),
    path("<uuid:invitation_id>/decide/", views.decide_one, name="decide"),
    path("<uuid:invitation_id>/put/", views.put_elsewhere, name="put"),
    path("<uuid:invitation_id>/personal/", views.personal, name="personal"),
    path("<uuid:invitation_id>/answered/", views.answered, name="answered"),
]
