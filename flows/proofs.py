"""What must hold for every map, whatever its words. A proof yields one sentence for each fault.

`watkanikdoen check` and the tests run them, and `tests/broken_maps/` holds a map that fails each.
A visit is a screen with everything the visitor has told us, so the proofs cover every situation.
"""

import re
import string
from collections.abc import Callable, Iterator

from flows.guide import Choice, Guide, NoSuchStep
from flows.helplines import HELPLINES, HUMAN_LINES, SPOKEN
from flows.screen import Copy, Link, WhenOpen
from flows.visit import START, Fact, Visit

Proof = Callable[[Guide], Iterator[str]]

MOST_CHOICES = 6
MOST_BESIDE = 1
"""Choices that are no answer to what the page asks; the first page has one more, for who reads no Dutch."""
NUMBER_IN_WORDS = re.compile(r"\b(?:11[236]|144)\b|\b0\d{2,3}[- ]?\d{4,7}\b|\+31\b")


def every_screen_can_be_reached(guide: Guide) -> Iterator[str]:
    reached = {visit.screen for visit in guide.reachable}
    for name in guide.screens:
        if name not in reached:
            yield f"{name}: no walk from {START} leads here; add a way to it or take it out"


def no_visit_is_a_dead_end(guide: Guide) -> Iterator[str]:
    for visit in _visits(guide):
        if not guide.choices(visit):
            yield f"{_named(visit)}: there is no way on from here; add one"


def every_shown_choice_works_and_no_other(guide: Guide) -> Iterator[str]:
    for screen in guide.screens:
        choices = {choice.trigger for choice in guide.all_choices(screen)}
        for trigger in sorted(guide.triggers_of(screen) ^ choices):
            yield f"{screen}: {trigger} is a choice of the page or of the machine, not of both"
    for visit in _visits(guide):
        shown = {choice.trigger for choice in guide.choices(visit)}
        for trigger in sorted(choice.trigger for choice in guide.all_choices(visit.screen)):
            works = _works(guide, visit, trigger)
            if works is not (trigger in shown):
                yield f"{_named(visit)}: {trigger} is {'hidden but works' if works else 'shown but does not work'}"


def _works(guide: Guide, visit: Visit, trigger: str) -> bool:
    try:
        guide.follow(visit, trigger)
    except NoSuchStep:
        return False
    return True


def there_are_at_most_six_choices(guide: Guide) -> Iterator[str]:
    for visit in _visits(guide):
        choices = [choice for choice in guide.choices(visit) if not _comes_on_top(choice)]
        beside = sum(choice.is_beside for choice in choices)
        asked, most_beside = len(choices) - beside, MOST_BESIDE + (visit.screen == START)
        if asked > MOST_CHOICES:
            yield f"{_named(visit)}: shows {asked} choices; people choose among {MOST_CHOICES} at most, so group them"
        if beside > most_beside:
            yield f"{_named(visit)}: marks {beside} choices as beside its subject; {most_beside} may be"


def _comes_on_top(choice: Choice) -> bool:
    """A way back, and local help where a campaign has some: without these a page is as full as for everybody."""
    return choice.is_back or ("has_local_help", True) in choice.guards


def a_human_line_is_at_most_one_tap_away(guide: Guide) -> Iterator[str]:
    for visit in _visits(guide):
        near = [visit, *guide.ahead(visit)]
        if not any(guide.screens[there.screen].helplines.intersection(HUMAN_LINES) for there in near):
            yield f"{_named(visit)}: no human line here nor one tap away; show Numbers(...) of one"


def the_beginning_is_at_most_two_taps_away(guide: Guide) -> Iterator[str]:
    after = {visit: guide.ahead(visit) for visit in _visits(guide)}
    near = {visit for visit, nexts in after.items() if START in {visit.screen, *(there.screen for there in nexts)}}
    for visit, nexts in after.items():
        if visit not in near and near.isdisjoint(nexts):
            yield f"{_named(visit)}: {START} is more than two taps away; add begin()"


def the_beginning_forgets(guide: Guide) -> Iterator[str]:
    for visit in _visits(guide):
        if visit.screen == START and visit.facts:
            yield f"{START}: is reached with {visit.facts}; let every way here be begin()"


def an_unsafe_talk_stays_closed_until_the_beginning(guide: Guide) -> Iterator[str]:
    for visit in _visits(guide):
        if Fact.UNSAFE in visit.facts:
            for choice in guide.choices(visit):
                there = guide.follow(visit, choice.trigger)
                if there.screen != START and Fact.UNSAFE not in there.facts:
                    yield f"{_named(visit)}: {choice.trigger} forgets that talking is unsafe; only {START} may"


def nobody_talks_to_parents_unasked(guide: Guide) -> Iterator[str]:
    for visit in _visits(guide):
        # Compares the facts, because the guards are what is being proved.
        if guide.screens[visit.screen].with_parents and visit.facts is not Fact.CHECKED:
            yield f"{_named(visit)}: opens a talk with the parents without 'none of these'; guard the way here"


def a_child_stays_with_the_screens_for_children(guide: Guide) -> Iterator[str]:
    for visit in _visits(guide):
        if guide.region(visit.screen) == "child":
            for there in guide.ahead(visit):
                if there.screen != START and guide.region(there.screen) != "child":
                    yield f"{_named(visit)}: leads a child to {there.screen}; only {START} may stand between"


def help_is_as_near_as_promised(guide: Guide) -> Iterator[str]:
    """How many taps from the beginning these may be."""

    def showing(helpline: str) -> set[str]:
        return {name for name, screen in guide.screens.items() if helpline in screen.helplines}

    for_bystanders = {screen.name for screen in guide.regions.get("bystander", ())}
    with_sentence = {name for name, screen in guide.screens.items() if Copy in map(type, screen.parts)}
    promises = (
        ("the number of Veilig Thuis", showing("veilig_thuis"), 1),
        ("the number of De Kindertelefoon", showing("kindertelefoon"), 1),
        ("the number of De Kindertelefoon for bystanders", showing("kindertelefoon") & for_bystanders, 2),
        ("a short answer to 'what if I am wrong'", {"worried"}, 1),
        ("the full answer to 'what if I am wrong'", {"doubt_wrong"}, 3),
        ("a sentence to say to a child", with_sentence & {"talk_child"}, 3),
    )
    depths = _depths(guide)
    for what, screens, most in promises:
        depth = min((depth for visit, depth in depths.items() if visit.screen in screens), default=None)
        if depth is None:
            yield f"{what} is nowhere; it may lie {most} deep, counted in taps"
        elif depth > most:
            yield f"{what} lies {depth} deep, counted in taps; it may be {most}"


def numbers_are_named_not_written(guide: Guide) -> Iterator[str]:
    for screen in guide.screens.values():
        for sentence in screen.sentences:
            for number in NUMBER_IN_WORDS.findall(sentence):
                yield f"{screen.name}: writes {number} in a sentence; name its helpline in braces instead"
            try:
                names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
            except ValueError:
                yield f"{screen.name}: a brace stands alone in {sentence!r}; take it out"
                continue
            for name in names:
                if name not in SPOKEN:
                    yield f"{screen.name}: names {{{name}}}, which is no helpline; fix the name"
        for helpline in sorted(screen.helplines):
            if helpline not in HELPLINES or not HELPLINES[helpline].number:
                yield f"{screen.name}: shows the number of {helpline}, which has none; fix the name"
        for part in screen.parts:
            if isinstance(part, Link) and (part.helpline not in HELPLINES or not HELPLINES[part.helpline].url):
                yield f"{screen.name}: links to {part.helpline}, which has no address; fix the name"
            if isinstance(part, WhenOpen) and (part.helpline not in HELPLINES or not HELPLINES[part.helpline].hours):
                yield f"{screen.name}: speaks of the hours of {part.helpline}, which has none; fix the name"


PROOFS: tuple[Proof, ...] = (
    every_screen_can_be_reached,
    no_visit_is_a_dead_end,
    every_shown_choice_works_and_no_other,
    there_are_at_most_six_choices,
    a_human_line_is_at_most_one_tap_away,
    the_beginning_is_at_most_two_taps_away,
    the_beginning_forgets,
    an_unsafe_talk_stays_closed_until_the_beginning,
    nobody_talks_to_parents_unasked,
    a_child_stays_with_the_screens_for_children,
    help_is_as_near_as_promised,
    numbers_are_named_not_written,
)


def faults(guide: Guide) -> Iterator[str]:
    """Every fault of a map, a line each."""
    for proof in PROOFS:
        yield from dict.fromkeys(proof(guide))


def _visits(guide: Guide) -> list[Visit]:
    return sorted(guide.visits, key=lambda visit: (visit.screen, visit.facts.value, visit.local))


def _named(visit: Visit) -> str:
    told = [str(fact.name).lower() for fact in visit.facts] + ["local"] * visit.local
    return f"{visit.screen} ({', '.join(told)})" if told else visit.screen


def _depths(guide: Guide) -> dict[Visit, int]:
    depths = {guide.begin(): 0}
    edge = list(depths)
    while edge:
        further = [there for visit in edge for there in guide.ahead(visit) if there not in depths]
        depths |= dict.fromkeys(further, depths[edge[0]] + 1)
        edge = list(dict.fromkeys(further))
    return depths
