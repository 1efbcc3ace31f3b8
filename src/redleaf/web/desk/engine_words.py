"""What the writer and the checker say beside notes and findings, in the language of who asks.

The sentences stand here as the engine makes them; those not listed stay English.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop

from redleaf.web.retelling import retold

_LEFT = (
    gettext_noop("{left} of {of} {network} notes left."),
    gettext_noop("All {of} {network} notes of these thirty days are used."),
    gettext_noop("One more is free on {day}."),
    gettext_noop("The next is free on {day}."),
)
_WHY = (
    gettext_noop("A thank-you is worth a note of its own, however well {who} knows you."),
    gettext_noop("Ask {who} one clear question, and leave an easy way to say no."),
    gettext_noop("Ask {who} first, then the other: each of them should be free to say no."),
    gettext_noop("Nothing recorded says who {who} is: ask kindly before you accept."),
    gettext_noop("You made {who} a promise: the note keeps it in mind."),
    gettext_noop("It is not recorded when you met: give {who} the thread before anything else."),
    gettext_noop("It has been a while: give {who} the thread before anything else."),
    gettext_noop(
        "Nothing here is about the two of you yet, and a note that could go to anybody is "
        "better not sent."
    ),
    gettext_noop("That you both know somebody does not say yet why you write to {who}."),
    gettext_noop("What you do or offer is half of a note; the other half is why {who}."),
    gettext_noop("The standard text is out; do not invite again."),
    gettext_noop(
        "The standard text is out and cannot be changed; do not withdraw it, for LinkedIn "
        "then takes no new invitation for three weeks."
    ),
    gettext_noop("Send these words as soon as {who} accepts, or by e-mail today."),
    gettext_noop("There is no room for a note here."),
    gettext_noop(
        "Send the request as it is; these words are for when {who} accepts, or for an e-mail."
    ),
    gettext_noop("These words are for a message once {who} has accepted, or for an e-mail."),
    gettext_noop("{network} lets no text go with a request."),
    gettext_noop("{who} wrote to you: say that it arrived, and take up the thread."),
    gettext_noop("{who} knows you: no explanation, only what you want to say."),
    gettext_noop("{who} would still know you: name what you shared."),
    gettext_noop(
        "{who} knows you only through somebody: their name comes first, then why you write."
    ),
    gettext_noop("{who} may not have noticed you there: say where it was, and who you are."),
    gettext_noop("{who} may not place you: begin with what you share."),
    gettext_noop("{who} does not know you: name what you saw of theirs, and say who you are."),
    gettext_noop("{who} does not know you: begin with the one whom you both know."),
    gettext_noop("{who} does not know you yet: say plainly why you write."),
    gettext_noop("{who} knows you well: a wave is enough, an explanation would be ceremony."),
    gettext_noop(
        "{who} knows you well: send the request as it is. An explanation would be ceremony, "
        "and a joke too much."
    ),
    gettext_noop(
        "{who} may not place your name: write first, by e-mail, and send the request after it."
    ),
)
_REASONS = (
    gettext_noop("There is no text."),
    gettext_noop("They know you well: a wave is enough."),
    gettext_noop("Nothing in it tells which reader it was written for."),
    gettext_noop("Its words are those of a note to one person."),
    gettext_noop("It says what only these two share: {words}."),
)


def why_in_language(text: str) -> str:
    """Why a note is worth writing or not, and how many are left."""
    return retold(text, (*_WHY, *_LEFT))


def reason_in_language(text: str) -> str:
    """Why a text has its verdict, where no finding says it."""
    return retold(text, _REASONS)
