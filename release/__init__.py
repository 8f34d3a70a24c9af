"""What is done before something goes out: `make release`, and the papers it is made from. No part of the product."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
