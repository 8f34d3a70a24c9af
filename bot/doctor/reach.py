"""Why an address cannot be reached: each step of a connection is tried by itself, so that the fix can be named."""

import asyncio
import errno
import socket
import ssl
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

from bot.doctor.findings import Finding, wrong

STEP = 5.0
"""Seconds for one step."""


async def cause(url: str) -> Finding:
    """Why the server at `url` gives no answer that can be used. The address shown is its host and port only."""
    return await asyncio.to_thread(_cause, urlsplit(url))


def _cause(address: SplitResult) -> Finding:
    proxy = _proxy(address)
    there = proxy or address
    try:
        connection = socket.create_connection((there.hostname, _port(there)), STEP)
    except OSError as error:  # TimeoutError is one
        return connection_failed(error, _named(there), is_proxy=proxy is not None)
    with connection:
        if proxy is not None and (refusal := _refusal(connection, address)):
            said = f"the proxy {_named(proxy)} does not let us through to {_named(address)} ({refusal})"
            return wrong(said, f"ask its operator to allow {_named(address)}")
        if address.scheme == "https":
            try:
                ssl.create_default_context().wrap_socket(connection, server_hostname=address.hostname).close()
            except OSError as error:  # ssl.SSLError is one
                return _tls_failed(error, address)
    return wrong(
        f"{_named(address)} is there, and does not answer as the Bot API does",
        "try again in a minute; is a proxy or firewall in between that answers in its place?",
    )


def _proxy(address: SplitResult) -> SplitResult | None:
    """The proxy that the environment names for it."""
    proxies = getproxies()
    named = proxies.get(address.scheme) or proxies.get("all")
    if not named or proxy_bypass(address.hostname or ""):
        return None
    return urlsplit(named if "//" in named else f"http://{named}")


def _port(address: SplitResult) -> int:
    return address.port or (443 if address.scheme == "https" else 80)


def _named(address: SplitResult) -> str:
    return f"{address.hostname}:{_port(address)}"


def connection_failed(error: OSError, there: str, *, is_proxy: bool) -> Finding:
    """What an error of connecting means."""
    whom = f"the proxy {there}" if is_proxy else there
    mend = "; correct HTTPS_PROXY, or leave it out" if is_proxy else ""
    match error:
        case socket.gaierror():
            host = there.rpartition(":")[0]
            return wrong(f"the name {host} cannot be resolved", f"check DNS on this machine: getent hosts {host}{mend}")
        case ConnectionRefusedError():
            fix = mend.removeprefix("; ") or "is the address right? Else a firewall refuses: allow outgoing TCP to it"
            return wrong(f"{whom} refuses the connection", fix)
        case TimeoutError():
            return wrong(f"{whom} does not answer within {STEP:.0f} s", f"let this machine out to {there}{mend}")
        case OSError(errno=errno.ENETUNREACH | errno.EHOSTUNREACH | errno.EADDRNOTAVAIL):
            return wrong(f"there is no route to {whom}", f"check the network of this machine: ip route{mend}")
    return wrong(f"{whom} cannot be connected to ({type(error).__name__})", f"check the network of this machine{mend}")


def _refusal(proxy: socket.socket, address: SplitResult) -> str:
    """Ask a proxy for a tunnel; returns how it refuses, or nothing."""
    try:
        proxy.sendall(f"CONNECT {_named(address)} HTTP/1.1\r\nHost: {_named(address)}\r\n\r\n".encode())
        words = proxy.recv(4096).split(None, 2)
    except OSError:
        words = []
    if len(words) < 2:  # noqa: PLR2004 - the version and the status
        return "no answer"
    return "" if words[1] == b"200" else f"HTTP {words[1].decode('ascii', 'replace')}"


def _tls_failed(error: OSError, address: SplitResult) -> Finding:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return wrong(
            f"{_named(address)} cannot be spoken to over TLS ({type(error).__name__})",
            "is the address right? Else a proxy or firewall is in between",
        )
    return wrong(
        f"the certificate of {_named(address)} is not trusted: {error.verify_message}",
        "is the clock right, and ca-certificates installed? For a proxy that opens TLS, set SSL_CERT_FILE",
    )
