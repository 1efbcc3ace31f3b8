"""How a formal letter begins in each language: with what is recorded, and no gender guessed."""

from __future__ import annotations

import pytest

from redleaf.writing.languages import language


@pytest.mark.parametrize(
    ("code", "name", "role", "salutation"),
    [
        ("de", "Frau Dr. Selma Ünal", "", "Sehr geehrte Frau Dr. Ünal"),
        ("de", "Hr. Dr. Kurt Beil", "", "Sehr geehrter Herr Dr. Beil"),
        ("de", "Herr Kieran O'Brien", "", "Sehr geehrter Herr O'Brien"),
        ("de", "Professorin Ida van der Berg", "", "Sehr geehrte Frau Professorin van der Berg"),
        ("de", "Dr.in Lea Moos", "", "Sehr geehrte Frau Dr. Moos"),
        ("de", "Dr. Ulrike Noor", "Leiterin des Archivs", "Sehr geehrte Frau Dr. Noor"),
        ("de", "Mika Sohn", "Therapeutin", "Sehr geehrte Frau Sohn"),
        ("de", "Dr. Thorben Noor", "Archivleiter", "Sehr geehrter Herr Dr. Noor"),
        ("de", "Dr. Ulrike Noor", "Archivleiter", "Guten Tag Dr. Ulrike Noor"),
        ("de", "Robin Maier", "Assistent der Direktorin", "Guten Tag Robin Maier"),
        ("de", "Volker Noor", "", "Guten Tag Volker Noor"),
        ("fr", "Mme Selma Ünal", "", "Madame"),
        ("fr", "M. Kieran O'Brien", "directeur du musée", "Monsieur le Directeur"),
        ("fr", "M. Paul Roy", "secrétaire du directeur", "Monsieur"),
        ("fr", "Mme Lia Roy", "directrice adjointe", "Madame"),
        ("fr", "Professeure Ida van der Berg", "", "Madame la Professeure"),
        ("fr", "Dr Noor Paz", "conservatrice", "Madame"),
        ("fr", "Dr Thibaut Lescaut", "directeur", "Monsieur le Directeur"),
        ("fr", "Jean-Luc Moreau", "maire", "Monsieur le Maire"),
        ("fr", "Claude Roy", "vice-présidente", "Madame"),
        ("fr", "Dominique Noor", "directeur", "Bonjour Dominique Noor"),
        ("fr", "Dr Camille Roy", "", "Bonjour Docteur Roy"),
        ("fr", "Me Anne Lac", "avocate", "Bonjour Maître Lac"),
        ("fr", "Robin Maillard", "", "Bonjour Robin Maillard"),
        ("es", "Dra. Selma Ünal", "", "Estimada Dra. Ünal"),
        ("es", "Sr. D. Kieran O'Brien", "", "Estimado Sr. O'Brien"),
        ("es", "Profesora Ida van der Berg", "", "Estimada profesora van der Berg"),
        ("es", "Ana Ruiz Peña", "directora del archivo", "Estimada Sra. Ruiz Peña"),
        ("es", "Carlos Noor", "director", "Estimado Sr. Noor"),
        ("es", "Dr. Carlos Noor", "", "Estimado Dr. Noor"),
        ("es", "Robin Maier", "director", "Buenos días, Robin Maier"),
        ("es", "Robin Maier", "asistente de la directora", "Buenos días, Robin Maier"),
        ("es", "Dr. Ulrike Noor", "", "Buenos días, Dr. Noor"),
        ("es", "Ing. Ana Mora", "", "Buenos días, Ing. Mora"),
        ("es", "Carlos Noor", "", "Buenos días, Carlos Noor"),
    ],
)
def test_it_says_what_is_recorded_and_guesses_no_gender(
    code: str, name: str, role: str, salutation: str
) -> None:
    assert language(code).formal_name(name, "", role) == salutation
