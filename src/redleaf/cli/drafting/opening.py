"""Opening: the page where a note is pasted, in the browser; nothing is sent by it."""

from __future__ import annotations

import webbrowser

from redleaf.networks import Network
from redleaf.notes.brief import Brief
from redleaf.web.desk.opening import Opening, opening_for


def page_for(
    brief: Brief, network: Network, text: str, *, subject: str, link: str
) -> Opening | None:
    """The best page for a note: theirs where `link` is known, else a search; None if neither is."""
    aim = "connect" if brief.aim == "reconnect" else brief.aim
    name = brief.recipient.name
    return opening_for(
        network, name=name, link=link, aim=aim, subject=subject or "Hello", text=text
    )


def open_page(page: Opening) -> str:
    """Open it; gives a sentence that says how it went, with the address where it did not."""
    try:
        is_open = webbrowser.open(page.url)
    except (webbrowser.Error, OSError):
        is_open = False
    if is_open:
        return f"Opened {page.title}."
    return f"No browser could be opened. The page of {page.title}: {page.url}"
