"""Addresses of the memory: people, a person, pairs that may be one person, and what was done."""

from django.urls import path

from redleaf.web.contacts import views

app_name = "contacts"
urlpatterns = [
    path("", views.people, name="people"),
    path("remember/", views.remember, name="remember"),
    path("chosen/", views.chosen, name="chosen"),
    path("pairs/", views.pairs, name="pairs"),
    path("pairs/<uuid:pair_id>/", views.answer_pair, name="answer"),
    path("pictures/<uuid:picture_id>/", views.picture, name="picture"),
    path("acts/<uuid:act_id>/undo/", views.undo_act, name="undo"),
    path("promises/<uuid:promise_id>/", views.settle_promise, name="promise"),
    path("<uuid:contact_id>/", views.person, name="person"),
    path("<uuid:contact_id>/remember/", views.remember_of, name="remember-of"),
    path("<uuid:contact_id>/edit/", views.edit, name="edit"),
    path("<uuid:contact_id>/introduce/", views.introduce, name="introduce"),
    path("<uuid:contact_id>/promise/", views.promise, name="promise-to"),
    path("<uuid:contact_id>/note/", views.add_note, name="note"),
    path("<uuid:contact_id>/erase/", views.erase_person, name="erase"),
    path("<uuid:contact_id>/delete/", views.delete_person, name="delete"),
]
