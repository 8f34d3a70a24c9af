"""The review book: every screen once, in every language, with what somebody who signs off the words has to know."""

from flows.guide import Guide
from flows.helplines import SPOKEN
from locales import Locales
from tests.web.leaf import Leaf, words


def test_every_screen_stands_once_in_its_region(the_guide: Guide, book: dict[str, Leaf]) -> None:
    for region, screens in the_guide.regions.items():
        articles = book[f"review/{region}.html"].all("article")
        assert [article.get("id") for article in articles] == [screen.name for screen in screens]


def test_a_screen_is_there_with_its_words_in_every_language_and_its_source(
    the_guide: Guide, the_locales: Locales, book: dict[str, Leaf]
) -> None:
    for region, screens in the_guide.regions.items():
        articles = {article.get("id"): article for article in book[f"review/{region}.html"].all("article")}
        for screen in screens:
            article = articles[screen.name]
            assert screen.source in words(article)
            columns = {section.get("lang"): words(section) for section in article.iter("section")}
            assert list(columns) == list(the_locales)
            for code, locale in the_locales.items():
                for sentence in set(screen.sentences):
                    assert " ".join(locale.say(sentence, **SPOKEN).split()) in columns[code], screen.name


def test_how_hard_it_is_to_read_stands_with_the_words(book: dict[str, Leaf]) -> None:
    (article,) = [each for each in book["review/bystander.html"].all("article") if each.get("id") == "doubt_wrong"]
    figures = [words(each) for each in article.iter("p") if each.get("class") == "reading"]
    assert len(figures) == 2
    assert all("words" in figure and "reading ease" in figure for figure in figures)


def test_what_opens_only_after_an_answer_is_marked(book: dict[str, Leaf]) -> None:
    articles = {article.get("id"): words(article) for article in book["review/bystander.html"].all("article")}
    assert "Opens only with checked" in articles["talk_parent"]
    assert "may_talk_to_parents" in articles["plan"]
    assert "Opens only with" not in articles["worried"]


def test_the_book_is_valid_and_found_by_no_search_engine(book: dict[str, Leaf]) -> None:
    for leaf in book.values():
        assert leaf.tree is not None
        assert leaf.meta("robots") == "noindex"
        assert "unsafe" not in leaf.meta("Content-Security-Policy")
