"""Typed words -> what they may be about.

No page depends on this: every answer shows the numbers, the human lines and the way to everything else. There is no
network: the same words always lead to the same answer, and `watkanikdoen listen` says why.

`reader` undoes spelling, `firm` finds the few phrases that decide, `scorer`, `topics` and `mentions` compare with what
was learnt, `language` knows who needs another one, and `decision` says how sure that makes us.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from flows import Mistake
from flows.routes import CRISIS, Route
from listening import firm, table
from listening.crises import Crises
from listening.decision import decide
from listening.denials import AS_DENIED, CORRECTS, NO, YES, apart, denied
from listening.features import features
from listening.language import language_of
from listening.mentions import Mentions
from listening.reader import STOP, Reader
from listening.scorer import Scorer
from listening.table import Table
from listening.topics import Topics
from listening.understanding import Certainty, Understanding
from locales import HERE

ROUTES, TOPICS, MENTIONS, CRISES = (
    Path(__file__).with_name(f"{name}.gz") for name in ("routes", "topics", "mentions", "crises")
)
"""Made by `python -m listening.learn`."""


CERTAIN = 0.9
"""How likely a text has to be Dutch, or English, for the answer to come in that language."""


I_AM = re.compile(r"\b(?:ik ben|kben|k ben|i am|im)\b|^ben\b")
"""As `Reader` leaves it: without signs and capitals."""

OWN_AGE = (
    r"(?<!\bals )(?<!\btoen )(?<!\bwhen )"
    r"\b(?:ik|ik ben|kben|k ben|ben|i am|im|i)(?: pas| nog maar| zelf| net| only| just)? (?:[6-9]|1[0-7])\b"
    r"(?! (?:weken|maanden|dagen|weeks|months|days|keer|times|uur|hours|euro))"
    r"(?! (?:jaar|years) (?:getrouwd|samen|geleden|werkzaam|leraar|juf|married|together|ago|sober))"
    r"|\b(?:ik ben|kben|i am|im)(?: nog| maar| pas| ook| zelf| just| only| still)? (?:een|a) (?:kind|kid|child)\b"
    r"(?! (?:van|of|uit|from)\b)"
)
"""How somebody under 18 says it: an age, or that they are a child. A pattern that scripts read too."""
_OWN_AGE = re.compile(OWN_AGE)

GROWN_UP = (
    r"\b(?:ik|ik ben|kben|k ben|ben|i am|im)(?: nu| al| zelf| bijna| now| just| almost)? (?:1[89]|[2-9]\d)\b"
    r"(?! (?:weken|maanden|dagen|uur|minuten|keer|km|meter|procent|euro|weeks|months|days|hours|minutes|times|percent))"
    r"|\b(?:mijn|mn|onze|ons|my|our)"
    r"(?: eigen| oudste| jongste| kleine| twee| drie| beide| own| oldest| eldest| youngest| two| three| both)? "
    r"(?:(?:(?:klein|stief|pleeg|schoon)?(?:zoon|dochter)(?:tje)?s?|zonen|(?:klein|stief|pleeg)?kind(?:eren)?)"
    r"|leerling(?:en)?|vrouw|man|collegas?|(?:grand|step)?(?:sons?|daughters?|child(?:ren)?|kids?)"
    r"|foster (?:son|daughter|child)|wife|husband|pupils?|students?|colleagues?)\b"
    r"(?! (?:brother|sister|bro|sis|broertje|zusje|cousin))"
)
"""How grown-ups give themselves away: by their age, or by whom they call theirs. No child's of 45,000 examples has it.
Scripts read this pattern too."""
_GROWN_UP = re.compile(GROWN_UP)

TAKEN = (
    r"\b(?:ingenomen|doorgeslikt|geslikt|overdosis|overdose|swallowed)\b"
    r"|\b(?:heb|have|ive) (?:ze|er|them|some|it|\d+)(?: \w+)? (?:op|genomen|gepakt|taken)\b"
    r"|\b(?:al|net|er) (?:\w+ )?(?:genomen|gepakt)\b|\b(?:took|taken) (?:some|them|it|all|the|a lot|\d+)\b"
)
"""How somebody says that they have taken something: after thoughts of death pills, elsewhere it may be anything."""
_TAKEN = re.compile(TAKEN)

LONGEST = 60
"""Words of a later message; a longer text is a story, which mentions many things."""

DROPPED = 0.25
"""How likely words that are denied have to be about a route for that to be what is denied."""
FEW_DENIED = 3
"""Words of a denial that may be of anything."""

_NUMBERS = """
    twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
"""
_BESIDE_NUMBERS = """
    ik ben we zijn hij zij ze die het dat er is was wordt bijna net pas nu nog niet geen ongeveer rond denk volgens
    mij mijn een de jaar jaren jarige maand maanden weken half halve anderhalf oud van of en beide allebei oudste
    jongste meisje meisjes jongen jongens jongetje jongetjes zoon dochter kind kinderen baby tweeling groep klas
    i am im we are were he hes she shes they theyre its it about around almost nearly just only now not yet maybe
    think my a an one the year years yr yrs old month months mo weeks and or of both oldest youngest little in grade
    girl girls boy boys son daughter kid kids child children twins group
"""
NUMBERS = frozenset(_NUMBERS.split())
AGE_WORDS = NUMBERS.union(_BESIDE_NUMBERS.split())
"""The words of somebody who only says how old somebody is: two digits or a number, and words like these."""

OF_A_CHILD: Mapping[Route, float] = {
    Route.CHILD: 3.0,
    **dict.fromkeys((Route.PARENT, Route.CARER, Route.PARTNER, Route.SURVIVOR, Route.PROFESSIONAL), 0.2),
}
"""How much likelier each route is where somebody says an age under 18 of their own."""
OF_A_GROWN_UP: Mapping[Route, float] = {Route.CHILD: 0.1, Route.YOUNG: 0.1}
"""And where somebody else gives themselves away as a grown-up."""

ASKS = (
    r"(?:^|\$ )(?:(?:en|maar|oke|ok|dus|and|but|so|ok) )*"
    r"(?:wat(?! een\b| het )|hoe|wie|waar|wanneer|waarom|welke|welk|kan|kunnen|mag|moet|moeten|zal|zullen|komt|komen"
    r"|gaan|pakken|krijg|telt|geldt|helpt|is het|is dat|is dit|had ik|weten ze"
    r"|hebben jullie|what|how|who|where|when|why|which"
    r"|(?:can|could|may|must|should|shall|do|does|did|will|would)(?! be\b| not\b| have\b)"
    r"|is it|is this|is that|are you|are they)\b"
    r"|(?<!\bik )(?<!\bhij )(?<!\bze )(?<!\bzij )(?<!\bje )(?<!\bwe )(?<!\bwij )(?<!\bdie )(?<!\bdan )(?<!\banders )"
    r"(?<!\bnu )(?<!\bdat )(?<!\bmorgen )(?<!\bstraks )(?<!\bweer )(?<!dag )(?<!daag )"
    r"\b(?:kan|mag|moet|zal) (?:ik|je|hij|ze|het|dit|dat)\b"
    r"|\b(?:can|could|should|will|would|do) (?:i|you|they|we)\b"
    r"|\b(?:of|maar) is (?:dat|het|dit)\b|\b(?:or|but) is (?:that|it|this)\b|\b(?:wat nu|wat dan|what now)(?= \$|$)"
)
"""How a question is asked, rather than more told. A pattern that scripts read too."""
_ASKS = re.compile(ASKS)

NO_WEIGHTS: Mapping[Route, float] = {}


class BrokenTables(Mistake):
    """What was learnt cannot be read."""


class Listener:
    """Listens to every language at once, by the tables that were learnt and the firm phrases."""

    def __init__(self, routes: Table, topics: Table, mentions: Table, crises: Table, phrases: firm.Firm) -> None:
        self._reader = Reader(routes.has, phrases.words)
        self._scorer, self._topics, self._phrases = Scorer(routes, phrases), Topics(topics), phrases
        self._mentions, self._crises = Mentions(mentions), Crises(crises)

    def hear(self, text: str, weights: Mapping[Route, float] = NO_WEIGHTS) -> Understanding:
        """What a text may be about. Takes time in proportion to its length, whatever it holds.

        `weights` say how much likelier each route is than it would be by the text alone; 1 where it has none.
        """
        read = self._reader.read(text)
        words, gone, marks = self._without_denied(read)
        length = len(words) - words.count(STOP)
        if not marks and (other := language_of(text, words, self._reader.knows)):
            return Understanding(Certainty.LANGUAGE, language=other)
        said, denies = " ".join(words), denied(" ".join(read))
        later = features(words) if length <= LONGEST else set()
        corrects = CORRECTS.search(" ".join(read)) is not None
        weights = NO_WEIGHTS if corrects else weights
        asks = "?" in text or _ASKS.search(said) is not None
        scored, (near, faq) = self._scorer.score(words, marks), self._topics.nearest(words, asks=asks)
        ours = "en" if scored.english >= CERTAIN else "nl" if scored.english <= 1 - CERTAIN else ""
        is_child = _OWN_AGE.search(said) is not None
        is_grown_up = not is_child and _GROWN_UP.search(said) is not None
        shares = _weighed(scored.shares, OF_A_CHILD if is_child else OF_A_GROWN_UP if is_grown_up else NO_WEIGHTS)
        shares = _weighed(shares, dict.fromkeys(denies, AS_DENIED))
        alone = decide(shares, near, length, marks, ours, asks=asks, faq=faq)
        weighed = _weighed(shares, weights)
        found = decide(weighed, near, length, marks, ours, asks=asks, faq=faq) if weights else alone
        if is_child and found.certainty is Certainty.OPEN:  # an age, and nothing else that we understand
            found = replace(found, certainty=Certainty.SURE, routes=(Route.YOUNG,))
        return replace(
            found,
            says_i_am=is_child or I_AM.search(said) is not None,
            is_child=is_child,
            is_grown_up=is_grown_up,
            is_age=_is_age(words),
            says_no=bool(gone) or NO.search(said) is not None,
            says_yes=YES.search(said) is not None,
            drops=frozenset() if denies else self._about(gone),
            says_little=alone.certainty is Certainty.OPEN,
            mentions=self._mentions.of(later, length) if later else (),
            crises=self._crises.of(later) if later else {},
            denies=denies,
            has_taken=_TAKEN.search(said) is not None,
            corrects=corrects,
        )

    def _without_denied(self, words: Sequence[str]) -> tuple[Sequence[str], Sequence[str], frozenset[str]]:
        """Words without their denial, the denial, and the marks of the rest. No firm phrase of a crisis is left out."""
        marks, (rest, gone) = self._phrases.marks(words), apart(words)
        is_crisis = firm.NEVER not in marks and not CRISIS.isdisjoint(marks)
        return (words, (), marks) if is_crisis or not gone else (rest, gone, self._phrases.marks(rest))

    def _about(self, gone: Sequence[str]) -> frozenset[Route]:
        """The routes that denied words may be about; a few words, such as "not that", about any."""
        if len(gone) <= FEW_DENIED:
            return frozenset(Route) if gone else frozenset()
        shares = self._scorer.score(gone, frozenset()).shares
        return frozenset(route for route, share in shares.items() if share >= DROPPED)

    def why(self, text: str, route: Route) -> list[str]:
        """What speaks most for a route. These are words of the text: only for its author."""
        return self._scorer.why(self._reader.read(text), route)

    def near(self, text: str) -> list[tuple[str, float]]:
        """The screens most like a text, each with its likeness."""
        return self._topics.nearest(self._reader.read(text))[0]


class Deaf:
    """Listens where nothing that was learnt can be read: it leaves everything open."""

    def hear(self, _: str, __: Mapping[Route, float] = NO_WEIGHTS) -> Understanding:
        return Understanding(Certainty.OPEN)


def read(folder: Path = HERE, tables: Sequence[Path] = (ROUTES, TOPICS, MENTIONS, CRISES)) -> Listener:
    """A listener with what was learnt. Raises `BrokenTables` or `BrokenPhrases`."""
    routes, topics, mentions, crises = map(_table, tables)
    return Listener(routes, topics, mentions, crises, firm.Firm(firm.read(folder).values()))


def _table(path: Path) -> Table:
    try:
        return table.read(path)
    except (OSError, EOFError, ValueError, KeyError, zlib.error):
        raise BrokenTables(f"{path.name}: cannot be read; make it with `python -m listening.learn`") from None


def _is_age(words: Sequence[str]) -> bool:
    """Whether words only say how old somebody is."""
    numbers = [word for word in words if word in NUMBERS or (word.isdigit() and len(word) <= len("99"))]
    return bool(numbers) and AGE_WORDS.issuperset({*words} - {STOP, *numbers})


def _weighed(shares: Mapping[Route, float], weights: Mapping[Route, float]) -> Mapping[Route, float]:
    weighed = {route: share * weights.get(route, 1.0) for route, share in shares.items()}
    total = sum(weighed.values())
    return {route: share / total for route, share in weighed.items()}


def faults() -> Iterator[str]:
    """What of the tables or the phrases does not work, a line each."""
    try:
        listens = read()
    except Mistake as mistake:
        yield str(mistake)
        return
    for code, written in firm.read().items():
        for route in sorted(CRISIS):
            for phrase in getattr(written, route):
                text = phrase.replace("...", "").replace("*", "")
                if listens.hear(text).route not in CRISIS:
                    yield f"{code}/{firm.FIRM}: {phrase!r} is not heard; `never` has words of it, so change one of them"
