"""Questions that many people type, each with its answer in a sentence or two: the pages say the rest.

The example questions beside them stand in `locales/questions.tsv`, below the same names.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flows import N_


@dataclass(frozen=True, slots=True)
class Faq:
    """The answer to a question that is often asked, the screen that says more, and the facts behind it. The words stand
    by themselves and never begin with yes or no: to another question than the one we heard that would be a lie."""

    words: str
    screen: str
    source: str


FAQ: Mapping[str, Faq] = {
    "parents_first": Faq(
        N_(
            "Je hoeft niet eerst met de ouders te praten. Is dat misschien gevaarlijk voor het kind? Bel dan "
            "eerst Veilig Thuis."
        ),
        "talk_check",
        "3.2",
    ),
    "certain": Faq(
        N_("Je hoeft niets zeker te weten en niets te bewijzen. Twijfel is genoeg om te bellen."), "doubt_wrong", "5, 9"
    ),
    "accuse": Faq(
        N_("Je beschuldigt niemand als je advies vraagt. Je vertelt wat je zag, en iemand denkt met je mee."),
        "doubt_wrong",
        "1.2, 1.3",
    ),
    "own_name": Faq(
        N_(
            "Voor advies hoef je geen namen te noemen, ook niet die van jou. Bij een melding wil Veilig Thuis "
            "weten wie je bent."
        ),
        "vt_anonymous",
        "1.4, 1.5",
    ),
    "family_hears": Faq(
        N_(
            "Na een melding hoort het gezin jouw naam alleen als jij dat goed vindt. Raden kunnen ze wel. Voor "
            "advies is je naam niet nodig."
        ),
        "doubt_known",
        "1.5, 1.8",
    ),
    "number_shown": Faq(
        N_(
            "{emergency} ziet je nummer, ook als je het verbergt. De Kindertelefoon ziet het niet. Van Veilig "
            "Thuis weet ik het niet."
        ),
        "vt_anonymous",
        "1.32; 22.1, 22.7",
    ),
    "length_of_call": Faq(
        N_("Hoe lang een gesprek duurt, verschilt. Ze luisteren en stellen vragen. Jij mag altijd stoppen."),
        "vt_call",
        "5; 23.1, 23.2",
    ),
    "how_long": Faq(
        N_("Hoe lang het duurt, weet ik niet. Soms is dat lang. Zie je iets nieuws? Bel dan opnieuw."),
        "vt_after",
        "1.14; 14.7",
    ),
    "hear_back": Faq(
        N_("Vraag bij het melden wat je terug hoort. Over het gezin zelf hoor je weinig."), "vt_after", "1.15; 14.8"
    ),
    "during_call": Faq(
        N_("Een computerstem vraagt om de plaats. Dan komt er een mens, die luistert en met je meedenkt."),
        "vt_call",
        "22.5, 23.1",
    ),
    "after_report": Faq(
        N_(
            "Veilig Thuis kijkt eerst of er meteen gevaar is. Vaak praten ze met het gezin. Daarna komt er "
            "meestal hulp in de buurt."
        ),
        "vt_does",
        "1.13; 14.2 to 14.5",
    ),
    "first_words": Faq(
        N_("Je kunt zo beginnen: “Ik wil advies over een kind en noem liever geen namen.” De rest vragen zij."),
        "vt_prepare",
        "5",
    ),
    "photos": Faq(
        N_("Maak liever geen foto's of opnames van het kind. Schrijf wel op wat je ziet en hoort."),
        "write_down",
        "3.1, §13 red line 6",
    ),
    "talk_to_child": Faq(
        N_("Met het kind praten mag. Kies een rustig moment en luister vooral. Vraag het kind niet uit."),
        "talk_child",
        "3.1",
    ),
    "say_to_child": Faq(
        N_("Zeg wat je merkt, zoals: “Je bent zo stil. Hoe gaat het met je?” Luister meer dan je vraagt."),
        "talk_child",
        "3.1",
    ),
    "avoid": Faq(
        N_("Vraag het kind niet uit en beloof geen geheim. Beschuldig niemand. Ga niet zelf op onderzoek."),
        "talk_child_how",
        "3.1, §13 red line 6",
    ),
    "hitting_allowed": Faq(
        N_(
            "Een kind slaan mag niet. Dat staat sinds 2007 in de wet. Of iets mishandeling is, hoef jij niet te "
            "beslissen."
        ),
        "what_counts",
        "9",
    ),
    "words_hurt": Faq(
        N_("Schelden, dreigen of een kind steeds afwijzen kan ook schaden. Twijfel je? Veilig Thuis denkt mee."),
        "what_counts",
        "2",
    ),
    "home_alone": Faq(
        N_(
            "Een leeftijd weet ik niet. Is een kind te vaak of te lang alleen? Veilig Thuis denkt mee. Een klein "
            "kind nu alleen? Bel {emergency}."
        ),
        "what_counts",
        "4",
    ),
    "opening_hours": Faq(
        N_("Veilig Thuis en {emergency} zijn er dag en nacht. De Kindertelefoon is er elke dag, overdag en 's avonds."),
        "person_now",
        "1.1, 1.30, 1.50",
    ),
    "mail_or_visit": Faq(
        N_(
            "Bellen kan altijd. Chatten kan meestal op werkdagen van 9 tot 17 uur. Of je kunt mailen of "
            "langskomen, verschilt per plaats."
        ),
        "vt_chat",
        "1.9, 1.11",
    ),
    "kt_secret": Faq(
        N_("De Kindertelefoon geeft alleen iets door als jij dat wilt, bij levensgevaar, of als het moet van de wet."),
        "kt_call",
        "1.32, 1.33",
    ),
    "on_the_bill": Faq(
        N_(
            "De Kindertelefoon is gratis en staat niet op de rekening. Het nummer staat wel in de bellijst. Haal "
            "het daar weg."
        ),
        "kt_call",
        "1.19, 1.32",
    ),
    "when_112": Faq(
        N_(
            "Bel {emergency} bij gevaar nu: er wordt geslagen, iemand roept om hulp of is zwaargewond. Twijfel "
            "je? Bel ook."
        ),
        "heard_now",
        "4",
    ),
    "must_report": Faq(
        N_("Als buur, vriend of familie hoef je niet te melden. Voor wie met kinderen werkt, gelden andere regels."),
        "vt_report",
        "12.8",
    ),
    "angry_parents": Faq(
        N_(
            "Ben je bang dat ze boos worden? Zeg dat als je belt. Veilig Thuis zoekt met jou een stap die zo "
            "veilig mogelijk is."
        ),
        "doubt_scared",
        "3.2, 9",
    ),
    "report_later": Faq(N_("Begin gerust met advies. Melden kan later ook nog."), "vt_report", "1.3"),
    "no_help_came": Faq(
        N_("Bel opnieuw en zeg dat je al eerder belde. Vertel wat je nu ziet. Niet tevreden? Dat mag je zeggen."),
        "vt_again",
        "14.10, 14.13",
    ),
    "from_abroad": Faq(
        N_(
            "Uit het buitenland werkt {veilig_thuis} niet. Zoek op {veilig_thuis_site} het gewone nummer van de "
            "plaats waar het kind woont."
        ),
        "veilig_thuis",
        "22.6",
    ),
    "other_town": Faq(
        N_("Bel {veilig_thuis} en noem de plaats waar het kind woont. In welke plaats jij woont, maakt niet uit."),
        "veilig_thuis",
        "22.5",
    ),
    "child_may_call": Faq(
        N_("Een kind mag zelf bellen, ook zonder dat de ouders het weten."), "kindertelefoon", "1.30; 28.1"
    ),
    "police_come": Faq(
        N_(
            "Bij {emergency} komt er hulp. Bij {veilig_thuis} praat je eerst met iemand die meedenkt. Bij groot "
            "gevaar kan Veilig Thuis de politie vragen."
        ),
        "vt_call",
        "1.12, 1.50",
    ),
    "which_age": Faq(
        N_(
            "De Kindertelefoon is er van 8 tot 18 jaar. Veilig Thuis is er voor elke leeftijd, ook voor "
            "volwassenen en ouderen."
        ),
        "person_now",
        "1.2, 1.30",
    ),
    "child_lies": Faq(
        N_("Of alles klopt, hoef jij niet te weten. Neem het serieus en luister. Bel daarna voor advies."),
        "talk_child_told",
        "3.1 note 2",
    ),
    "who_helps": Faq(
        N_(
            "Veilig Thuis helpt de eerste stap zetten. Daarna helpt meestal iemand in de buurt, zoals het "
            "wijkteam of de huisarts."
        ),
        "family_help",
        "1.12; 14.4",
    ),
    "costs": Faq(
        N_("{veilig_thuis}, {kindertelefoon} en {emergency} zijn gratis. Je betaalt ook niets voor het advies."),
        "vt_call",
        "1.1, 1.30, 1.50",
    ),
    "call_tomorrow": Faq(
        N_("Morgen bellen kan ook. Is er nu gevaar, of durft het kind niet naar huis? Bel dan meteen."),
        "veilig_thuis",
        "1.1, 4",
    ),
    "stay_with_me": Faq(
        N_("Neem het kind niet zomaar mee. Durft het niet naar huis? Bel Veilig Thuis meteen, ook 's nachts."),
        "talk_child_told",
        "§13 red line 6, facts 4",
    ),
    "go_inside": Faq(
        N_("Ga niet zelf naar binnen. Is er nu gevaar? Bel {emergency}. Twijfel je? Veilig Thuis denkt met je mee."),
        "heard_now",
        "§13 red line 6",
    ),
    "may_i_call": Faq(
        N_("Iedereen mag Veilig Thuis bellen. Je hoeft geen familie te zijn, en toestemming heb je niet nodig."),
        "veilig_thuis",
        "1.2",
    ),
    "prison": Faq(
        N_("Bellen is geen aangifte. Veilig Thuis zoekt hulp, en beslist niet over straf."),
        "worried_charges",
        "27.1, 27.5",
    ),
    "who_runs": Faq(
        N_("Kijk bij “Over deze gids” wie deze gids beheert, en waar de feiten vandaan komen."),
        "about",
        "§13 red line 3",
    ),
    "is_it_ai": Faq(
        N_(
            "Hier leest geen mens mee. Een computer zoekt vaste teksten bij wat je typt. Een "
            "taalmodel zoals ChatGPT is het niet."
        ),
        "privacy",
        "privacy.md",
    ),
    "for_us": Faq(
        N_("Een gemeente, school of club mag deze gids delen. Een eigen link kan de beheerder maken."),
        "city_link",
        "guide.md",
    ),
    "accessible": Faq(N_("Gebruik je een schermlezer? Bij “Over deze gids” staat hoe dat werkt."), "about", "guide.md"),
    "boss_waits": Faq(
        N_("Ook als je baas of een collega wil wachten, mag jij zelf advies vragen. Dat kan zonder namen."),
        "pro_step2",
        "1.2, 8",
    ),
    "other_parent": Faq(
        N_(
            "Moet een kind naar de andere ouder, en vertrouw je het niet? Bel Veilig Thuis voor die "
            "dag, en vraag precies dit."
        ),
        "parent_other",
        "1.2; 18",
    ),
    "see_doctor": Faq(
        N_(
            "Heeft een kind pijn of een wond? Laat een dokter kijken, ook als je twijfelt. Is het "
            "ernstig? Bel {emergency}."
        ),
        "person_now",
        "7; 1.3",
    ),
    "shaken": Faq(
        N_("Een baby of peuter schudden is gevaarlijk. Bel een dokter of {emergency}, ook als je niets ziet."),
        "heard_now",
        "7, 4",
    ),
    "press_charges": Faq(
        N_("Aangifte hoeft niet eerst. Meestal meld je, en daarna vertellen politie en Veilig Thuis wat er kan."),
        "worried_charges",
        "27.1",
    ),
    "control_counts": Faq(
        N_(
            "Ook zonder klappen telt het: als iemand bepaalt wie je ziet, wat je met geld doet of "
            "wat je op je telefoon doet."
        ),
        "adult_control",
        "7",
    ),
}

OF_THE_GUIDE = frozenset({"who_runs", "is_it_ai", "accessible"})
"""Those about the guide itself: they are read rather than "I am a computer"."""


def screen_of(name: str) -> str:
    """The screen of an often asked question; any other name is that of a screen itself."""
    return FAQ[name].screen if name in FAQ else name
