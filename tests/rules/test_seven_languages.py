"""What rules find and leave in German, French, Spanish, Italian, Portuguese and Dutch."""

from __future__ import annotations

import pytest

import redleaf
from redleaf.rules import Severity

FINDS = {
    "taking/offer-to-sell": [
        "Wie gewinnen Sie aktuell neue Kunden?",
        "Nous avons développé un outil qui automatise vos factures.",
        "¿Quién se encarga del marketing en tu empresa?",
        "Ho notato alcuni errori sul vostro sito.",
        "Desenvolvemos uma ferramenta que automatiza suas faturas.",
        "Wij helpen bedrijven aan meer klanten.",
    ],
    "taking/recruiter-set": [
        "Sind Sie offen für eine neue berufliche Herausforderung?",
        "Je recrute pour un client un directeur commercial.",
        "Tengo una vacante de director comercial para un cliente.",
        "Cerchiamo un capocantiere per un'azienda leader.",
        "Procuramos um mestre de obras para uma empresa líder.",
        "Voor een klant zoek ik een commercieel directeur.",
    ],
    "taking/money-promise": [
        "Lust auf ein zweites Standbein?",
        "Gagnez 2000 euros par mois depuis chez vous.",
        "Gana 2000 euros al mes desde casa.",
        "Guadagna 2000 euro al mese da casa.",
        "Ganhe 5000 reais por mês trabalhando de casa.",
        "Verdien 2000 euro per maand vanuit huis.",
    ],
    "taking/follow-up-chain": [
        "Haben Sie meine letzte Nachricht gelesen?",
        "Avez-vous eu le temps de lire mon précédent message ?",
        "¿Pudiste ver mi mensaje anterior?",
        "Le riscrivo perché non ho ricevuto risposta.",
        "Escrevo novamente porque não tive resposta.",
        "Ik mail nog een keer omdat ik niets heb gehoord.",
    ],
    "boring/expanding-a-network": [
        "Ich freue mich immer über neue Kontakte aus der Branche.",
        "Toujours ravi d'élargir mon réseau.",
        "Siempre es un placer conocer a nuevos profesionales.",
        "Sempre felice di conoscere nuovi professionisti.",
        "Sempre bom conhecer novos profissionais.",
        "Altijd leuk om nieuwe mensen te leren kennen.",
    ],
    "rude/insult": [
        "Ihr Verhalten ist unprofessionell.",
        "Pour qui vous prenez-vous ? Vous vous prenez pour qui ?",
        "¿Quién te crees que eres?",
        "Ma chi ti credi di essere?",
        "Quem você pensa que é?",
        "Wie denk je wel dat je bent?",
    ],
    "rude/sarcasm": [
        "Typisch, dass Sie sich nicht melden.",
        "Merci de daigner me répondre un jour.",
        "La gente como tú nunca contesta. Típico.",
        "Grazie per essersi degnato di rispondere.",
        "Esperava mais de você.",
        "Leuk dat je ook eens antwoordt.",
    ],
    "rude/guilt": [
        "Sie hätten wenigstens antworten können. Das ist das Mindeste.",
        "C'est la moindre des politesses de répondre.",
        "Al menos podrías contestar.",
        "Potresti almeno rispondere.",
        "Você podia pelo menos responder.",
        "Je zou op zijn minst kunnen antwoorden.",
    ],
    "rude/pressure": [
        "Ich warte seit Wochen auf Ihre Antwort.",
        "J'attends votre réponse depuis des semaines.",
        "Llevo semanas esperando tu respuesta.",
        "Perché non mi rispondi?",
        "Por que você não me responde?",
        "Waarom antwoord je niet?",
    ],
    "rude/demand": [
        "Antworten Sie endlich auf meine Nachricht!",
        "J'exige une réponse avant demain.",
        "Contéstame de una vez.",
        "Rispondimi subito.",
        "Me responda imediatamente.",
        "Ik eis voor morgen een antwoord.",
    ],
    "rude/presumption": [
        "Sie sollten mir dankbar sein.",
        "Vous devriez être flatté que je vous écrive.",
        "Deberías estar agradecido.",
        "Dovresti ringraziarmi per questo.",
        "Você devia se sentir honrado.",
        "Je mag blij zijn dat ik je schrijf.",
    ],
    "rude/threat": [
        "Wenn Sie nicht antworten, wende ich mich an Ihren Chef.",
        "Je vais en parler à votre direction si vous ne répondez pas.",
        "Si no contestas, hablaré con tu jefe.",
        "Se non rispondi, parlerò con il tuo capo.",
        "Se não responder, vou falar com o seu chefe.",
        "Als je niet reageert, bel ik je baas.",
    ],
    "untrue/leftover-slot": [
        "Hallo [Vorname], der Ofen ist heiß.",
        "Bonjour (prénom), le four est chaud.",
        "Hola {nombre}, el horno está caliente.",
        "Ciao #nome#, il forno è caldo.",
        "Olá $nome, o forno está quente.",
        "Beste «voornaam», de oven is heet.",
    ],
}
LEAVES = [
    "Ihr Service war sehr professionell, danke für Sonntag, Herr Brandt.",
    "Ich warte immer noch auf die Bahn in Kiel, komme gegen acht.",
    "Typisch Hamburg: seit Montag regnet es, und dein Schirm steht noch bei mir.",
    "Wer von euch hat am Sonntag den Kuchen gebacken? Grüße an Ida.",
    "Unsere Nachbarn in Kiel haben vierzig Bäume gepflanzt, seit du dort gesprochen hast.",
    "Votre accueil dimanche à Brest était parfait, et la tarte d'Ida encore plus.",
    "Tu peux être fier de ta chorale, c'était beau dimanche à Brest.",
    "J'attends le train à Rennes, j'arrive vers huit heures avec tes clés.",
    "Nous avons planté quarante arbres depuis votre conférence à Brest.",
    "Llevo meses esperando este libro, gracias por mandarlo desde Vigo.",
    "No tienes idea de cuánto me ayudó tu charla de Vigo.",
    "Tu trato fue muy profesional el domingo, gracias por llevar a Ida a casa.",
    "¿Quién hizo el pan del domingo en Vigo? Quiero la receta.",
    "Non hai idea di quanto mi sia servito il tuo consiglio a Torino.",
    "Il suo aiuto di domenica è stato molto professionale, grazie da Ida.",
    "Aspetto il treno a Torino, arrivo verso le otto con le tue chiavi.",
    "Você não faz ideia de como a sua palestra em Faro me ajudou.",
    "O seu atendimento foi muito profissional no domingo, obrigado pela Ida.",
    "Estou esperando o comboio em Faro, chego às oito com as tuas chaves.",
    "Je hulp van zondag was heel professioneel, groet van Ida uit Zwolle.",
    "Ik wacht op de trein in Zwolle en kom om acht uur met je sleutels.",
    "Wie heeft zondag in Zwolle dat brood gebakken? Ik wil het recept.",
    "You have no idea how much your talk in Turku helped me.",
    "Even my daughter knows your song by heart since Sunday in Turku.",
    "Next time try the soup at Ida's; on Friday it is fish.",
    "I don't expect you to remember me: we shared the night ferry to Turku.",
]


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in FINDS.items() for text in texts]
)
def test_it_hears_it_in_every_language(rule: str, text: str) -> None:
    assert rule in {finding.rule for finding in redleaf.check(text).findings}


@pytest.mark.parametrize("text", LEAVES)
def test_it_leaves_what_only_sounds_alike(text: str) -> None:
    report = redleaf.check(text)
    assert report.verdict not in ("default", "template", "pitch")
    assert not [each for each in report.findings if each.severity is not Severity.ADVICE]
