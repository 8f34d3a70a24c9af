"""All settings: environment variables with the prefix `WATKANIKDOEN_`, each also readable from a file.

`WATKANIKDOEN_TOKEN_FILE=/path` reads the token from that file; a systemd credential named
`watkanikdoen_token` is found by itself. A value is never printed: an error names the setting only.
"""

# ruff: noqa: PLC0415 - SQLAlchemy takes half of the start, and is imported only where an address of a database is read

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import (
    AfterValidator,
    Field,
    HttpUrl,
    SecretStr,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from flows import Mistake

if TYPE_CHECKING:
    from sqlalchemy import URL

PREFIX = "WATKANIKDOEN_"

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class WrongSetting(Mistake):
    """A setting that cannot work. The message names it and says what it should be."""


def _root(url: str) -> str:
    return str(TypeAdapter(HttpUrl).validate_python(url)).rstrip("/")


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
    address = TypeAdapter(HttpUrl).validate_python(url.strip())
    if address.scheme != "https" and address.host != "127.0.0.1":
        raise ValueError("should be an address that begins with https://")
    if address.username or address.password or address.fragment:
        raise ValueError("should be an address without a name, a password or a #")
    return str(address)


DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


def _database(secret: SecretStr | None) -> SecretStr | None:
    """An address of SQLite or PostgreSQL, kept secret since it may hold a password."""
    if secret is None or not secret.get_secret_value().strip():
        return None
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(secret.get_secret_value().strip())
    except ArgumentError:
        url = None
    if url is None or url.drivername not in DRIVERS or (url.drivername == "sqlite" and not url.database):
        raise ValueError("should be postgresql://name@host/database or sqlite:////path/of/a/file") from None
    if url.drivername != "sqlite" and find_spec("asyncpg") is None:
        raise ValueError("PostgreSQL needs asyncpg, which comes with the extra `scaled`")
    return secret


def _state_dir() -> Path:
    """Where systemd lets us write, else where the files of a user belong that are neither settings nor cache."""
    given = os.environ.get("STATE_DIRECTORY", "").partition(":")[0]
    return Path(given) if given else Path(os.environ.get("XDG_STATE_HOME") or "~/.local/state", "watkanikdoen")


def _store(url: SecretStr) -> SecretStr:
    """The address of a store, or nothing. It may hold a password, so nothing of it is repeated."""
    address = url.get_secret_value().strip()
    if address and not address.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("should be an address such as redis://127.0.0.1:6379/0")
    return SecretStr(address)


def _site(url: str) -> str:
    """Where the web pages stand, or nothing. Codes and names of pages are put behind it."""
    if not url.strip():
        return ""
    address = TypeAdapter(HttpUrl).validate_python(url.strip())
    if address.scheme != "https":
        raise ValueError("should be an address that begins with https://")
    if address.username or address.password or address.query or address.fragment:
        raise ValueError("should be an address without a name, a password, a ? or a #")
    return str(address).rstrip("/")


class Hook(NamedTuple):
    """A webhook: the address that Telegram is given, the secret it shows there, and where we listen."""

    url: str
    secret: str
    host: str
    port: int


class Settings(BaseSettings):
    """What an operator can set; `docs` and `check` read the descriptions below."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", hide_input_in_errors=True)

    token: SecretStr | None = Field(None, description="The bot's token, from BotFather. Needed by `run` only.")
    api_url: Annotated[str, AfterValidator(_root)] = Field(
        "https://api.telegram.org", description="Root of the Bot API, without /bot."
    )
    campaigns: Path | None = Field(None, description="Path of campaigns.toml.")
    operator: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = Field(
        "", description="Who runs this copy and how to reach them, as it should read in the guide."
    )
    database_url: Annotated[SecretStr | None, AfterValidator(_database)] = Field(
        None, description="PostgreSQL for the counts of several workers. When empty: a SQLite file in STATE_DIR."
    )
    state_dir: Path = Field(default_factory=_state_dir, description="Folder for that file.")
    webhook_url: Annotated[str, AfterValidator(_hook)] = Field(
        "", description="https address to which Telegram brings updates. When empty they are fetched."
    )
    webhook_secret: SecretStr | None = Field(
        None,
        validate_default=True,
        description="What Telegram shows at that address: 1 to 256 of A-Z, a-z, 0-9, _ and -. Needed by a webhook.",
    )
    listen: Annotated[str, AfterValidator(_listen)] = Field(
        "127.0.0.1:8443", description="host:port at which the webhook's updates arrive here."
    )
    memory_url: Annotated[SecretStr, AfterValidator(_store)] = Field(
        SecretStr(""),
        description="redis://, rediss:// or unix:// address of the Valkey or Redis that several workers share. "
        "One worker needs none.",
    )
    health_listen: Annotated[str, AfterValidator(_address)] = Field(
        "", description="host:port for /live, /ready and /metrics. Off when empty."
    )
    web_url: Annotated[str, AfterValidator(_site)] = Field(
        "",
        description="https address of the web pages; the kit's links lead there, and the chat gets buttons that call.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="How much is logged.")

    @field_validator("webhook_secret")
    @classmethod
    def _plain_secret(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if info.data.get("webhook_url") and not (secret and _SECRET.fullmatch(secret.get_secret_value())):
            raise ValueError("a webhook needs a secret of 1 to 256 characters A-Z, a-z, 0-9, _ and -")
        return secret

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

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _Files(settings_cls)


class _Files(PydanticBaseSettingsSource):
    """`..._FILE`, and the folder that systemd puts credentials in."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        named = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE")
        credential = Path(os.environ.get("CREDENTIALS_DIRECTORY", ""), f"{PREFIX}{field_name}".lower())
        path = Path(named) if named else credential if "CREDENTIALS_DIRECTORY" in os.environ else None
        if path is None or not (named or path.exists()):
            return None, field_name, False
        try:
            return path.read_text("utf-8").strip(), field_name, False
        except (OSError, UnicodeDecodeError):
            raise WrongSetting(f"{PREFIX}{field_name.upper()}_FILE: that file cannot be read") from None

    def __call__(self) -> dict[str, Any]:
        values = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in values.items() if value is not None}


def read() -> Settings:
    """The settings of this process. Raises `WrongSetting`."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        raise WrongSetting(f"{PREFIX}{str(first['loc'][0]).upper()}: {first['msg']}") from None
