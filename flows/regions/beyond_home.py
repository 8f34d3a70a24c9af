"""I am under 18, and it is not (only) about home: school, sport, a brother, the place I live in, pictures, or a parent
who is ill. Part of the region for children.
"""

from flows import N_
from flows.screen import Copy, Link, Numbers, Points, Screen, WhenOpen, back, begin, to

# Ways and sentences that stand on many pages; labels short enough to share a row.
CLOSED = N_("Dicht? Bel Veilig Thuis: {veilig_thuis}.")
WHO = to("child_who", N_("Wie zeg ik het?"))
THEN = to("child_then", N_("Doorvertellen?"))
DARK = to("child_dark", N_("Ik kan niet meer"))
TOUCH = to("child_touch", N_("Over aanraken"))
NOW_FOR_ME = to("child_pics_help", N_("Wie is er nu?"))
SAY = to("child_pics_say", N_("Wat zeg ik?"))
POLICE = to("child_pics_cops", N_("De politie"))
AWAY = to("child_pics_gone", N_("Foto's weghalen"))

PLACES = (
    Screen(
        "child_where",
        N_("Wie doet het?"),
        N_("Ook iemand die jij aardig vindt, kan iets doen wat niet mag. Het is niet jouw schuld. Kies wat past."),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6; §16; §20",
        ways=[
            to("child_school", N_("Iemand op school")),
            to("child_coach", N_("Mijn trainer")),
            to("child_sibling", N_("Broer of zus")),
            to("child_bully", N_("Ik word gepest")),
            to("child_care", N_("Waar ik woon")),
            to("child_did", N_("Ik doe het zelf")),
            back("child"),
            begin(),
        ],
    ),
    Screen(
        "child_school",
        N_("Iemand van school"),
        N_("Doet een juf, meester of ander op school je pijn? Dat mag niet. Zeg thuis of op school:"),
        Copy(N_("Er gebeurt iets op school. Mag ik het je vertellen?")),
        N_("Vaak is er een vertrouwenspersoon. Vraag wat die doorvertelt. Of bel:"),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6; §8; §16 (16.1); §28 (28.3)",
        ways=[WHO, THEN, TOUCH, back("child_where")],
    ),
    Screen(
        "child_coach",
        N_("Mijn trainer"),
        N_("Slaat of scheldt je trainer? Of raakt die je aan, en wil jij dat niet? Dat mag nooit. Zeg thuis:"),
        Copy(N_("Mijn trainer doet iets wat ik niet wil. Ik wil dat het stopt.")),
        N_("Luistert niemand? Zeg het nog een keer, ook tegen een ander. Of bel:"),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6; §16 (16.2)",
        ways=[WHO, THEN, TOUCH, back("child_where")],
    ),
    Screen(
        "child_sibling",
        N_("Mijn broer of zus"),
        N_("Doet je broer of zus je vaak pijn, of iets met je lijf? Het is niet jouw schuld. Zeg:"),
        Copy(N_("Ik ben bang, want thuis doet iemand me pijn. Wil je me helpen?")),
        N_("Als je het vertelt, kan er hulp komen voor allebei. Of bel:"),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6; §20 (20.1-20.3)",
        ways=[WHO, THEN, TOUCH, back("child_where")],
    ),
    Screen(
        "child_bully",
        N_("Ik word gepest"),
        N_("Pesten is niet jouw schuld. Op elke school is er iemand voor. Zeg tegen je juf, meester of mentor:"),
        Copy(N_("Ik word gepest. Wil jij helpen dat het stopt?")),
        N_("Helpt het niet? Zeg het nog een keer, ook tegen een ander. Of bel:"),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6; §20 (20.4)",
        ways=[WHO, to("child_online", N_("Foto's of online")), DARK, back("child_where")],
    ),
    Screen(
        "child_care",
        N_("De plek waar ik woon"),
        N_("Woon je bij pleegouders of in een groep? Ook daar moet je veilig zijn. Bel, ook in de nacht. Zeg:"),
        Copy(N_("Ik ben niet veilig waar ik woon. Wie kan mij helpen?")),
        Numbers("veilig_thuis"),
        N_("Jeugdstem is er ook voor jou. Gratis, en los van de plek waar je woont."),
        Link("jeugdstem"),
        source="§16 (16.4); §28 (28.6)",
        ways=[WHO, back("child_where")],
    ),
    Screen(
        "child_did",
        N_("Als ik het zelf doe"),
        N_("Doe jij een ander kind pijn? Of deed je iets waar je van schrikt? Goed dat je dit leest. Zeg:"),
        Copy(N_("Ik deed iets wat niet mag. Ik wil ermee stoppen. Wil je me helpen?")),
        N_("Er is ook hulp voor jou. Je mag bellen:"),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6; §20 (20.2, 20.3)",
        ways=[WHO, THEN, DARK, back("child_where")],
    ),
)

AT_HOME = (
    Screen(
        "child_ill",
        N_("Mijn ouder is ziek"),
        N_("Is je vader of moeder ziek, somber of verslaafd? Dat komt niet door jou. Zeg:"),
        Copy(N_("Het gaat niet goed met mijn ouder. Mag ik erover praten?")),
        N_("Er zijn groepen voor kinderen zoals jij. Vraag het op school. Of bel:"),
        Numbers("kindertelefoon"),
        CLOSED,
        short=N_("Ouder is ziek"),
        source="§6; §21 (21.3, 21.4)",
        ways=[to("child_carer", N_("Ik zorg thuis")), WHO, DARK, back("child_more")],
    ),
    Screen(
        "child_carer",
        N_("Ik zorg thuis voor iemand"),
        N_("Zorg jij voor je ouder, broer of zus? Of doe je heel veel in huis? Jij telt ook. Zeg op school:"),
        Copy(N_("Ik doe thuis heel veel en ben moe. Wil je met me meedenken?")),
        N_("Je mag ook gewoon iets leuks doen. Of bel:"),
        Numbers("kindertelefoon"),
        CLOSED,
        source="§6; §21 (21.6)",
        ways=[to("child_ill", N_("Ouder is ziek")), WHO, DARK, back("child_more")],
    ),
)

PICTURES = (
    Screen(
        "child_online",
        N_("Foto's of online"),
        N_("Dreigt iemand met foto's van jou? Het is niet jouw schuld, ook als je zelf iets stuurde."),
        Points(N_("Betaal niets. Stuur niets meer."), N_("Antwoord niet meer."), N_("Gooi niets weg. Bewaar alles.")),
        N_("Helpwanted helpt gratis, zonder je naam:"),
        Numbers("helpwanted"),
        short=N_("Over foto's"),
        source="§1.4, §6; §17 (17.1, 17.3, 17.4)",
        ways=[NOW_FOR_ME, SAY, to("child_pics_pay", N_("Niet betalen?")), AWAY, DARK, back("child")],
    ),
    Screen(
        "child_pics_help",
        N_("Wie is er nu voor mij?"),
        WhenOpen(
            "kindertelefoon",
            N_("Helpwanted weet het meest van foto's. Neemt er niemand op? Bel dan een ander."),
            N_("Veilig Thuis is er nu. Probeer ook Helpwanted: die weet het meest van foto's."),
        ),
        Numbers("helpwanted", "kindertelefoon", "veilig_thuis"),
        short=N_("Wie is er nu?"),
        source="§1.1, §1.2, §1.4; §17 (17.4)",
        ways=[SAY, POLICE, DARK, back("child_online")],
    ),
    Screen(
        "child_pics_say",
        N_("Wat zeg ik over de foto's?"),
        N_("Zeg dit als je belt, of tegen een volwassene die je vertrouwt:"),
        Copy(N_("Iemand dreigt met foto's van mij. Ik ben bang. Wil je me helpen?")),
        N_("Je hoeft de foto niet te laten zien."),
        Numbers("kindertelefoon"),
        CLOSED,
        short=N_("Wat zeg ik?"),
        source="§6; §17 (17.1, 17.4, 17.8)",
        ways=[NOW_FOR_ME, POLICE, WHO, back("child_online")],
    ),
    Screen(
        "child_pics_pay",
        N_("En als ik niet betaal?"),
        N_("Betalen of nog iets sturen stopt het vaak niet. Dan willen ze meer."),
        N_(
            "Antwoord je niet? Dan is de kans klein dat ze iets doorsturen, zegt Helpwanted. "
            "Zeker weten kan niemand. Heb je al betaald? Ook dan is het niet jouw schuld."
        ),
        Numbers("helpwanted"),
        short=N_("Niet betalen?"),
        source="§17 (17.2, 17.3)",
        ways=[NOW_FOR_ME, SAY, AWAY, DARK, back("child_online"), begin()],
    ),
    Screen(
        "child_pics_gone",
        N_("Foto's laten weghalen"),
        N_("Stuurde iemand een foto van jou door? Dan doet die ander iets wat niet mag. Jij niet."),
        N_("Helpwanted helpt foto's weg te halen. Of het lukt, weet niemand. Stuur zelf niets door."),
        Numbers("helpwanted"),
        Link("helpwanted"),
        N_("Neemt niemand op? Veilig Thuis: {veilig_thuis}."),
        short=N_("Foto's weghalen"),
        source="§17 (17.3, 17.4, 17.8, 17.12)",
        ways=[SAY, POLICE, DARK, back("child_online")],
    ),
    Screen(
        "child_pics_cops",
        N_("Naar de politie"),
        N_("Je mag naar de politie, ook als je bang bent. Neem iemand mee. Vraag eerst of je ouders het horen."),
        Numbers("police"),
        N_("Zegt iemand online: ik ben van de politie? Soms is dat om je bang te maken."),
        N_("Dreigt iemand naar je toe te komen? Bel {emergency}."),
        short=N_("De politie"),
        source="§1.3 (1.53); §17 (17.5, 17.6)",
        ways=[NOW_FOR_ME, SAY, back("child_online"), begin()],
    ),
)

SCREENS = PLACES + AT_HOME + PICTURES
