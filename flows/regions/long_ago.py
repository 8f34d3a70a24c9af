"""Grown up, and it happened then: who listens, treatment, charges, and whether children are at risk now.

Not about sexual abuse only. No sentence here can be copied, as in the rest of the region.
"""

from flows import N_
from flows.screen import Numbers, Points, Screen, back, begin, to

CHARGES = to("adult_charges", N_("Aangifte"))

SCREENS = (
    Screen(
        "survivor",
        N_("Toen ik zelf kind was"),
        N_(
            "Werd je geslagen, uitgescholden, misbruikt of niet verzorgd? Of zag je geweld thuis? "
            "Het was niet jouw schuld. Het is nooit te laat om te praten."
        ),
        N_("Seksueel misbruik, ook lang geleden? Bel {sexual_violence}. Iemand die luistert, dag en nacht:"),
        Numbers("luisterlijn"),
        short=N_("Mijn jeugd"),
        source="§7; §1.4",
        ways=[
            to("survivor_help", N_("Wie helpt mij?")),
            to("children_there"),
            CHARGES,
            to("adult_dark", N_("Het is te zwaar")),
            back("adult"),
        ],
    ),
    Screen(
        "survivor_help",
        N_("Hulp voor wat vroeger was"),
        N_(
            "Je huisarts kan helpen om goede hulp te vinden, ook na jaren. Soms moet je daarop wachten. Je kunt zeggen:"
        ),
        N_("“Er is vroeger thuis iets gebeurd. Ik heb er nu last van.”"),
        N_("Er is ook:"),
        Points(N_("hulp voor slachtoffers: {slachtofferhulp}"), N_("ben je 18 tot en met 24: {alles_oke_site}")),
        N_("Praten kan ook al genoeg zijn:"),
        Numbers("luisterlijn"),
        short=N_("Hulp nu"),
        source="§7; §1.4; §25",
        ways=[to("children_there"), CHARGES, back("survivor"), begin()],
    ),
    Screen(
        "children_there",
        N_("Nu bij kinderen?"),
        N_("Ziet de persoon die dit deed nu ook kinderen? Bel dan Veilig Thuis. Je hoeft niets zeker te weten."),
        Numbers("veilig_thuis"),
        N_("Ga niet zelf naar die persoon toe. Vertel alleen wat je weet. Voor advies hoef je geen namen te noemen."),
        source="§7; §1.1; §13",
        ways=[to("adult_call", N_("Als ik bel")), back("survivor"), begin()],
    ),
    Screen(
        "adult_charges",
        N_("Zelf aangifte doen"),
        N_("Je hoeft nu niets te kiezen. Bel de politie en vraag eerst wat er kan, ook als het lang geleden is:"),
        Numbers("police"),
        N_(
            "Gaat het om seksueel geweld? Vraag naar de zedenpolitie. "
            "Dan is er eerst een gesprek over wat aangifte betekent. Daarna denk je erover na."
        ),
        N_("Bij ernstige dingen kan de politie ook zonder aangifte doorgaan."),
        N_("Slachtofferhulp denkt mee: {slachtofferhulp}."),
        short=N_("Aangifte"),
        source="§1.4; §27 (27.1, 27.3, 27.5, 27.6)",
        ways=[to("adult_call", N_("Als ik bel")), to("adult_dark", N_("Het is te zwaar")), back("survivor"), begin()],
    ),
)
