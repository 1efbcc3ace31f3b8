"""What somebody who wants to keep the verifier busy would repeat."""

LONG_TEXTS = [
    "a ",
    '"',
    '"you said ',
    "I met you and ",
    "Porto Lisbon ",
    "three weeks ago ",
    "sound walks for blind visitors ",
    "your very very very old ",
    "twelve hundred thousand ",
    "Tomasz’ ",
]
