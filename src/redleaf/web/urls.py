"""The addresses of the desk. Each app keeps its own."""

from django.conf import settings
from django.urls import include, path

handler400 = "redleaf.web.accounts.views.bad_request"
handler404 = "redleaf.web.accounts.views.not_found"
handler429 = "redleaf.web.accounts.views.too_many"

urlpatterns = [
    path("", include(settings.ACCOUNT_URLS)),
    *([path("", include("redleaf.web.teams.urls"))] if settings.TEAM else []),
    path("settings/", include("redleaf.web.accounts.you_urls")),
    path("settings/doors/", include("redleaf.web.door.doors_urls")),
    path("settings/programs/", include("redleaf.web.api.programs_urls")),
    path("to/", include("redleaf.web.door.urls")),
    path("api/", include("redleaf.web.api.urls")),
    path("", include("redleaf.web.desk.urls")),
    path("contacts/import/", include("redleaf.web.incoming.urls")),
    path("contacts/", include("redleaf.web.contacts.urls")),
    path("inbox/", include("redleaf.web.inbox.urls")),
    path("stack/", include("redleaf.web.stack.urls")),
    path("insights/", include("redleaf.web.insights.urls")),
]
