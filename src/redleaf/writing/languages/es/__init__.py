"""Spanish: how its facts are read and said."""

from __future__ import annotations

import re

from redleaf.writing.languages.es.address import formal_name
from redleaf.writing.languages.es.readings import (
    read_day,
    read_event,
    read_headline,
    read_offer,
    read_place,
    read_promise,
    read_tie,
    read_topic,
    read_work,
)
from redleaf.writing.languages.es.topics import is_private
from redleaf.writing.languages.language import Language
from redleaf.writing.names import bare_name

LANGUAGE = Language(
    code="es",
    title="Spanish",
    read_day=read_day,
    read_event=read_event,
    read_place=read_place,
    read_topic=read_topic,
    read_headline=read_headline,
    read_work=read_work,
    read_offer=read_offer,
    read_promise=read_promise,
    read_tie=read_tie,
    formal_name=formal_name,
    # "Le docteur Blum", "la Dra. Blum": the name alone needs no article.
    named=bare_name,
    is_private=is_private,
    nameless="alguien",
    today="hoy",
    # Whoever is called "tú" gets no formal letter, whatever a frame says.
    spoken=re.compile(
        r"\b(?:tú|tus?|te|ti|contigo|tuy[ao]s?|(?:envi|mand|pas|present|cont|pregunt|agradec|salud|conoc|escrib|encontr|ayud|ofrec|dec|ped|deb|tra|v|dej|le|tom)[aeií]rte(?:l[ao]s?)?|quieres|puedes|sabes|tienes|"
        r"conoces|dime|cuéntame|dijiste|escribiste|ibas|estás|eres|has|perdona|ayúdame|crees|"
        r"recuerdas|querrías|podrías)\b|:tu\w*\b"
    ),
    relaxed=str,
    looks_back=re.compile(r"\b(?:desde|todavía|aún|sigo|sigue|siguen|después)\b", re.IGNORECASE),
    conversation=re.compile(
        r"\b(?:hablamos|hablar|habló|conversación|charlamos|charla|café|llamada|contamos|dijiste|"
        r"dijo)\b",
        re.IGNORECASE,
    ),
    # Behind the comma of a greeting everything goes on small but what is a name.
    keeps_capital=re.compile(r"(?:LinkedIn)\b"),
    small_in=frozenset({"note"}),
    common=frozenset(
        "hola como cómo para pero porque cuando cuándo donde dónde desde hasta sobre entre todo "
        "todos todas nada algo muy más también todavía aquí estoy estás está estamos tengo tiene "
        "quiero quería puedo puede gracias bien esto esta este esos esas nuestro nuestra".split()
    ),
    genders="mf",
)
