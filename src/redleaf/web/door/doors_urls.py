"""Addresses of the settings about doors."""

from django.urls import path

from redleaf.web.door import doors_page

app_name = "doors"
urlpatterns = [
    path("", doors_page.doors, name="doors"),
    path("block/", doors_page.block, name="block"),
    path("blocked/<uuid:blocked_id>/", doors_page.unblock, name="unblock"),
    path("<uuid:door_id>/", doors_page.door, name="door"),
    path("<uuid:door_id>/open/", doors_page.set_open, name="open"),
    path("<uuid:door_id>/code.svg", doors_page.code, name="code"),
    path("<uuid:door_id>/sheet/", doors_page.sheet, name="sheet"),
    path("knocks/<uuid:knock_id>/block/", doors_page.block_sender, name="block_sender"),
    path("knocks/<uuid:knock_id>/report/", doors_page.report_sender, name="report_sender"),
]
