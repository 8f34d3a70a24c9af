"""The numbers and hours of the guide by the names of their helplines: no test repeats one, as each may change."""

from flows.numbers import KINDERTELEFOON_HOURS, NUMBERS

VEILIG_THUIS = NUMBERS["veilig_thuis"]
KINDERTELEFOON = NUMBERS["kindertelefoon"]
SEXUAL_VIOLENCE = NUMBERS["sexual_violence"]
POLICE = NUMBERS["police"]
LUISTERLIJN = NUMBERS["luisterlijn"]
OPENS, CLOSES = KINDERTELEFOON_HOURS
"""Of De Kindertelefoon, every day."""


def dialled(number: str) -> str:
    """As a link that dials it has it."""
    return f"tel:{number.replace('-', '')}"
