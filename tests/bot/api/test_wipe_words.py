"""The quick exit as people type it: a word of ours alone wipes, a sentence about somebody else does not."""

from collections.abc import Callable

import pytest

from bot.api.wipe_words import WIPE_COMMANDS, asks_to_wipe
from flows.wiping import WIPE_WORDS

AROUND = ("{}", " {} ", "{}.", "{}…", "{}!!!", "({})", "“{}”", "*{}*", "{} \N{PERSON WITH FOLDED HANDS}", "{0} {0}")


@pytest.mark.parametrize("how", [str, str.upper, str.title])
@pytest.mark.parametrize("around", AROUND)
def test_a_wipe_word_wipes_however_it_is_written(how: Callable[[str], str], around: str) -> None:
    """G11, G12."""
    assert [words for words in WIPE_WORDS if not asks_to_wipe(around.format(how(words)))] == []


@pytest.mark.parametrize("name", sorted(WIPE_COMMANDS))
@pytest.mark.parametrize(
    "behind", ["", ".", " nu", "\nik ben bang", "@watkanikdoen_bot", " \N{PERSON WITH FOLDED HANDS}"]
)
def test_a_wipe_command_wipes_whatever_comes_behind(name: str, behind: str) -> None:
    """G12."""
    assert asks_to_wipe(f"/{name}{behind}")
    assert asks_to_wipe(f"/{name.upper()}{behind}")


@pytest.mark.parametrize(
    "text",
    [
        "stop \N{PERSON WITH FOLDED HANDS}",
        "\N{OCTAGONAL SIGN}stop\N{OCTAGONAL SIGN}",
        "stop\N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}",
        "stop\N{ZERO WIDTH SPACE}",
        "st\N{ZERO WIDTH JOINER}op",
        "s\N{SOFT HYPHEN}top",
        "\N{RIGHT-TO-LEFT OVERRIDE}stop\N{POP DIRECTIONAL FORMATTING}",
        "\N{ZERO WIDTH NO-BREAK SPACE}stop",
        "stop\N{VARIATION SELECTOR-16}",
        "stop\N{HANGUL FILLER}",
        "stop\N{HALFWIDTH HANGUL FILLER}\N{HANGUL CHOSEONG FILLER}",
        "stop\N{COMBINING GRAPHEME JOINER}",
        "s\N{COMBINING LONG STROKE OVERLAY}t\N{COMBINING LONG STROKE OVERLAY}op",
        "stop\N{COMBINING ENCLOSING KEYCAP}",
        "\N{FULLWIDTH LATIN SMALL LETTER S}\N{FULLWIDTH LATIN SMALL LETTER T}op",
        "\N{MATHEMATICAL BOLD SMALL W}\N{MATHEMATICAL BOLD SMALL I}\N{MATHEMATICAL BOLD SMALL S}",
        "stop\n\n",
        "stop\u2028\u00a0\u3000",
        "stop stop",
        "Stop! Stop! Stop!",
        "wis alles, wis alles",
        "stop" + "!" * 500,
        "stop" + " " * 1_000 + "\N{PERSON WITH FOLDED HANDS}" * 1_000,
        "stoooop",
        "WISSS!!!",
        "verwijder",
        "Verwijder alles",
        "alles verwijderen",
        "alles wissen aub",
        "wis dit nu",
        "verwijder dit gesprek alsjeblieft",
        "delete chat",
        "delete everything please",
        "exit please",
        "stop nu",
        "stop now quick",
        "clear",
        "erase all",
        "remove it",
        "wis alles\nnu",
        "wïs",
        "/wis\N{ZERO WIDTH SPACE}",
    ],
)
def test_a_wipe_word_wipes_as_people_type_it(text: str) -> None:
    """G12."""
    assert asks_to_wipe(text)


@pytest.mark.parametrize(
    "text",
    [
        "stop maar met slaan",
        "hij stopt niet",
        "ik wil dat hij stop zegt",
        "stop hem",
        "stop stop hem",
        "hoe stop ik dit",
        "mama is weg",
        "weg met hem",
        "ik wis het niet",
        "stopte",
        "de bus stopt",
        "wis wist",
        "stop wis",
        "hoe wis ik dit",
        "kan ik dit wissen",
        "verwijder hem",
        "delete my number from his phone",
        "is it clear",
        "all clear",
        "stop alles",
        "stop het slaan",
        "please stop",
        "stop please",
        "Stop!! please please",
        "stop alsjeblieft",
        "aub stop",
        "weg alsjeblieft",
        "stop stop plz",
        "zij moet weg",
        "/stoppen met slaan",
        "/wist",
        "zie /wis",
        "",
        "...",
        "\N{OCTAGONAL SIGN}",
        "\N{ZERO WIDTH SPACE}",
        "stop" * 2_000,
        "stop " + "a" * 5_000,
    ],
)
def test_a_sentence_in_which_a_wipe_word_stands_does_not_wipe(text: str) -> None:
    """G12: it may be about somebody else."""
    assert not asks_to_wipe(text)
