"""The addresses of the desk. Each app keeps its own."""

from django.urls import include, path

handler400 = "redleaf.web.accounts.views.bad_request"
handler404 = "redleaf.web.accounts.views.not_found"

urlpatterns = [
    path("", include("redleaf.web.accounts.urls")),
    path("", include("redleaf.web.desk.urls")),
    path("contacts/import/", include("redleaf.web.incoming.urls")),
    path("contacts/", include("redleaf.web.contacts.urls")),
    path("stack/", include("redleaf.web.stack.urls")),
    path("insights/", include("redleaf.web.insights.urls")),
]
