"""Addresses of databases as operators get them, from a hosting firm or a file, made into what the drivers take."""

import os
import ssl
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}

SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
PARAMETERS = frozenset({
    "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "channel_binding",
    "application_name", "connect_timeout", "host", "options", "port", "target_session_attrs",
})  # fmt: skip
"""What may stand behind the ? of a PostgreSQL address, with the meaning that libpq gives it."""

SYSTEM = "system"
"""As sslrootcert: the certificate authorities that this machine trusts."""


def parsed(text: str) -> URL:
    """The address with its driver. Raises `ValueError`, whose words repeat nothing of it: it may hold a password."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):  # the latter for a port, and it quotes what may be part of a password
        url = None
    if url is None or url.drivername not in DRIVERS or (url.drivername == "sqlite" and not url.database):
        raise ValueError("should be postgresql://name@host/database or sqlite:////path/of/a/file") from None
    if url.drivername != "sqlite":
        if find_spec("asyncpg") is None:
            raise ValueError("PostgreSQL needs asyncpg; install the guide with [scaled], or requirements-scaled.lock")
        _check_parameters({**url.query})
    return url.set(drivername=DRIVERS[url.drivername])


def sqlite(file: Path) -> URL:
    """The address of a file."""
    return URL.create(DRIVERS["sqlite"], database=str(file))


def _check_parameters(given: dict[str, Any]) -> None:
    if not (given.keys() <= PARAMETERS and all(isinstance(value, str) for value in given.values())):
        raise ValueError(f"may have these behind its ?, once each: {', '.join(sorted(PARAMETERS))}")
    mode, root = given.get("sslmode", "prefer"), given.get("sslrootcert", "")
    if mode not in SSL_MODES:
        raise ValueError(f"should have as its sslmode one of {', '.join(SSL_MODES)}")
    if root and root != SYSTEM and not os.access(root, os.R_OK):
        raise ValueError("has an sslrootcert that is no file that can be read")
    if mode.startswith("verify") and not (root or _has_root_of_ones_own()):
        raise ValueError(
            f"needs an sslrootcert for that sslmode: a file, or {SYSTEM} for those that this machine trusts"
        )
    if not given.get("connect_timeout", "0").isdecimal():
        raise ValueError("should have as its connect_timeout a whole number of seconds")
    if given.get("channel_binding") == "require":
        raise ValueError(
            "asks for channel_binding=require, which asyncpg cannot do; leave it out, "
            f"and add sslmode=verify-full&sslrootcert={SYSTEM}, which authenticates the server as well"
        )


def _has_root_of_ones_own() -> bool:
    return "PGSSLROOTCERT" in os.environ or Path("~/.postgresql/root.crt").expanduser().exists()


def connect_arguments(url: URL) -> dict[str, Any]:
    """The parameters of an address as asyncpg takes them. It understands most of them in an address of its own."""
    given = {name: str(value) for name, value in url.query.items()}
    arguments: dict[str, Any] = {}
    if seconds := int(given.pop("connect_timeout", "0")):
        arguments["timeout"] = float(seconds)
    given.pop("channel_binding", None)  # "prefer" and "disable" ask for nothing
    if given.get("sslrootcert") == SYSTEM:
        arguments["ssl"] = ssl.create_default_context()
        given.pop("sslmode", None)
        del given["sslrootcert"]
    return arguments | ({"dsn": f"postgresql://?{urlencode(given)}"} if given else {})
