"""Spanish facts of every shape, all of invented people."""

from __future__ import annotations

from tests.writing.languages.scenes import Facts

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

FACTS = Facts(
    code="es",
    sender="Inés Duarte",
    company="Pizarras e Hijos",
    names=NAMES,
    topics=TOPICS,
    events=EVENTS,
    places=PLACES,
    said=SAID,
    offers=OFFERS,
    promises=PROMISES,
    shared=SHARED,
    headlines=HEADLINES,
    works=WORKS,
    minutes=["diez minutos en el muelle", "dos horas en el tren"],
    theirs=["su charla sobre campanas", "taller de Mira Holt", "su visita guiada"],
    invitation="su invitación",
    kindnesses=["que me prestara la escalera"],
    kindness_gap=":deed}",
    question="¿cómo aguanta el barro en invierno?",
    indirect_question="si basta con corcho en el techo",
)
