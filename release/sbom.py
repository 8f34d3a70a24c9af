"""`make sbom`: the bill of materials of a copy, as CycloneDX, from the packages locked and installed here.

Developer tools and test dependencies are left out.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.ops.version import VERSION
from flows import Mistake
from release import ROOT
from release.locks import Locked, runtime

OUT = ROOT / "watkanikdoen.cdx.json"
"""Not in dist/, whose files are those of one release."""

UNDECLARED = {"pyreqwest": "Apache-2.0"}
"""Packages without a declared licence, with the licence of the file they contain."""


class NotInstalled(Mistake):
    """An installed package differs from the lock. The message names it and says what to do."""


def bill(packages: dict[str, Locked]) -> dict[str, Any]:
    """These packages as installed here, with their licences and dependencies.

    Raises `NotInstalled`: a bill that differs from the lock would be worse than none.
    """
    command = ["environment", sys.executable, "--pyproject", "pyproject.toml", "--output-reproducible", "--no-validate"]
    made = subprocess.run(  # noqa: S603 - our own tool and arguments
        [sys.executable, "-m", "cyclonedx_py", *command], cwd=ROOT, capture_output=True, check=True
    )
    bom: dict[str, Any] = json.loads(made.stdout)
    locked = {each.name: each.version for each in packages.values() if not each.only_on_some}
    bom["components"] = [part for part in bom["components"] if _name(part) in locked]
    for part in bom["components"]:
        part.pop("externalReferences", None)  # chat and donation links are no materials, and take seconds to validate
        if licence := UNDECLARED.get(_name(part)):
            part["licenses"] = [{"license": {"id": licence}}]
    installed = {_name(part): part["version"] for part in bom["components"]}
    for name, version in locked.items():
        if installed.get(name) != version:
            raise NotInstalled(
                f"{name} {version} is locked and {installed.get(name)} installed; run `make .venv/ready`"
            )
    kept = {bom["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in bom["components"])}
    bom["dependencies"] = [
        {**each, "dependsOn": sorted(kept & set(each.get("dependsOn", [])))}
        for each in bom["dependencies"]
        if each["ref"] in kept
    ]
    return bom


def licences(bill: dict[str, Any]) -> dict[str, str]:
    """The licence of each package on a bill, by name."""
    return {_name(part): _licence(part["licenses"][0]) for part in bill["components"]}


def _licence(stated: dict[str, Any]) -> str:
    """An SPDX expression or id, or else the last words of a classifier such as `OSI Approved :: BSD License`."""
    licence = stated.get("license", {})
    return str(stated.get("expression") or licence.get("id") or licence["name"].rpartition(" :: ")[2])


def write(out: Path = OUT, version: str = VERSION) -> None:
    """Write it as JSON, after validating it against the standard."""
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 - with the next one it takes seconds to import
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    bom = bill(runtime())
    bom["metadata"]["component"]["version"] = version
    text = json.dumps(bom, indent=2, ensure_ascii=False) + "\n"
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(f"the bill of materials is no CycloneDX: {fault}")
    out.write_text(text, "utf-8")


def _name(component: dict[str, Any]) -> str:
    """Normalised as in lock files: `markdown-it-py`."""
    return str(component["name"]).lower().replace("_", "-").replace(".", "-")


if __name__ == "__main__":
    try:
        write()
    except NotInstalled as mistake:
        sys.exit(f"sbom: {mistake}")
    print(OUT.relative_to(ROOT))
