"""Selling: whether a sale is named in a text, or only words that sales letters have too."""

from __future__ import annotations

from redleaf.judging import Report
from redleaf.notes.folding import fold_text
from redleaf.notes.regexes import regex

_SELLING = (
    "taking/offer-to-sell",
    "taking/money-promise",
    "taking/meeting-link-first",
    "taking/request-for-money",
    "taking/follow-up-chain",
)
# What people show or give each other.
_TO_SHOW = regex(
    r"\b(photo(s|graphs?)?|pictures?|fotos?|bild(er)?|images?|imagen(es)?|cop(y|ies|ie|ia|ias)|"
    r"kopien?|pages?|seiten?|paginas?|drawings?|zeichnung(en)?|dessins?|dibujos?|tables?|"
    r"tabellen?|tablas?|scans?|recordings?|aufnahmen?|enregistrements?|grabacion(es)?|lists?|"
    r"listen?|listes?|listas?|letters?|briefe?|lettres?|cartas?|notes?)\b"
)
_MONEY = regex(
    r"[$€£]|\b(euros?|dollars?|eur|usd|pounds|sav(e|es|ing|ings)|earn\w*|revenue|incomes?|clients?|"
    r"customers?|leads?|sales|profit\w*|returns?|invest\w*|discount\w*|off|cheaper|umsatz\w*|"
    r"kunden|verdien\w*|gewinn\w*|einkommen|rabatt\w*|spar\w*|rendite|revenus?|chiffre|remise|"
    r"economis\w*|gagn\w*|ingresos|clientes|gan(a|ar|as)|ahorr\w*|descuento\w*|ventas)\b"
)
# Something of the receiver's that not everybody has.
_YOURS = regex(
    r"\b(your|ihr(e|en|em|er|es)?|dein(e|en|em|er|es)?|votre|vos|ton|ta|tes|su|sus|tu|tus) "
    r"(?!profil|compan|business|firm|background|experience|network|career|journey|work\b|team|"
    r"unternehmen|netzwerk|arbeit|entreprise|parcours|reseau|travail|empresa|perfil|negocio|red\b|"
    r"trabajo|time|zeit|temps|tiempo|website|webs|site|parcel|paket|colis|paquete|opinion|meinung|"
    r"brain|help|hilfe|aide|ayuda|account|konto|compte|cuenta|answer|antwort|reponse|respuesta)"
    r"\w{4,}"
)
_SENTENCE_END = regex(r"[.!?\n]+")


def names_a_sale(report: Report, text: str) -> bool:
    """Whether a rule has named a sale, in words that are none of somebody who shows or tells
    something: a photograph is no goods, and a share of anything else no promise of money.
    """
    return any(
        each.rule in _SELLING and not _is_harmless(each.rule, text, each.start, each.end)
        for each in report.findings
    )


def is_about_money(text: str) -> bool:
    return bool(_MONEY.search(fold_text(text)))


def is_about_yours(text: str) -> bool:
    """Whether it speaks of something of the receiver's that not everybody has."""
    return bool(_YOURS.search(fold_text(text)))


def _is_harmless(rule: str, text: str, start: int, end: int) -> bool:
    sentence = fold_text(_sentence_around(text, start, end))
    if _MONEY.search(sentence):
        return False
    is_shown = rule == "taking/offer-to-sell" and bool(_TO_SHOW.search(sentence))
    return is_shown or rule == "taking/money-promise"


def _sentence_around(text: str, start: int, end: int) -> str:
    begin = max((each.end() for each in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, end)
    return text[begin : after.start() if after else len(text)]
