"""The colours of a theme and of a campaign are looked at when the pages are built."""

from dataclasses import replace

import pytest

from campaigns import Campaign
from web.contrast import faults
from web.edition import Edition
from web.site import STYLE, WrongChoice, files
from web.templating import HERE

OURS = (HERE / "static" / STYLE).read_text("utf-8")

# Tokens as municipalities and the state set them, with the colours of the first as `hsl()` and of a palette.
THEMES = {
    "a red city": """:root {
        --utrecht-document-background-color: hsl(0, 0%, 100%);
        --utrecht-document-color: hsl(0, 0%, 12%);
        --utrecht-document-font-family: "Open Sans", sans-serif;
        --utrecht-page-header-background-color: hsl(0, 100%, 40%);
        --utrecht-page-header-color: #fff;
        --utrecht-link-color: hsl(211, 100%, 30%);
        --utrecht-focus-outline-color: black;
    }""",
    "a blue ministry": """:root {
        --palette-dark-blue: #154273;
        --utrecht-document-background-color: white;
        --utrecht-document-color: #000;
        --utrecht-page-header-background-color: var(--palette-dark-blue);
        --utrecht-page-header-color: rgb(255, 255, 255);
        --utrecht-link-color: var(--palette-link, #01689b);
        --utrecht-focus-outline-color: var(--palette-dark-blue);
    }""",
}


def test_our_own_colours_can_be_read() -> None:
    assert list(faults(OURS)) == []


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_themes_of_the_nl_design_system_can_be_read(theme: str, plain: Edition) -> None:
    assert dict(files(plain, theme))[STYLE].endswith(theme)


@pytest.mark.parametrize("colour", ["#ffd700", "#767676", "#14505c", "#ff0000", "#00ff00"])
def test_text_on_the_colour_of_a_campaign_can_be_read(colour: str) -> None:
    city = Campaign(code="stad", organisation="Stad", colour=colour)
    assert list(faults(f"{OURS}:root {{ --brand: {city.colour}; --on-brand: {city.text_colour}; }}")) == []


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        (
            ":root { --utrecht-link-color: #00a1e5; }",
            "#00a1e5 on #f6f4ef (--link on --paper, light) has a contrast of 2.6; WCAG asks for 4.5",
        ),
        (
            "@media (prefers-color-scheme: dark) { :root { --soft: #445; } }",
            "#444455 on #12191b (--soft on --paper, dark) has a contrast of 1.9; WCAG asks for 4.5",
        ),
        (
            ":root { --paper: #fff }",
            "#e7eded on #ffffff (--ink on --paper, dark) has a contrast of 1.2; WCAG asks for 4.5",
        ),
        (":root { --utrecht-focus-outline-color: #eee; }", "#eeeeee on #f6f4ef (--focus on --paper, light)"),
        (":root { --utrecht-document-color: gray; }", "cannot tell the contrast of gray; write it as #rrggbb"),
        (":root { --ink: var(--ink); }", "cannot tell the contrast of --ink"),
        ("/* :root { } */ :root { --ink: var(--nowhere) }", "cannot tell the contrast of --nowhere"),
    ],
)
def test_a_colour_that_cannot_be_read_is_named(theme: str, said: str) -> None:
    assert any(fault.startswith(said) for fault in faults(OURS + theme))


def test_a_theme_that_cannot_be_read_stops_the_build(plain: Edition, campaign: Campaign) -> None:
    theme = ":root { --utrecht-page-header-color: #777; }"
    with pytest.raises(WrongChoice, match=r"--theme: #777777 on #14505c \(--on-brand on --brand, dark\)"):
        dict(files(plain, theme))
    assert dict(files(replace(plain, campaign=campaign), theme))["stad/style.css"].endswith(theme)
