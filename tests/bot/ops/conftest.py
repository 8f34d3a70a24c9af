"""A pulse whose clock stands still until a test moves it."""

from dataclasses import dataclass

import pytest

from bot.ops.metrics import Pulse


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pulse(clock: Clock) -> Pulse:
    return Pulse(clock)
