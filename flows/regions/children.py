"""Worried about a child whose situation is a little different: another child hurts it, it cannot speak for itself, a
parent is ill or addicted, it takes care of somebody, or there are pictures online.
"""

from flows import N_
from flows.regions.bystander import CALL, NOTES, TALKING, TOLD
from flows.screen import Copy, Link, Numbers, Points, Screen, back, begin, to

# Ways that stand on some pages, with labels short enough to share a row.
CARER, ILL_PARENT = N_("Zorgt thuis"), N_("Zieke ouder")
PICTURES_WHO, POLICE = to("worried_pics_who", N_("Weghalen")), to("worried_pics_cops", N_("De politie"))

OTHERS = (
    Screen(
        "worried_which",
        N_("Andere zorgen om een kind"),
        N_("Kies wat het meest past. Past niets, of twijfel je? Bel dan Veilig Thuis."),
        Numbers("veilig_thuis"),
        short=N_("Andere zorgen"),
        source="§20; §21",
        ways=[
            to("worried_sibling"),
            to("worried_no_words", N_("Praat moeilijk")),
            to("worried_ill", ILL_PARENT),
            to("home_school", N_("Thuis en school")),
            to("worried_unborn", N_("Nog niet geboren")),
            to("worried_animals", N_("Ook dieren")),
            back("signals"),
            begin(),
        ],
    ),
    Screen(
        "worried_sibling",
        N_("Een kind doet een kind pijn"),
        N_(
            "Doet een broer, zus of ander kind een kind vaak pijn? Dan hebben ze allebei hulp nodig. "
            "Geef niemand de schuld, en praat niet over straf."
        ),
        N_("Gaat het om iets seksueels? Vraag niets, luister alleen. Vraag advies:"),
        Numbers("veilig_thuis", "sexual_violence"),
        short=N_("Ander kind"),
        source="§1.4; §3.1; §20 (20.1-20.3)",
        ways=[to("worried_sib_say", N_("Wat zeg ik?")), to("away_bully", N_("Pesten")), back("worried_which"), begin()],
    ),
    Screen(
        "worried_sib_say",
        N_("Woorden voor allebei"),
        N_("Zeg rustig tegen elk kind apart:"),
        Copy(N_("Ik wil dat jullie allebei veilig zijn. Daarom ga ik om hulp vragen.")),
        N_("Blijf in de buurt als ze samen zijn. Bel Veilig Thuis en vraag advies voor allebei."),
        N_("Is het je eigen kind? Hulp vragen is goed voor al je kinderen."),
        Numbers("veilig_thuis"),
        source="§5; §20 (20.1-20.3)",
        ways=[CALL, NOTES, back("worried_sibling"), begin()],
    ),
    Screen(
        "worried_no_words",
        N_("Een kind dat moeilijk praat"),
        N_(
            "Kan een kind niet goed zeggen wat er is? Kijk naar het lichaam en het gedrag. "
            "Denk niet te snel: dat hoort bij de beperking."
        ),
        N_("Jij kunt bellen. Vertel wie het kind goed begrijpt. Zeg:"),
        Copy(N_("Ik bel over een kind dat het zelf niet kan vertellen. Ik wil advies.")),
        Numbers("veilig_thuis"),
        short=N_("Praat moeilijk"),
        source="§2; §21 (21.1, 21.2)",
        ways=[NOTES, to("away_care", N_("In de zorg")), back("worried_which"), begin()],
    ),
    Screen(
        "worried_ill",
        N_("Een zieke ouder"),
        N_("Veel kinderen met een zieke of verslaafde ouder groeien goed op. Toch is het vaak zwaar. Zo'n kind:"),
        Points(N_("maakt zich zorgen of schaamt zich"), N_("zegt niets over thuis"), N_("neemt taken over")),
        N_("Praten helpt. Er zijn groepen voor deze kinderen. Vraag ernaar bij school, de huisarts of het wijkteam."),
        Numbers("veilig_thuis"),
        short=ILL_PARENT,
        source="§21 (21.3, 21.4)",
        ways=[to("worried_carer", CARER), TALKING, CALL, back("worried_which"), begin()],
    ),
    Screen(
        "worried_carer",
        N_("Een kind dat thuis zorgt"),
        N_(
            "Zorgt een kind voor een zieke ouder, broer of zus? Dat heet mantelzorg. "
            "Zelf vindt het dat vaak gewoon. Vraag eens:"
        ),
        Copy(N_("Jij doet thuis heel veel. Wie zorgt er voor jou?")),
        N_("School, het wijkteam of een steunpunt voor mantelzorg kan helpen. Komt het kind zelf tekort? Bel:"),
        Numbers("veilig_thuis"),
        short=CARER,
        source="§2 educational neglect; §21 (21.6)",
        ways=[to("worried_ill", ILL_PARENT), TALKING, back("worried_which"), begin()],
    ),
)

PICTURES = (
    Screen(
        "worried_pics",
        N_("Foto's of chats gevonden"),
        N_("Schrik je van iets op een telefoon? Blijf rustig. Het is niet de schuld van het kind."),
        Points(
            N_("Betaal niets. Stuur niets terug."),
            N_("Gooi niets weg. Noteer namen."),
            N_("Zoek niet verder, kopieer niets."),
            N_("Stuur niets door. Dat is strafbaar."),
        ),
        N_("Helpwanted helpt ook ouders, gratis:"),
        Numbers("helpwanted"),
        short=N_("Foto's online"),
        source="§1.4; §17 (17.1, 17.3, 17.4, 17.8)",
        ways=[to("worried_pics_say", N_("Wat zeg ik?")), PICTURES_WHO, POLICE, TOLD, back("signals"), begin()],
    ),
    Screen(
        "worried_pics_say",
        N_("Wat zeg ik tegen het kind?"),
        N_("Word niet boos en geef geen straf. Zeg:"),
        Copy(N_("Wat er ook is gebeurd, ik help je. Het is niet jouw schuld.")),
        N_("Luister, en vraag niet door. Bel dan samen. Zeg: iemand dreigt met foto's van mijn kind."),
        Numbers("helpwanted"),
        N_("Denkt je kind aan doodgaan? Bel {suicide_prevention}."),
        short=N_("Wat zeg ik?"),
        source="§1.4 (113); §3.1; §17 (17.3, 17.4, 17.7)",
        ways=[PICTURES_WHO, CALL, back("worried_pics"), begin()],
    ),
    Screen(
        "worried_pics_who",
        N_("Wie haalt het weg?"),
        N_("Helpwanted helpt om beelden weg te halen. Of het lukt, weet niemand vooraf."),
        Numbers("helpwanted"),
        N_(
            "Beelden van misbruik op een website? Geef het adres van de pagina aan Meldpunt Kinderporno. "
            "Je naam hoeft niet."
        ),
        Link("meldpunt_kinderporno"),
        N_("In een chat of op een telefoon? Bel de politie: {police}."),
        short=N_("Weghalen"),
        source="§17 (17.4, 17.8, 17.9)",
        ways=[POLICE, CALL, back("worried_pics"), begin()],
    ),
    Screen(
        "worried_pics_cops",
        N_("Naar de politie"),
        N_("Je mag naar de politie, ook als je bang bent of twijfelt. Vraag wat een aangifte voor het kind betekent."),
        Numbers("police"),
        N_(
            "Zoek en kopieer zelf niets. Dat kan hun werk storen. "
            "Zegt iemand online dat hij van de politie is? Geloof dat niet zomaar."
        ),
        short=N_("De politie"),
        source="§1.3 (1.53, 1.55); §17 (17.5, 17.6, 17.8)",
        ways=[PICTURES_WHO, NOTES, CALL, back("worried_pics"), begin()],
    ),
)

SCREENS = OTHERS + PICTURES
