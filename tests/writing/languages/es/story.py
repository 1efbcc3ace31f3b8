"""What the Spanish drafts of the tests are made of, all of invented people."""

from __future__ import annotations

from tests.writing.languages.stories import Story

STORY = Story(
    code="es",
    boats={
        "kind": "conference",
        "on": "2026-11-12",
        "event": "Jornadas de Carpintería de Ribera",
        "place": "Laredo",
        "topics": ["el aceite de linaza que nunca se seca"],
        "said": "quien lija piensa",
    },
    sender={
        "name": "Pilar Sanz",
        "headline": "restaura botes de remos",
        "offers": ["planos de una trainera de 1931"],
    },
    formal_name="Robin Maier",
    school="promoción del 77 del instituto de Ronda",
    school_topics=["la balsa de bidones"],
    call_topics=["el embarcadero del norte"],
    kindness="que diera de comer a mi gata",
    ask="¿el roble verde necesita agujeros guía?",
    senior="Profesora Solveig Aasgaard",
    talk="su charla en las Tardes de Madera",
    talk_topic="que la madera verde perdona más que la seca",
    invitation="su invitación",
    promise="enviarle la lista de precios antes del lunes",
    article=("La última cabina", "El Faro del Norte"),
    introduced_name="Sr. Dr. Augusto Mbeki",
    introduced_topic="turnos de noche que dejan dormir",
    tie="los dos cantamos en el coro de Laredo",
    familiar=r"(?i)\b(?:tú|tus?|te|ti|contigo|dijiste|puedes|quieres)\b",
    polite=r"(?i)\b(?:usted|su|sus|suyas)\b",
    asks_who="conocemos",
    salutation="Estimada profesora Aasgaard:\n\n",
    closing=r"(?:Atentamente|Un cordial saludo),\nPilar Sanz$",
    default_text="Me gustaría añadirte a mi red profesional en LinkedIn.",
    slip="olicitud|botón|pulgar",
    introduction="contacto con Dana Ruiz de Skutt",
    private_topics=["el divorcio", "la quimio"],
    private_words="divorcio|quimio",
    things=("brújulas viejas", "el muelle", "la regata", "un bote", "barniz y aceite"),
    wheres=("del norte", "con heladas", "sin motor", "de la posguerra", "de Laredo", "en invierno"),
)
