"""The state behind the demo page: one visitor at a time, and the scenes and switches beside the phone."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field

from simulator.chats import Json
from simulator.clock import Clock, Moment
from simulator.faults import SWITCHES
from simulator.telegram import Telegram

FIRST_VISITOR = 1001
# The page asks again by then, so that its clock stays right when nothing else happens.
LONGEST_WAIT = 20.0


@dataclass(frozen=True)
class Scene:
    """A visitor who starts at a moment of the week. The name is given in each language of the page."""

    name: Mapping[str, str]
    moment: Moment
    language: str = "nl"
    code: str = ""


@dataclass(frozen=True)
class Exhibit:
    """Something to open beside the phone. Name and file are given in each language of the page."""

    name: Mapping[str, str]
    file: Mapping[str, str]


@dataclass(frozen=True)
class Tour:
    """What the page says about one bot: its purpose in each language of the page, scenes, and codes to start with.

    The files of the exhibits are served with the page.
    """

    purpose: Mapping[str, str] = field(default_factory=dict)
    scenes: Sequence[Scene] = ()
    codes: Sequence[str] = ()
    exhibits: Sequence[Exhibit] = ()


NO_TOUR = Tour()


class Desk:
    """Shows the phone of the present visitor, and does what the page asks."""

    def __init__(self, telegram: Telegram, clock: Clock, tour: Tour) -> None:
        self._telegram = telegram
        self._clock = clock
        self._tour = tour
        self._language = "nl"
        self._visitor = FIRST_VISITOR
        self._phone = telegram.phone(self._visitor, self._language)

    async def state(self, seen: int) -> Json:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._telegram.change(seen), LONGEST_WAIT)
        return self._shown()

    def act(self, action: str, given: Json) -> None:
        """One action of the page, by name. LookupError for what does not exist."""
        match action:
            case "start":
                self._phone.start(str(given.get("payload", "")))
            case "type":
                self._phone.type(str(given["text"]))
            case "press":
                row, column = given["button"]
                self._phone.press_on(int(given["message_id"]), (int(row), int(column)))
            case "language":
                self._language = self._phone.language_code = str(given["code"])
            case "clock" if moment := given["moment"]:
                self._clock.set(Moment(*map(int, moment)))
            case "clock":
                self._clock.follow()
            case "scene":
                self._play(self._tour.scenes[int(given["number"])])
            case "connection":
                self._telegram.connection_lost = bool(given["lost"])
            case "fault":
                name, standing = str(given["name"]), self._telegram.faults.standing
                standing.pop(name, None)
                if given["on"]:
                    standing[name] = SWITCHES[name]()
            case "reset":
                self._begin_anew()
            case _:
                raise LookupError(f"no action {action!r}")
        self._telegram.changed()

    def _play(self, scene: Scene) -> None:
        self._clock.set(scene.moment)
        self._language = scene.language
        self._begin_anew()
        self._phone.start(scene.code)

    def _begin_anew(self) -> None:
        # The chat of the previous visitor stays as it was.
        self._visitor += 1
        self._phone = self._telegram.phone(self._visitor, self._language)

    def _shown(self) -> Json:
        telegram, phone = self._telegram, self._phone
        return {
            "version": telegram.version,
            "visitor": phone.chat_id,
            "name": telegram.profile("name", self._language[:2]),
            "description": telegram.profile("description", self._language[:2]),
            "language": self._language,
            **asdict(self._tour),
            "messages": phone.messages,
            "alerts": phone.alerts,
            "turning": [
                {"message_id": query.message_id, "callback_data": query.button}
                for query in telegram.queries.values()
                if query.chat_id == phone.chat_id
            ],
            "clock": {"time": self._clock.local.isoformat(timespec="seconds"), "chosen": self._clock.chosen},
            "connection_lost": telegram.connection_lost,
            "faults": list(telegram.faults.standing),
        }
