"""Programs of Debian that a few tests need. Without one they are skipped, and the last lines say so; CI fails."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Program:
    """A program by its name, and what to say when it is not there."""

    name: str
    missing: str

    @property
    def path(self) -> str | None:
        return shutil.which(self.name, path=f"{os.environ['PATH']}:/usr/sbin")

    def required(self) -> str:
        """Where it is; else the test ends here."""
        if not self.path:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(self.missing)
        return str(self.path)


NGINX = Program("nginx", "nginx is not installed: THE PROXY BEFORE THE WORKERS IS NOT TESTED (apt install nginx-light)")
OPENSSL = Program("openssl", "openssl is not installed: THE PROXY BEFORE THE WORKERS IS NOT TESTED")
SYSTEMD = Program("systemd-analyze", "systemd-analyze is not installed: THE UNIT IS NOT TESTED (apt install systemd)")
PROGRAMS = (NGINX, OPENSSL, SYSTEMD)
