"""How the text of each setting is read. A reader raises `ValueError`, whose words never repeat the text."""

# ruff: noqa: PLC0415 - SQLAlchemy takes half of a start, and is imported only where an address of a database is read

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, quote, urlsplit

import idna

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LONGEST_OPERATOR = 300
LONGEST_COVER = 48 * 60
"""Minutes. Telegram lets a bot delete a message for 48 hours, so a page must be covered before then."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that is never printed."""

    _text: str = field(repr=False)

    def get_secret_value(self) -> str:
        return self._text


def _url(text: str) -> SplitResult:
    """An address of http or https as programs write it, however a person wrote it."""
    try:
        address = urlsplit(text.strip())
        host = _host(address.hostname or "")
        port = f":{address.port}" if address.port is not None else ""
    except ValueError:  # also of idna
        host = port = ""
    if not host or address.scheme not in ("http", "https") or re.search(r"\s", text.strip()):
        raise ValueError("should be an address such as https://example.org")
    who = address.netloc.rpartition("@")[0]
    netloc = f"{who}@" * bool(who) + (f"[{host}]" if ":" in host else host) + port
    return address._replace(netloc=netloc, path=quote(address.path or "/", safe="/%:@!$&'()*+,;=~"))


def _host(name: str) -> str:
    """The name as browsers look it up (IDNA 2008 after UTS 46). Python's own codec of 2003 makes ss of ß, which may be
    the name of somebody else."""
    return name if name.isascii() else idna.encode(name, uts46=True, std3_rules=True).decode()


def _is_this_machine(host: str | None) -> bool:
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


def api_root(text: str) -> str:
    """The token is part of every address below it, so plain http is for this machine only."""
    address = _url(text)
    if address.scheme == "http" and not _is_this_machine(address.hostname):
        raise ValueError(
            "should begin with https://: the token would travel unencrypted; http is for this machine only"
        )
    if address.query or address.fragment:
        raise ValueError("should be an address without a ? or a #")
    return address.geturl().rstrip("/")


def listener(text: str) -> str:
    """`host:port`, an address of IPv6 in brackets. The port may be 0: any that is free."""
    host, _, port = text.strip().rpartition(":")
    host = host.strip("[]")
    if not (host and port.isascii() and port.isdecimal() and int(port) < 1 << 16):
        raise ValueError("should be host:port, such as 127.0.0.1:9090")
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def fixed_listener(text: str) -> str:
    """`host:port`, where a proxy has to find it."""
    address = listener(text)
    if int(address.rpartition(":")[2]) == 0:
        raise ValueError("should be host:port, such as 127.0.0.1:8443")
    return address


def webhook(text: str) -> str:
    """Where Telegram delivers updates. Only a test on this machine may do without https."""
    address = _url(text)
    if address.scheme != "https" and not _is_this_machine(address.hostname):
        raise ValueError("should be an address that begins with https://")
    if "@" in address.netloc or address.fragment:
        raise ValueError("should be an address without a name, a password or a #")
    return address.geturl()


def site(text: str) -> str:
    """Where the web pages are. Codes and names of pages are appended to it."""
    address = _url(text)
    if address.scheme != "https":
        raise ValueError("should be an address that begins with https://")
    if "@" in address.netloc or address.query or address.fragment:
        raise ValueError("should be an address without a name, a password, a ? or a #")
    return address.geturl().rstrip("/")


def page(text: str) -> str:
    """A page that visitors can open."""
    address = _url(text)
    if address.scheme != "https" or "@" in address.netloc:
        raise ValueError("should be an address that begins with https://")
    return address.geturl()


def public_address(text: str) -> str:
    """Where somebody reports a weakness: an address as RFC 9116 writes it, or one of e-mail."""
    where = text.strip()
    if re.fullmatch(r"(mailto:)?[^\s@:/]+@[^\s@:/]+", where):
        return f"mailto:{where.removeprefix('mailto:')}"
    if where.startswith("https://"):
        return page(where)
    raise ValueError("should be an e-mail address or an address that begins with https://")


def database(text: str) -> Secret:
    """An address of SQLite or PostgreSQL, kept secret since it may hold a password."""
    from campaigns.counts.addresses import parsed

    parsed(text)
    return Secret(text)


def store(text: str) -> Secret:
    """The address of a Valkey or Redis, which may hold a password."""
    address = text.strip()
    if not address.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("should be an address such as redis://127.0.0.1:6379/0")
    return Secret(address)


def operator(text: str) -> str:
    if len(text.strip()) > LONGEST_OPERATOR:
        raise ValueError(f"should have at most {LONGEST_OPERATOR} characters")
    return text.strip()


def level(text: str) -> str:
    if text.strip() not in LEVELS:
        raise ValueError(f"should be one of {', '.join(LEVELS)}")
    return text.strip()


def minutes(text: str) -> int:
    number = text.strip()
    if not (number.isascii() and number.isdecimal() and int(number) <= LONGEST_COVER):
        raise ValueError(f"should be a number of minutes from 0, which is off, to {LONGEST_COVER}")
    return int(number)
