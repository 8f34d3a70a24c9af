"""Everything around a release: `make release` and the papers it needs. Not part of the product."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
