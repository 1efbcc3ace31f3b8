"""What the kind of an encounter, or of something noticed, bears out by itself."""

from __future__ import annotations

IMPLIED = {
    "conference": "conference congress event meetup met panel stand hall stage booth hallway "
    "corridor days",
    "talk": "talk lecture audience listened heard keynote presentation hall speaker stage "
    "sat session spoke",
    "class": "class course lesson school classmate classmates classroom studied workshop "
    "evening pupils",
    "coffee": "coffee cafe cup espresso",
    "meal": "lunch dinner meal breakfast supper ate table food brunch restaurant",
    "call": "call telephone phone called rang line video zoom",
    "online": "online thread comment comments post posted wrote forum chat channel internet "
    "typed replied answered thread",
    "work": "work worked colleague colleagues team office project coworker together",
    "neighbour": "neighbour neighbours neighbor neighbors street house stairs staircase next",
    "family": "family cousin relative relatives wedding kin related",
    "introduction": "introduction introduced connected touch",
    "article": "article piece essay text read wrote written author column report story reported",
    "post": "post piece text read wrote written posted thread",
    "book": "book read wrote written author pages chapter novel",
    "paper": "paper study read wrote written author research article",
    "video": "video film watched recording saw",
    "podcast": "podcast episode listened heard interview recording",
    "interview": "interview read heard listened",
    "project": "project built made building",
    "exhibition": "exhibition show saw visited museum gallery",
    "course": "course class lessons",
}
