"""Addresses of the stacks, of one stack, and of the cards in it."""

from django.urls import path

from redleaf.web.stack import views

app_name = "stack"
urlpatterns = [
    path("", views.stacks, name="stacks"),
    path("begin/", views.begin, name="begin"),
    path("card/<uuid:card_id>/", views.card, name="card"),
    path("card/<uuid:card_id>/verify/", views.verify, name="verify"),
    path("card/<uuid:card_id>/mail/", views.mail, name="mail"),
    path("card/<uuid:card_id>/elsewhere/", views.elsewhere, name="elsewhere"),
    path(
        "card/<uuid:card_id>/elsewhere/release/",
        views.release_elsewhere,
        name="release-elsewhere",
    ),
    path("card/<uuid:card_id>/model/", views.ask_model, name="model"),
    path("card/<uuid:card_id>/release/", views.release_card, name="release"),
    path("card/<uuid:card_id>/later/", views.later, name="later"),
    path("<uuid:stack_id>/", views.go_on, name="stack"),
    path("<uuid:stack_id>/people/", views.people, name="people"),
    path("<uuid:stack_id>/people/add/", views.add, name="add"),
    path("<uuid:stack_id>/end/", views.end, name="end"),
]
