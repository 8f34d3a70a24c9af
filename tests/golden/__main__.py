"""Append the new buttons of this release."""

from tests.golden import add
from tests.support.person import new_pages

add(new_pages())
