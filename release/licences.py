"""`make licences`: writes docs/licences.md, the licence of every package that a copy is built on, as installed here."""

from __future__ import annotations

from importlib.metadata import metadata

from release import ROOT
from release.locks import runtime

PAGE = ROOT / "docs" / "licences.md"
HEAD = """\
# Licences of others

Ours is the [EUPL-1.2](../LICENSE). `reuse lint` proves that every file says its licence ([REUSE.toml](../REUSE.toml)).
The list below is made by `make licences` from what the packages themselves declare; versions stand in the lock files
and in the bill of materials (`make sbom`).

**python-telegram-bot is LGPL-3.0.** We use it unchanged and as a package of its own, which anybody who runs a copy can
replace by another version, so our own code keeps its own licence. Who passes on a copy with it inside, such as a
container image, passes on its licence and where its source is; who changes python-telegram-bot itself shares that
change under the LGPL.

The font of the kit, Atkinson Hyperlegible (Braille Institute of America), lies in `campaigns/kit/fonts/` with its
licence, the OFL-1.1. It may be passed on with the kit, and not be sold by itself. axe-core (MPL-2.0) and the other
tools of developers are used to test and are in no copy.

| package | licence, as it declares it | needed for |
|---|---|---|
"""


READ = {"pyreqwest": "Apache-2.0"}
"""Packages that declare nothing, with what the licence says that lies in them."""


def page() -> str:
    """The page as it should stand."""
    packages = runtime().values()
    rows = [
        f"| {each.name} | {declared(each.name)} | {each.needed_for} |\n" for each in packages if not each.only_on_some
    ]
    elsewhere = ", ".join(each.name for each in packages if each.only_on_some)
    return (
        HEAD + "".join(rows) + (f"\nOnly on some machines, and so not looked at here: {elsewhere}.\n" * bool(elsewhere))
    )


def declared(package: str) -> str:
    """The licence in the metadata of an installed package: as an expression, in a word, or as a classifier."""
    says = metadata(package).json
    named = [line.rpartition(" :: ")[2] for line in says.get("classifier", []) if line.startswith("License ::")]
    word = str(says.get("license", "")).partition("\n")[0]
    return str(says.get("license_expression", "")) or word or ", ".join(named) or READ.get(package, "not declared")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
