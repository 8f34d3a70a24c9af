"""For an adult whose partner controls them without hitting, and for anybody who cannot speak aloud.

No sentence here can be copied: a copy stays behind on a phone that someone may be watching.
"""

from flows import N_
from flows.screen import Link, Numbers, Points, Screen, WhenOpen, back, begin, to

QUIET = to("adult_quiet", N_("Zonder praten"))

SCREENS = (
    Screen(
        "adult_control",
        N_("Iemand bepaalt alles"),
        N_("Ook zonder klappen telt het. Bijvoorbeeld als iemand voor jou bepaalt:"),
        Points(
            N_("wie je ziet en waar je heen gaat"),
            N_("wat je met geld mag doen"),
            N_("wat je op je telefoon doet"),
            N_("of je mag werken of leren"),
        ),
        N_("Het is niet jouw schuld. Je hoeft niets te bewijzen. Veilig Thuis geeft advies, zonder je naam."),
        Numbers("veilig_thuis"),
        short=N_("Iemand bepaalt"),
        source="§2; §3.2; §7; §1.1 (1.4)",
        ways=[
            QUIET,
            to("safe_plan", N_("Een plan maken")),
            to("at_home", N_("Met kinderen")),
            to("on_my_phone", N_("Wie kijkt mee?")),
            back("partner"),
            begin(),
        ],
    ),
    Screen(
        "adult_quiet",
        N_("Niet hardop praten"),
        WhenOpen(
            "veilig_thuis_chat",
            N_("De chat van Veilig Thuis is nu waarschijnlijk open."),
            N_("De chat van Veilig Thuis is nu waarschijnlijk dicht. Bellen kan wel: {veilig_thuis}."),
        ),
        N_(
            "Meestal kun je op werkdagen chatten, van 9 tot 17 uur. Je praat met een mens. Je naam hoeft niet. "
            "Doe het op een toestel dat niemand bekijkt."
        ),
        Link("veilig_thuis_chat"),
        N_(
            "Is er gevaar? Bel {emergency} met de app 112NL. Vul daar nu al in dat je moeilijk praat. "
            "Dan kan de meldkamer met je chatten. Het is niet stil: je telefoon kan geluid maken."
        ),
        short=N_("Zonder praten"),
        source="§1.1 (1.9, 1.10); §1.3 (1.51, 1.52)",
        ways=[to("adult_call", N_("Als ik bel")), to("on_my_phone", N_("Wie kijkt mee?")), back("adult"), begin()],
    ),
)
