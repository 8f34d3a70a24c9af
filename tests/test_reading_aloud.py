"""The ruler itself: how sentences, words and syllables are counted."""

import pytest

from locales.readability import read, syllables


@pytest.mark.parametrize(
    ("word", "locale", "count"),
    [
        ("kind", "nl", 1),
        ("ouder", "nl", 2),
        ("kinderen", "nl", 3),
        ("veilig", "nl", 2),
        ("gemeente", "nl", 3),
        ("child", "en", 1),
        ("children", "en", 2),
        ("remember", "en", 3),
    ],
)
def test_syllables_are_counted_as_one_claps_them(word: str, locale: str, count: int) -> None:
    assert syllables(word, locale) == count


def test_a_dutch_text_counted_by_hand() -> None:
    """Je maakt je zorgen. | Bel dan Veilig Thuis. : 8 words, 2 sentences, 1+1+1+2 + 1+1+2+1 = 10 syllables."""
    reading = read("Je maakt je zorgen. Bel dan Veilig Thuis.", "nl")
    assert (reading.words, reading.sentence_lengths, reading.syllables) == (8, (4, 4), 10)
    assert reading.ease == pytest.approx(206.84 - 77 * 10 / 8 - 0.93 * 4)


def test_an_english_text_counted_by_hand() -> None:
    """The child is not to blame. | Help is there now. : 10 words, 2 sentences, 10 syllables."""
    reading = read("The child is not to blame. Help is there now.", "en")
    assert (reading.words, reading.sentence_lengths, reading.syllables) == (10, (6, 4), 10)
    assert reading.ease == pytest.approx(206.835 - 84.6 - 1.015 * 5)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Bel 0800-2000, dag en nacht.", (4,)),
        ("Zeg: “Ik wil advies.” Wacht dan.", (1, 3, 2)),
        ("eerste punt\ntweede punt\n\nslot", (2, 2, 1)),
        ("Kun je niet praten? Typ dan!", (4, 2)),
        ("foto's en e-mail", (3,)),
        ("Je dochter, je zoon… Iedereen", (4, 1)),
    ],
)
def test_a_sentence_ends_at_its_mark_at_a_colon_and_at_a_new_line(text: str, lengths: tuple[int, ...]) -> None:
    assert read(text, "nl").sentence_lengths == lengths


def test_the_longest_sentence_and_the_average_are_told_apart() -> None:
    reading = read("Kort. Deze zin heeft er vijf.", "nl")
    assert reading.longest_sentence == 5
    assert reading.average_sentence == 3


@pytest.mark.parametrize(
    ("locale", "hard", "easy"),
    [
        (
            "nl",
            "De gemeentelijke verantwoordelijkheid betreffende kindermishandelingsproblematiek vereist onverwijlde "
            "samenwerking tussen jeugdgezondheidsorganisaties en hulpverleningsinstanties.",
            "Ben je bang? Bel ons dan. Het mag ook in de nacht.",
        ),
        (
            "en",
            "Municipal responsibility concerning intergenerational maltreatment necessitates interdisciplinary "
            "collaboration between governmental organisations and professional institutions.",
            "Is the child not safe? Then ask for help now. It is free at night too.",
        ),
    ],
)
def test_an_office_text_is_hard_and_a_plain_one_easy(locale: str, hard: str, easy: str) -> None:
    assert read(hard, locale).ease < 0
    assert read(easy, locale).ease > 90
