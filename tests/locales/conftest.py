"""A copy of the catalogues that a test may break."""

import shutil
from pathlib import Path

import pytest

import locales


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(locales.HERE, tmp_path / "locales", ignore=shutil.ignore_patterns("__pycache__")))
