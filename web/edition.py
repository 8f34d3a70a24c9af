"""The pages of an edition, their addresses and their content: a page per visit and language, and a few more.

The folder of a page is named after its region and screen. A visitor's answers add a number that reveals nothing, and
those pages are hidden from search engines. All links are relative and end in `index.html`, so the pages work in any
folder of any host, and from a disk.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from campaigns import Campaign, nearby
from flows.answers import ANSWERS, DANGER
from flows.guide import Guide
from flows.helpline import Helpline
from flows.helplines import HELPLINES, HUMAN_LINES
from flows.visit import START, Fact, Visit
from flows.words import print as kit
from flows.words import web as words
from flows.words.web import ACCESSIBLE, CALLABLE, CHILD_DOOR, GENUINE_FOLDER, call_page, dashed
from locales import Locale, Locales
from locales.speech import Block, Lines, Listed, Paragraph, Quote, Speech
from web.doors import CHILD, CHILDREN, EVERYBODY, FrontDoor
from web.templating import filled, paper_page
from web.typed_field import named_languages, scripts

PEOPLE = "person_now"
ABOUT = ("on_my_phone", "privacy", "about")
"""The screens that the foot of every page links to."""

ON_PAPER = (
    ("worried", "heard_now", "write_down", "talk_child", "talk_child_how", "talk_child_secret"),
    ("veilig_thuis", "vt_prepare", "vt_anonymous", "doubt_wrong", "doubt_worse", "what_counts", "kindertelefoon"),
)
"""The screens of the printed edition: its front and its back."""

_LASTING = (Paragraph, Listed, Quote)
"""The blocks that are printed. Opening hours would be out of date, and the numbers are at the top of each side."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link: its text, and its address relative to the top folder."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The guide of one operator: for everybody, or for the visitors of one campaign.

    `bot` is the name of the bot on Telegram, if there is one. `is_hidden` asks search engines to skip all pages.
    `statement` is the address of the accessibility statement. `has_list` says that the signed list of our bots and
    pages is shown beside the folders of all editions.
    """

    guide: Guide
    locales: Locales
    campaign: Campaign | None = None
    operator: str = ""
    bot: str = ""
    is_hidden: bool = False
    statement: str = ""
    has_list: bool = False

    @property
    def is_local(self) -> bool:
        return bool(self.campaign and self.campaign.contact)

    @property
    def genuine(self) -> str:
        """Where the signed list is shown, from the top folder of this edition; nothing without one."""
        return f"{'../' if self.campaign else ''}{GENUINE_FOLDER}/" if self.has_list else ""

    @property
    def languages(self) -> list[Locale]:
        """The languages of this edition, its default language first."""
        if self.campaign is None:
            return list(self.locales.values())
        chosen = [self.locales[code] for code in self.campaign.languages]
        first = self.campaign.default_language
        return sorted(chosen, key=lambda locale: locale.code != first)

    def speech(self, locale: Locale) -> Speech:
        return Speech(locale, None, nearby(self.campaign, locale.code), self.operator)

    def visits(self) -> list[Visit]:
        """All visits of this edition, those without facts first."""
        found = (visit for visit in self.guide.reachable if visit.local is self.is_local)
        return sorted(found, key=lambda visit: (visit.facts.value, visit.screen))

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page: its address and its HTML."""
        yield "", self._door(EVERYBODY, "")
        yield f"{CHILD_DOOR}/", self._door(CHILDREN, f"{CHILD_DOOR}/")
        for locale in self.languages:
            speak = self.speech(locale)
            for visit in self.visits():
                yield address(self.guide, locale.code, visit), self._visit(speak, visit)
            yield danger_page(locale.code), self._danger(speak)
            for line in CALLABLE:
                yield call_page(locale.code, line), self._call(speak, HELPLINES[line])
            yield paper_page(locale.code), self._paper(speak)
            if self.statement:
                page = self._screen(speak, words.ACCESSIBILITY, accessibility_page, statement=self.statement)
                yield accessibility_page(locale.code), page

    def _visit(self, speak: Speech, visit: Visit) -> str:
        screen = self.guide.screens[visit.screen]
        ways = [Way(speak(ANSWERS[DANGER].title), danger_page(speak.locale.code))] if screen.emergency_first else []
        ways_back: list[Way] = []
        for choice, there in zip(self.guide.choices(visit), self.guide.ahead(visit), strict=True):
            if choice.is_back:
                ways_back.append(self._way_back(speak, there))
            else:
                ways.append(Way(speak(choice.label), address(self.guide, speak.locale.code, there)))
        return self._screen(
            speak,
            screen.title,
            lambda code: address(self.guide, code, visit),
            blocks=list(speak.blocks(screen.web_parts)),
            is_first=visit.screen == START,
            human=HUMAN_LINES[:: -1 if self.guide.region(visit.screen) == CHILD else 1],
            ways=ways,
            ways_back=ways_back,
            is_hidden=visit.facts is not Fact.NOTHING,
        )

    def _danger(self, speak: Speech) -> str:
        screen = ANSWERS[DANGER]
        blocks = list(speak.blocks(screen.web_parts))
        return self._screen(speak, screen.title, danger_page, blocks=blocks, ways=[self.way(speak, PEOPLE)])

    def _call(self, speak: Speech, line: Helpline) -> str:
        blocks = [speak.lines(line.id)]
        return self._screen(
            speak, line.name, lambda code: call_page(code, line.id), blocks=blocks, is_hidden=True, dials=True
        )

    def _screen(
        self,
        speak: Speech,
        title: str,
        at: Callable[[str], str],
        *,
        blocks: Sequence[Block] = (),
        human: Sequence[str] = HUMAN_LINES,
        is_first: bool = False,
        is_hidden: bool = False,
        ways: Sequence[Way] = (),
        ways_back: Sequence[Way] | None = None,
        **more: object,
    ) -> str:
        """A page of the guide. `at` is its address in each language; without another way back it leads to the
        beginning."""
        shown = {line.helpline.id for block in blocks if isinstance(block, Lines) for line in block.lines}
        if ways_back is None:
            ways_back = [self._way_back(speak, self.guide.begin(local=self.is_local))]
        return self._filled(
            "screen.html",
            at(speak.locale.code),
            speak,
            title=speak(title),
            blocks=blocks,
            numbers=speak.lines(*(line for line in human if line not in shown)),
            here={each.code: at(each.code) for each in self.languages},
            is_first=is_first,
            is_hidden=self.is_hidden or is_hidden,
            scripts=scripts([locale.code for locale in self.languages], speak.locale.code),
            others=named_languages() if is_first else [],
            about=self._about(speak),
            danger=danger_page(speak.locale.code),
            ways=ways,
            ways_back=ways_back,
            **more,
        )

    def _about(self, speak: Speech) -> list[Way]:
        """What the foot of every page links to."""
        ways = [self.way(speak, name) for name in ABOUT]
        if self.statement:
            ways.append(Way(speak(words.ACCESSIBILITY), accessibility_page(speak.locale.code)))
        return ways

    def _door(self, door: FrontDoor, place: str) -> str:
        speeches = [self.speech(locale) for locale in self.languages]
        code = self.campaign.code if self.campaign else ""
        telegram = f"https://t.me/{self.bot}" + (f"?start={code}" if code else "")
        return self._filled(
            "landing.html",
            place,
            speeches[0],
            # Some hosts show a folder at its name without a slash. Links that go through the folder work there too.
            top="../" * place.count("/") + (f"../{code}/" if code else ""),
            door=door,
            here={speak.locale.code: self.way(speak, door.screen).address for speak in speeches},
            speeches=speeches,
            child=CHILD,
            watched=ABOUT[0],
            for_whom=kit.FOR_WHOM,
            telegram=telegram if self.bot and door.for_everybody else "",
            is_hidden=self.is_hidden,
        )

    def _paper(self, speak: Speech) -> str:
        def printed(name: str) -> tuple[str, list[Block]]:
            screen = self.guide.screens[name]
            return speak(screen.title), [each for each in speak.blocks(screen.web_parts) if isinstance(each, _LASTING)]

        return self._filled(
            "paper.html",
            paper_page(speak.locale.code),
            speak,
            human_lines=speak.lines(*HUMAN_LINES),
            sides=[[printed(name) for name in side] for side in ON_PAPER],
            is_hidden=self.is_hidden,
        )

    def way(self, speak: Speech, screen: str) -> Way:
        """A link to a screen, for a visitor who has answered nothing."""
        visit = self.guide.open(screen, local=self.is_local)
        return Way(speak(self.guide.screens[screen].title), address(self.guide, speak.locale.code, visit))

    def _way_back(self, speak: Speech, visit: Visit) -> Way:
        """By the title of where it leads: a page has room for it, and the first page is known as the beginning."""
        label = words.BEGIN if visit.screen == START else self.guide.screens[visit.screen].title
        return Way(speak(label), address(self.guide, speak.locale.code, visit))

    def _filled(self, template: str, place: str, speak: Speech, **more: object) -> str:
        always = {
            "edition": self,
            "start": f"{speak.locale.code}/",
            "people": self.guide.screens[PEOPLE].title,
            "top": "../" * place.count("/"),
        }
        return filled(template, speak, **(always | more))


def address(guide: Guide, locale: str, visit: Visit) -> str:
    """The address of a visit: `nl/bystander/talk-child/`, and a number when there are facts."""
    if visit.screen == START:
        return f"{locale}/"
    number = f"{visit.facts.value + 1}/" if visit.facts else ""
    return f"{locale}/{guide.region(visit.screen)}/{dashed(visit.screen)}/{number}"


def danger_page(locale: str) -> str:
    return f"{locale}/112/"


def accessibility_page(locale: str) -> str:
    return f"{locale}/{ACCESSIBLE}/"
