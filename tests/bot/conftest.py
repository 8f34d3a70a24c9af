"""Settings of whoever runs the tests must not reach them."""

import os

import pytest

from bot.ops.settings import PREFIX


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.upper().startswith(PREFIX) or name == "CREDENTIALS_DIRECTORY":
            monkeypatch.delenv(name)
