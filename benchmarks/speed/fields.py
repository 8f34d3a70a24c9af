"""The parameters of a call, as a form or as JSON. They are read only when they are needed."""

import json
from abc import ABC, abstractmethod
from urllib.parse import unquote_plus

from msgspec import Raw
from msgspec.json import Decoder

_DECODER = Decoder(dict[str, Raw])


class Parameters(ABC):
    """The raw values by name."""

    def __init__(self, raw: dict[str, bytes]) -> None:
        self.raw = raw

    def number(self, name: str) -> int:
        """A whole number, also when it is a string; 0 when there is none."""
        return int(self.raw.get(name, b"0").strip(b'"'))

    def text(self, name: str) -> str:
        return self.said(self.raw[name]) if name in self.raw else ""

    @abstractmethod
    def said(self, raw: bytes) -> str:
        """A raw value as text; a list or an object as JSON."""


class FormParameters(Parameters):
    """name=value&name=value, quoted."""

    def __init__(self, body: bytes) -> None:
        pairs = (pair.partition(b"=") for pair in body.split(b"&") if pair)
        super().__init__({name.decode(): value for name, _, value in pairs})

    def said(self, raw: bytes) -> str:
        return unquote_plus(raw.decode())


class JsonParameters(Parameters):
    """An object. A keyboard in it may be an object, or a string that holds one."""

    def __init__(self, body: bytes) -> None:
        super().__init__({name: bytes(value) for name, value in _DECODER.decode(body).items()})

    def said(self, raw: bytes) -> str:
        value = json.loads(raw)
        return value if isinstance(value, str) else raw.decode()
