"""A folder that is made anew by each run, such as a site or a kit.

It keeps a list of the files that were made, so that the next run deletes old ones and nothing else; a file with one of
these names is ours. It is listed just before it is written: the next run can finish an interrupted one.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath


class OtherFiles(Exception):
    """The folder holds files, and no list of ours says that a run made them."""


def fill(out: Path, files: Mapping[str, bytes], note: str) -> None:
    """Write these files, and delete what a former run made and this one does not; `note` is the name of the list.

    Raises `OtherFiles`, and `OSError` where the folder cannot be read or written.
    """
    former = _listed(out, note)
    out.mkdir(parents=True, exist_ok=True)
    with (out / note).open("a", buffering=1, encoding="utf-8") as listed:
        for name, content in files.items():
            if name not in former:
                listed.write(f"{name}\n")
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for name in sorted(former - files.keys(), reverse=True):
        _remove(out, name)
    new = out / f"{note}.new"
    new.write_text("".join(f"{name}\n" for name in files), "utf-8")
    new.replace(out / note)


def _listed(out: Path, note: str) -> set[str]:
    try:
        return set((out / note).read_text("utf-8").splitlines())
    except FileNotFoundError:
        if out.is_dir() and any(out.iterdir()):
            raise OtherFiles from None
        return set()
    except UnicodeDecodeError:  # no list of ours
        raise OtherFiles from None


def _remove(out: Path, name: str) -> None:
    """Delete an old file, and the folders that it leaves empty."""
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
        return
    path = out / name
    path.unlink(missing_ok=True)
    for folder in path.relative_to(out).parents:
        try:
            (out / folder).rmdir()
        except OSError:
            return
