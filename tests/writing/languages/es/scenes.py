"""Spanish scenes: briefs of invented people with facts of every shape, to fill every frame with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from redleaf.notes.brief import Brief
from redleaf.writing.phrasebook import Frame

TOPICS = [
    "el transbordador que nunca gira",
    "hornos con huesos de aceituna",
    "el viejo mareógrafo del muelle",
    "por qué las campanas se agrietan en primavera",
    "que el musgo mide el tiempo mejor que la pizarra",
    "miel de tilo",
    "un burro llamado Verdi",
    "cultivar azafrán bajo cristal",
    "enjambres y heladas tardías",
    "nuestra serie de mediciones",
]
EVENTS = [
    "Jornadas de la Sal",
    "el mercado del vidrio",
    "Noche de hornos abiertos",
    "hilo sobre relojes de marea",
    "Lana y Tiempo 2026",
    "noche de juegos",
    "la boda de Ngozi y Bram",
    "XIV Congreso de Campaneros",
    "en el paseo del puerto",
    "¿Adónde ahora?",
]
PLACES = [
    "Zoom",
    "el café del puerto",
    "andén 3",
    "Cádiz",
    "cocina de Selma",
    "Biblioteca de Leith",
    "New Ross",
    "tercer piso",
    "Menorca",
    "junto a la esclusa",
]
SAID = [
    "un horno lento perdona",
    "no te fíes de un pozo seco",
    "En este puente he perdido tres paraguas",
    "¿quién cuenta los cisnes?",
    "al final todo es cuerda",
    "the best maps are wrong",
    "nadie da las gracias al fontanero",
    "medir una vez, disculparse dos",
    "las abejas no leen calendarios",
    "el óxido es solo paciencia",
]
OFFERS = [
    "una copia del plano del horno de 1911",
    "dos tarros de miel de tilo",
    "contacto con Bram Oyelaran de Kiln House",
    "subirte las cajas por la escalera",
    "sitio en el curso de mayo",
    "grabaciones de tres campanas",
    "lista de pizarreros",
    "sus notas sobre mortero de cal",
    "una hora de corrección",
    "remos de repuesto",
]
PROMISES = [
    "enviarle la lista de pizarreros",
    "mandar la tabla de mareas antes del viernes",
    "presentarla a Bram Oyelaran",
    "prestarle el libro sobre campanas",
    "enseñarle el horno viejo",
    "la dirección de la cordelera",
    "reenviar tres fotos del azud",
    "preguntar a Ngozi por el telar",
    "enviar los dibujos de los remos",
    "buscar la receta de mermelada",
]
SHARED = [
    "remamos los dos en la ría",
    "antiguos alumnos de la Escuela de Arte de Cádiz",
    "los dos de Skerries",
    "el mismo huerto comunitario",
    "miembros del gremio de campaneros",
    "fuimos al mismo colegio en Ennis",
    "debilidad por los tejados de pizarra",
    "ambas criamos abejas",
    "los dos estudiamos neerlandés en Gante",
    "la línea 9",
]
HEADLINES = [
    "arregla pianos",
    "tejedora en Skerries",
    "enseña a colocar pizarra y escribe sobre ello",
    "archivero",
    "ingeniera de puentes | madre",
    "apicultor",
    "investiga musgos",
    "afino campanas",
    "aprendiz de tejadora, Pizarras e Hijos",
    "edita una pequeña revista sobre cuerdas",
]
WORKS = [
    ("article", "Brasas lentas", "Cuadernos de Pizarra"),
    ("talk", "Las campanas piden calma", "Ateneo de Ronda"),
    ("project", "el nuevo azud de Ennis", "La Ribera"),
    ("post", "Cómo se engrasa un remo", "Mastodon"),
    ("book", "Cuerdas", ""),
    ("podcast", "La hora del musgo", "Radio Skerries"),
    ("photo", "Cisnes, contados", "Instagram"),
    ("paper", "Lime mortar in frost", "Journal of Mortar"),
    ("repository", "tideclock", "GitHub"),
    ("exhibition", "Nueve remos", "Museo de la Cuerda"),
]
DAYS = [
    "2026-11-20",
    "2026-11-19",
    "2026-11-15",
    "2026-11-12",
    "2026-10-30",
    "2026-05-04",
    "2025-06-01",
    "2019-07-07",
    "2004-03-03",
    "1977-06-30",
]
NAMES = [
    "Mira Holt",
    "Dra. Selma Ünal",
    "李小龙",
    "Bo",
    "Sr. Kieran O'Brien",
    "Ana-Lucía Paz",
    "Dr. Ida van der Berg",
    "Noor",
    "Profesora Tadea Mroczek",
    "Robin Maier",
]


def scenes_for(frame: Frame) -> Iterator[Brief]:
    """Ten briefs that could use `frame`, each with a fact of another shape in every field."""
    kinds = sorted(frame.when.get("kinds", {"conference"}))
    aims = frame.when.get("aim")
    for number in range(10):
        yield scene(
            number,
            kinds[number % len(kinds)],
            **{key: min(frame.when[key]) for key in ("register", "known") if key in frame.when},
            aim=min(aims) if aims else "connect",
            needs=frame.when.get("needs", frozenset()) & {"minutes", "theirs"}
            | ({"asked_how"} if "{asked_how}" in frame.text else frozenset()),
            absent=frame.when.get("absent", frozenset()),
            thanks=":deed}" in frame.text,
            invited="at_event" not in frame.text,
        )


@cache
def scene(
    number: int,
    kind: str = "conference",
    *,
    register: str = "peer",
    aim: str = "connect",
    known: str = "recent",
    needs: frozenset[str] = frozenset(),
    absent: frozenset[str] = frozenset(),
    thanks: bool = False,
    invited: bool = True,
    limit: int | None = None,
    network: str = "linkedin",
) -> Brief:
    """One brief; `number` from 0 to 9 picks the shapes."""
    event = EVENTS[number]
    if "minutes" in needs:
        event = ["diez minutos en el muelle", "dos horas en el tren"][number % 2]
    if "theirs" in needs:
        event = ["su charla sobre campanas", "taller de Mira Holt", "su visita guiada"][number % 3]
    if aim == "answer" and invited:
        event = "su invitación"
    topic = "que me prestara la escalera" if thanks else TOPICS[number]
    encounter: dict[str, Any] = {
        "kind": kind,
        "on": DAYS[7 + number % 3] if known == "faded" else DAYS[number % 7],
        "event": ""
        if absent & {"event", "invitation"} or kind in ("call", "introduction")
        else event,
        "place": PLACES[number],
        "topics": [topic],
        "said": SAID[number],
        "introduced_by": "Ngozi Bell",
    }
    kind_of_work, title, where = WORKS[number]
    return Brief.from_json(
        {
            "today": "2026-11-20",
            "network": network,
            "limit": limit,
            "aim": aim,
            "recognition": known,
            "sender": {
                "name": "Inés Duarte",
                "headline": HEADLINES[number],
                "offers": [OFFERS[number]],
            },
            "recipient": {
                "name": "Mira Holt" if "theirs" in needs else NAMES[number],
                "register": register,
                "language": "es",
                "company": "Pizarras e Hijos",
            },
            "encounters": [encounter],
            "noticed": [{"kind": kind_of_work, "title": title, "where": where}],
            "shared": [SHARED[number]],
            "mutual": ["Ngozi Bell"],
            "promises": [PROMISES[number]],
            "ask": "si basta con corcho en el techo"
            if "asked_how" in needs
            else "¿cómo aguanta el barro en invierno?",
        }
    )
