"""For somebody who works with children and worries about a colleague, or about the boss. Each place of work has its
own duty. Part of the region for professionals.
"""

from flows import N_
from flows.screen import Copy, Link, Numbers, Points, Screen, back, begin, to

# Ways that stand on many pages, with labels short enough to share a row.
BOSS = to("pro_coll_boss", N_("Het is mijn baas"))
SAY = to("pro_coll_say", N_("Wat zeg ik?"))
NEXT = to("pro_coll_next", N_("En daarna?"))
OWNER = to("pro_coll_owner", N_("Het is de houder"))

DOUBT = N_("Twijfel je? Bel Veilig Thuis: {veilig_thuis}.")

SCREENS = (
    Screen(
        "pro_colleague",
        N_("Zorgen over een collega"),
        N_(
            "Denk je dat een collega een kind kwaad doet? Je hoeft het niet zeker te weten. "
            "Praat er niet over met die collega, en onderzoek niets."
        ),
        N_("Waar werk je? Staat het er niet bij? Bel de politie, {police}, of vraag advies:"),
        Numbers("veilig_thuis"),
        short=N_("Een collega"),
        source="guide.md; §1.1 (1.22), §1.3, §13; §16 (16.5)",
        ways=[
            to("pro_coll_school", N_("Op een school")),
            to("pro_coll_daycare", N_("Kinderopvang")),
            to("pro_coll_sport", N_("Bij een club")),
            to("pro_coll_care", N_("Zorg, jeugdhulp")),
            BOSS,
            SAY,
            back("work", name="up"),
            begin(),
        ],
    ),
    Screen(
        "pro_coll_school",
        N_("Een collega op school"),
        N_(
            "Denk je aan seksueel misbruik van een leerling door iemand van de school? "
            "Zeg het direct tegen het bestuur. Dat moet van de wet. Het bestuur overlegt met de vertrouwensinspecteur."
        ),
        N_("Gaat het over het bestuur, of over ander geweld? Bel zelf:"),
        Numbers("vertrouwensinspecteur", "police"),
        source="§8",
        ways=[SAY, NEXT, BOSS, back("pro_colleague")],
    ),
    Screen(
        "pro_coll_daycare",
        N_("Een collega in de opvang"),
        N_(
            "Denk je aan mishandeling of seksueel misbruik door iemand van de opvang? "
            "Zeg het direct tegen de houder, de baas. Dat moet van de wet. "
            "De houder overlegt met de vertrouwensinspecteur."
        ),
        N_("Is het de houder? Dan moet je naar de politie. De inspecteur denkt mee:"),
        Numbers("police", "vertrouwensinspecteur"),
        source="§8",
        ways=[SAY, BOSS, OWNER, back("pro_colleague")],
    ),
    Screen(
        "pro_coll_sport",
        N_("Bij een sportclub"),
        N_(
            "Zit je in het bestuur van een club van NOC*NSF? "
            "Denk je aan seksueel misbruik of seksuele intimidatie: ongewenst seksueel gedrag? "
            "Meld het bij je sportbond. Dat is daar verplicht."
        ),
        N_(
            "Ben je trainer? Zeg het meteen tegen het bestuur. Vraag de bond of jij ook moet melden. "
            "Is het iemand van het bestuur? Ga naar Centrum Veilige Sport. Je naam hoeft niet."
        ),
        Link("veilige_sport"),
        N_("Ander geweld? Bel de politie: {police}."),
        source="§8; §16 (16.2)",
        ways=[SAY, to("pro_volunteer"), back("pro_colleague")],
    ),
    Screen(
        "pro_coll_care",
        N_("Een collega in de zorg"),
        N_(
            "Zeg het direct tegen je leiding. De organisatie moet geweld melden bij de inspectie voor zorg en jeugd. "
            "Is het je leiding? Het Landelijk Meldpunt Zorg van de inspectie denkt mee, ook zonder je naam."
        ),
        Link("meldpunt_zorg"),
        N_("Iets strafbaars gebeurd? Bel:"),
        Numbers("police"),
        DOUBT,
        source="§16 (16.3, 16.5, 16.8)",
        ways=[SAY, BOSS, back("pro_colleague")],
    ),
    Screen(
        "pro_coll_boss",
        N_("Als het mijn baas is"),
        N_("Dan hoef je niet naar je baas:"),
        Points(
            N_("Opvang: is het de houder? Dan moet je naar de politie."),
            N_("School: inspecteur of politie."),
            N_("Sport: Centrum Veilige Sport."),
            N_("Zorg: Landelijk Meldpunt Zorg."),
        ),
        N_("Bang voor je baan? Zeg dat als je belt:"),
        Numbers("police", "vertrouwensinspecteur"),
        source="§8; §16 (16.1, 16.2, 16.3)",
        ways=[SAY, NEXT, OWNER, back("pro_colleague")],
    ),
    Screen(
        "pro_coll_owner",
        N_("Als het de houder is"),
        N_("Is het de houder van de kinderopvang? Dan moet je van de wet zelf naar de politie. Zeg:"),
        Copy(N_("Ik werk in de opvang. Het gaat om de houder. Wat moet ik nu doen?")),
        N_("De vertrouwensinspecteur denkt ook mee:"),
        Numbers("police", "vertrouwensinspecteur"),
        source="§8; §16 (16.1, 16.5)",
        ways=[NEXT, back("pro_colleague")],
    ),
    Screen(
        "pro_coll_say",
        N_("Wat zeg ik als ik bel?"),
        N_("Bel waar je collega's je niet horen. Begin zo:"),
        Copy(N_("Ik maak me zorgen over een kind en iemand op mijn werk. Ik wil eerst advies.")),
        N_(
            "Vertel wat je zag of hoorde, en wanneer. Is het je baas? Zeg dat meteen. "
            "De houder van de opvang? Bel de politie: {police}."
        ),
        Numbers("vertrouwensinspecteur"),
        short=N_("Wat zeg ik?"),
        source="§5; §8; §16 (16.1, 16.5)",
        ways=[NEXT, BOSS, OWNER, back("pro_colleague")],
    ),
    Screen(
        "pro_coll_next",
        N_("Wat gebeurt er daarna?"),
        N_("Op een school of in de opvang gaat het zo:"),
        Points(
            N_("De inspecteur geeft advies. Die hoeft zelf geen aangifte te doen."),
            N_("Is er goede reden om aan seksueel misbruik te denken? Dan moet het bestuur naar de politie."),
            N_("In de opvang moet de houder dat ook bij mishandeling."),
        ),
        N_("Vraag vooraf wie jouw naam hoort. Zie je weer iets? Bel opnieuw."),
        Numbers("vertrouwensinspecteur"),
        source="§8; §16 (16.1, 16.6)",
        ways=[SAY, BOSS, back("pro_colleague")],
    ),
)
