"""A simulated Telegram with a clock that stands still until a test moves it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from simulator.seam import InProcess
from simulator.telegram import Telegram
from simulator.visitor import Phone

THE_BOT = "123:abc"


class StandingClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def telegram(clock: StandingClock) -> Telegram:
    return Telegram(clock, THE_BOT, name="Wat kan ik doen?")


@pytest.fixture
def phone(telegram: Telegram) -> Phone:
    """A visitor who has pressed START."""
    phone = telegram.phone(5, "nl")
    phone.start()
    return phone


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(THE_BOT, request=InProcess(telegram), get_updates_request=InProcess(telegram)) as bot:
        yield bot
