"""Random walks through a whole chat, looking at what stands in it after every answer.

`python -m tests.walks 10000` takes that many walks and prints what it found, and `python -m tests.walks wipes 20`
wipes on every page there is, each after twenty different histories; the tests take a few of both.
"""

import asyncio
import random
import sys
from collections import Counter

from bot.chat.pages import Pages
from bot.chat.tap import Tap
from flows.answers import DANGER, MEDIA, OLD_BUTTON
from flows.words import chat
from flows.words.answering import TYPED
from tests.support.person import Person, new_pages
from tests.support.standing_clock import StandingClock

DEEDS = ("press",) * 12 + ("start",) * 2 + ("type", "edit", "photo", "command")
MOST_CALLS = 3
"""Of the Bot API, for a wipe: cover, delete, answer."""
SOME = 0.1
"""Of all pages are reached by many presses; the others by one."""
COMMANDS = ("/help", "/privacy", "/nl", "/en", "/onbekend")


async def walk(seed: int, pages: Pages, steps: int = 20) -> Counter[str]:
    """One person doing this and that, and wiping at the end; counts what was wrong, by what it was."""
    dice = random.Random(seed)  # noqa: S311 - a walk that can be repeated, not a secret
    person = Person(dice.choice(["nl", "en", None]), StandingClock(), pages=lambda: pages)
    found: Counter[str] = Counter()
    await person.start(dice.choice(["", "voorbeeldstad"]))
    for _ in range(dice.randint(1, steps)):
        await _do(person, dice)
        found["steps"] += 1
        messages = person.phone.messages
        found["two pages"] += sum(message["from_bot"] for message in messages) > 1
        found["a visitor's message"] += any(not message["from_bot"] for message in messages)
        found["an unanswered press"] += bool(person.phone.unanswered)
    await wipe(person, dice.choice(["button", "/wis", "/stop"]))
    found["left after the wipe"] += bool(person.chat)
    found["notifications"] += len(person.phone.notifications)
    return found


async def wipe(person: Person, how: str) -> None:
    """The quick exit, by the button or by hand."""
    if how == "button":
        if not person.phone.messages:  # wiped on the way already
            return
        labels = {locale.say(chat.WIPE) for locale in person.handler.pages.locales.values()}
        if labels.isdisjoint(person.labels):
            return
        await person.press(next(label for label in person.labels if label in labels))
    else:
        await person.write(how)


async def wipe_everywhere(pages: Pages, seed: int, every: int = 1) -> Counter[str]:
    """Wipe on every page in every language, or on one in `every`, each after a history of its own."""
    dice = random.Random(seed)  # noqa: S311
    found: Counter[str] = Counter()
    places = [(visit, "") for visit in sorted(pages.guide.reachable, key=str)]
    places += [(pages.guide.begin(), name) for name in (DANGER, TYPED, MEDIA, OLD_BUTTON)]
    for code in pages.locales:
        person = Person(code, StandingClock(), pages=lambda: pages)
        for visit, answer in places[seed % every :: every]:
            history = ["start"] * (1 + dice.randint(0, 5)) + ["words"] * dice.randint(0, 5)
            for deed in history:
                await (person.start("voorbeeldstad") if deed == "start" else person.write("mijn buurmeisje"))
            for _ in range(dice.randint(1, 30) if dice.random() < SOME else 1):
                person.phone.forge(Tap.at(visit, code, "voorbeeldstad" if visit.local else "", answer).pack())
            await person.answered()
            await person.tidied()
            before = len(person.telegram.calls)
            await person.press(pages.locales[code].say(chat.WIPE))
            calls = [call.method for call in list(person.telegram.calls)[before:]]
            found["wipes"] += 1
            found["left after the wipe"] += bool(person.chat)
            found["more than three calls"] += sum(call not in ("getMe", "getUpdates") for call in calls) > MOST_CALLS
    return found


async def _do(person: Person, dice: random.Random) -> None:
    deed = dice.choice(DEEDS)
    if not person.phone.messages or deed == "start":
        await person.start(dice.choice(["", "voorbeeldstad", "onzin"]))
    elif deed == "press":
        buttons = [b for row in person.phone.screen["keyboard"] for b in row if "callback_data" in b]
        await person.press(dice.choice(buttons)["text"])
    elif deed == "type":
        await person.write(dice.choice(["hallo", "help", "mijn buurmeisje", "🙂", "x" * 4000]))
    elif deed == "edit":
        person.phone.type("eerst")
        person.phone.edit("later")
        await person.answered()
    elif deed == "photo":
        person.phone.send_photo("kijk")
        await person.answered()
    else:
        await person.write(dice.choice(COMMANDS))


async def walks(count: int, pages: Pages, first: int = 0) -> Counter[str]:
    total: Counter[str] = Counter()
    for seed in range(first, first + count):
        total += await walk(seed, pages)
    return total


async def wipes(times: int, pages: Pages) -> Counter[str]:
    total: Counter[str] = Counter()
    for seed in range(times):
        total += await wipe_everywhere(pages, seed)
    return total


if __name__ == "__main__":
    taken = wipes if sys.argv[1] == "wipes" else walks
    print(dict(asyncio.run(taken(int(sys.argv[-1]), new_pages()))))
