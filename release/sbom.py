"""`make sbom`: the bill of materials of a copy, as CycloneDX, from what is locked and installed here.

What developers have beside it, tests and tools, is left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from flows import Mistake
from release import ROOT, licences
from release.locks import Locked, runtime

OUT = ROOT / "dist" / "watkanikdoen.cdx.json"


class NotInstalled(Mistake):
    """What is installed is not what is locked. The message names the package and says what to do."""


def bill(packages: dict[str, Locked]) -> dict[str, Any]:
    """These packages, as they are installed here, with their licences and what needs what.

    Raises `NotInstalled`, since a bill of something else than the lock would be worse than none.
    """
    command = ["environment", sys.executable, "--pyproject", "pyproject.toml", "--output-reproducible", "--no-validate"]
    made = subprocess.run(  # noqa: S603 - a tool of ours, with arguments of ours
        [sys.executable, "-m", "cyclonedx_py", *command], cwd=ROOT, capture_output=True, check=True
    )
    bom: dict[str, Any] = json.loads(made.stdout)
    locked = {each.name: each.version for each in packages.values() if not each.only_on_some}
    bom["components"] = [_without_links(part) for part in bom["components"] if _name(part) in locked]
    for part in bom["components"]:
        if read := licences.READ.get(_name(part)):
            part["licenses"] = [{"license": {"id": read}}]
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


def write(out: Path = OUT) -> None:
    """Write it as JSON, which is held against the standard first."""
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 - with the next one it takes seconds to import
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    text = json.dumps(bill(runtime()), indent=2, ensure_ascii=False) + "\n"
    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(f"the bill of materials is no CycloneDX: {fault}")
    out.parent.mkdir(exist_ok=True)
    out.write_text(text, "utf-8")


def _without_links(component: dict[str, Any]) -> dict[str, Any]:
    # Chats and pages for donations are no materials, and holding each address against the standard takes seconds.
    return {key: value for key, value in component.items() if key != "externalReferences"}


def _name(component: dict[str, Any]) -> str:
    """As lock files write it: `markdown-it-py`."""
    return str(component["name"]).lower().replace("_", "-").replace(".", "-")


if __name__ == "__main__":
    try:
        write()
    except NotInstalled as mistake:
        sys.exit(f"sbom: {mistake}")
    print(OUT.relative_to(ROOT))
