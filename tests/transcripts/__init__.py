"""Whole conversations, in a form that a social worker can read.

A transcript is a text file. Lines that start with `> ` are what the visitor does:

    > /start voorbeeldstad       a command
    > [Zorgen om een kind]       a press on a button
    > mag ik iets vragen?        typed words
    > (de klok: 22:30)           the time in Amsterdam

Everything between is the visitor's screen, and is compared letter by letter.
The first lines say who the visitor is (`# ...`) and the language of the phone (`telefoon: nl`).
All objects are made anew before every press, so the button must carry everything that the press needs.

After a change of words `python -m tests.transcripts` writes them again; read the diff before you commit it.
"""

from datetime import datetime
from pathlib import Path

from flows.helpline import AMSTERDAM
from tests.support.person import Person
from tests.support.standing_clock import DAY

FOLDER = Path(__file__).parent
PHONE = "telefoon: "
TIME = "(de klok: "


async def play(transcript: str) -> str:
    """Play what the visitor does, and return the whole conversation."""
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


async def _do(person: Person, action: str) -> None:
    if action.startswith(TIME):
        hour, minute = action.removeprefix(TIME).rstrip(")").split(":")
        local = DAY.astimezone(AMSTERDAM).replace(hour=int(hour), minute=int(minute))
        person.clock.moment = datetime.fromtimestamp(local.timestamp(), DAY.tzinfo)
    elif action.startswith("["):
        await person.press(action.strip("[]"))
    else:
        await person.write(action)


def _seen(person: Person) -> str:
    """The screen of the phone: the page, its buttons row by row, and alerts."""
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
