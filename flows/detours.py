"""Where somebody comes who asks for a screen by its name, with what they have told so far.

A button is only shown where it is open; a name can be typed anywhere. What a guard closes stays closed: the map itself
says what the guide has in its place.
"""

from collections import deque
from collections.abc import Iterator

from flows.guide import Choice, Guide, NoSuchStep
from flows.helplines import HELPLINES
from flows.screen import Link
from flows.steps import ABOUT_ONESELF
from flows.visit import START, Fact, Visit

AT_WORK = {
    "doubt_known": "pro_report_name",
    "vt_anonymous": "pro_step2",
    "vt_prepare": "pro_call",
    "doubt_words": "pro_call",
    "doubt_scared": "pro_call_first",
}
"""What professionals are offered in the place of a page for neighbours, where another rule holds for them: the family
hears who of them reported."""


def asked_for(guide: Guide, screen: str, here: Visit) -> Visit | None:
    """The visit for somebody at `here` who asks for a screen; None when the guide has nothing for them.

    It is looked for along the ways that lead to the screen, the nearest first. One may be open that only tells us that
    talking is unsafe: it is taken. One that answers the question whether talking is safe is not: its page is shown,
    with the question. Where a way is closed, a choice with the same label may stand in its place.
    """
    waiting, met = deque([screen]), {screen}
    while waiting:
        asked = waiting.popleft()
        if found := _with_facts(guide, asked, here):
            return found
        ways = list(_ways_to(guide, asked))
        for source, way in ways:
            if (asker := _with_facts(guide, source, here)) and way in guide.choices(asker):
                there = guide.follow(asker, way.trigger)
                if Fact.CHECKED in there.facts & ~asker.facts:
                    return asker
                return _with_facts(guide, screen, there) or there
        for source, way in ways:
            instead = [other.dest for other in guide.all_choices(source) if other.label == way.label]
            if not _with_facts(guide, source, here):
                instead.append(source)
            waiting += [name for name in instead if name not in met]
            met.update(instead)
    return None


def screen_of_line(guide: Guide, line: str, here: str) -> str:
    """The screen for somebody on `here` who names a helpline; nothing when only screens for somebody else show it.

    It is the screen that is called like the helpline, if the way there does not begin anew: a child stays with the
    screens for children. Else it is one of the region.
    """
    if line in guide.screens and line in _near(guide, here):
        return line
    shown = [screen for screen in guide.screens.values() if line in screen.helplines or Link(line) in screen.parts]
    region = guide.region(here)
    own = [screen for screen in shown if guide.region(screen.name) == region != guide.region(START)]
    if own:
        own.sort(key=lambda screen: HELPLINES[line].name not in screen.title and Link(line) not in screen.parts)
        return next((screen.name for screen in own if screen.name != here), here)
    if line in guide.screens:
        return line
    return next((screen.name for screen in shown if screen.name not in ABOUT_ONESELF), "")


def _near(guide: Guide, here: str) -> set[str]:
    """The screens that ways lead to from here without passing the beginning."""
    near, waiting = {here}, [here]
    while waiting:
        ways = {way.dest for way in guide.all_choices(waiting.pop())} - near - {START}
        near |= ways
        waiting += ways
    return near


def _ways_to(guide: Guide, screen: str) -> Iterator[tuple[str, Choice]]:
    for source in guide.screens:
        yield from ((source, way) for way in guide.all_choices(source) if way.dest == screen and not way.is_back)


def _with_facts(guide: Guide, screen: str, here: Visit) -> Visit | None:
    try:
        return guide.open(screen, here.facts, local=here.local)
    except NoSuchStep:
        return None
