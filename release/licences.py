"""`make licences`: writes docs/licences.md, the licence of every package that a copy needs, as installed here."""

from __future__ import annotations

from importlib.metadata import metadata

from release import ROOT
from release.locks import runtime

PAGE = ROOT / "docs" / "licences.md"
HEAD = """\
# Licences of others

Our own licence is the [EUPL-1.2](../LICENSE). `reuse lint` proves that every file declares its licence
([REUSE.toml](../REUSE.toml)). `make licences` makes the list below from the packages' own metadata; versions are in the
lock files and in the bill of materials (`make sbom`).

**python-telegram-bot is LGPL-3.0.** We use it unchanged and as a separate package, which any operator can replace by
another version, so our own code keeps its own licence. Anyone who distributes a copy that contains it, such as a
container image, must include its licence and say where its source is. Changes to python-telegram-bot itself must be
shared under the LGPL.

The kit's font, Atkinson Hyperlegible (Braille Institute of America), is in `campaigns/kit/fonts/` with its licence, the
OFL-1.1. It may be distributed with the kit, but not sold by itself. axe-core (MPL-2.0) and other developer tools are
only used for tests and are in no copy.

| package | licence, as it declares it | needed for |
|---|---|---|
"""


READ = {"pyreqwest": "Apache-2.0"}
"""Packages without a declared licence, with the licence of the file they contain."""


def page() -> str:
    """The page as it should be."""
    packages = runtime().values()
    rows = [
        f"| {each.name} | {declared(each.name)} | {each.needed_for} |\n" for each in packages if not each.only_on_some
    ]
    elsewhere = ", ".join(each.name for each in packages if each.only_on_some)
    return (
        HEAD + "".join(rows) + (f"\nOnly on some platforms, and so not checked here: {elsewhere}.\n" * bool(elsewhere))
    )


def declared(package: str) -> str:
    """The licence in the metadata of an installed package: an expression, a word, or classifiers."""
    fields = metadata(package).json
    named = [line.rpartition(" :: ")[2] for line in fields.get("classifier", []) if line.startswith("License ::")]
    word = str(fields.get("license", "")).partition("\n")[0]
    return str(fields.get("license_expression", "")) or word or ", ".join(named) or READ.get(package, "not declared")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
