"""Every phone number and address in the guide, once each.

The facts were compiled in November 2026 from stored web pages: `verified_on`. A page may name a number that nobody
answers, so before a launch a person contacts each helpline and notes the day in `confirmed_on`. Do not test-call 112
or 113: for those their own page counts. `watkanikdoen check` lists the helplines without a confirmation, and those
last checked more than 180 days ago.
A helpline whose number could not be verified has only its address here, or is left out. Where only one source, or an
old one, names it, its `source` begins with "likely".
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from flows import N_
from flows.helpline import WORKING_DAYS, Helpline, Hours
from flows.numbers import KINDERTELEFOON_HOURS, NUMBERS

_COMPILED, _COMPILED_LATER = date(2026, 11, 21), date(2026, 11, 28)


def _line(line: str, name: str, *, verified_on: date = _COMPILED, **more: Any) -> Helpline:
    """A helpline with the number that `flows/numbers.py` has for it, if any."""
    return Helpline(id=line, name=name, number=NUMBERS.get(line, ""), verified_on=verified_on, **more)


HELPLINES = {
    line.id: line
    for line in (
        _line("emergency", "112", note=N_("gratis, dag en nacht"), source="politie.nl; S003"),
        _line(
            "veilig_thuis",
            "Veilig Thuis",
            url="https://veiligthuis.nl",
            note=N_("gratis, dag en nacht"),
            source="S003; augeo.nl",
        ),
        _line(
            "veilig_thuis_chat",
            "Veilig Thuis",
            url="https://veiligthuis.nl",
            hours=Hours(opens=time(9), closes=time(17), days=WORKING_DAYS),
            source="gemeente.nu 2025-10-29: usually, not in every region; advice only",
        ),
        _line(
            "kindertelefoon",
            "De Kindertelefoon",
            url="https://www.kindertelefoon.nl",
            hours=Hours(opens=time(KINDERTELEFOON_HOURS[0]), closes=time(KINDERTELEFOON_HOURS[1])),
            note=N_("gratis"),
            source="kindertelefoon.nl, over ons",
        ),
        _line("police", "Politie", note=N_("geen spoed"), source="politie.nl; pitane.blue 2023"),
        _line(
            "suicide_prevention",
            "113 Zelfmoordpreventie",
            url="https://www.113.nl",
            note=N_("gratis, dag en nacht"),
            source="ANP 2025-10-03: free since October 2025",
        ),
        _line(
            "sexual_violence",
            "Centrum Seksueel Geweld",
            url="https://centrumseksueelgeweld.nl",
            note=N_("gratis, dag en nacht"),
            source="centrumseksueelgeweld.nl; GGD",
        ),
        _line("helpwanted", "Helpwanted", url="https://helpwanted.nl", source="helpwanted.nl/en; hours not verified"),
        _line(
            "stop_it_now",
            "Stop it Now",
            url="https://offlimits.nl",
            source="offlimits.nl 2024-06-11; own address and number not verified, so by link only",
        ),
        _line("luisterlijn", "De Luisterlijn", note=N_("dag en nacht"), source="nrc 2021; ANP 2023; cost not verified"),
        _line("slachtofferhulp", "Slachtofferhulp Nederland", source="slachtofferhulp.nl; hours not verified"),
        _line(
            "alles_oke",
            "Alles Oké? Supportlijn",
            url="https://www.allesoke.nl",
            source="allesoke.nl; number and hours not verified, so by link only",
        ),
        _line("teletolk", "KPN Teletolk", url="https://www.kpnteletolk.nl", source="ictmagazine.nl 2023"),
        _line(
            "vertrouwensinspecteur",
            "Vertrouwensinspecteur, Onderwijs",
            note=N_("werkdagen, 8 tot 17 uur"),
            source="oudersenonderwijs.nl; kennisnetwerkgastouderopvang.nl 2021-07-14; cost not verified",
        ),
        _line(
            "veilige_sport",
            "Centrum Veilige Sport Nederland",
            url="https://centrumveiligesport.nl",
            source="centrumveiligesport.nl; number not verified, so by link only",
        ),
        _line(
            "meldpunt_zorg",
            "Landelijk Meldpunt Zorg",
            url="https://www.igj.nl",
            source="igj.nl; two numbers were seen, so by link only",
        ),
        _line(
            "jeugdstem",
            "Jeugdstem",
            url="https://jeugdstem.nl",
            source="jeugdstem.nl; number not verified, so by link only",
        ),
        _line(
            "meld_misdaad_anoniem",
            "Meld Misdaad Anoniem",
            url="https://www.meldmisdaadanoniem.nl",
            note=N_("gratis"),
            source="politie.nl; rijnmond.nl 2020-11; meldpunt-kinderporno.nl; hours not verified",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "red_een_dier",
            "Red een Dier",
            source="likely: hartvannederland.nl 2026-02-27; eenvandaag.avrotros.nl 2023-11; hours not verified",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "buitenlandse_zaken",
            "Ministerie van Buitenlandse Zaken",
            url="https://www.nederlandwereldwijd.nl/achterlating",
            note=N_("dag en nacht"),
            source="nederlandwereldwijd.nl/achterlating; rijksoverheid.nl 2019-07-26; cost not verified",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "centrum_iko",
            "Centrum IKO",
            url="https://www.kinderontvoering.org",
            source="likely: kinderontvoering.org; rijksoverheid.nl 2023-05-22; number not seen, so by link only",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "juridisch_loket",
            "Juridisch Loket",
            url="https://www.juridischloket.nl",
            source="likely: juridischloket.nl; perssupport.nl 2020-04; no free number was seen, so by link only",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "nationale_ombudsman",
            "Nationale ombudsman",
            url="https://www.nationaleombudsman.nl",
            source="likely: kinderombudsmanrotterdam.nl; orr.nl; number not seen, so by link only",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "meldpunt_kinderporno",
            "Meldpunt Kinderporno",
            url="https://meldpunt-kinderporno.nl",
            source="meldpunt-kinderporno.nl, wat melden; politie.nl; a form and no number",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "smpr",
            "SMPR",
            url="https://smpr.nl",
            source="smpr.nl; likely: number and hours not verified, so by link only",
            verified_on=_COMPILED_LATER,
        ),
        _line(
            "rk_meldpunt",
            "R.-K. Meldpunt Grensoverschrijdend Gedrag",
            url="https://www.rkmeldpunt.nl",
            source="meldpuntgrensoverschrijdendgedragrkk.nl; likely: its new address was seen once, so ask a person",
            verified_on=_COMPILED_LATER,
        ),
    )
}

HUMAN_LINES = ("veilig_thuis", "kindertelefoon")
"""Where a person answers about a child."""

SPOKEN = {line.id: line.number for line in HELPLINES.values() if line.number} | {
    f"{line.id}_site": line.site for line in HELPLINES.values() if line.url
}
"""The names that a sentence may use in braces: `{veilig_thuis}` is a number, `{veilig_thuis_site}` an address."""


def open_at(moment: datetime) -> frozenset[str]:
    """The ids of the helplines that are open at this moment, given in Europe/Amsterdam."""
    return frozenset(line.id for line in HELPLINES.values() if line.is_open(moment))


def stale(today: date, helplines: Iterable[Helpline] = HELPLINES.values()) -> list[Helpline]:
    """The helplines that have to be checked again."""
    return [line for line in helplines if line.is_stale(today)]


def unconfirmed(helplines: Iterable[Helpline] = HELPLINES.values()) -> list[Helpline]:
    """The helplines that still have to be confirmed before a launch."""
    return [line for line in helplines if line.confirmed_on is None]
