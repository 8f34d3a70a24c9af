"""`make licences`: writes docs/licences.md, the licence of every package that a copy needs, as installed here."""

from __future__ import annotations

from release import ROOT, sbom
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

The kit's fonts, Noto Sans and Noto Sans Arabic (Google), are in `campaigns/kit/fonts/` with their licence, the OFL-1.1,
cut down to the letters that print needs. They may be distributed with the kit, but not sold by themselves. axe-core
(MPL-2.0) and other developer tools are only used for tests and are in no copy.

| package | licence, as it declares it | needed for |
|---|---|---|
"""


def page() -> str:
    """The page as it should be."""
    packages = runtime()
    declared = sbom.licences(sbom.bill(packages))
    rows = [f"| {name} | {declared[name]} | {packages[name].needed_for} |\n" for name in packages if name in declared]
    elsewhere = ", ".join(name for name in packages if name not in declared)
    return HEAD + "".join(rows) + f"\nOnly on some platforms, and so not checked here: {elsewhere}.\n" * bool(elsewhere)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
