"""`make licences`: writes docs/licences.md, the licence of every package that a copy is built on.

The licences come from the bill of materials, which reads what each package declares.
"""

from __future__ import annotations

from release import ROOT, sbom
from release.locks import runtime

PAGE = ROOT / "docs" / "licences.md"
HEAD = """\
# Licences of others

Ours is the [EUPL-1.2](../LICENSE). `reuse lint` checks that each file states its licence ([REUSE.toml](../REUSE.toml)).
`make licences` makes the list below from what the packages themselves declare; versions are in the lock files and in
the bill of materials (`make sbom`).

**python-telegram-bot is LGPL-3.0.** We use it unchanged and as a package of its own, which every operator can replace
by another version, so our own code keeps its own licence. If you pass on a copy that includes it, such as a container
image, pass on its licence and where to find its source; if you change python-telegram-bot itself, share that change
under the LGPL.

The font of the kit, Atkinson Hyperlegible (Braille Institute of America), is in `campaigns/kit/fonts/` with its
licence, the OFL-1.1. It may be passed on with the kit, and not be sold by itself. axe-core (MPL-2.0) and the other
tools of developers are for testing, and are in no copy.

| package | licence, as it declares it | needed for |
|---|---|---|
"""


def page() -> str:
    """The page as it should stand."""
    packages = runtime()
    said = sbom.licences(sbom.bill(packages))
    rows = [f"| {name} | {said[name]} | {packages[name].needed_for} |\n" for name in packages if name in said]
    elsewhere = ", ".join(name for name in packages if name not in said)
    return (
        HEAD + "".join(rows) + f"\nOnly on some machines, and so not looked at here: {elsewhere}.\n" * bool(elsewhere)
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
