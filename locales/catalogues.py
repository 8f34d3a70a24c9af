"""`make words`: collects the sentences of the guide and updates every catalogue.

It writes no dates or line numbers, and running it twice changes nothing.
A changed sentence keeps its old translation, marked fuzzy, with the former Dutch above it.
`--check` writes nothing, and exits with 1 when a catalogue is out of date.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import denormalize, read_po, write_po

from locales import HERE, MESSAGES, SOURCE, TEMPLATE, codes

GUIDE = HERE.parent / "flows"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {code}\\n"\n\n'


def collect(folder: Path = GUIDE) -> Catalog:
    """Every sentence marked with N_() in a folder, in reading order."""
    template = Catalog(charset="utf-8")
    for file, line, sentence, _, _ in extract_from_dir(folder, keywords={"N_": None}):
        template.add(str(sentence), locations=[(f"{folder.name}/{file}", line)])
    return template


def update(catalogue: Catalog, template: Catalog) -> None:
    """Update the catalogue of one language in place."""
    former = {message.id: _take_former(message) for message in catalogue}
    catalogue.update(template, no_fuzzy_matching=str(catalogue.locale) == SOURCE)
    for message in catalogue:
        if message.fuzzy and not message.previous_id:
            message.previous_id = former.get(message.id, [])


def _take_former(message: Message) -> list[str]:
    # Babel reads `#| msgid` as a plain comment, and would write it back as one.
    lines = [line.removeprefix("|").strip() for line in message.user_comments if line.startswith("|")]
    message.user_comments = [line for line in message.user_comments if not line.startswith("|")]
    return [denormalize("\n".join(lines).removeprefix("msgid "))] if lines else []


def written(catalogue: Catalog, code: str = "") -> str:
    """The text of the catalogue's file."""
    file = io.BytesIO()
    write_po(
        file, catalogue, width=0, omit_header=True, ignore_obsolete=True, include_previous=True, include_lineno=False
    )
    return HEADER.format(code=code) + file.getvalue().decode("utf-8").strip() + "\n"


def main(folder: Path = HERE, sources: Path = GUIDE, *, check: bool = False) -> int:
    """Write the files that changed, or with `check` only name them. Returns the exit code."""
    template = collect(sources)
    files = {folder / TEMPLATE: written(template)}
    for code in codes(folder):
        path = folder / code / MESSAGES
        with path.open("rb") as file:
            catalogue = read_po(file, locale=code.replace("-", "_"), charset="utf-8")
        update(catalogue, template)
        files[path] = written(catalogue, code)
    changed = [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in changed:
        name = path.relative_to(folder.parent)
        if check:
            print(f"{name} is behind the sentences in flows/; run `make words`", file=sys.stderr)
        else:
            path.write_text(files[path], "utf-8")
            print(f"{name} brought up to date")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv))
