"""Gains: a share of money promised by the month, or a place in a closed circle of investors.

Nobody honest offers either to a stranger. Who asks about a loan, or warns of such an offer, has the
same words and is left alone.
"""

from __future__ import annotations

from redleaf.notes.folding import fold
from redleaf.notes.regexes import regex
from redleaf.triage.signs import MOST_CHARS

_PERCENT = (
    r"\d[\d.,]* ?(?:%|percent|per cent|prozent|pour cent|por ciento|por cento|procent|per cento)"
)
_MONTHLY = (
    r"\b(?:(?:a|per|each|every|pro|im|je|jeden|par|al|por|cada|ao|elke|iedere|ogni) "
    r"(?:month|monat|mois|mes|maand|mese)|monthly|monatlich\w*|mensuel\w*|mensual\w*|mensil\w*|"
    r"mensa(?:l|is)|maandelijks\w*)\b"
)
_BY_MONTH = rf"(?:{_PERCENT}[^.!?]{{0,25}}?{_MONTHLY}|{_MONTHLY}[^.!?]{{0,25}}?{_PERCENT})"
_GAIN = (
    r"\b(?:returns?|yields?|profits?|earn\w*|guarantee\w*|secured|risk[- ]free|invest\w*|"
    r"gesichert\w*|garantiert\w*|risikofrei\w*|rendite\w*|ertrag\w*|gewinne?|anleger\w*|verdien\w*|"
    r"garanti\w*|sans risque|securise\w*|rendement\w*|benefices?|gagne[rz]?|"
    r"asegurad\w*|garantizad\w*|sin riesgo|rentabilidad|rendimient\w*|beneficios?|ganancias?|"
    r"gegarandeerd\w*|zonder risico|winst|beleggers?|inleg|"
    r"senza rischi\w*|rendiment\w*|guadagn\w*|sem risco|garantid\w*|lucros?|rentabilidade)\b"
)
_CLOSED = (
    r"(?:closed|private|exclusive|select|small|inner|discreet|geschlossen\w*|exklusiv\w*|privat\w*|"
    r"diskret\w*|ausgewahlt\w*|besloten|gesloten|exclusieve|select\w*|discrete|kleine)"
)
_CLOSED_AFTER = (
    r"(?:ferme|prive|restreint|exclusif|discret|cerrado|privado|exclusivo|selecto|reducido|chius\w|"
    r"privat\w|ristrett\w|esclusiv\w|fechado|restrito)"
)
_CIRCLE = (
    r"(?:circle|group|club|round|kreis\w*|runde|zirkel|gruppe|kring|groep|cercle|groupe|circulo|"
    r"grupo|cerchia|gruppo|clube)"
)
_INVESTORS = (
    r"(?:investors?|investoren|anleger\w*|kapitalanleger\w*|investisseurs|epargnants|inversores|"
    r"inversionistas|investeerders|beleggers|investitori|investidores)"
)
_INVITED = (
    r"\b(?:invit\w*|join\w*|admit\w*|welcome|our|lade\w*|einlad\w*|eingeladen|unser\w*|aufnehmen|"
    r"rejoign\w*|rejoindre|notre|unir\w*|une?te|nuestr\w*|toetred\w*|uitnodig\w*|nodig|onze|ons|"
    r"unirsi|unisciti|nostr\w|entrar\w*|convid\w*|noss\w)\b"
)
_CIRCLE_OF = (
    rf"(?:{_CLOSED} (?:\w+ )?{_CIRCLE} (?:\w+ ){{0,3}}{_INVESTORS}|"
    rf"{_CIRCLE} (?:\w+ )?{_CLOSED_AFTER} (?:d'|de |di |von )?(?:\w+ )?{_INVESTORS}|"
    rf"{_CIRCLE} (?:d'|de |di )(?:\w+ )?{_INVESTORS} (?:\w+ )?{_CLOSED_AFTER}|"
    r"(?:investoren|anleger)(?:kreis|runde|club|zirkel))"
)
_DOUBLED = (
    r"\b(?:doubl\w+|verdoppel\w*|duplic\w*|verdubbel\w*|raddoppi\w*) (?:\w+ ){0,2}"
    r"(?:money|stake|geld|einsatz|argent|mise|dinero|inleg|soldi|dinheiro|[ck]apital)\b"
)
_PROMISED = regex(rf"{_BY_MONTH}[^!?]{{0,60}}?{_GAIN}|{_GAIN}[^!?]{{0,60}}?{_BY_MONTH}|{_DOUBLED}")
_ASKED_IN = regex(rf"{_INVITED}[^!?]{{0,60}}?{_CIRCLE_OF}")
# A debt, a bank, a warning: said by those who ask or report, and not by those who lure.
_HONEST = regex(
    r"\b(?:loans?|mortgage|overdraft|kredit\w*|darlehen\w*|hypothek\w*|emprunt\w*|prets?|"
    r"prestamo|hipoteca|lening|hypotheek|prestito|mutuo|emprestimo|"
    r"(?:my|the|our|meine|unsere|die|ma|notre|la|mi|el|mijn|onze|de|o) (?:bank|banque|banco|banca)|"
    r"inflation\w*|inflacion|inflatie|inflazione|lost|verlor\w*|verlust\w*|perdi\w*|perdu\w*)\b|"
    r"\b(?:a|ein|einen|une|una|uma|een|is that|ist das|est-ce|es|of|for|vor|fur|contre|sur) "
    r"(?:\w+ ){0,2}(?:scam|fraud|trick|betrug|masche|arnaque|estafa|oplichting|truffa|golpe|burla)"
)

_OWN_DEBT = regex(
    r"\b(?:my|our|meine|unsere|ma|notre|mi|nuestro|mijn|onze|la mia|o meu) "
    r"(?:bank|loan|mortgage|kredit|hypothek|banque|emprunt|banco|prestamo|hypotheek|lening|banca)\b"
    r"[^!]*\?|"
    rf"{_PERCENT} (?:interest|zinsen|d'interets?|de interes|rente|di interessi|de juros)\b"
    r"[^.!]*\b(?:usual|normal\w*|fair|much|ublich|viel|correct|beaucoup|mucho|gebruikelijk|veel|"
    r"normale|molto|muito)\b[^.!]*\?"
)


def gain_in(text: str) -> str:
    """The words that promise a gain by the month or a closed circle; "" where there are none."""
    text = text[:MOST_CHARS]
    folded = fold(text)
    found = _PROMISED.search(folded.text) or _ASKED_IN.search(folded.text)
    if not found or _HONEST.search(folded.text):
        return ""
    return " ".join(text[folded.start(found.start()) : folded.end(found.end())].split())


def asks_about_a_debt(text: str) -> bool:
    """Whether it asks what to think of the writer's own bank or loan, or of an interest."""
    return bool(_OWN_DEBT.search(fold(text[:MOST_CHARS]).text))
