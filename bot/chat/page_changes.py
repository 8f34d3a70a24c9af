"""What visitors read in two versions of the guide, compared: each change once, with the pages that have it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from bot.chat import emergency, page_proofs
from bot.chat.pages import Pages

FEW = 4
"""Names of pages that are shown; of more, the number follows."""

Lines = list[str]


def lines_of(pages: Pages) -> dict[str, Lines]:
    """Every page by its name: the lines of its text, and one for each button."""
    every = [*page_proofs.sheets(pages), *page_proofs.answer_sheets(pages)]
    found = {sheet.name: [*sheet.text.split("\n"), *(f"[{each.text}]" for each in sheet.buttons)] for sheet in every}
    found["emergency page"] = [*emergency.PAGE.text.split("\n"), *emergency.IN_SHORT.split("\n")]
    return found


def changes(before: Mapping[str, Lines], after: Mapping[str, Lines]) -> Iterator[str]:
    """The lines of a report. Without a change there are none."""
    named: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for name in after.keys() & before.keys():
        old, new = before[name], after[name]
        for what, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if what != "equal":
                named[tuple(old[start:end]), tuple(new[new_start:new_end])].append(name)
    for (old_lines, new_lines), names in sorted(named.items(), key=lambda each: (-len(each[1]), each[0])):
        yield f"On {_named(names)}:"
        yield from (f"  - {line}" for line in old_lines)
        yield from (f"  + {line}" for line in new_lines)
    if added := after.keys() - before.keys():
        yield f"New: {_named([*added])}"
    if gone := before.keys() - after.keys():
        yield f"Gone: {_named([*gone])}"


def _named(names: list[str]) -> str:
    screens_first = sorted(names, key=lambda name: ("__" in name, name))  # before answers that are made of parts
    shown = ", ".join(screens_first[:FEW])
    return f"{len(names)} pages: {shown}, ..." if len(names) > FEW else shown
