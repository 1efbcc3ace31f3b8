"""Tables as the usual programs write them, in the languages in which they do."""

from __future__ import annotations

import pytest

from redleaf.contacts.contact import Address, Extra, Occasion, Relation, Role
from redleaf.contacts.names import NameParts
from tests.formats.people_tables import columns, labels, only, read, values

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,File As,Organization Name,"
    "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
    "E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
    "Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,Event 1 - Label,"
    "Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value\n"
)
TOVE = (
    'Tove,,Lind,,Tovi,"Lind, Tove",Kiln & Co,Potter,Glazes,1980-04-02,"blue\nglaze",,'
    "* myContacts ::: Fair,* Work,tove@kiln.example,Home,tove@home.example ::: t@home.example,"
    'Mobile,+46 70 123 45 67,Home,"Hamnen 1\nLund",Hamnen 1,Lund,Spouse,Ugo Rao,Blog,'
    "https://kiln.example/blog,Anniversary, --05-12,Shoe,42\n"
)


def test_it_reads_googles_new_table() -> None:
    tove = only(GOOGLE + TOVE)
    assert (tove.name, tove.parts) == ("Tove Lind", NameParts("Tove", "Lind"))
    assert labels(tove, "email") == {
        "tove@kiln.example": "Work",
        "tove@home.example": "Home",
        "t@home.example": "Home",
    }
    assert [each.is_preferred for each in tove.identities_of("email")] == [True, False, False]
    assert labels(tove, "phone") == {"+46701234567": "Mobile"}
    assert tove.roles == (Role("Kiln & Co", "Potter", "Glazes"),)
    assert tove.addresses == (
        Address("Home", street="Hamnen 1", city="Lund", whole="Hamnen 1\nLund"),
    )
    assert tove.occasions == (
        Occasion("birthday", "1980-04-02"),
        Occasion("anniversary", "--05-12"),
    )
    assert tove.relations == (Relation("Spouse", "Ugo Rao"),)
    assert (tove.notes, tove.tags) == (("blue\nglaze",), ("Fair",))
    assert set(tove.extras) == {Extra("csv", "Shoe", "42"), Extra("csv", "File As", "Lind, Tove")}


def test_it_reads_googles_old_table() -> None:
    tove = only(
        "Name,Given Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
        "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 2 - Name\n"
        "Tove Lind,Tove,Lind,,* Friends ::: * myContacts,* Home,t@kiln.example,,Kiln,Potter,Fair\n"
    )
    assert (tove.name, tove.tags) == ("Tove Lind", ("Friends",))
    assert tove.roles == (Role("Kiln", "Potter"), Role("Fair"))
    assert labels(tove, "email") == {"t@kiln.example": "Home"}


OUTLOOK = {
    "en": (
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,"
        "Business Street,Business Street 2,Business City,Business Postal Code,"
        "Business Country/Region,Business Fax,Business Phone,Business Phone 2,Home Phone,"
        "Mobile Phone,Birthday,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,"
        "Gender,Notes,Web Page"
    ),
    "de": (
        "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,"
        "Straße geschäftlich,Straße geschäftlich 2,Ort geschäftlich,Postleitzahl geschäftlich,"
        "Land/Region geschäftlich,Fax geschäftlich,Telefon geschäftlich,Telefon geschäftlich 2,"
        "Telefon privat,Mobiltelefon,Geburtstag,E-Mail-Adresse,E-Mail-Typ,"
        "E-Mail: Angezeigter Name,E-Mail 2: Adresse,Geschlecht,Notizen,Webseite"
    ),
    "fr": (
        "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre1,Rue (bureau),"
        "Rue (bureau) 2,Ville (bureau),Code postal (bureau),Pays/Région (bureau),"
        "Télécopie (bureau),Téléphone (bureau),Téléphone 2 (bureau),Téléphone (domicile),"
        "Tél. mobile,Anniversaire,Adresse de messagerie,Type de messagerie,"
        "Nom complet de l'adresse de messagerie,Adresse de messagerie 2,Sexe,Notes,Page Web"
    ),
    "es": (
        "Tratamiento,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto,"
        "Calle del trabajo,Calle del trabajo 2,Ciudad de trabajo,Código postal del trabajo,"
        "País o región del trabajo,Fax del trabajo,Teléfono del trabajo,Teléfono del trabajo 2,"
        "Particular,Móvil,Cumpleaños,Dirección de correo electrónico,Tipo de correo electrónico,"
        "Nombre de pantalla de correo electrónico,Dirección de correo electrónico 2,Sexo,Notas,"
        "Página Web"
    ),
    "it": (
        "Titolo,Nome,Secondo nome,Cognome,Suffisso,Società,Reparto,Posizione,Via (uff.),"
        "Via (uff.) 2,Città (uff.),CAP (uff.),Paese/area geografica (uff.),Fax (uff.),"
        "Ufficio,Ufficio 2,Abitazione,Cellulare,Compleanno,Indirizzo posta elettronica,"
        "Tipo posta elettronica,Nome visualizzato posta elettronica,"
        "Indirizzo posta elettronica 2,Sesso,Notizie,Pagina Web"
    ),
    "pt": (
        "Título,Nome,Segundo nome,Apelido,Sufixo,Empresa,Departamento,Cargo,"
        "Rua da empresa,Rua da empresa 2,Cidade da empresa,Código postal da empresa,"
        "País/Região da empresa,Fax da empresa,Telefone da empresa,Telefone da empresa 2,"
        "Telefone da residência,Telemóvel,Data de nascimento,Endereço de correio eletrónico,"
        "Tipo de correio eletrónico,Nome a apresentar do correio electrónico,"
        "Endereço de correio eletrónico 2,Sexo,Notas,Página Web"
    ),
    "nl": (
        "Titel,Voornaam,Middelste naam,Achternaam,Achtervoegsel,Bedrijf,Afdeling,Functie,"
        "Werkadres straat,Werkadres straat 2,Werkadres plaats,Werkadres postcode,"
        "Werkadres land/regio,Fax op werk,Telefoon op werk,Telefoon op werk 2,Telefoon thuis,"
        "Mobiele telefoon,Verjaardag,E-mailadres,Type e-mail,Weergavenaam voor e-mail,"
        "E-mailadres 2,Geslacht,Notities,Webpagina"
    ),
}
CELLS = (
    "Dr.,Tove,Maj,Lind,,Kiln & Co,Glazes,Potter,Hamnen 1,Floor 2,Lund,22100,Sweden,+46 46 1,"
    "+46 46 12 34,+46 46 56 78,+46 46 90 12,+46 70 123 45 67,0/0/00,tove@kiln.example,SMTP,"
    "Tove Lind (tove@kiln.example),tove@home.example,Unspecified,blue,http://kiln.example\n"
)


@pytest.mark.parametrize("language", OUTLOOK)
def test_it_reads_outlooks_table(language: str) -> None:
    tove = only(f"{OUTLOOK[language]}\n{CELLS}")
    assert tove.parts == NameParts("Tove", "Lind", "Maj", "Dr.")
    assert values(tove, "email") == ["tove@kiln.example", "tove@home.example"]
    assert {"+46461234", "+46465678", "+46701234567"} <= set(values(tove, "phone"))
    assert labels(tove, "phone")["+46701234567"] == "mobile"
    assert tove.roles == (Role("Kiln & Co", "Potter", "Glazes"),)
    (address,) = tove.addresses
    assert (address.label, address.street, address.city) == ("work", "Hamnen 1\nFloor 2", "Lund")
    assert (address.postal_code, address.country) == ("22100", "Sweden")
    assert (tove.occasions, tove.notes) == ((), ("blue",))


@pytest.mark.parametrize(
    "header",
    [
        (
            "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,"
            "Mobile Number,Organization,Job Title,Birth Year,Birth Month,Birth Day,Custom 1"
        ),
        (
            "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,"
            "Sekundäre E-Mail-Adresse,Mobiltelefonnummer,Organisation,Stellenbezeichnung,"
            "Geburtsjahr,Geburtsmonat,"
            "Geburtstag: Tag,Benutzerdef. 1"
        ),
        (
            "Prénom,Nom de famille,Nom à afficher,Surnom,Adresse électronique principale,"
            "Adresse électronique secondaire,Portable,Société,Fonction,Année de naissance,"
            "Mois de naissance,Jour de naissance,Divers 1"
        ),
    ],
    ids=["en", "de", "fr"],
)
def test_it_reads_thunderbirds_table(header: str) -> None:
    row = "Tove,Lind,Tove Lind,Tovi,tove@kiln.example,t@home.example,+46 70 1234567,Kiln,Potter,"
    tove = only(f"{header}\n{row}1980,4,2,glaze\n")
    assert (tove.name, tove.parts) == ("Tove Lind", NameParts("Tove", "Lind"))
    assert values(tove, "email") == ["tove@kiln.example", "t@home.example"]
    assert values(tove, "phone") == ["+46701234567"]
    assert tove.roles == (Role("Kiln", "Potter"),)
    assert tove.occasions == (Occasion("birthday", "1980-04-02"),)
    assert [each.value for each in tove.extras] == ["glaze"]


def test_it_reads_a_japanese_table_in_its_order_of_names() -> None:
    yamada = only(
        "姓,名,フリガナ,会社名,役職,電子メール アドレス,携帯電話\n"
        "山田,花子,ヤマダ ハナコ,窯工房,陶芸家,hanako@kiln.example,090-1234-5678\n"
    )
    assert (yamada.name, yamada.parts) == ("山田花子", NameParts("花子", "山田"))
    assert yamada.roles == (Role("窯工房", "陶芸家"),)
    assert labels(yamada, "phone") == {"09012345678": "mobile"}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Имя,Фамилия,Организация,Адрес эл. почты,Телефон переносной", "Анна,Лунд"),
        ("Imię,Nazwisko,Firma,Adres e-mail,Telefon komórkowy", "Anna,Lund"),
        ("Jméno,Příjmení,Společnost,E-mailová adresa,Mobilní telefon", "Anna,Lund"),
        ("Förnamn,Efternamn,Företag,E-postadress,Mobiltelefon", "Anna,Lund"),
        ("Fornavn,Etternavn,Bedrift,E-postadresse,Mobiltelefon", "Anna,Lund"),
        ("Etunimi,Sukunimi,Yritys,Sähköpostiosoite,Matkapuhelin", "Anna,Lund"),
        ("Ad,Soyadı,Şirket,E-posta Adresi,Cep Telefonu", "Anna,Lund"),
        ("Utónév,Vezetéknév,Cég,E-mail cím,Mobiltelefon", "Anna,Lund"),
        ("名字,姓氏,公司,电子邮件地址,移动电话", "安娜,林"),
        ("이름,성,회사,전자 메일 주소,휴대폰", "안나,임"),
    ],
)
def test_it_knows_the_headers_of_other_languages(header: str, row: str) -> None:
    anna = only(f"{header}\n{row},Kiln,anna@kiln.example,+46 70 1234567\n")
    assert f"{anna.parts.given},{anna.parts.family}" == row
    assert (anna.role.organisation, values(anna, "email")) == ("Kiln", ["anna@kiln.example"])
    assert labels(anna, "phone") == {"+46701234567": "mobile"}


@pytest.mark.parametrize(
    ("header", "row"),
    [
        pytest.param(
            "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,"
            "Attendee Status,Company,Job Title",
            "123,2026-01-02,Tove,Lind,tove@kiln.example,1,Early,77,Checked In,Kiln,Potter",
            id="Eventbrite",
        ),
        pytest.param(
            "api_id,name,first_name,last_name,email,created_at,approval_status,qr_code_url,"
            "Company,What do you do?",
            "gst-1,Tove Lind,Tove,Lind,tove@kiln.example,2026-01-02T10:00:00Z,approved,"
            "https://lu.example/x,Kiln,pots",
            id="Luma",
        ),
        pytest.param(
            "First Name,Last Name,Email,Company,Headline,Registration Time,Ticket Name",
            "Tove,Lind,tove@kiln.example,Kiln,Potter at Kiln,2026-01-02 10:00,Early",
            id="Hopin",
        ),
        pytest.param(
            "Email Address,First Name,Last Name,Company,MEMBER_RATING,OPTIN_TIME,CONFIRM_IP,LEID",
            "tove@kiln.example,Tove,Lind,Kiln,2,2026-01-01 10:00:00,192.0.2.1,5",
            id="Mailchimp",
        ),
        pytest.param(
            "First,Middle,Last,Nickname,Email,Category,Home,Work,Company,Title,Comments",
            "Tove,,Lind,Tovi,tove@kiln.example,Fair,,+46 46 1234,Kiln,Potter,blue",
            id="Yahoo",
        ),
    ],
)
def test_it_reads_lists_of_guests_and_subscribers(header: str, row: str) -> None:
    tove = only(f"{header}\n{row}\n")
    assert (tove.name, tove.role.organisation) == ("Tove Lind", "Kiln")
    assert values(tove, "email") == ["tove@kiln.example"]


def test_it_keeps_a_column_it_does_not_know() -> None:
    tove = only("Name,Email,Booth colour\nTove Lind,tove@kiln.example,red\n")
    assert tove.extras == (Extra("csv", "Booth colour", "red"),)


def test_it_leaves_out_what_outlook_writes_into_every_row() -> None:
    header = "First Name,Last Name,E-mail Address,Priority,Sensitivity,Private,Gender\n"
    rows = "Tove,Lind,t@kiln.example,Normal,Normal,False,Unspecified\nUgo,Rao,,High,Normal,False,\n"
    tove, ugo = read(header + rows).contacts
    assert (tove.extras, ugo.extras) == ((), (Extra("csv", "Priority", "High"),))


def test_a_header_that_the_cells_contradict_is_kept_as_it_stands() -> None:
    found = columns("Name,Email,Email ok\nA B,a@x.example,yes\nC D,c@x.example,no\nE F,,no\n")
    assert [each.field for each in found] == ["name", "email", "extra"]
