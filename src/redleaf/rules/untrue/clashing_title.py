"""Two words of one greeting say that the reader is a man, and a woman.

Why it matters: "Sehr geehrter Frau" says in two words that a list wrote this, or that nobody looked at it again.
Known limits: set greetings of languages whose greetings have a gender; two readers, each with their own greeting, are left.
Keep it when: never; one of the two words is a slip.
Source: docs/sources.md, "facts and claims".
"""

from redleaf.rules import Rule, Severity

rule = Rule(
    severity=Severity.WARNING,
    message="One of these words is said to a man, the other to a woman; the reader sees a slip in the first line.",
    advice="Which of the two are they? Let both words say it.",
    costs={"courtesy": 15, "interest": 5},
    kinds=("note", "message", "email"),
    finds=[
        "⟦Sehr geehrter Frau⟧ Ruiz, danke für die Karte.",
        "⟦Liebe Herr⟧ Noll, danke für die Karte.",
        "⟦Estimado Sra⟧. Ruiz, gracias por el mapa.",
        "⟦Chère Monsieur⟧ Noll, merci pour la carte.",
    ],
    leaves=[
        "Sehr geehrte Frau Ruiz, sehr geehrter Herr Noll, danke für die Karte.",
        "Ich frage lieber Frau Ruiz nach der Karte.",
        "Estimada Sra. Ruiz, gracias por el mapa.",
        "Chers Madame et Monsieur Noll, merci pour la carte.",
    ],
)
