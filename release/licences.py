"""`make licences`: lists in docs/licences.md the licence of every package that a copy needs, as installed here."""

from release import ROOT, introduction, sbom
from release.locks import runtime

PAGE = ROOT / "docs" / "licences.md"


def page() -> str:
    """The page as it should be."""
    packages = runtime()
    declared = sbom.licences(sbom.bill(packages))
    lines = ["| package | licence, as it declares it | needed for |", "|---|---|---|"]
    lines += [f"| {name} | {declared[name]} | {packages[name].needed_for} |" for name in packages if name in declared]
    if elsewhere := ", ".join(name for name in packages if name not in declared):
        lines += ["", f"Only on some platforms, and so not checked here: {elsewhere}."]
    return introduction(PAGE) + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
