"""The note reminds of notes that were not answered.

Why it matters: silence was an answer. A reminder that adds nothing new tells the reader that a list is being worked through.
Known limits: hears set reminders; the answer to a real exchange ("you asked me to write again in May") is left alone.
Keep it when: they asked to be reminded, or something has truly changed since; then begin with that.
Source: docs/sources.md, "freedom to say no".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.ADVICE,
    message="The reader is reminded of something they chose not to answer.",
    advice="What is new since your last note? Begin with it, or let this one rest.",
    costs={"giving": 20, "interest": 10, "courtesy": 5},
    suggests="pitch",
    weight=1.0,
    softens=True,
    finds=[
        "⟦Just bumping this⟧.",
        "⟦Did you see my last message⟧?",
        "Hi Ola, ⟦checking in again⟧!",
        "⟦Circling back about⟧ the gutters.",
        "⟦Ich wollte noch einmal nachhaken⟧.",
        "⟦Je reviens vers vous⟧ pour les volets.",
    ],
    leaves=[
        "You asked me to write again in May, so here I am.",
        "The hawks were circling when we came back to the hut.",
        "I checked in at the mill at nine, as you said.",
        "Did you see the last tram leave?",
    ],
)
