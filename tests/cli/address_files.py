"""Small files with invented people, as phones and offices write them."""

from __future__ import annotations

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Anna Brandt
N:Brandt;Anna;;;
ORG:Weir Trust
TITLE:Warden
EMAIL:anna@weir.example
TEL;TYPE=CELL:+43 664 1234567
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Bo Lind
N:Lind;Bo;;;
NOTE:Knows every kiln.
END:VCARD
"""
TABLE = """First Name,Last Name,E-mail Address,Company
Anna,Brandt,anna@weir.example,Harbour Mill
Cleo,Roth,cleo@roth.example,
"""
DOUBTFUL = """First Name,Last Name,E-mail Address,Company
Anna,Brandt,brandt@home.example,Weir Trust
Dirk,Ost,dirk@ost.example,
"""
CONNECTIONS = """Notes:
"Addresses are missing where members do not share them."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Brandt,https://www.linkedin.com/in/anna-brandt,anna@weir.example,Lantern,Director,07 Jun 2026
Ines,Rol,https://www.linkedin.com/in/ines-rol,,Loom,Weaver,08 Jun 2026
"""
