"""Reads and writes the campaigns file: TOML, with every fault named by its line and field."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from shutil import copymode
from typing import Annotated, Any, get_args, get_origin

from attrs import fields_dict, frozen
from cattrs import BaseConverter, BaseValidationError, Converter, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote

import locales
from campaigns.lines import Where, line_of, lines
from campaigns.schema import Campaign, Words
from flows import Mistake

EXAMPLE = Path(__file__).with_name("example.toml")


class BrokenCampaigns(Mistake):
    """A campaigns file that cannot be used. The message is its first fault; `faults` has all of them."""

    def __init__(self, faults: list[str]) -> None:
        more = len(faults) - 1
        super().__init__(faults[0] + (f" (and {more} more; `watkanikdoen check` lists them all)" if more else ""))
        self.faults = faults


@frozen
class _CampaignsFile:
    campaign: Annotated[tuple[Campaign, ...], tuple] = ()


def read(path: Path) -> dict[str, Campaign]:
    """The campaigns of a file, by code, including those whose period has ended. Raises `BrokenCampaigns`."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise BrokenCampaigns([f"{path.name}: cannot be read ({error.strerror})"]) from None
    except UnicodeDecodeError:
        raise BrokenCampaigns([f"{path.name}: is not UTF-8; save it as UTF-8"]) from None
    return parse(text, path.name)


def parse(text: str, name: str) -> dict[str, Campaign]:
    """The same, from the text of a file of this name."""
    try:
        campaigns = _READS.structure(tomllib.loads(text), _CampaignsFile).campaign
    except tomllib.TOMLDecodeError as error:
        raise BrokenCampaigns([f"{name}: {error}"]) from None
    except BaseValidationError as error:
        raise BrokenCampaigns(_faults(error, text, name)) from None
    known: dict[str, Campaign] = {}
    for place, campaign in enumerate(campaigns):
        if known.setdefault(campaign.code, campaign) is not campaign:
            line = line_of(("campaign", place, "code"), lines(text))
            raise BrokenCampaigns(
                [f"{name}, line {line}: campaign.code: {campaign.code!r} is taken; give each campaign its own"]
            )
    return known


def add(path: Path, fields: Mapping[str, object]) -> None:
    """Append a campaign to a file, or to a new one. The rest of the file, comments included, stays as it is.

    Raises `BrokenCampaigns`, and then nothing is written.
    """
    import tomlkit  # noqa: PLC0415 - slow to import, and the bot never adds a campaign

    added = "[[campaign]]\n" + tomlkit.dumps({name: fields[name] for name in fields_dict(Campaign) if name in fields})
    try:
        file = path.resolve()  # a link stays a link
        whole = file.read_bytes() if file.exists() else b""
        end = b"\r\n" if b"\r\n" in whole else b"\n"
        if whole:
            whole = whole.rstrip(b"\r\n") + 2 * end
        whole += added.encode().replace(b"\n", end)
        parse(whole.decode("utf-8-sig"), path.name)
        new = file.with_name(f"{file.name}.new")
        new.write_bytes(whole)
        if file.exists():
            copymode(file, new)
        new.replace(file)  # atomic: another process reads the old file or the new one
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenCampaigns([f"{path.name}: cannot be written ({getattr(error, 'strerror', 'not UTF-8')})"]) from None


def _faults(error: Exception, text: str, name: str) -> list[str]:
    """A sentence for each fault, in the order of the file: the line, the field, and what it should be."""
    begun = lines(text)
    found = sorted((line_of(where, begun), _field(where), said) for where, said in _found(error))
    return [f"{name}, line {line}: {field}: {said}" for line, field, said in found]


def _field(where: Where) -> str:
    return ".".join(part for part in where if isinstance(part, str))


def _found(error: Exception, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """The path to each fault that cattrs found, and what is wrong there."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote | IterableValidationNote):
            where = (*where, note.name if isinstance(note, AttributeValidationNote) else note.index)
    match error:
        case BaseValidationError():
            for inner in error.exceptions:
                yield from _found(inner, where)
        case ForbiddenExtraKeysError():
            yield from (((*where, key), "is not known here; is it misspelt?") for key in error.extra_fields)
        case KeyError():
            yield where, "is missing"
        case ValueError():
            yield where, str(error)
        case _:  # a value where a table should be
            yield where, "should be a table, with fields of its own"


def _reader() -> Converter:
    """Reads values strictly: by itself cattrs would turn a number into a text."""
    reads = Converter(forbid_extra_keys=True)
    for kind, said in (
        (str, "a text between quotes"),
        (int, "a whole number"),
        (bool, "true or false"),
        (date, "a day such as 2027-01-31"),
    ):
        reads.register_structure_hook(kind, _exactly(kind, said))
    reads.register_structure_hook_factory(lambda kind: hasattr(kind, "__metadata__"), _checked)
    table = reads.get_structure_hook(Words)
    reads.register_structure_hook_func(
        lambda kind: kind == Words,
        # A plain line is the same in every language.
        lambda words, kind: table({locales.SOURCE: words} if isinstance(words, str) else words, kind),
    )
    return reads


def _exactly(kind: type, said: str) -> Callable[[object, object], object]:
    def take(value: object, _: object) -> object:
        if type(value) is not kind:
            raise ValueError(f"should be {said}")
        return value

    return take


def _checked(kind: Any, reads: BaseConverter) -> Callable[[Any, object], Any]:
    """For an `Annotated` type: structures the value, then runs the checks behind the type."""
    inner, *checks = get_args(kind)
    take = reads.get_structure_hook(inner)

    def structure(value: Any, _: object) -> Any:
        if get_origin(inner) is tuple and not isinstance(value, list):
            raise ValueError("should be a list: between [ and ], or parts headed by [[ and ]]")
        value = take(value, inner)
        for check in checks:
            value = check(value)
        return value

    return structure


_READS = _reader()
