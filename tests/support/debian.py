"""Programs of Debian that some tests need. Without one they are skipped, and the last lines say so; CI fails."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Program:
    """A program by its name, the package that has it, and what is not tested without it."""

    name: str
    package: str
    untested: str
    same: str = ""
    """Another program that is as good."""

    @property
    def path(self) -> str | None:
        return shutil.which(self.name, path=_folders()) or (shutil.which(self.same) if self.same else None)

    @property
    def missing(self) -> str:
        return f"{self.name} is not installed: {self.untested} NOT TESTED (apt install {self.package})"

    def required(self) -> str:
        """Where it is; else the test ends here."""
        if not self.path:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(self.missing)
        return str(self.path)


def _folders() -> str:
    """Where Debian puts programs. Those of PostgreSQL are in no path; the newest version comes first."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*"), key=lambda folder: float(folder.name), reverse=True)
    return os.pathsep.join([os.environ["PATH"], "/usr/sbin", *(f"{folder}/bin" for folder in versions)])


def become(user: int | None) -> list[str]:
    """The words before a command that root runs as another user."""
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] if user else []


CHROMIUM = Program("chromium", "chromium", "PAGES IN A BROWSER ARE")
NGINX = Program("nginx", "nginx-light", "THE PROXY BEFORE THE WORKERS IS")
OPENSSL = Program("openssl", "openssl", "THE PROXY BEFORE THE WORKERS IS")
POSTGRESQL = Program("postgres", "postgresql", "COUNTING IN POSTGRESQL IS")
PROMETHEUS = Program("prometheus", "prometheus", "MONITORING IS")
PROMTOOL = Program("promtool", "prometheus", "MONITORING IS")
REDIS = Program("redis-server", "redis-server", "WHAT SEVERAL WORKERS SHARE IS", same="valkey-server")
SSH = Program("ssh-keygen", "openssh-client", "WHO SIGNED A RELEASE IS")
SYSTEMD = Program("systemd-analyze", "systemd", "THE UNIT IS")
PROGRAMS = (CHROMIUM, NGINX, OPENSSL, POSTGRESQL, PROMETHEUS, REDIS, SSH, SYSTEMD)
