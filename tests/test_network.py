"""What the tests may reach: this computer, and nothing else."""

import asyncio
import socket

import pytest


def test_no_test_connects_to_anything_outside_this_computer() -> None:
    """192.0.2.1 is nobody's: it is kept for examples."""
    with socket.socket() as one, pytest.raises(RuntimeError, match="a test connects to"):
        one.connect(("192.0.2.1", 443))


async def test_nor_does_the_event_loop() -> None:
    with pytest.raises(RuntimeError, match="a test connects to"):
        await asyncio.open_connection("192.0.2.1", 443)
