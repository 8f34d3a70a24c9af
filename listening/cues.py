"""Reads the cues that each language listens for: `locales/<language>/cues.toml`, made for people who know the words.

A language without cues is spoken, and not listened to.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct, ValidationError, convert

from flows.guide import Guide, NoSuchStep
from flows.routes import Route
from listening.listener import BrokenCues, Cues, Listener
from listening.scorer import Table
from listening.understanding import Cue
from locales import HERE, codes

CUES = "cues.toml"
TABLE = Path(__file__).with_name("table.json")
"""Made by `python -m listening.learn`."""


class _Cue(Struct, forbid_unknown_fields=True):
    route: Route
    hear: Annotated[tuple[str, ...], Meta(min_length=1)]
    example: Annotated[str, Meta(min_length=2)]
    unless: tuple[str, ...] = ()
    opens: str = ""
    hint: tuple[str, ...] = ()


class _File(Struct, forbid_unknown_fields=True):
    cue: Annotated[tuple[_Cue, ...], Meta(min_length=1)]
    families: dict[str, tuple[str, ...]] = {}
    spelling: dict[str, str] = {}
    negations: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()


class _Learnt(Struct):
    routes: tuple[str, ...]
    weights: dict[str, str]


def read(folder: Path = HERE) -> dict[str, Cues]:
    """The cues of every language that has them, by its code. Raises `BrokenCues`."""
    return {code: _read(folder / code / CUES) for code in codes(folder) if (folder / code / CUES).exists()}


def listener(folder: Path = HERE, table: Path = TABLE) -> Listener:
    """All languages, ready to be listened to. Raises `BrokenCues`."""
    try:
        learnt = msgspec.json.decode(table.read_bytes(), type=_Learnt)
    except (OSError, ValueError):
        raise BrokenCues(f"{table.name}: cannot be read; make it again with `python -m listening.learn`") from None
    return Listener(read(folder), Table(learnt.routes, learnt.weights))


def faults(guide: Guide, folder: Path = HERE) -> Iterator[str]:
    """Cues that do not do what they say, a line each."""
    listens = listener(folder)
    for code, written in read(folder).items():
        for cue in written.cues:
            where = f"{code}/{CUES}: {cue.example!r}"
            heard = listens.hear(cue.example)
            if heard.routes[0] is not cue.route:
                yield f"{where} is an example of {cue.route}, and leads to {heard.routes[0]}; mend one of them"
            elif not any(fired.language == code and fired.cue == cue and not fired.is_hint for fired in heard.fired):
                yield f"{where} is the example of a cue that does not hear it; mend one of them"
            try:
                _ = cue.opens and guide.open(cue.opens)
            except NoSuchStep:
                yield f"{where} opens {cue.opens!r}, where nobody can be who told us nothing; mend the name"


def _read(path: Path) -> Cues:
    where = f"{path.parent.name}/{path.name}"
    try:
        with path.open("rb") as file:
            written = convert(tomllib.load(file), _File)
    except OSError as error:
        raise BrokenCues(
            f"{where}: cannot be read ({error.strerror}); who starts this must be able to read it"
        ) from None
    except UnicodeDecodeError:
        raise BrokenCues(f"{where}: is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise BrokenCues(f"{where}: {error}") from None
    except ValidationError as error:
        raise BrokenCues(f"{where}: {error}") from None
    return Cues(
        cues=[Cue(cue.route, cue.hear, cue.example, cue.unless, cue.opens, cue.hint) for cue in written.cue],
        families=written.families,
        spelling=written.spelling,
        negations=written.negations,
        lookalikes=written.lookalikes,
        ordinary=written.ordinary,
    )
