"""A check of HTML that finds nothing proves something only when it can find."""

import pytest

from tests.support.markup import InvalidMarkup, document, fragment

WHOLE = '<!doctype html><html lang="nl"><head><title>Gids</title></head><body>{}</body></html>'


def test_what_is_valid_is_read() -> None:
    page = document(WHOLE.format('<h1>Gids</h1><p lang="en">a &amp; b</p><svg><path d="M0 0"/></svg>'))
    assert (page.tag, page.get("lang")) == ("html", "nl")
    assert [element.text for element in fragment("<p>a</p><p>b</p>").iter("p")] == ["a", "b"]


@pytest.mark.parametrize(
    "inner",
    [
        "<p><div>a</div></p>",
        "</div><p>a</p>",
        "<div><p>a</p>",
        "<b><i>a</b></i>",
        "<a href=x>a<a href=y>b</a></a>",
        "<form><form></form></form>",
        "<button><button>a</button></button>",
        "<h1><h2>a</h2></h1>",
        "<table><tr><td>a</td></tr></table>",
        "<table><tbody>a</tbody></table>",
        "<svg><div></div></svg>",
        "<div/>a",
        "</p>",
        "</br>",
        "<p id=a id=b>a</p>",
        "<p class='a>b</p>",
        "<p a='1'b='2'>c</p>",
        "<p>&nosuch;</p>",
        "<p>a < b</p>",
        "<p>\x01</p>",
        "<!-- a",
    ],
)
def test_what_a_browser_would_have_to_mend_is_refused(inner: str) -> None:
    with pytest.raises(InvalidMarkup):
        document(WHOLE.format(inner))
    with pytest.raises(InvalidMarkup):
        fragment(inner)


@pytest.mark.parametrize(
    "page",
    [
        WHOLE.removeprefix("<!doctype html>"),
        WHOLE.replace("<!doctype html>", "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN'>"),
        WHOLE.replace("<head>", "").replace("</head>", ""),
        WHOLE.replace("<title>Gids</title>", ""),
        WHOLE.format("<img src=x>"),
        WHOLE.format("<p id=a>a</p><p id=a>b</p>"),
        WHOLE.format("<center>a</center>"),
    ],
)
def test_what_no_page_may_be_is_refused(page: str) -> None:
    with pytest.raises(InvalidMarkup):
        document(page.format(""))
