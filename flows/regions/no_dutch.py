"""For visitors who speak no Dutch, or who fear for their right to stay: what a caller hears first, and what to say.

The sentences to say are Dutch in every language. An interpreter is something to ask for, and nothing is promised.
"""

from flows import N_
from flows.screen import Copy, Link, Numbers, Screen, back, begin, to

SCREENS = (
    Screen(
        "who_call",
        N_("Bellen zonder Nederlands"),
        N_(
            "Bel Veilig Thuis: {veilig_thuis}. Eerst hoor je een computerstem in het Nederlands. "
            "Zeg alleen in welke plaats het kind woont. Dan komt er een mens. Zeg:"
        ),
        Copy("Spreekt u Engels? Ik wil advies over een kind. Ik noem geen namen."),
        N_("Geen Engels? Vraag dan zo om een tolk. Of het kan, weet ik niet:"),
        Copy("Ik spreek geen Nederlands. Mag ik een tolk?"),
        short=N_("Bellen"),
        source="§1.1 (1.4, 1.24); §22 (22.4)",
        ways=[
            to("who_danger", N_("Gevaar, en nu?")),
            to("who_permit"),
            to("veilig_thuis", N_("Veilig Thuis")),
            to("person_now", N_("Een mens spreken")),
            back("who_does_what"),
            begin(),
        ],
    ),
    Screen(
        "who_danger",
        N_("Gevaar en geen Nederlands"),
        N_("Bel {emergency}. Zeg eerst waar je bent. Zeg dan: politie of ambulance."),
        N_(
            "Zet nu de app 112NL op je telefoon. Kies daar je taal. Bel bij gevaar met die app. "
            "Dan kan de meldkamer met je chatten. De chat vertaalt."
        ),
        N_("Is het gevaar voorbij? Bel Veilig Thuis:"),
        Numbers("veilig_thuis"),
        short=N_("Gevaar"),
        source="§1.3 (1.50-1.52)",
        ways=[to("who_call", N_("Zo bel je")), back("who_does_what"), begin()],
    ),
    Screen(
        "who_permit",
        N_("Mijn verblijf"),
        N_(
            "De IND beslist over verblijf, Veilig Thuis niet. "
            "Wat Veilig Thuis aan anderen vertelt, weet ik niet. Vraag het eerst, voor je een naam noemt:"
        ),
        Copy("Ik noem nog geen naam. Wat geeft u door aan anderen?"),
        Numbers("veilig_thuis"),
        short=N_("Verblijf"),
        source="§22 (22.5)",
        ways=[to("who_papers"), to("who_call", N_("Zo bel je")), back("who_does_what"), begin()],
    ),
    Screen(
        "who_papers",
        N_("Eigen vergunning"),
        N_(
            "Is er geweld, en hangt je verblijf af van je partner? Of heb je geen papieren? "
            "Soms kun je dan een eigen vergunning krijgen. Vraag het aan een advocaat."
        ),
        N_("Geen papieren, en wil je naar de politie? Neem een hulpverlener of advocaat mee."),
        N_("Het Juridisch Loket geeft uitleg over de wet. Veilig Thuis denkt ook mee: {veilig_thuis}."),
        Link("juridisch_loket"),
        source="§22 (22.6, 22.7)",
        ways=[to("who_call", N_("Zo bel je")), to("adult", N_("Zelf niet veilig")), back("who_permit"), begin()],
    ),
)
