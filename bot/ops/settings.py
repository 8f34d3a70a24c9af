"""All settings: environment variables with the prefix `WATKANIKDOEN_`, each also readable from a file.

`WATKANIKDOEN_TOKEN_FILE=/path` reads the token from that file; a systemd credential named `watkanikdoen_token` is found
by itself. An empty one counts as unset. A value is never printed: an error names the setting only.
"""

# ruff: noqa: PLC0415, RUF009 - SQLAlchemy takes half of a start, and is imported only where the database is used

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import environ
from attrs import Attribute, Converter, Factory, fields, frozen

from bot.ops import values
from bot.ops.values import Secret
from flows import Mistake

if TYPE_CHECKING:
    from sqlalchemy import URL

PREFIX = "WATKANIKDOEN_"

_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class WrongSetting(Mistake):
    """A setting that cannot work. The message names it and says what it should be."""


@dataclass(frozen=True, slots=True)
class Hook:
    """A webhook: the address that Telegram is given, the secret it shows there, and where we listen."""

    url: str
    secret: str = field(repr=False)
    host: str
    port: int


def _state_dir() -> Path:
    """The folder that systemd lets us write, or else the user's folder for state."""
    given = os.environ.get("STATE_DIRECTORY", "").partition(":")[0]
    return Path(given) if given else Path(os.environ.get("XDG_STATE_HOME") or "~/.local/state", "watkanikdoen")


def _set(default: Any, read: Callable[[str], Any], words: str) -> Any:
    """A setting: its default, how its text is read (raises `ValueError`), and its help text."""

    def checked(value: Any, setting: Attribute[Any]) -> Any:
        try:
            return read(value) if isinstance(value, str) and value else value
        except ValueError as error:
            raise WrongSetting(f"{PREFIX}{setting.name.upper()}: {error}") from None

    how: Any = Converter(checked, takes_field=True)
    return environ.var(default, how, help=words)


@frozen(kw_only=True)
class Settings:
    """What an operator can set."""

    # Where environ-config looks for it. Its own decorator would add just this, and says nothing to a type checker.
    _prefix: ClassVar[str] = PREFIX.removesuffix("_")

    token: Secret | None = _set(None, Secret, "The bot's token, from BotFather. Only `run` and `doctor` need it.")
    api_url: str = _set("https://api.telegram.org", values.api_root, "Root of the Bot API, without /bot.")
    campaigns: Path | None = _set(None, Path, "Path of campaigns.toml.")
    operator: str = _set("", values.operator, "Who runs this copy and how to reach them, as visitors read it.")
    database_url: Secret | None = _set(
        None, values.database, "PostgreSQL for the counts of several workers. When empty: a SQLite file in STATE_DIR."
    )
    state_dir: Path = _set(Factory(_state_dir), Path, "Folder for that file.")
    webhook_url: str = _set(
        "", values.webhook, "https address to which Telegram delivers updates. When empty they are fetched."
    )
    webhook_secret: Secret | None = _set(
        None, Secret, "What Telegram shows at that address: 1 to 256 of A-Z, a-z, 0-9, _ and -. Needed by a webhook."
    )
    listen: str = _set("127.0.0.1:8443", values.fixed_listener, "host:port where the webhook's updates arrive here.")
    memory_url: Secret = _set(
        Secret(""),
        values.store,
        "redis://, rediss:// or unix:// address of the Valkey or Redis that several workers share. "
        "One worker needs none.",
    )
    health_listen: str = _set("", values.listener, "host:port for /live, /ready and /metrics. Off when empty.")
    web_url: str = _set(
        "", values.site, "https address of the web pages: the kit links to it, and the chat gets buttons that call."
    )
    security_contact: str = _set(
        "",
        values.public_address,
        "E-mail or https address for reports of a weakness; makes security.txt of the web pages.",
    )
    accessibility_url: str = _set(
        "", values.page, "https address of the accessibility statement; adds a page about it to the web pages."
    )
    official: Path | None = _set(None, Path, "Path of the signed list of your bots and pages, official.toml.")
    cover_after: int = _set(
        60, values.minutes, "Minutes after which a page that nobody has pressed is covered. 0 switches it off."
    )
    log_level: str = _set("INFO", values.level, "How much is logged: INFO (DEBUG is the same), WARNING or ERROR.")

    @property
    def database(self) -> URL:
        """Where the counts are stored. Raises `WrongSetting`."""
        from campaigns.counts.addresses import parsed, sqlite

        if self.database_url is not None:
            return parsed(self.database_url.get_secret_value())
        try:
            return sqlite(self.state_dir.expanduser() / "counts.sqlite3")
        except RuntimeError:  # this user has no home, or there is no such user
            raise WrongSetting(f"{PREFIX}STATE_DIR: ~ leads to no folder; name it in full") from None

    @property
    def hook(self) -> Hook | None:
        """The webhook, or None when updates are fetched."""
        if not self.webhook_url or self.webhook_secret is None:
            return None
        host, _, port = self.listen.rpartition(":")
        return Hook(self.webhook_url, self.webhook_secret.get_secret_value(), host.strip("[]"), int(port))


NAMES = tuple(f"{PREFIX}{setting.name.upper()}" for setting in fields(Settings))
SECRET = tuple(f"{PREFIX}{name}" for name in ("TOKEN", "WEBHOOK_SECRET", "DATABASE_URL", "MEMORY_URL"))


def read() -> Settings:
    """The settings of this process. Raises `WrongSetting`."""
    settings = environ.to_config(Settings, dict(_given()))
    secret = settings.webhook_secret
    if settings.webhook_url and not (secret and _WEBHOOK_SECRET.fullmatch(secret.get_secret_value())):
        raise WrongSetting(
            f"{PREFIX}WEBHOOK_SECRET: a webhook needs a secret of 1 to 256 characters A-Z, a-z, 0-9, _ and -"
        )
    return settings


def _given() -> Iterator[tuple[str, str]]:
    """Each setting that has a value: in the environment, else in the file that `..._FILE` names, or in a credential of
    systemd."""
    for name in NAMES:
        value = os.environ.get(name, "")
        if not value.strip() and (path := _file(name)):
            try:
                value = path.read_text("utf-8-sig").strip()
            except (OSError, UnicodeDecodeError):
                is_named = os.environ.get(f"{name}_FILE", "").strip()
                where = f"{name}_FILE: that file" if is_named else f"CREDENTIALS_DIRECTORY: {path.name} in it"
                raise WrongSetting(f"{where} cannot be read") from None
        if value.strip():
            yield name, value


def _file(name: str) -> Path | None:
    if named := os.environ.get(f"{name}_FILE", "").strip():
        return Path(named)
    if not (folder := os.environ.get("CREDENTIALS_DIRECTORY")):
        return None
    try:
        return credential if (credential := Path(folder, name.lower())).exists() else None
    except PermissionError:
        raise WrongSetting(f"CREDENTIALS_DIRECTORY: {folder} cannot be read by this user") from None


def doubts() -> Iterator[str]:
    """What works, and is probably not meant: a sentence for each, without any value."""
    known = {*NAMES, *(f"{name}_FILE" for name in NAMES)}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            guess = "".join(f"; do you mean {near}?" for near in get_close_matches(name, known, 1))
            is_harmless = re.fullmatch(r"[A-Z_]{1,60}", name)
            yield f"{name} is no setting{guess}" if is_harmless else f"{PREFIX}... is no setting"
    for name in NAMES:
        path = _file(name)
        if path and os.environ.get(name, "").strip():
            yield f"{name} is set, and a file for it as well; the file is not read"
        elif path and name in SECRET and os.name == "posix" and path.stat().st_mode & 0o007:
            yield f"{name} is in a file that every user of this machine can open; chmod 0400 would do"
