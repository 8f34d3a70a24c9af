"""What the script of the first pages needs to answer typed words where they are typed, so that nothing is sent.

`words.js` holds the tables of `listening`, and all that decides: its figures, its phrases, and what the guards say of
each screen. A file for each language holds the answers, as HTML. The scripts hold no sentence and no figure.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import ModuleType

from flows import offers, wiping
from flows.answers import ANSWERS, DANGER, HEARD, LONG_STORY, MOST_MEANT
from flows.detours import asked_for, screen_of_line
from flows.helplines import HELPLINES, SPOKEN
from flows.offers import BEHIND_OPENING, opening
from flows.question import MAYBE_OF_CHILDREN, NEEDS_112, OF_CHILDREN, OWN_LINES, TELLING, Question, asks_whom
from flows.routes import CLAIMS, CRISIS, KEEPS_FROM_PARENTS, Route
from flows.screen import Part
from flows.steps import ABOUT_ONESELF
from flows.visit import START, Visit
from flows.words import web as words
from flows.words.answering import TITLE
from flows.words.asking import ASKED, DYING
from flows.words.faq import FAQ, OF_THE_GUIDE, screen_of
from flows.words.wayfinding import BESIDE_NUMBER, HELP
from listening import answer, decision, denials, features, firm, language, listener, reader, scorer, table, topics
from listening.answer import is_near_parents, opened_by, regions_of
from locales import Locale, other_languages
from web.edition import PEOPLE, Edition, address, danger_page
from web.templating import filled, with_numbers
from web.typed_field import OTHERS, WORDS, answers_file

_DECIDING = (answer, decision, denials, features, firm, language, listener, offers, reader, scorer, table, topics)
_FIRST = (Route.QUESTION, Route.BYSTANDER, Route.CALL_FOR_ME, Route.CHILD, Route.ACUTE, *OWN_LINES)
_KINDS_OF_QUESTION = ((Route.SUICIDAL,), *((first, *also) for also in ((), (Route.SUICIDAL,)) for first in _FIRST))
"""The beginnings of questions that differ in what they say."""


def files(edition: Edition) -> Iterator[tuple[str, str]]:
    """The data of an edition, by the names of its files."""
    tables = _tables()
    yield WORDS, _script("words", {"tables": {name: packed for name, (packed, _) in tables.items()}, **_told(edition)})
    yield OTHERS, _script("others", _others())
    made_of = {name: table.made_of for name, (_, table) in tables.items()}
    for locale in edition.languages:
        answers = _Answers(edition, locale).all()
        yield answers_file(locale.code), _script(f'answers["{locale.code}"]', {"madeOf": made_of, **answers})


def _script(place: str, value: object) -> str:
    """A script that notes a value, each set in its order: a page from a disk may load one, but no JSON."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=sorted)
    return f"globalThis.typedWords ??= {{}};\ntypedWords.answers ??= {{}};\ntypedWords.{place} = {written};\n"


@cache
def _tables() -> Mapping[str, tuple[str, table.Table]]:
    paths = {"routes": listener.ROUTES, "topics": listener.TOPICS}
    return {name: (b64encode(path.read_bytes()).decode(), table.read(path)) for name, path in paths.items()}


def _told(edition: Edition) -> Mapping[str, object]:
    """All that decides but the tables, the same in every language."""
    phrases = {name: [phrase for one in firm.read().values() for phrase in getattr(one, name)] for name in _LISTS}
    guide = edition.guide
    opened = _opened(edition)
    labels = {label: route for route, (_, label) in ASKED.items()}
    return {
        "figures": {module.__name__.rpartition(".")[2]: _figures(module) for module in _DECIDING},
        "routes": list(Route),
        "ownWords": answer.OWN_WORDS,
        "ofTheGuide": OF_THE_GUIDE,
        "claims": [route for route in Route if route in CLAIMS],
        "crisis": list(decision.CRISIS_FROM),
        "smallTalk": decision.SMALL_TALK,
        "tells": decision.TELLS,
        "keeps": [route for route in Route if route in KEEPS_FROM_PARENTS],
        "nearParents": [route for route in Route if is_near_parents(route, guide)],
        "asked": list(ASKED),
        "sameWords": {one.name: labels[one.title] for one in guide.screens.values() if one.title in labels},
        "phrases": phrases,
        "scripts": language.SCRIPTS,
        "emoji": reader.EMOJI,
        "telling": language.TELLING,
        "cries": language.CRIES,
        "oneself": {guide.region(screen) for screen in ABOUT_ONESELF},
        "strict": answer.STRICT,
        "regions": {route: regions_of(route, guide) for route in Route},
        "asksOnly": answer.ASKS_ONLY,
        "askNothing": answer.ASK_NOTHING,
        "faq": {name: faq.screen for name, faq in FAQ.items()},
        "inDanger": offers.IN_DANGER,
        "seenNow": offers.SEEN_NOW,
        "grownUp": answer.GROWN_UP,
        "notOfAChild": answer.NOT_OF_A_CHILD,
        "maybeAChild": answer.MAYBE_A_CHILD,
        "ofAnybody": answer.OF_ANYBODY,
        "lean": answer.LEAN,
        "ownLines": sorted(OWN_LINES),
        "ownAge": listener.OWN_AGE,
        "asks": listener.ASKS,
        "ofAChild": listener.OF_A_CHILD,
        "grownUpWords": listener.GROWN_UP,
        "ofAGrownUp": listener.OF_A_GROWN_UP,
        "corrected": denials.CORRECTED,
        "denied": denials.DENIED,
        "words": language.TELLING_WORDS,
        "opened": _elsewhere(opened[False]),
        "kept": _elsewhere(opened[True]),
        "claiming": answer.claiming(guide),
        "regionOf": {screen: guide.region(screen) for screen in guide.screens},
        "wipes": wiping.WIPE_WORDS,
        "beside": wiping.BESIDE,
        "polite": wiping.POLITE,
        "pleas": wiping.PLEAS,
    }


_LISTS = (*sorted(CRISIS), firm.NEVER)


def _elsewhere(opened: Mapping[str, str]) -> Mapping[str, str]:
    """What opens in the place of a screen, where that is not the screen itself."""
    return {screen: opened.get(screen, "") for screen in _columns() if opened.get(screen) != screen}


def _others() -> Mapping[str, object]:
    """The one page in each other language."""
    return {
        code: {
            "name": one.name,
            "dir": one.dir,
            "title": one.title,
            "html": "".join(f"<p>{with_numbers(line)}</p>" for line in one.lines),
        }
        for code, one in other_languages.read().items()
    }


def _opened(edition: Edition) -> Mapping[bool, Mapping[str, str]]:
    """What opens for somebody who types at the beginning and asks for a screen; and what does after a child's own
    abuse."""
    begin = edition.guide.begin(local=edition.is_local)
    return {
        keeps: {
            screen: there for screen in _columns() if (there := opened_by(screen, begin, edition.guide, keeps=keeps))
        }
        for keeps in (False, True)
    }


def _columns() -> Sequence[str]:
    """The screens that a text can be near."""
    return [*dict.fromkeys(map(screen_of, _tables()["topics"][1].columns))]


def _figures(module: ModuleType) -> dict[str, object]:
    """The public names of a module that stand for a number, or a number for each route."""
    named = {name: value for name, value in vars(module).items() if re.fullmatch(r"[A-Z][A-Z_]*", name)}
    return {name: value for name, value in named.items() if _is_figure(value)}


def _is_figure(value: object) -> bool:
    return all(type(one) in (int, float) for one in (value.values() if isinstance(value, dict) else [value]))


class _Answers:
    """The answers in one language."""

    def __init__(self, edition: Edition, locale: Locale) -> None:
        self._edition, self._guide, self._speak = edition, edition.guide, edition.speech(locale)
        self._begin = edition.guide.begin(local=edition.is_local)

    def all(self) -> Mapping[str, object]:
        speak, screens = (
            self._speak,
            dict.fromkeys(one for of in _opened(self._edition).values() for one in of.values()),
        )
        labels = {route: words.LEAVE if route is Route.WIPE else label for route, (_, label) in ASKED.items()}
        return {
            "most": MOST_MEANT,
            "needs112": NEEDS_112,
            "ofChildren": OF_CHILDREN,
            "maybeOfChildren": MAYBE_OF_CHILDREN,
            "telling": TELLING,
            "start": START,
            "title": speak(TITLE),
            "others": speak(words.OTHER_LANGUAGES),
            "heard": {route: self._heard(route) for route in Route},
            "ask": {kind_of_question(routes): self._question(routes) for routes in _KINDS_OF_QUESTION},
            "labels": {route: speak(label) for route, label in labels.items()},
            "screens": {screen: self._screen(screen) for screen in screens},
            "faq": {name: self._html([faq.words]) for name, faq in FAQ.items()},
            "behind": self._html(BEHIND_OPENING),
            "dying": self._html([DYING]),
            "story": self._html(ANSWERS[LONG_STORY].web_parts),
            "presses": dict(self._presses()),
        }

    def _heard(self, route: Route) -> list[object]:
        """What the answer of a route says, and its ways: of each its screen, its label and its address."""
        said = ANSWERS[HEARD[route]]
        ways = [self._way(there) for visit in said.meant if (there := self._there(visit))]
        return [self._html(said.web_parts), ways]

    def _question(self, routes: Sequence[Route]) -> str:
        return self._html(Question("", routes, ()).web_parts)

    def _screen(self, screen: str) -> list[object]:
        """Its title, its address, how it begins, and whether its title opens it: nobody is taken for somebody by the
        title of a page about oneself."""
        found = self._guide.screens[screen]
        html = self._html([opening(found.title, found.web_parts)])
        is_press = screen != START and screen not in ABOUT_ONESELF
        return [self._speak(found.title), self._address(screen), html, is_press]

    def _presses(self) -> Iterator[tuple[str, str]]:
        """Other words that open a page, as they do in the chat (`bot/chat/typed.py`): labels of the first page, and
        words for a helpline, for help and for another language. Each with its address."""
        guide, code = self._guide, self._speak.locale.code
        beside = self._speak(BESIDE_NUMBER).split(", ")
        for line in HELPLINES.values():
            short = " ".join(word for word in line.name.split() if word.lower() not in beside)
            named = [line.name, short] * (line.id in guide.screens)
            if line.number and (screen := screen_of_line(guide, line.id, START)):
                yield from ((said, self._address(screen)) for said in (line.number, *named))
        for spoken in self._speak(HELP).split(","):
            yield spoken, self._address(PEOPLE)
        for said in (SPOKEN["emergency"], self._speak(ANSWERS[DANGER].title)):
            yield said, danger_page(code)
        for choice in guide.choices(self._begin):
            yield self._speak(choice.label), address(guide, code, guide.follow(self._begin, choice.trigger))
        for locale in self._edition.languages:
            for name in sorted(self._edition.locales.called(locale.code)):  # the same files from the same words
                yield name, address(guide, locale.code, self._begin)

    def _address(self, screen: str) -> str:
        """Of what opens at the beginning for somebody who asks for a screen; empty where nothing does."""
        there = self._there(Visit(screen))
        return address(self._guide, self._speak.locale.code, there) if there else ""

    def _there(self, visit: Visit) -> Visit | None:
        """The visit for somebody at the beginning; none where they are already."""
        there = asked_for(self._guide, visit.screen, Visit(START, visit.facts, self._begin.local))
        return there if there and there.screen != START else None

    def _way(self, visit: Visit) -> tuple[str, str, str]:
        title = self._speak(self._guide.screens[visit.screen].title)
        return visit.screen, title, address(self._guide, self._speak.locale.code, visit)

    def _html(self, parts: Sequence[Part]) -> str:
        html = filled("answer.html", self._speak, blocks=list(self._speak.blocks(parts)))
        return re.sub(r"\s*\n\s*", "", html)


def kind_of_question(routes: Sequence[Route]) -> str:
    """What the beginning of a question depends on: which crisis leads, or whom it asks; and whether another
    route may be thoughts of death."""
    return (routes[0] if routes[0] in CRISIS else asks_whom(routes)) + ("+" if Route.SUICIDAL in routes[1:] else "")
