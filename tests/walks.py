"""Random walks through a whole chat, looking at what stands in it after every answer.

`python -m tests.walks 10000` takes that many walks and prints what it found; the tests take a few.
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections import Counter

from bot.page import Pages
from flows import furniture
from tests.phone import Clock, Person, new_pages

DEEDS = ("press",) * 12 + ("start",) * 2 + ("type", "edit", "photo", "command")
COMMANDS = ("/help", "/privacy", "/nl", "/en", "/onbekend")


async def walk(seed: int, pages: Pages, steps: int = 20) -> Counter[str]:
    """One person doing this and that, and wiping at the end; counts what was wrong, by what it was."""
    dice = random.Random(seed)  # noqa: S311 - a walk that can be repeated, not a secret
    person = Person(dice.choice(["nl", "en", None]), Clock(), pages=lambda: pages)
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
        labels = {locale.say(furniture.WIPE) for locale in person.face.pages.locales.values()}
        if labels.isdisjoint(person.labels):
            return
        await person.press(next(label for label in person.labels if label in labels))
    else:
        await person.write(how)


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


if __name__ == "__main__":
    print(dict(asyncio.run(walks(int(sys.argv[1]), new_pages()))))
