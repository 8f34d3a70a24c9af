"""Approved conversations stay as they are."""

import asyncio
from itertools import groupby
from pathlib import Path

import pytest

from tests.transcripts import files, play

PRESSES = 6
CONVERSATIONS = 12


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_conversation_is_as_approved(path: Path) -> None:
    written = path.read_text("utf-8")
    assert asyncio.run(play(written)) == written


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_conversation_has_a_person_and_six_presses(path: Path) -> None:
    written = path.read_text("utf-8")
    assert written.startswith("# ")
    assert written.count("\n> [") >= PRESSES


def test_there_are_enough_conversations_in_each_language() -> None:
    counts = {language: len(list(found)) for language, found in groupby(files(), lambda path: path.parent.name)}
    assert counts.keys() >= {"nl", "en"}
    assert min(counts.values()) >= CONVERSATIONS
