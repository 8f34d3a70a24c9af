"""Which version of the guide this is."""

from importlib.metadata import version

VERSION = version("watkanikdoen")
"""From the tag, or from the archive that it was built from: `0.2.0`, or `0.2.1.dev3+g1234567` three commits later."""
