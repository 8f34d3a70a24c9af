"""Taken abroad, forced to marry, family honour, circumcision of a girl: for who fears it for another, and for oneself.

Every way here from the region of bystanders notes that a talk with the parents is unsafe. No country is named, and no
origin. The sentences for adults cannot be copied: a copy stays on a phone that somebody may be watching.
"""

from flows import N_
from flows.regions.bystander import CALL, TOLD
from flows.screen import Link, Numbers, Points, Screen, back, begin, to

KIT = (
    N_("een pasfoto en een kopie van het paspoort"),
    N_("het adres daar, de vlucht en het BSN"),
    N_("met wie, voor hoe lang, en hoe jullie contact houden"),
)
GONE, GIRL = to("abroad_gone", N_("Al vertrokken")), to("abroad_girl", N_("Besnijdenis"))
FORCE = to("abroad_force", N_("Dwang en eer"))
WITH_PARENT = to("parent_abroad", N_("Ouder neemt mee"))

BYSTANDER = (
    Screen(
        "abroad",
        N_("Reis of trouwen"),
        N_(
            "Ben je bang dat een kind na een reis niet terugkomt? Of dat het moet trouwen? "
            "Of dat een meisje besneden wordt? Bel vóór de reis. Later is terugkomen moeilijk."
        ),
        Numbers("veilig_thuis"),
        N_("Praat niet eerst met de familie. Advies kan zonder namen."),
        short=N_("Reis, trouwen"),
        source="§18 (18.1, 18.2)",
        ways=[
            to("abroad_before", N_("Voor de reis")),
            GONE,
            GIRL,
            FORCE,
            WITH_PARENT,
            TOLD,
            back("worried_family"),
            begin(),
        ],
    ),
    Screen(
        "abroad_before",
        N_("Voor de reis"),
        N_("Doe niets buiten het kind of de jongere om. Spreek samen een codewoord af, en hoe je contact houdt."),
        N_("Moet het toch mee? Dan helpt het als jij dit bewaart, buiten het gezin:"),
        Points(*KIT),
        N_("Vertrekken ze nu? Bel {emergency}. Nog tijd? Bel Veilig Thuis: {veilig_thuis}."),
        source="§18 (18.1, 18.3)",
        ways=[GONE, FORCE, back("abroad"), begin()],
    ),
    Screen(
        "abroad_gone",
        N_("Al vertrokken"),
        N_("Is iemand al weg en mag die niet terug? Bel het ministerie van Buitenlandse Zaken:"),
        Numbers("buitenlandse_zaken"),
        N_("Vanuit het buitenland werkt {veilig_thuis} niet. Een ander nummer staat op {veilig_thuis_site}."),
        N_("Ben je zelf in Nederland? Bel dan ook Veilig Thuis. Samen kijken ze wat er nog kan."),
        source="§1.1 (1.24); §18 (18.4, 18.5)",
        ways=[WITH_PARENT, CALL, back("abroad"), begin()],
    ),
    Screen(
        "abroad_girl",
        N_("Besnijdenis van een meisje"),
        N_(
            "Dit mag niet, hier niet en in het buitenland ook niet. Het telt als ernstige kindermishandeling. "
            "Ben je bang dat het gebeurt? Wacht niet."
        ),
        Numbers("veilig_thuis"),
        N_("Ze kunnen dan snel iets doen. Is er nu gevaar, of vertrekken ze? Bel {emergency}."),
        N_("Is het al gebeurd? Het is niet de schuld van het meisje. Bel dan ook."),
        short=N_("Besnijdenis"),
        source="§18 (18.7)",
        ways=[to("abroad_before", N_("Voor de reis")), GONE, back("abroad"), begin()],
    ),
    Screen(
        "abroad_force",
        N_("Dwang en familie-eer"),
        N_("Niemand mag een ander dwingen om te trouwen. Trouwen mag pas vanaf 18 jaar."),
        N_("Is iemand in gevaar om de eer van de familie? Praat niet met de familie, ook niet om te helpen. Bel:"),
        Numbers("veilig_thuis"),
        N_("Is er nu gevaar? Bel {emergency}. De politie heeft mensen die hier veel van weten."),
        short=N_("Dwang en eer"),
        source="§3.2; §18 (18.6, 18.12)",
        ways=[to("abroad_before", N_("Voor de reis")), GONE, back("abroad"), begin()],
    ),
)

PARENT = (
    Screen(
        "parent_abroad",
        N_("Een ouder neemt het kind mee"),
        N_(
            "Bang dat een ouder het kind meeneemt naar het buitenland? "
            "Zeg het nu al tegen de politie. Dan kan die sneller iets doen:"
        ),
        Numbers("police"),
        N_("Vertrekken ze nu? Bel {emergency}. Is het kind al weg? Doe dan meteen aangifte, ook bij gedeeld gezag."),
        N_("Centrum IKO geeft gratis advies over de wet. Alleen het bellen kost iets."),
        Link("centrum_iko"),
        short=N_("Ouder neemt mee"),
        source="§18 (18.9, 18.10)",
        ways=[to("veilig_thuis", N_("Veilig Thuis")), back("parent_ex"), begin()],
    ),
)

MUST_GO = to("adult_must_go", N_("Als ik toch ga"))

ADULT = (
    Screen(
        "adult_forced",
        N_("Ik moet trouwen of weg"),
        N_(
            "Wil je niet trouwen, of niet mee op reis? Niemand mag je dwingen. "
            "Bel vóór de reis, met een telefoon die niemand bekijkt. Je naam hoeft niet."
        ),
        Numbers("veilig_thuis"),
        N_("Blijf hier als dat kan. Terugkomen is veel moeilijker. Zeg thuis nog niet dat je belde."),
        N_("Zit je al in het buitenland? Bel {buitenlandse_zaken}, dag en nacht."),
        short=N_("Trouwen of weg"),
        source="§18 (18.1, 18.2, 18.4, 18.6); §7",
        ways=[
            MUST_GO,
            to("safe_plan", N_("Een plan maken")),
            to("on_my_phone", N_("Wie kijkt mee?")),
            to("adult_dark", N_("Het is te zwaar")),
            back("family_violence"),
            begin(),
        ],
    ),
    Screen(
        "adult_must_go",
        N_("Als ik toch mee moet"),
        N_("Geef dit aan iemand die je vertrouwt, buiten de familie:"),
        Points(*KIT),
        N_("Spreek een codewoord af voor als je hulp nodig hebt. Onthoud dit nummer:"),
        Numbers("buitenlandse_zaken"),
        source="§1.1 (1.24); §18 (18.1, 18.3, 18.4)",
        ways=[
            to("adult_call", N_("Als ik bel")),
            to("on_my_phone", N_("Wie kijkt mee?")),
            back("adult_forced"),
            begin(),
        ],
    ),
)

CHILD = (
    Screen(
        "child_abroad",
        N_("Ik moet op reis of trouwen"),
        N_("Ben je bang dat je daar moet blijven of trouwen? Niemand mag je dwingen. Bel voordat je thuis iets zegt:"),
        Numbers("veilig_thuis", "kindertelefoon"),
        N_("Vertel iemand op school waar je heen gaat en met wie. Ben je al weg? Bel {buitenlandse_zaken}."),
        short=N_("Op reis"),
        source="§18 (18.1, 18.3, 18.4, 18.6)",
        ways=[
            to("child_who", N_("Wie zeg ik het?")),
            to("child_then", N_("Doorvertellen?")),
            back("child_more"),
            begin(),
        ],
    ),
)
