"""What an export does not tell, in sentences that stand beside the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from redleaf.formats.linkedin import Export


def remarks_on(export: Export) -> tuple[str, ...]:
    return tuple(_remarks(export))


def _remarks(export: Export) -> Iterator[str]:
    if "invitations" not in export.files:
        yield "There is no Invitations.csv in this export, so it does not say whom you invited."
    else:
        yield (
            "LinkedIn’s export often holds only recent or open invitations, so some that you "
            "sent, accepted ones among them, may be missing here."
        )
    if "connections" not in export.files:
        yield "There is no Connections.csv in this export, so it does not say who accepted."
    if "messages" not in export.files:
        yield "There is no messages.csv in this export, so it does not say to whom you wrote."
    if any(each.is_outgoing and not each.note for each in export.invitations):
        yield (
            "An invitation sent without a note has an empty text in LinkedIn’s export; its "
            "receiver saw LinkedIn’s own words or none."
        )
    hidden = sum(not each.name and not each.slug for each in export.connections)
    if hidden:
        people = "one connection hides its" if hidden == 1 else f"{hidden:,} connections hide their"
        yield f"In your export {people} name; who they are cannot be matched."
    yield from export.remarks
