"""What the kind of an encounter, or of something noticed, bears out by itself."""

from __future__ import annotations

IMPLIED = {
    "conference": "tagung konferenz kongress messe congres colloque congreso conferencia feria "
    "conference congress event meetup met panel stand hall stage booth hallway "
    "corridor days",
    "talk": "vortrag vorlesung rede charla expose "
    "talk lecture audience listened heard keynote presentation hall speaker stage "
    "sat session spoke",
    "class": "kurs seminar unterricht cours stage curso clase taller "
    "class course lesson school classmate classmates classroom studied workshop "
    "evening pupils",
    "coffee": "kaffee coffee cafe cup espresso",
    "meal": "essen abendessen mittagessen diner dejeuner repas cena comida "
    "lunch dinner meal breakfast supper ate table food brunch restaurant",
    "call": "anruf telefonat telefon telefoniert appel telephone llamada "
    "call telephone phone called rang line video zoom",
    "online": "online thread comment comments post posted wrote forum chat channel internet "
    "typed replied answered thread",
    "work": "kollege kollegin arbeit collegue collegues colega trabajo "
    "work worked colleague colleagues team office project coworker together",
    "neighbour": "nachbar nachbarin voisin voisine vecino vecina "
    "neighbour neighbours neighbor neighbors street house stairs staircase next",
    "family": "hochzeit familie mariage famille boda familia "
    "family cousin relative relatives wedding kin related",
    "introduction": "introduction introduced connected touch",
    "article": "artikel beitrag articulo "
    "article piece essay text read wrote written author column report story reported",
    "post": "post piece text read wrote written posted thread",
    "book": "buch livre libro book read wrote written author pages chapter novel",
    "paper": "paper study read wrote written author research article",
    "video": "film video film watched recording saw",
    "podcast": "podcast episode listened heard interview recording",
    "interview": "interview read heard listened",
    "project": "project built made building",
    "exhibition": "exhibition show saw visited museum gallery",
    "course": "course class lessons",
}
