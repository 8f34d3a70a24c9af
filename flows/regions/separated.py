"""For a parent whose ex has the child too: tell what you saw yourself, and begin with the child."""

from flows import N_
from flows.screen import Copy, Numbers, Points, Screen, back, begin, to

SCREENS = (
    Screen(
        "parent_ex",
        N_("Wij zijn uit elkaar"),
        N_(
            "Zorgen over je kind bij je ex? Dat is zwaar. "
            "Vraag eerst advies, ook bij twijfel. Als je {veilig_thuis} belt:"
        ),
        Points(
            N_("Zeg meteen dat jullie uit elkaar zijn."),
            N_("Vertel wat je zelf zag of hoorde."),
            N_("Begin bij je kind, niet bij je ex."),
        ),
        N_("Of alles klopt wat je kind vertelt, hoef jij niet uit te zoeken."),
        short=N_("Uit elkaar"),
        source="§3.1; §15 (15.1, 15.10)",
        ways=[
            to("parent_ex_report", N_("Een melding?")),
            to("parent_ex_child", N_("Wat zeg ik?")),
            to("partner", N_("Ik ben zelf bang")),
            to("parent_reported"),
            to("parent_abroad", N_("Ex wil weg")),
            back("parent"),
            begin(),
        ],
    ),
    Screen(
        "parent_ex_report",
        N_("Je ex melden?"),
        N_("Bang om je kind kwijt te raken, of boos? Dat is te begrijpen. Vraag dan eerst advies, zonder namen."),
        N_(
            "Na een melding hoort Veilig Thuis jullie vaak allebei, en soms je kind. Het is geen rechter. "
            "Een melding bewijst niets. Lange strijd tussen ouders kan een kind ook schaden."
        ),
        N_("Is je kind in gevaar? Wacht niet. Bel {emergency}, of:"),
        Numbers("veilig_thuis"),
        source="§1.1 (1.12); §15 (15.1, 15.8-15.10, 15.12)",
        ways=[
            to("split_does", N_("Wat doen zij?")),
            to("parent_ex_child", N_("Wat zeg ik?")),
            back("parent_ex"),
            begin(),
        ],
    ),
    Screen(
        "parent_ex_child",
        N_("Je kind hoeft niet te kiezen"),
        N_("Een kind houdt vaak van jullie allebei. Dit kun je zeggen:"),
        Copy(N_("Je hoeft niet te kiezen. Het is niet jouw schuld. Je mag alles vertellen.")),
        N_("Vraag je kind niet uit. Praat niet slecht over je ex. Vertelt het iets ergs? Luister, en bel."),
        Numbers("veilig_thuis"),
        N_("Je kind kan zelf bellen: {kindertelefoon}."),
        short=N_("Niet kiezen"),
        source="§1.2; §3.1",
        ways=[to("parent_ex_report", N_("Een melding?")), back("parent_ex"), begin()],
    ),
)
