"""German: how its facts are read and said."""

from __future__ import annotations

import re

from redleaf.notes.regexes import regex
from redleaf.writing.languages.de.address import formal_name
from redleaf.writing.languages.de.readings import (
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
from redleaf.writing.languages.de.topics import is_private
from redleaf.writing.languages.language import Language

# The first words of frames that are no nouns: behind the comma of a greeting they are small.
_SMALL_FIRST = (
    "Wir|Ich|Mir|Mich|Uns|Du|Dir|Dich|Dein|Deine|Deinen|Danke|Es|Das|Der|Die|Den|Dem|Dass|Darf|"
    "Dürfte|Soll|Kann|Kannst|Magst|Möchten|Möchtest|Würde|Wäre|Wärst|Hättest|Seit|Nach|Bei|Beim|"
    "Auf|Aus|In|Im|An|Am|Von|Vom|Vor|Zu|Zum|Zur|Mit|Für|Über|Um|Unter|Wie|Was|Wer|Wo|Woher|Wenn|"
    "Falls|Als|So|Auch|Noch|Nun|Nur|Nicht|Nichts|Kein|Keine|Andere|Andern|Manche|Manchmal|Hier|Da|"
    "Dort|Damals|Inzwischen|Heute|Gern|Jetzt|Ob|Sollte|Beide|Beides|Unser|Unsere|Mein|Meine|Ein|"
    "Eine|Einen|Eines|Einer|Gut|Schön|Versprochen|Nebenbei|Übrigens|Ehrlich|Offen|Zwischen|Statt|"
    "Sobald|Bis|Ganz|Selten|Gelernt|Zuerst|Kurz|Wahrscheinlich|Hiermit|Diese|Dieser|Dieses|Leider|"
    "Verzeihung|Lieber|Hoffentlich|Wohl|Zwei|Drei|Jemand|Niemand|Immer|Weil|Damit|Daran|Darüber|"
    "Denn|Entschuldige|Entschuldigen|Verzeih|Geblieben|Welche|Welcher|Gilt|Bleibt|"
    "Eins|Weiterreden|Sag|Aufgefallen|Vielen|Verzeihen|Schöner|Dazu|Endlich|Und|Würden|Begegnet|"
    "Antworten|Gelesen|Gäbe|Hilfst|Schreiben|Könntest|Hätten|Erzähl|Man|Mitgeschrieben|Dank|Seitdem|Mehr|Ungefragt|Erst|Hilf|Möglich|"
    "Vielleicht|Können"
)

LANGUAGE = Language(
    code="de",
    title="German",
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
    is_private=is_private,
    nameless="jemandem",
    today="heute",
    # Whoever is called "du" gets no formal letter, whatever a frame says.
    spoken=regex(
        r"\b(?:[Dd](?:u|ich|ir|ein\w{0,2})|euch|hab|hast|bist|kannst|magst|[Hh]ilf(?:st)?|[Ee]rzähl|"
        r"[Vv]erzeih|[Ss]ag|hättest|könntest|möchtest|wärst|:du\w*|:dass)\b"
    ),
    relaxed=str,
    looks_back=regex(r"\b(?:seit|seither|seitdem|noch|geblieben|danach|inzwischen)\b", re.I),
    conversation=regex(
        r"\b(?:gesprochen|sprachen|gesprächs?|unterhalten|unterhielten|kaffee|telefoniert|"
        r"telefonat|gesagt)\b",
        re.IGNORECASE,
    ),
    keeps_capital=regex(rf"(?!(?:{_SMALL_FIRST})\b)|(?:Ihr|Ihre|Ihren|Ihnen|Sie)\b"),
    small_in=frozenset({"note", "letter", "card"}),
    common=frozenset(
        "habe haben hatte sind waren wäre würde gern auch noch nicht nichts mehr sehr über unter "
        "nach seit wenn dann dass sich mich mir dich dir ihnen ihre ihren ihrem dein deine deinem "
        "deinen einen eine einem einer eines mein meine unser unsere wir ich das die der den dem "
        "und für mit von vom beim auf aus bei wie was soll kann darf schön".split()
    ),
    genders="mfn",
)
