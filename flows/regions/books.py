"""The titles of books to read with children, by years of primary school. Both neighbours and professionals get them."""

from flows.screen import Points

YOUNGER = Points(
    "Melanie Meijer, Iva Bicanic: In je blootje; De baas over je lijf; Dat is fijn",
    "Ilona Lammertink, Els Vermeltfoort: Grote mensen mogen ook niet slaan",
    "Katrin Meier, Anette Bley: Knuffel heeft zorgen",
    "Gilles Tibo, Zaü: Het kleine meisje dat niet meer kon lachen",
    "Daniëlle Steggink: Kamil, de groene kameleon; Daar zwemt Sonnie",
    "Ilona Lammertink: Voor dat geheim ben ik te klein",
)

MIDDLE = Points(
    "Martine Delfos: Sanne",
    "Marieke Otten: Laura’s geheim",
    "Martine Delfos: Blijf van me af (meisjes)",
    "Martine Delfos: Blijf van me af (jongens)",
    "Fonds Slachtofferhulp: Nee is oké",
    "Martine Delfos: Het is niet leuk!",
    "Martine Delfos: Pip",
    "Roos Boum: Doodziek en springlevend?",
)

OLDER = Points(
    "Carry Slee: Razend",
    "Anke de Vries: Blauwe plekken",
    "Jacques Vriens: Groep 7 slaat terug",
    "Netty van Kaathoven: Guusjes geheim, over misbruik en vriendschap",
    "Trudy van Harten: Niemand mag het weten",
    "Martine Delfos: Dat nare gevoel",
    "Trude de Jong: Lastig",
)
