"""Ten facts of each shape that a slot may ask for, all of invented people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

THINGS = [
    "the ferry that never turns round",
    "kilns fired with olive stones",
    "a donkey called Verdi",
    "honey from lime trees",
    "the second-hand market for cellos",
    "swarms and late frost",
    "BTU meters in old greenhouses",
    "a lock without a key",
    "the price of slate",
    "three umbrellas and one bridge",
]
SINGLE = [
    "the ferry that never turns round",
    "a donkey called Verdi",
    "the second-hand market for cellos",
    "a lock without a key",
    "the price of slate",
    "an oar made of two oars",
    "the swan on platform 3",
    "a kiln nobody lights",
    "the last rope walk in Ennis",
    "honey from lime trees",
]
QUESTIONS = [
    "why bells crack in spring",
    "how one dries slate",
    "whether moss keeps time",
    "what a weir is for",
    "which oar to trust",
    "who counts the swans",
    "where old ropes go",
    "when lime mortar is done",
    "how many umbrellas a bridge costs",
    "why nobody lights the kiln",
]
POINTS = [
    "that moss keeps better time than slate",
    "that bells need rest",
    "that a rope remembers",
    "that every weir is a promise",
    "that honey is a place",
    "that oars are furniture",
    "that slate forgives nobody",
    "that swans can count",
    "that frost is the best editor",
    "that old kilns should stay warm",
]
COUNSEL = [
    "she told me to charge by the hour",
    "he advised me not to oil the bell",
    "they urged me to count the swans twice",
    "he told me to leave the kiln alone",
    "she advised me to ask for less rope",
    "they told me to plant lime trees first",
    "she urged me to write it down",
    "he told me to sell the second boat",
    "they advised me to wait for frost",
    "she told me to trust the tide tables",
]
PAST = [
    "was Ines Quirke then",
    "ran the ferry office till 2019",
    "was an apprentice roofer then",
    "taught rowing until 2012",
    "was the one with the oboe",
    "kept the swans until 2015",
    "was Ines of the back row",
    "tuned bells for twenty years",
    "ran the rope walk till 2008",
    "was a lock keeper",
]
SENDABLE = [
    "a scan of the 1911 kiln plan",
    "recordings of three bells",
    "list of slate merchants",
    "my notes on lime mortar",
    "photos of the weir",
    "the tide tables for May",
    "a copy of the swan count",
    "two drawings of an oar",
    "the recipe for rope soap",
    "a map of the old wells",
]
OFFERS = [
    "two jars of lime honey",
    "a seat in the May workshop",
    "an hour of proofreading",
    "spare oars",
    "a bed for the night in Turku",
    "four cones of linen",
    "a walk round the weir",
    "an old loom",
    "two tickets for Salt Days",
    "a day in the slate yard",
]
DEEDS = [
    "carrying your boxes up the stairs",
    "proofreading your slate catalogue",
    "tuning your piano",
    "minding the bees in May",
    "counting the swans with you",
    "mending your oars",
    "reading your draft on rope",
    "driving you to the weir",
    "showing you the old kiln",
    "translating the tide tables",
]
ACQUAINTANCES_KNOWN = [
    f"introduction to {who}"
    for who in (
        "Bram Oyelaran, who carves spoons",
        "Ngozi Bell, who tunes harps",
        "Selma Ünal, who restores rope bridges",
        "Dr. Ida van der Berg, who maps peat",
        "Tadeusz Mroczek, who keeps goats",
        "Ana-Lucía Paz, who casts bells",
        "Wei Lindqvist, who binds books",
        "Ruth Achterberg, who grinds lenses",
        "Iñaki Sol, who bakes with acorns",
        "Prof. Mina Tal, who counts moths",
    )
]
ACQUAINTANCES = [
    f"introduction to {who}"
    for who in (
        "Bram Oyelaran at Kiln House",
        "Ngozi Bell",
        "Selma Ünal at Museum of Rope",
        "Dr. Ida van der Berg",
        "Tadeusz Mroczek",
        "Ana-Lucía Paz at the glass market",
        "Kieran O'Brien",
        "Wei Lin at Leith Library",
        "Noor Haddad",
        "Mikko Laine at the Turku yard",
    )
]
PROMISED = [
    "send the list of slate merchants",
    "send you the jam recipe",
    "forward three photos of the weir",
    "send over the oar drawings",
    "send the tide tables",
    "send my notes on lime mortar",
    "email the swan count",
    "send two recordings of bells",
    "share the map of old wells",
    "send the rope catalogue",
]
DUE = [
    f"send the {what} by {when}"
    for what, when in (
        ("tide tables", "Friday"),
        ("swan count", "Monday"),
        ("jam recipe", "Sunday"),
        ("oar drawings", "tomorrow"),
        ("slate prices", "Thursday"),
        ("kiln plan", "Tuesday"),
        ("bell recording", "Wednesday"),
        ("rope catalogue", "Saturday"),
        ("weir photos", "the end of the month"),
        ("list of wells", "next week"),
    )
]
LED_BY_THEM = [
    "your lecture on bells",
    "your workshop at Salt Days",
    "your talk about rope",
    "your class on slate",
    "your reading in Ennis",
    "your demo of the tide clock",
    "your lecture at Leith Library",
    "your workshop on oars",
    "your talk at the Open Kiln Evening",
    "your presentation on wells",
]
BY_CHANCE = [
    "ten minutes on the pier",
    "two hours on a train",
    "five minutes at the lock",
    "half an hour in a queue",
    "twenty minutes under a bridge",
    "three hours on the ferry",
    "an hour in the waiting room",
    "ten minutes at the weir",
    "two minutes in a lift",
    "an afternoon in the slate yard",
]
NAMED = [
    "Salt Days",
    "Wool & Weather 2026",
    "14th Congress of Bell Founders",
    "Where Next?",
    "Open Kiln Evening",
    "Rope & River",
    "Swan Count 2026",
    "Turku Book Fair",
    "Museum Night",
    "Nordic Slate Forum",
]
LONG_AGO = [
    "2023-05-04", "2021-11-30", "2019-07-07", "2016-02-29", "2012-10-01", "2008-04-18",
    "2004-03-03", "1999-12-31", "1988-08-08", "1977-06-30",
]  # fmt: skip
PEOPLE = [
    "Ngozi Bell", "Bram Oyelaran", "Selma Ünal", "Kieran O'Brien", "Dr. Ida van der Berg",
    "Tadeusz Mroczek", "Ana-Lucía Paz", "Mikko", "Wei Lin", "Aunt Remei",
]  # fmt: skip
READABLE = [
    ("article", "The quiet kiln", "Slate Quarterly"),
    ("book", "Rope", "Lock Press"),
    ("paper", "Lime mortar in frost", "Journal of Mortar"),
    ("post", "How to oil an oar", "Mastodon"),
    ("article", "Swans, counted", "River News"),
    ("book", "Bells need rest", "Turku Press"),
    ("essay", "A lock without a key", "Slate Quarterly"),
    ("post", "Why I left the weir", "LinkedIn"),
    ("article", "Nine oars", "Museum Letter"),
    ("paper", "Frost and late swarms", "Bee Letters"),
]
PLANS = [
    "her plan to row to Skerries in March",
    "your search for a quiet kiln",
    "his attempt to count every swan",
    "her project on rope in wartime",
    "your move to the lighthouse",
    "your quest for honey that sets",
    "their campaign for the night ferry",
    "his plans for the old weir",
    "your slow hunt for a cello case",
    "her plan to leave banking for bees",
]
DOINGS = [
    "growing saffron under glass",
    "counting swans from a kayak",
    "drying slate in a cellar",
    "tuning bells by ear",
    "baking with acorn flour",
    "teaching weaving to sailors",
    "reading tide tables aloud",
    "mending oars in winter",
    "firing a kiln with olive stones",
    "keeping bees on a roof",
]
SHAPES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "topics": {
        "thing_one": SINGLE, "thing": THINGS, "favour_thing": THINGS, "question": QUESTIONS,
        "point": POINTS, "counsel": COUNSEL, "plan": PLANS, "doing": DOINGS,
    },
    "offers": {
        # First: what a frame asks of them beside their name, every such offer has.
        "acquaintance_who": ACQUAINTANCES_KNOWN,
        "sendable": SENDABLE, "deed": DEEDS, "offer": OFFERS, "acquaintance": ACQUAINTANCES,
        "acquaintance_named": ACQUAINTANCES, "acquaintance_name": ACQUAINTANCES,
    },
    "promises": {"due": DUE, "owed": PROMISED, "promised": PROMISED, "owed_by_hand": PROMISED},
}  # fmt: skip
