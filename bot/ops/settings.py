"""All settings: environment variables with the prefix `WATKANIKDOEN_`, each also readable from a file.

`WATKANIKDOEN_TOKEN_FILE=/path` reads the token from that file; a systemd credential named
`watkanikdoen_token` is found by itself. A value is never printed: an error names the setting only.
"""

# ruff: noqa: PLC0415, RUF009 - SQLAlchemy takes half of the start, and is imported only where an address of a database is read

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import SplitResult, quote, urlsplit

import environ
from attrs import Attribute, Converter, Factory, fields, frozen

from flows import Mistake

if TYPE_CHECKING:
    from sqlalchemy import URL

PREFIX = "WATKANIKDOEN_"

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LONGEST_OPERATOR = 300

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class WrongSetting(Mistake):
    """A setting that cannot work. The message names it and says what it should be."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that is never printed."""

    _text: str = field(repr=False)

    def get_secret_value(self) -> str:
        return self._text


def _url(text: str) -> SplitResult:
    """An address of http or https as programs write it, whatever a person wrote."""
    try:
        address = urlsplit(text.strip())
        host = (address.hostname or "").encode("idna").decode()
        port = f":{address.port}" if address.port is not None else ""
    except ValueError:
        host = port = ""
    if not host or address.scheme not in ("http", "https") or re.search(r"\s", text.strip()):
        raise ValueError("should be an address such as https://example.org")
    who = address.netloc.rpartition("@")[0]
    netloc = f"{who}@" * bool(who) + (f"[{host}]" if ":" in host else host) + port
    return address._replace(netloc=netloc, path=quote(address.path or "/", safe="/%:@!$&'()*+,;=~"))


def _root(text: str) -> str:
    return _url(text).geturl().rstrip("/")


def _address(listen: str) -> str:
    """`host:port`, or nothing. The port may be 0: any that is free."""
    host, _, port = listen.strip().rpartition(":")
    if listen.strip() and not (host and port.isascii() and port.isdecimal() and int(port) < 1 << 16):
        raise ValueError("should be host:port, such as 127.0.0.1:9090")
    return listen.strip()


def _listen(listen: str) -> str:
    """`host:port`, and neither may be left open: the webhook's address has to lead there."""
    address = _address(listen)
    if not address or int(address.rpartition(":")[2]) == 0:
        raise ValueError("should be host:port, such as 127.0.0.1:8443")
    return address


def _hook(url: str) -> str:
    """Where Telegram brings updates, or nothing. Only a test on this computer may do without https."""
    if not url.strip():
        return ""
    address = _url(url)
    if address.scheme != "https" and address.hostname != "127.0.0.1":
        raise ValueError("should be an address that begins with https://")
    if "@" in address.netloc or address.fragment:
        raise ValueError("should be an address without a name, a password or a #")
    return address.geturl()


DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


def _database(text: str) -> Secret | None:
    """An address of SQLite or PostgreSQL, kept secret since it may hold a password."""
    if not text.strip():
        return None
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):  # the latter for a port, and it quotes what may be part of a password
        url = None
    if url is None or url.drivername not in DRIVERS or (url.drivername == "sqlite" and not url.database):
        raise ValueError("should be postgresql://name@host/database or sqlite:////path/of/a/file") from None
    if url.drivername != "sqlite" and find_spec("asyncpg") is None:
        raise ValueError("PostgreSQL needs asyncpg, which comes with the extra `scaled`")
    return Secret(text)


def _state_dir() -> Path:
    """Where systemd lets us write, else where the files of a user belong that are neither settings nor cache."""
    given = os.environ.get("STATE_DIRECTORY", "").partition(":")[0]
    return Path(given) if given else Path(os.environ.get("XDG_STATE_HOME") or "~/.local/state", "watkanikdoen")


def _store(url: str) -> Secret:
    """The address of a store, or nothing. It may hold a password, so nothing of it is repeated."""
    address = url.strip()
    if address and not address.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("should be an address such as redis://127.0.0.1:6379/0")
    return Secret(address)


def _site(url: str) -> str:
    """Where the web pages stand, or nothing. Codes and names of pages are put behind it."""
    if not url.strip():
        return ""
    address = _url(url)
    if address.scheme != "https":
        raise ValueError("should be an address that begins with https://")
    if "@" in address.netloc or address.query or address.fragment:
        raise ValueError("should be an address without a name, a password, a ? or a #")
    return address.geturl().rstrip("/")


@dataclass(frozen=True, slots=True)
class Hook:
    """A webhook: the address that Telegram is given, the secret it shows there, and where we listen."""

    url: str
    secret: str = field(repr=False)
    host: str
    port: int


def _operator(text: str) -> str:
    if len(text.strip()) > LONGEST_OPERATOR:
        raise ValueError(f"should have at most {LONGEST_OPERATOR} characters")
    return text.strip()


def _level(text: str) -> str:
    if text not in LEVELS:
        raise ValueError(f"should be one of {', '.join(LEVELS)}")
    return text


def _set(default: Any, read: Callable[[str], Any], words: str) -> Any:
    """A setting: what it is when nobody sets it, how its text is read (raises `ValueError`), and what it is for."""

    def checked(value: Any, setting: Attribute[Any]) -> Any:
        try:
            return read(value) if isinstance(value, str) else value
        except ValueError as error:
            raise WrongSetting(f"{PREFIX}{setting.name.upper()}: {error}") from None

    how: Any = Converter(checked, takes_field=True)
    return environ.var(default, how, help=words)


@frozen(kw_only=True)
class Settings:
    """What an operator can set."""

    # Where environ-config looks for it. Its own decorator would add just this, and says nothing to a type checker.
    _prefix: ClassVar[str] = PREFIX.removesuffix("_")

    token: Secret | None = _set(None, Secret, "The bot's token, from BotFather. Needed by `run` only.")
    api_url: str = _set("https://api.telegram.org", _root, "Root of the Bot API, without /bot.")
    campaigns: Path | None = _set(None, Path, "Path of campaigns.toml.")
    operator: str = _set("", _operator, "Who runs this copy and how to reach them, as it should read in the guide.")
    database_url: Secret | None = _set(
        None, _database, "PostgreSQL for the counts of several workers. When empty: a SQLite file in STATE_DIR."
    )
    state_dir: Path = _set(Factory(_state_dir), Path, "Folder for that file.")
    webhook_url: str = _set("", _hook, "https address to which Telegram brings updates. When empty they are fetched.")
    webhook_secret: Secret | None = _set(
        None, Secret, "What Telegram shows at that address: 1 to 256 of A-Z, a-z, 0-9, _ and -. Needed by a webhook."
    )
    listen: str = _set("127.0.0.1:8443", _listen, "host:port at which the webhook's updates arrive here.")
    memory_url: Secret = _set(
        Secret(""),
        _store,
        "redis://, rediss:// or unix:// address of the Valkey or Redis that several workers share. "
        "One worker needs none.",
    )
    health_listen: str = _set("", _address, "host:port for /live, /ready and /metrics. Off when empty.")
    web_url: str = _set(
        "", _site, "https address of the web pages; the kit's links lead there, and the chat gets buttons that call."
    )
    log_level: str = _set("INFO", _level, "How much is logged: DEBUG, INFO, WARNING or ERROR.")

    @property
    def database(self) -> URL:
        """Where the counts are kept."""
        from sqlalchemy import URL, make_url

        if self.database_url is None:
            file = self.state_dir.expanduser() / "counts.sqlite3"
            return URL.create(DRIVERS["sqlite"], database=str(file))
        url = make_url(self.database_url.get_secret_value().strip())
        query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}  # asyncpg's word
        return url.set(drivername=DRIVERS[url.drivername], query=query)

    @property
    def hook(self) -> Hook | None:
        """The webhook, or None when updates are fetched."""
        if not self.webhook_url or self.webhook_secret is None:
            return None
        host, _, port = self.listen.rpartition(":")
        return Hook(self.webhook_url, self.webhook_secret.get_secret_value(), host.strip("[]"), int(port))


def _files() -> Iterator[tuple[str, str]]:
    """What stands in the files that `..._FILE` names, and in the credentials of systemd."""
    for setting in fields(Settings):
        name = f"{PREFIX}{setting.name.upper()}"
        named = os.environ.get(f"{name}_FILE")
        credential = Path(os.environ.get("CREDENTIALS_DIRECTORY", ""), name.lower())
        path = Path(named) if named else credential if "CREDENTIALS_DIRECTORY" in os.environ else None
        if name not in os.environ and path is not None and (named or path.exists()):
            try:
                yield name, path.read_text("utf-8-sig").strip()
            except (OSError, UnicodeDecodeError):
                raise WrongSetting(f"{name}_FILE: that file cannot be read") from None


def read() -> Settings:
    """The settings of this process. Raises `WrongSetting`."""
    settings = environ.to_config(Settings, {**dict(_files()), **os.environ})
    secret = settings.webhook_secret
    if settings.webhook_url and not (secret and _SECRET.fullmatch(secret.get_secret_value())):
        raise WrongSetting(
            f"{PREFIX}WEBHOOK_SECRET: a webhook needs a secret of 1 to 256 characters A-Z, a-z, 0-9, _ and -"
        )
    return settings
