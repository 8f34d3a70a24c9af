"""What is denied is no sign of what it names."""

import pytest

from flows.routes import CRISIS, Route
from listening import listener
from listening.denials import apart, denied
from listening.learn.examples import examples
from tests.support.person import LISTENER


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("nee niks met seks. het gaat om mijn broertje van 12", "het gaat om mijn broertje van 12 $"),
        ("doodgaan?? nee brievenbus. een briefje bij de buren", "brievenbus $ een briefje bij de buren $"),
        ("nee niet iemand die ik ken, IK heb geslagen", "ik heb geslagen $"),
        ("no not that. my uncle did things to me", "my uncle did things to me $"),
        ("gaat niet over aanraken!! over mijn vriendin", "over mijn vriendin $"),
        ("nee er is niks over mij gemeld. haar moeder slaat", "haar moeder slaat $"),
        ("ik sla mijn kinderen niet hoor. ik kan niet opstaan", "ik kan niet opstaan $"),
        ("its not about me. its about my sister", "its about my sister $"),
        ("huh nee geen ouder. ik ben de juf", "ik ben de juf $"),
    ],
)
def test_what_is_denied_at_the_beginning_is_left_out(text: str, left: str) -> None:
    assert " ".join(apart(_read(text))[0]) == left


@pytest.mark.parametrize(
    "text",
    [
        "nee ik mag niet naar buiten",
        "no he doesnt let me out",
        "niemand weet dat hij mij slaat",
        "er is geen eten thuis. mama is weg",
        "ik ben niet veilig thuis. hij slaat",
        "i am not safe. he hits me",
        "niemand gelooft me. ik word geslagen",
        "nothing happened yet but he says he will kill her",
        "het is geen leven zo. ik ben moe",
        "nee geen hulp meer nodig, ik heb beslist",
        "nee nee",
        "nee niet dat",
        "no im not safe, hes in the house with my son",
        "nee niet goed. hij slaat weer",
        "no its not ok what he does",
    ],
)
def test_harm_that_is_told_in_a_denial_stays(text: str) -> None:
    words = _read(text)
    assert apart(words) == (words, [])


@pytest.mark.parametrize("text", ["nee ik wil niet meer leven. ik ga slapen", "no im not ok. i want to die"])
def test_no_firm_phrase_of_a_crisis_is_left_out(text: str) -> None:
    assert LISTENER.hear(text).route in CRISIS


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("de melding is niet over mij, ik heb hem zelf gedaan", Route.REPORTED),
        ("what?? nobody reported me. i'm the nanny", Route.REPORTED),
        ("wij hebben zelf een melding gedaan", Route.REPORTED),
        ("nee geen gevaar nu. hij scheld alleen", Route.ACUTE),
        ("nee niet nu. gister", Route.ACUTE),
        ("I dont want to die. I want to tell somebody", Route.SUICIDAL),
        ("nee joh niet doodgaan", Route.SUICIDAL),
        ("nee niks met doodgaan, een briefje", Route.SUICIDAL),
        ("ik ben geen coach", Route.VOLUNTEER),
        ("nothing to do with sex", Route.SEXUAL),
        ("im talking about me", Route.BYSTANDER),
    ],
)
def test_a_denial_names_what_it_denies(text: str, route: Route) -> None:
    assert route in denied(" ".join(_read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "ze wordt nu niet wakker",
        "hij ademt niet nu ik kijk",
        "ik sla hem niet vaak",
        "ik mag niet dood van mijn geloof",
        "ik wil niet dood maar ik kan niet meer",
    ],
)
def test_a_detail_is_no_denial(text: str) -> None:
    assert denied(" ".join(_read(text))) == frozenset()


def test_no_crisis_of_the_examples_is_lost_by_a_denial(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "No I'm not safe, he's in the house" was heard as about a room."""
    told = [one.text for one in examples() if one.route in CRISIS]
    concerned = [text for text in told if apart(_read(text))[1] or denied(" ".join(_read(text)))]
    assert concerned
    now = {text for text in concerned if LISTENER.hear(text).route in CRISIS}
    monkeypatch.setattr(listener, "apart", lambda words: (words, []))
    monkeypatch.setattr(listener, "denied", lambda _: frozenset())
    assert {text for text in concerned if LISTENER.hear(text).route in CRISIS} <= now


def _read(text: str) -> list[str]:
    return LISTENER._reader.read(text)
