"""French: how its facts are read and said."""

from __future__ import annotations

import re

from redleaf.writing.languages.fr.address import formal_name
from redleaf.writing.languages.fr.readings import (
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
from redleaf.writing.languages.fr.topics import is_private
from redleaf.writing.languages.language import Language
from redleaf.writing.names import bare_name

LANGUAGE = Language(
    code="fr",
    title="French",
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
    nameless="quelqu'un",
    today="aujourd'hui",
    # Whoever is called "tu" gets no formal letter, whatever a frame says.
    spoken=re.compile(r"\b(?:tu|te|toi|ton|ta|tes|ça|:tu\w*)\b|\bt'|:tu", re.IGNORECASE),
    relaxed=str,
    looks_back=re.compile(r"\b(?:depuis|encore|toujours|resté|restée|restés|oublié)\b", re.I),
    conversation=re.compile(
        r"\b(?:parlé|parlions|conversation|discussion|discuté|échange|échangé|café|téléphone|dit|"
        r"disiez|disais)\b",
        re.IGNORECASE,
    ),
    keeps_capital=re.compile(r"LinkedIn\b"),
    small_in=frozenset({"note"}),
    common=frozenset(
        "avez avons avais avait nous vous elle mais plus pour avec sans dans cette votre notre "
        "leur être était étais suis sont comme bien même tout tous dont quand depuis chez merci "
        "encore entre aussi moins très peut puis fait faire avoir moi toi ton mes ses des les une "
        "est pas que qui sur par aux".split()
    ),
    genders="mf",
)
