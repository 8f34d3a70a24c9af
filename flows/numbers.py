"""Every number in the guide, once. Nothing is imported here: the emergency page needs these when all else is broken."""

NUMBERS = {
    "emergency": "112",
    "veilig_thuis": "0800-2000",
    "kindertelefoon": "0800-0432",
    "police": "0900-8844",
    "suicide_prevention": "113",
    "sexual_violence": "0800-0188",
    "helpwanted": "020-2615275",
    "luisterlijn": "088-0767000",
    "slachtofferhulp": "0900-0101",
    "vertrouwensinspecteur": "0900-1113111",
    "meld_misdaad_anoniem": "0800-7000",
    "red_een_dier": "144",
    "buitenlandse_zaken": "+31 247 247 247",
}
"""As people dial them, by the helpline in `flows/helplines.py`."""

KINDERTELEFOON_HOURS = (11, 21)
"""The hours, every day, between which De Kindertelefoon answers: the emergency page names them too."""
