"""Write down the buttons of this release, beside those of the ones before."""

from tests.golden import add
from tests.support.person import new_pages

add(new_pages())
