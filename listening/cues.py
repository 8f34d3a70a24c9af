"""Reads the cues of each language from `locales/<language>/cues.toml`, a file for social workers.

Pages are shown in a language without cues, but its typed words are not understood.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict

from flows.guide import Guide, NoSuchStep
from flows.routes import Route
from listening.listener import Listener
from listening.phrases import BrokenCues, Cues
from listening.scorer import Table
from listening.understanding import Cue
from locales import HERE, codes

CUES = "cues.toml"
TABLE = Path(__file__).with_name("table.json")
"""Made by `python -m listening.learn`."""


class _CueEntry(Struct, forbid_unknown_fields=True):
    route: Route
    hear: Annotated[tuple[str, ...], Meta(min_length=1)]
    example: Annotated[str, Meta(min_length=2)]
    unless: tuple[str, ...] = ()
    opens: str = ""
    hint: tuple[str, ...] = ()


class _CueFile(Struct, forbid_unknown_fields=True):
    cue: Annotated[tuple[_CueEntry, ...], Meta(min_length=1)]
    families: dict[str, tuple[str, ...]] = {}
    spelling: dict[str, str] = {}
    negations: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()


def read(folder: Path = HERE) -> dict[str, Cues]:
    """The cues of every language that has them, by its code. Raises `BrokenCues`."""
    return {code: _read(folder / code / CUES) for code in codes(folder) if (folder / code / CUES).exists()}


def listener(folder: Path = HERE, table: Path = TABLE) -> Listener:
    """A listener for every language that has cues. Raises `BrokenCues`."""
    try:
        examples = msgspec.json.decode(table.read_bytes(), type=Table)
    except (OSError, ValueError):
        raise BrokenCues(f"{table.name}: cannot be read; make it again with `python -m listening.learn`") from None
    return Listener(read(folder), examples)


def faults(guide: Guide, folder: Path = HERE) -> Iterator[str]:
    """Cues whose own example does not work, a line each."""
    listens = listener(folder)
    for code, written in read(folder).items():
        for cue in written.cues:
            where = f"{code}/{CUES}: {cue.example!r}"
            understood = listens.hear(cue.example)
            if understood.routes[0] is not cue.route:
                yield f"{where} is an example of {cue.route}, and leads to {understood.routes[0]}; fix one of them"
            elif not any(m.language == code and m.cue == cue and not m.is_hint for m in understood.matches):
                yield f"{where} is the example of a cue that does not match it; fix one of them"
            try:
                _ = cue.opens and guide.open(cue.opens)
            except NoSuchStep:
                yield f"{where} opens {cue.opens!r}, which is closed or does not exist; fix the name"


def _read(path: Path) -> Cues:
    where = f"{path.parent.name}/{path.name}"
    try:
        with path.open("rb") as file:
            written = convert(tomllib.load(file), _CueFile)
    except OSError as error:
        raise BrokenCues(
            f"{where}: cannot be read ({error.strerror}); give the user that runs this read access"
        ) from None
    except UnicodeDecodeError:
        raise BrokenCues(f"{where}: is not UTF-8; save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise BrokenCues(f"{where}: {error}") from None
    return Cues(
        cues=[Cue(**asdict(cue)) for cue in written.cue],
        families=written.families,
        spelling=written.spelling,
        negations=written.negations,
        lookalikes=written.lookalikes,
        ordinary=written.ordinary,
    )
