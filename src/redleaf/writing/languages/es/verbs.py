"""Verbs: from "repara" to "reparo", from "prestó" to "prestar", from "reman" to "remamos"."""

from __future__ import annotations

import re

_FIRST = {
    "es": "soy", "hace": "hago", "tiene": "tengo", "da": "doy", "va": "voy", "está": "estoy",
    "dice": "digo", "sabe": "sé", "pone": "pongo", "sale": "salgo", "trae": "traigo",
    "compone": "compongo", "mantiene": "mantengo", "rehace": "rehago", "propone": "propongo",
    "viene": "vengo", "ve": "veo", "oye": "oigo", "cuece": "cuezo", "tuerce": "tuerzo",
    "ejerce": "ejerzo", "vence": "venzo", "mece": "mezo", "intenta": "intento", "elige": "elijo",
    "quiere": "quiero", "puede": "puedo", "hornea": "horneo", "distingue": "distingo",
}  # fmt: skip
_INFINITIVES = {
    "trajo": "traer", "dio": "dar", "hizo": "hacer", "vino": "venir", "dijo": "decir",
    "puso": "poner", "vendió": "vender", "recogió": "recoger", "leyó": "leer", "abrió": "abrir",
    "escribió": "escribir", "consiguió": "conseguir", "cogió": "coger", "ofreció": "ofrecer",
    "subió": "subir", "cosió": "coser", "tradujo": "traducir", "estuvo": "estar",
    "tuvo": "tener", "acogió": "acoger", "respondió": "responder", "atendió": "atender",
}  # fmt: skip
_WISHED = {
    "diera": "dar", "trajera": "traer", "hiciera": "hacer", "viniera": "venir",
    "escribiera": "escribir", "recogiera": "recoger", "leyera": "leer", "abriera": "abrir",
    "acogiera": "acoger", "cosiera": "coser", "subiera": "subir", "consiguiera": "conseguir",
    "dijera": "decir", "pusiera": "poner", "ofreciera": "ofrecer", "atendiera": "atender",
}  # fmt: skip
_YOU_DID = {
    "trajiste": "traer", "diste": "dar", "hiciste": "hacer", "viniste": "venir",
    "dijiste": "decir", "pusiste": "poner", "vendiste": "vender", "recogiste": "recoger",
    "leíste": "leer", "abriste": "abrir", "escribiste": "escribir", "cogiste": "coger",
    "conseguiste": "conseguir", "ofreciste": "ofrecer", "subiste": "subir", "cosiste": "coser",
    "tradujiste": "traducir", "acogiste": "acoger", "respondiste": "responder",
    "atendiste": "atender", "defendiste": "defender", "recibiste": "recibir",
}  # fmt: skip
_TOGETHER = {
    "son": "somos", "fueron": "fuimos", "tienen": "tenemos", "hacen": "hacemos", "leen": "leemos",
    "crecieron": "crecimos", "tejen": "tejemos", "cosen": "cosemos", "van": "vamos",
    "nacieron": "nacimos", "hicieron": "hicimos", "estuvieron": "estuvimos", "están": "estamos",
    "juegan": "jugamos", "conocen": "conocemos", "comen": "comemos", "creen": "creemos",
    "corren": "corremos", "venden": "vendemos", "aprenden": "aprendemos", "cuecen": "cocemos",
    "tuvieron": "tuvimos", "vuelan": "volamos", "entrenan": "entrenamos", "han": "hemos",
    "pertenecen": "pertenecemos", "vienen": "venimos", "cuentan": "contamos",
}  # fmt: skip
_NO_VERB = frozenset("para como hasta cerca contra sobre desde entre siempre donde hoy".split())


def first_person(word: str) -> str:
    """ "reparo" of "repara"; "" when it is no verb in the third person."""
    if word in _FIRST:
        return _FIRST[word]
    if word != word.lower() or len(word) < 4 or word in _NO_VERB or not re.search("[ae]$", word):
        return ""
    stem = word[:-1]
    if word.endswith(("oce", "ece", "uce")):
        return f"{stem[:-1]}zco"
    if word.endswith("ge"):
        return f"{stem[:-1]}jo"
    if word.endswith("gue"):
        return f"{word[:-2]}o"
    return f"{stem}o"


def infinitive_of(word: str) -> str:
    """ "prestar" of "prestó", "prestaste" or "prestara"; "" where it cannot be told."""
    if word in _INFINITIVES:
        return _INFINITIVES[word]
    if word in _WISHED:
        return _WISHED[word]
    if word in _YOU_DID:
        return _YOU_DID[word]
    if re.fullmatch(r"\w{2,}aste", word):
        return f"{word[:-4]}ar"
    if re.search(r"[^i\W]ó$", word):
        return f"{word[:-1]}ar"
    if word in ("envió", "cambió", "limpió", "copió"):
        return f"{word[:-1]}ar"
    return word[:-1] if re.fullmatch(r"\w{2,}ara", word) else ""


def together(word: str) -> str:
    """ "remamos" of "reman" and of itself; "" when it is no verb of many people."""
    if word.endswith("mos") and len(word) > 4:
        return word
    if word in _TOGETHER:
        return _TOGETHER[word]
    for ending, ours in (("aron", "amos"), ("ieron", "imos"), ("an", "amos"), ("en", "imos")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + ours
    return ""


def is_infinitive(word: str) -> bool:
    """Whether a word could be a verb that opens a deed: "cultivar", "enviarle"."""
    return bool(re.fullmatch(r"\w*[^\W\d_][aeií]r(?:me|te|le|la|lo|se|nos|les)?", word))
