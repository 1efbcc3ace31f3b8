"""Why an invitation stands where it stands, in the language of who asks.

The sentences stand here as redleaf.triage makes them; those not listed stay English.
"""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext, gettext_noop

from redleaf.rules.catalogue import all_rules
from redleaf.web.desk.engine_words import reason_in_language
from redleaf.web.retelling import retold

# What was seen, before the words it was seen in.
_SEEN = frozenset(
    (
        gettext_noop("It offers something for sale"),
        gettext_noop("It promises money"),
        gettext_noop("It has a meeting to book before you have said a word"),
        gettext_noop("It asks for money"),
        gettext_noop("It follows up on what you never began"),
        gettext_noop("It is in the words of recruiters"),
        gettext_noop("It asks a favour of a stranger"),
        gettext_noop("It asks before it says anything of itself"),
        gettext_noop("It asks for your time"),
        gettext_noop("It asks for several things"),
        gettext_noop("It asks for a vote or a like"),
        gettext_noop("A slot was never filled"),
        gettext_noop("It invents a hurry"),
        gettext_noop("It says that you were chosen"),
        gettext_noop("Its praise would fit anybody"),
        gettext_noop("It is about having more contacts"),
        gettext_noop("It opens as a note to anybody would"),
        gettext_noop("It is made of words of the trade"),
        gettext_noop("It is made of set phrases"),
        gettext_noop("It closes as a note to anybody would"),
        gettext_noop("It excuses itself for writing"),
        gettext_noop("It wishes, and does not say what for"),
        gettext_noop("It insults"),
        gettext_noop("It threatens"),
        gettext_noop("It demands"),
        gettext_noop("It wants you to feel guilty"),
        gettext_noop("It puts you under pressure"),
        gettext_noop("It is rude"),
    )
)
_WHO_IT_IS = (
    gettext_noop("It comes from an address of your own."),
    gettext_noop("It bears your own name, from another profile."),
    gettext_noop("{name} wrote to you {times}; you {answered}."),
    gettext_noop("Your calendar has them in {entry} on {day}."),
    gettext_noop("Your calendar has them in {entry}."),
    gettext_noop("{name} is in your address book, and writes from {domain} too."),
    gettext_noop("{name} is in your address book."),
    gettext_noop("New here, but the name is that of {name}, and the note names {words}."),
    gettext_noop("New here, but the given name is that of {name}, and the note names {words}."),
    gettext_noop("New here, says to have been called {name}, and the note names {words}."),
    gettext_noop("Says to have been called {name}, whom you know; it is another {what}."),
    gettext_noop("The name imitates {name} with other signs; it is another {what}."),
    gettext_noop("{one} is almost {other}, which you know; it is another {what}."),
    gettext_noop("Almost the name of {name}, whom you know, from another {what}."),
    gettext_noop("Same name, other {what}: {name} is not known to you by this one."),
    gettext_noop("Much the same name, other {what}: {name} is not known to you by this one."),
    gettext_noop("Writes from {domain}, which is almost {other}."),
    gettext_noop("Writes from {domain}, as you do."),
    gettext_noop("Says that {name} sent them; you know nobody of that name for certain."),
    gettext_noop("Brings up {name}, whom you know."),
    gettext_noop("Writes for {name}, whom you know, and names {words}."),
    gettext_noop("Names {name}, whom you know, as the one who sent them."),
    gettext_noop("Names {name} as the one who sent them; you know one {name}, {known}."),
    gettext_noop("You know {name}: {letters} from you, {n} from them."),
    gettext_noop("You know {name}: {relation}, last letter on {day}."),
    gettext_noop("You know {name}: {relation}, last met on {day}."),
    gettext_noop("You know {name}: {relation}, last met in {day}."),
    gettext_noop("You know {name}: {relation}."),
    gettext_noop("You know {name}, last letter on {day}."),
    gettext_noop("You know {name}, last met on {day}."),
    gettext_noop("You know {name}, last met in {day}."),
    gettext_noop("You know {name}, and promised them something."),
    gettext_noop("You know {name}."),
)
_WHAT_IT_SAYS = (
    gettext_noop("They name {words}, as you have it."),
    gettext_noop("They write “{words}”, which your record of them does not have."),
    gettext_noop("No note: from somebody you know none is needed."),
    gettext_noop("No note, no whole name, nothing about themselves."),
    gettext_noop("No note, and you do not know them."),
    gettext_noop("No note. {network} gives free members only a few a month, so it proves little."),
    gettext_noop("On {network} most people can add no note: that there is none proves nothing."),
    gettext_noop("On {network} nobody can add a note: that there is none proves nothing."),
    gettext_noop("The text is no one's own: from somebody you know it means nothing."),
    gettext_noop("You promised them: {text}."),
    gettext_noop("It says “{words}”: ask back by another way before you act."),
    gettext_noop("It says “{words}”, as tricksters do."),
    gettext_noop("Ask {name} at an address you have, not here."),
    gettext_noop("The same letter as {others} that came, worded anew."),
    gettext_noop("The same letter as {others} that came."),
    gettext_noop("It asks (“{words}”), and does not say why you of all people."),
    gettext_noop("No whole name, and nothing about themselves."),
    gettext_noop("Says “{words}”, and gives no name."),
    gettext_noop("Nothing in it tells why it went to you."),
    gettext_noop("Redleaf does not read its language: look yourself."),
    gettext_noop("“{words}” is written with letters of another script."),
    gettext_noop("It holds signs that nobody can see."),
    gettext_noop("Text in disguise is not let in by rule."),
    gettext_noop("An offer in personal dress: {words}."),
    gettext_noop("Says to be at {company}, from a profile that you do not know."),
    gettext_noop("In your field, going by the profile: {trade}."),
    gettext_noop("Says “{words}”, but neither contacts nor calendar know of it."),
    gettext_noop("Says “{words}”, and you were at “{event}” on {day}."),
    gettext_noop("Says “{words}”, and you were at “{event}”."),
    gettext_noop("Says “{words}”; that may have been at “{event}” on {day}."),
    gettext_noop("Says “{words}”; that may have been at “{event}”."),
    gettext_noop("It says what hardly fits anybody else: “{words}”."),
    gettext_noop("Taken together, its words are those of letters that nobody asked for."),
    gettext_noop("Taken together, its words would fit anybody."),
    gettext_noop("It is rude."),
)
_WHAT_YOU_WISH = (
    gettext_noop("You decided about {name} on {day}: {decision} (“{note}”)."),
    gettext_noop("You decided about {name} on {day}: {decision}."),
    gettext_noop("You decided about {name}: {decision} (“{note}”)."),
    gettext_noop("You decided about {name}: {decision}."),
    gettext_noop("You answer people whose headline says “{words}”: {n} of {of}."),
    gettext_noop("You accept people whose headline says “{words}”: {n} of {of}."),
    gettext_noop("You let in people whose headline says “{words}”: {n} of {of}."),
    gettext_noop("You asked, and their answer does not say how you know each other."),
    gettext_noop("The answer is yours: Redleaf writes English, German, French and Spanish."),
    gettext_noop("It may speak of a death (“{words}”): the answer is yours."),
    gettext_noop("Your own setting: {line}."),
    gettext_noop("You accept most people: {treatment}."),
    gettext_noop("You ask strangers who say nothing of themselves: {treatment}."),
    gettext_noop("You let in who says why: {treatment}."),
)
_REASONS = (*_WHO_IT_IS, *_WHAT_IT_SAYS, *_WHAT_YOU_WISH)


def why_here(reason: str) -> str:
    """One of the reasons that are kept with an invitation."""
    seen, _, words = reason.partition(": “")
    if words and seen in _SEEN:
        told = gettext("%(seen)s: “%(words)s”.")
        return told % {"seen": gettext(seen), "words": words.removesuffix("”.")}
    for retell in (_by_the_triage, reason_in_language, _by_a_rule):
        told = retell(reason)
        if told != reason:
            return told
    return reason


def _by_the_triage(reason: str) -> str:
    return retold(reason, _REASONS)


def _by_a_rule(reason: str) -> str:
    return retold(reason, _messages())


@cache
def _messages() -> tuple[str, ...]:
    return tuple(rule.message for rule in all_rules())
