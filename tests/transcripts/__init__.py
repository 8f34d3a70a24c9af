"""Whole conversations, as a social worker would read them.

A transcript is a text file. Lines that begin with `> ` are what the person does:

    > /start voorbeeldstad       a command
    > [Zorgen om een kind]       a press on a button
    > mag ik iets vragen?        typed words
    > (de klok: 22:30)           it becomes this time in Amsterdam

Everything between is what stands on their screen, and is compared to the letter.
The first lines say who it is (`# ...`) and which language the phone has (`telefoon: nl`).
Before every press all our objects are made new: what it needs must stand in the button.

After words have changed: `python -m tests.transcripts` writes them again; read the difference before you commit it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from flows.helplines import AMSTERDAM
from tests.support.person import Person
from tests.support.standing_clock import DAY

FOLDER = Path(__file__).parent
PHONE = "telefoon: "
TIME = "(de klok: "


async def play(transcript: str) -> str:
    """Play what the person does, and write down the whole conversation."""
    lines = transcript.splitlines()
    head = [line for line in lines if line.startswith(("#", PHONE))]
    language = next(line.removeprefix(PHONE) for line in head if line.startswith(PHONE))
    person = Person(language, restarts=True)
    written = ["\n".join(head)]
    for line in lines:
        if line.startswith("> "):
            await _do(person, line.removeprefix("> "))
            written.append(line)
            if not line.startswith(f"> {TIME}"):
                written.append(_seen(person))
    return "\n\n".join(written) + "\n"


async def _do(person: Person, deed: str) -> None:
    if deed.startswith(TIME):
        hour, minute = deed.removeprefix(TIME).rstrip(")").split(":")
        local = DAY.astimezone(AMSTERDAM).replace(hour=int(hour), minute=int(minute))
        person.clock.moment = datetime.fromtimestamp(local.timestamp(), DAY.tzinfo)
    elif deed.startswith("["):
        await person.press(deed.strip("[]"))
    else:
        await person.write(deed)


def _seen(person: Person) -> str:
    """The screen of the phone: the page, its buttons row by row, and an alert if there was one."""
    alerts = "".join(f"(melding) {alert['text']}\n" for alert in person.phone.alerts if alert["show_alert"])
    person.phone.alerts.clear()
    if not person.phone.messages:
        return f"{alerts}(het gesprek is leeg)"
    screen = person.phone.screen
    rows = "\n".join(" ".join(f"[{button['text']}]" for button in row) for row in screen["keyboard"])
    return f"{alerts}{screen['text']}\n\n{rows}"


def files() -> list[Path]:
    """Every transcript, by name."""
    return sorted(FOLDER.glob("*/*.txt"))
