"""Addresses of teams, of what people share in them, and of the installation."""

from django.urls import path

from redleaf.web.teams import views

app_name = "teams"
urlpatterns = [
    path("settings/team/", views.team, name="team"),
    path("settings/team/found/", views.found, name="found"),
    path("settings/team/rename/", views.rename, name="rename"),
    path("settings/team/call/", views.call, name="call"),
    path("settings/team/calls/<int:call_id>/withdraw/", views.withdraw, name="withdraw"),
    path("settings/team/members/<int:membership_id>/remove/", views.remove, name="remove"),
    path("settings/team/members/<int:membership_id>/role/", views.change_role, name="role"),
    path("settings/team/leave/", views.leave, name="leave"),
    path("settings/house/", views.house, name="house"),
    path("settings/house/accounts/<int:user_id>/", views.change_account, name="account"),
    path("team/come/<str:key>/", views.come, name="come"),
    path("team/come/", views.come_in, name="come-in"),
    path("team/people/<uuid:contact_id>/", views.card, name="card"),
    path("team/share/<uuid:contact_id>/", views.share_contact, name="share"),
]
