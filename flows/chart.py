"""Draws the map: one mermaid flowchart per region, made from the machine's own choices.

A dashed arrow is a choice that a guard may close. "Back" and "to the beginning" are left out: they are everywhere.
"""

from collections.abc import Iterator

from flows.guide import Choice, Guide


def chart(guide: Guide) -> str:
    """All regions as a Markdown page that GitHub, GitLab and Codeberg render."""
    parts = [
        "# The flow\n\nDrawn from `flows/` by `make chart`; a test keeps it current. "
        "A dashed arrow is a way that a guard may close. Ways back are left out.\n"
    ]
    for region in guide.regions:
        parts.append(f"## {region}\n\n```mermaid\nflowchart LR\n" + "\n".join(_region(guide, region)) + "\n```\n")
    return "\n".join(parts)


def _region(guide: Guide, region: str) -> Iterator[str]:
    elsewhere: dict[str, None] = {}
    for screen in guide.regions[region]:
        yield f'  {screen.name}["{screen.name}<br/>{_quoted(screen.title)}"]'
        for choice in guide.all_choices(screen.name):
            if not choice.is_back:
                yield f"  {screen.name} {_arrow(choice)} {choice.dest}"
                if guide.region(choice.dest) != region:
                    elsewhere[choice.dest] = None
    for name in elsewhere:
        yield f"  {name}([{guide.region(name)}: {name}])"


def _arrow(choice: Choice) -> str:
    return f'-. "{choice.guarded_by}" .->' if choice.guarded_by else "-->"


def _quoted(words: str) -> str:
    return words.replace('"', "#quot;").replace("{", "#123;").replace("}", "#125;")
