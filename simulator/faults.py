"""What can go wrong between a bot and Telegram: planned call by call, standing until it ends, or at random with a seed.

`Telegram.respond` carries faults out. Over HTTP they are real bytes, silence or a reset connection; without HTTP, as in
tests, they are the errors that the bot's own client would raise.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from random import Random
from typing import Any

from simulator import refusals
from simulator.chats import Json
from simulator.refusals import error
from simulator.updates import RawUpdate, encoded

POLL = "getUpdates"
EARLIER = 200
"""Confirmed updates kept to deliver them once more."""


class Kind(StrEnum):
    """Some kinds differ only in whether the call is carried out."""

    WAIT = "429: too many requests"
    SERVER = "5xx, as JSON"
    HTML = "a page of HTML from something in between"
    NOT_OK = "status 200 around a refusal"
    UNAUTHORIZED = "401"
    CONFLICT = "409: another one polls"
    REFUSED = "a refusal in given words"
    RESET_BEFORE = "connection reset, nothing done"
    SILENCE_BEFORE = "no answer, nothing done"
    TRUNCATED = "done, half of the answer"
    RESET_AFTER = "done, connection reset"
    SILENCE_AFTER = "done, no answer"
    SLOW = "done late, then answered"


AFTER = frozenset({Kind.TRUNCATED, Kind.RESET_AFTER, Kind.SILENCE_AFTER})
"""Done without the bot knowing: a message sent like this may be sent twice."""


class AnswerLost(Exception):
    """The connection breaks where the answer should have come."""


class NoAnswer(Exception):
    """No answer comes; the caller has to stop waiting by itself."""


@dataclass(frozen=True)
class Fault:
    """The fault of one call. WAIT asks for `seconds`, SLOW takes them; `code` is for SERVER, HTML and REFUSED."""

    kind: Kind
    seconds: int = 3
    code: int = 502
    words: str = "Bad Gateway"

    def answer(self, answer: Json | None) -> tuple[int, bytes]:
        """Status and body: those of this fault, or of the call that was carried out. Raises what is no answer."""
        match self.kind:
            case Kind.RESET_BEFORE | Kind.RESET_AFTER:
                raise AnswerLost
            case Kind.SILENCE_BEFORE | Kind.SILENCE_AFTER:
                raise NoAnswer
            case Kind.HTML:
                return self.code, b"<html><head><title>Bad Gateway</title></head><body>nginx</body></html>"
            case Kind.NOT_OK:
                return 200, encoded(error(500, "Internal Server Error: restart"))
            case Kind.TRUNCATED:
                status, body = raw(answer or {})
                return status, body[: len(body) // 2]
            case Kind.SLOW:
                return raw(answer or {})
        code, description = {
            Kind.WAIT: (429, f"Too Many Requests: retry after {self.seconds}"),
            Kind.UNAUTHORIZED: (401, "Unauthorized"),
            Kind.CONFLICT: (409, f"Conflict: {refusals.OTHER_POLLER}"),
        }.get(self.kind, (self.code, self.words))
        waiting = {"retry_after": self.seconds} if self.kind is Kind.WAIT else {}
        return raw(error(code, description, **waiting))

    @property
    def carried_out(self) -> bool:
        return self.kind in AFTER or self.kind is Kind.SLOW


def refusal(words: str, code: int = 400) -> Fault:
    """Telegram refuses a call, in words that the simulator would not use itself."""
    return Fault(Kind.REFUSED, code=code, words=words)


@dataclass
class Standing:
    """A fault of every nth call to these methods; of all but polling when none are named."""

    fault: Fault
    methods: Collection[str] = ()
    every: int = 1
    seen: int = 0

    def next(self, method: str) -> Fault | None:
        if method not in self.methods if self.methods else method == POLL:
            return None
        self.seen += 1
        return self.fault if self.seen % self.every == 0 else None


# The switches beside the phone in the demo.
SWITCHES: dict[str, Callable[[], Standing]] = {
    "slow": lambda: Standing(Fault(Kind.SLOW)),
    "wait": lambda: Standing(Fault(Kind.WAIT, seconds=10), ("sendMessage", "editMessageText")),
    "third": lambda: Standing(Fault(Kind.SERVER), every=3),
}


class Faults:
    """The faults of one Telegram. There are none until they are planned."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.standing: dict[str, Standing] = {}
        self.done: Counter[Kind] = Counter()
        self.doubtful_sends: list[Any] = []  # the chats of messages that were sent without the bot knowing
        self._clock = clock
        self._planned: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self._waits: dict[int, datetime] = {}
        self._random = Random()  # noqa: S311 - faults, not secrets
        self._shares: Mapping[Fault, float] = {}
        self._polls: Mapping[Fault, float] = {}
        self._repeated = self._reordered = 0.0
        self._earlier: deque[Json] = deque(maxlen=EARLIER)

    def plan(self, method: str, *faults: Fault | None) -> None:
        """Plans the next calls to this method, one fault each; None is a call without one."""
        self._planned[refusals.CANONICAL[method.lower()]].extend(faults)

    def wait(self, chat_id: int, seconds: float) -> None:
        """Everything sent to this chat is refused with 429 for so long, by the clock of this Telegram."""
        self._waits[chat_id] = self._clock() + timedelta(seconds=seconds)

    def at_random(
        self,
        seed: int,
        shares: Mapping[Fault, float],
        *,
        polls: Mapping[Fault, float] | None = None,
        repeated: float = 0.0,
        reordered: float = 0.0,
    ) -> None:
        """Each fault in its share of all calls (`polls`: of those that fetch updates), the same with the same seed.

        `repeated` is the share of batches with an update that came before, `reordered` of those in a wrong order.
        """
        self._random = Random(seed)  # noqa: S311
        self._shares, self._polls = shares, polls or {}
        self._repeated, self._reordered = repeated, reordered

    def clear(self) -> None:
        """Ends all faults. The counts stay."""
        self.standing.clear()
        self._planned.clear()
        self._waits.clear()
        self.at_random(0, {})

    def next(self, method: str, params: Mapping[str, Any]) -> Fault | None:
        """The fault of this call, if it has one."""
        fault = self._next(method, params)
        if fault is not None:
            self.done[fault.kind] += 1
            if method == "sendMessage" and fault.kind in AFTER:
                self.doubtful_sends.append(params.get("chat_id"))
        return fault

    def _next(self, method: str, params: Mapping[str, Any]) -> Fault | None:
        if self._planned[method]:
            return self._planned[method].popleft()
        if (left := self._left(params.get("chat_id"))) > 0:
            return Fault(Kind.WAIT, seconds=left)
        for standing in self.standing.values():
            if fault := standing.next(method):
                return fault
        at = self._random.random() if self._shares or self._polls else 1.0
        for fault, share in (self._polls if method == POLL else self._shares).items():
            at -= share
            if at < 0:
                return fault
        return None

    def _left(self, chat_id: Any) -> int:
        until = self._waits.get(int(chat_id)) if self._waits and chat_id is not None else None
        return ceil((until - self._clock()).total_seconds()) if until else 0

    def delivered(self, batch: list[Json]) -> list[Json]:
        """A batch as it arrives."""
        if not (self._repeated or self._reordered):
            return batch
        arriving = list(batch)
        # Never what comes after the batch: a bot confirms all that is older than what it saw, and the answer in which
        # those came may have been lost.
        earlier = [update for update in self._earlier if batch and update["update_id"] < batch[0]["update_id"]]
        if earlier and self._random.random() < self._repeated:
            arriving += [self._random.choice(earlier), self._random.choice(arriving)]
        if self._random.random() < self._reordered:
            self._random.shuffle(arriving)
        self._earlier.extend(batch)
        return arriving


def raw(answer: Json) -> tuple[int, bytes]:
    """An answer as status and body."""
    result = answer.get("result")
    if isinstance(result, list) and any(isinstance(each, RawUpdate) for each in result):
        return 200, b'{"ok":true,"result":[%b]}' % b",".join(map(encoded, result))
    return answer.get("error_code", 200), encoded(answer)
