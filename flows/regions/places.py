"""Worried about a child somewhere other than home: school, day care, sport, church, a foster family, care.

Each place has its own duty and its own people to call, and every page says whom to call when the head of the place is
the one. `workplaces` says the same to somebody who works there.
"""

from flows import N_
from flows.regions.bystander import CALL, NOTES, TO_CHILD, TOLD
from flows.screen import Copy, Link, Numbers, Points, Screen, back, begin, to

# Ways that stand on many pages, with labels short enough to share a row.
SAY = to("not_at_home_say", N_("Wat zeg ik?"))
NEXT = to("not_at_home_next", N_("En daarna?"))

SHUT = N_("Nu dicht? Bel de politie: {police}.")

SCREENS = (
    Screen(
        "not_at_home",
        N_("Buiten het gezin"),
        N_(
            "Maak je je zorgen over een coach, leraar, oppas of begeleider? Praat er niet over met die persoon. "
            "Onderzoek niets. Schrijf op wat je zag."
        ),
        N_("Waar is het? Staat het er niet bij? Bel Veilig Thuis: {veilig_thuis}. Of de politie:"),
        Numbers("police"),
        short=N_("Andere plekken"),
        source="§1.1 (1.22), §1.3 (1.53), §16 (16.5); red line 6",
        ways=[
            to("away_school", N_("Op school")),
            to("away_daycare", N_("In de opvang")),
            to("away_sport", N_("In de sport")),
            to("away_faith", N_("Kerk of geloof")),
            to("away_care", N_("Zorg, pleeggezin")),
            SAY,
            back("more"),
        ],
    ),
    Screen(
        "away_school",
        N_("Op school"),
        N_(
            "Vertel het aan de directeur of de vertrouwenspersoon. "
            "Denk je aan seksueel misbruik? Dan moet de school meteen met de inspecteur praten."
        ),
        N_("Jij mag die ook zelf bellen, zeker als het de directeur is. Ook een leerling mag dat:"),
        Numbers("vertrouwensinspecteur"),
        SHUT,
        source="§8; §16 (16.1)",
        ways=[SAY, NEXT, to("away_bully", N_("Pesten")), NOTES, back("not_at_home"), begin()],
    ),
    Screen(
        "away_daycare",
        N_("In de kinderopvang"),
        N_(
            "Gaat het over iemand van de opvang? Vertel het aan de houder: de baas van de opvang. "
            "Bij mishandeling of seksueel misbruik moet die overleggen met de vertrouwensinspecteur."
        ),
        N_("Ouders mogen ook zelf bellen, zeker als het de houder is:"),
        Numbers("vertrouwensinspecteur"),
        SHUT,
        short=N_("In de opvang"),
        source="§8; §16 (16.1, 16.6)",
        ways=[SAY, NEXT, TOLD, NOTES, back("not_at_home"), begin()],
    ),
    Screen(
        "away_sport",
        N_("In de sport"),
        N_(
            "Vertel het aan de vertrouwenspersoon van de club, of aan het bestuur. "
            "Bij een club van NOC*NSF moet het bestuur een vermoeden van seksueel misbruik melden bij de sportbond."
        ),
        N_(
            "Is het iemand van het bestuur, of vertrouw je de club niet? Ga naar Centrum Veilige Sport. "
            "Je naam hoeft niet."
        ),
        Link("veilige_sport"),
        N_("Is er iets strafbaars gebeurd? Bel de politie: {police}."),
        source="§16 (16.2, 16.5)",
        ways=[SAY, NEXT, CALL, NOTES, back("not_at_home"), begin()],
    ),
    Screen(
        "away_faith",
        N_("In een kerk of geloofsgroep"),
        N_(
            "Vertel het aan iemand die je vertrouwt en die er los van staat. "
            "Denk je aan seksueel misbruik? Bel eerst de politie:"
        ),
        Numbers("police"),
        N_("SMPR is een meldpunt voor negen kerken. Het R.-K. Meldpunt is er voor de katholieke kerk."),
        Link("smpr"),
        Link("rk_meldpunt"),
        short=N_("Kerk of geloof"),
        source="§16 (16.5, 16.7); red line 12",
        ways=[SAY, CALL, back("not_at_home"), begin()],
    ),
    Screen(
        "away_foster",
        N_("In een pleeggezin"),
        N_(
            "Is een kind niet veilig in een pleeggezin? Bel Veilig Thuis, en praat met de organisatie die het gezin "
            "begeleidt. Praat niet eerst met de pleegouders."
        ),
        Numbers("veilig_thuis"),
        N_("Een pleegkind mag met Jeugdstem praten. Dat is gratis en staat los van het pleeggezin."),
        Link("jeugdstem"),
        short=N_("Pleeggezin"),
        source="§16 (16.4, 16.5)",
        ways=[SAY, NOTES, back("away_care", name="up"), begin()],
    ),
    Screen(
        "away_care",
        N_("In de zorg of jeugdhulp"),
        N_(
            "Gaat het over een instelling of begeleider? Vertel het daar aan de leiding. "
            "Is het de leiding zelf, of gebeurt er niets? Het Landelijk Meldpunt Zorg luistert en geeft advies. "
            "Je naam hoeft niet."
        ),
        N_("Jeugdstem is er voor het kind zelf, en voor ouders. Dat is gratis."),
        Link("meldpunt_zorg"),
        Link("jeugdstem"),
        N_("Is er iets strafbaars gebeurd? Bel de politie: {police}."),
        short=N_("In de zorg"),
        source="§16 (16.3, 16.4, 16.5)",
        ways=[to("away_foster", N_("Pleeggezin")), SAY, CALL, back("not_at_home")],
    ),
    Screen(
        "not_at_home_say",
        N_("Wat zeg ik als ik bel?"),
        N_("Zeker weten hoeft niet. Begin zo:"),
        Copy(N_("Ik maak me zorgen over een kind en over iemand die daar werkt. Ik wil advies.")),
        N_("Vertel wat je zelf zag of hoorde, en wanneer. Vraag: wat doe ik nu? Kan het kind er morgen heen?"),
        N_("Weet je niet wie je belt? Begin hier:"),
        Numbers("veilig_thuis"),
        short=N_("Wat zeg ik?"),
        source="§5; §16 (16.5)",
        ways=[NEXT, NOTES, back("not_at_home"), begin()],
    ),
    Screen(
        "not_at_home_next",
        N_("Wat gebeurt er daarna?"),
        N_("Op school en in de opvang gaat het vaak zo:"),
        Points(
            N_("De inspecteur luistert en adviseert."),
            N_("Is er goede reden om aan seksueel misbruik te denken? Dan moet het bestuur naar de politie."),
            N_("In de opvang moet de houder dat ook bij mishandeling."),
        ),
        N_("Vraag wat je terug hoort, en wie jouw naam hoort. Verandert er niets? Bel weer."),
        Numbers("vertrouwensinspecteur"),
        short=N_("En daarna?"),
        source="§8; §16 (16.1, 16.6)",
        ways=[SAY, CALL, back("not_at_home"), begin()],
    ),
    Screen(
        "away_bully",
        N_("Pesten op school"),
        N_("Elke school moet iets doen tegen pesten. Er is iemand voor ouders en leerlingen. Vraag op school:"),
        Copy(N_("Met wie kan ik praten over pesten, en wat doet de school?")),
        N_(
            "Is het heel erg en helpt de school niet? De vertrouwensinspecteur: {vertrouwensinspecteur}. "
            "Voor het kind zelf:"
        ),
        Numbers("kindertelefoon"),
        short=N_("Pesten"),
        source="§16 (16.1); §20 (20.4)",
        ways=[TO_CHILD, to("worried_sibling", N_("Wie pest")), back("away_school"), begin()],
    ),
)
