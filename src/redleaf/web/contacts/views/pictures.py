"""The picture of a card, as an image by itself."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from redleaf.web.asking import user_of
from redleaf.web.contacts.access import picture_for

# Its bytes never change; once erased, no browser should show it much longer.
_KEPT_SECONDS = 3_600


@require_safe
def picture(request: HttpRequest, picture_id: UUID) -> HttpResponse:
    found = picture_for(user_of(request), picture_id)
    return HttpResponse(
        found.data,
        content_type="image/jpeg",
        headers={
            "Cache-Control": f"private, max-age={_KEPT_SECONDS}",
            "Content-Disposition": 'inline; filename="card.jpg"',
            "X-Content-Type-Options": "nosniff",
        },
    )
