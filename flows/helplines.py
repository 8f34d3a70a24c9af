"""Every phone number and address in the guide, once each.

The facts were compiled in November 2026 from stored web pages: `verified_on`. A page may name a number that nobody
answers, so before a launch a person contacts each helpline and notes the day in `confirmed_on`. Do not test-call 112
or 113: for those their own page counts. `watkanikdoen check` lists the helplines without a confirmation, and those
last checked more than 180 days ago.
A helpline whose number could not be verified has only its address here, or is left out. Where only one source, or an
old one, names it, its `source` begins with "likely".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from flows import N_
from flows.helpline import WORKING_DAYS, Helpline, Hours
from flows.numbers import KINDERTELEFOON_HOURS, NUMBERS

_COMPILED, _COMPILED_2 = date(2026, 11, 21), date(2026, 11, 28)

HELPLINES = {
    line.id: line
    for line in (
        Helpline(
            id="emergency",
            name="112",
            number=NUMBERS["emergency"],
            note=N_("gratis, dag en nacht"),
            source="politie.nl; S003",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="veilig_thuis",
            name="Veilig Thuis",
            number=NUMBERS["veilig_thuis"],
            url="https://veiligthuis.nl",
            note=N_("gratis, dag en nacht"),
            source="S003; augeo.nl",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="veilig_thuis_chat",
            name="Veilig Thuis",
            url="https://veiligthuis.nl",
            hours=Hours(opens=time(9), closes=time(17), days=WORKING_DAYS),
            source="gemeente.nu 2025-10-29: usually, not in every region; advice only",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="kindertelefoon",
            name="De Kindertelefoon",
            number=NUMBERS["kindertelefoon"],
            url="https://www.kindertelefoon.nl",
            hours=Hours(opens=time(KINDERTELEFOON_HOURS[0]), closes=time(KINDERTELEFOON_HOURS[1])),
            note=N_("gratis"),
            source="kindertelefoon.nl, over ons",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="police",
            name="Politie",
            number=NUMBERS["police"],
            note=N_("geen spoed"),
            source="politie.nl; pitane.blue 2023",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="suicide_prevention",
            name="113 Zelfmoordpreventie",
            number=NUMBERS["suicide_prevention"],
            url="https://www.113.nl",
            note=N_("gratis, dag en nacht"),
            source="ANP 2025-10-03: free since October 2025",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="sexual_violence",
            name="Centrum Seksueel Geweld",
            number=NUMBERS["sexual_violence"],
            url="https://centrumseksueelgeweld.nl",
            note=N_("gratis, dag en nacht"),
            source="centrumseksueelgeweld.nl; GGD",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="helpwanted",
            name="Helpwanted",
            number=NUMBERS["helpwanted"],
            url="https://helpwanted.nl",
            source="helpwanted.nl/en; hours not verified",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="stop_it_now",
            name="Stop it Now",
            url="https://offlimits.nl",
            source="offlimits.nl 2024-06-11; own address and number not verified, so by link only",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="luisterlijn",
            name="De Luisterlijn",
            number=NUMBERS["luisterlijn"],
            note=N_("dag en nacht"),
            source="nrc 2021; ANP 2023; cost not verified",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="slachtofferhulp",
            name="Slachtofferhulp Nederland",
            number=NUMBERS["slachtofferhulp"],
            source="slachtofferhulp.nl; hours not verified",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="alles_oke",
            name="Alles Oké? Supportlijn",
            url="https://www.allesoke.nl",
            source="allesoke.nl; number and hours not verified, so by link only",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="teletolk",
            name="KPN Teletolk",
            url="https://www.kpnteletolk.nl",
            source="ictmagazine.nl 2023",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="vertrouwensinspecteur",
            name="Vertrouwensinspecteur, Onderwijs",
            number=NUMBERS["vertrouwensinspecteur"],
            note=N_("werkdagen, 8 tot 17 uur"),
            source="oudersenonderwijs.nl; kennisnetwerkgastouderopvang.nl 2021-07-14; cost not verified",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="veilige_sport",
            name="Centrum Veilige Sport Nederland",
            url="https://centrumveiligesport.nl",
            source="centrumveiligesport.nl; number not verified, so by link only",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="meldpunt_zorg",
            name="Landelijk Meldpunt Zorg",
            url="https://www.igj.nl",
            source="igj.nl; two numbers were seen, so by link only",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="jeugdstem",
            name="Jeugdstem",
            url="https://jeugdstem.nl",
            source="jeugdstem.nl; number not verified, so by link only",
            verified_on=_COMPILED,
        ),
        Helpline(
            id="meld_misdaad_anoniem",
            name="Meld Misdaad Anoniem",
            number=NUMBERS["meld_misdaad_anoniem"],
            url="https://www.meldmisdaadanoniem.nl",
            note=N_("gratis"),
            source="politie.nl; rijnmond.nl 2020-11; meldpunt-kinderporno.nl; hours not verified",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="red_een_dier",
            name="Red een Dier",
            number=NUMBERS["red_een_dier"],
            source="likely: hartvannederland.nl 2026-02-27; eenvandaag.avrotros.nl 2023-11; hours not verified",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="buitenlandse_zaken",
            name="Ministerie van Buitenlandse Zaken",
            number=NUMBERS["buitenlandse_zaken"],
            url="https://www.nederlandwereldwijd.nl/achterlating",
            note=N_("dag en nacht"),
            source="nederlandwereldwijd.nl/achterlating; rijksoverheid.nl 2019-07-26; cost not verified",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="centrum_iko",
            name="Centrum IKO",
            url="https://www.kinderontvoering.org",
            source="likely: kinderontvoering.org; rijksoverheid.nl 2023-05-22; number not seen, so by link only",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="juridisch_loket",
            name="Juridisch Loket",
            url="https://www.juridischloket.nl",
            source="likely: juridischloket.nl; perssupport.nl 2020-04; no free number was seen, so by link only",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="nationale_ombudsman",
            name="Nationale ombudsman",
            url="https://www.nationaleombudsman.nl",
            source="likely: kinderombudsmanrotterdam.nl; orr.nl; number not seen, so by link only",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="meldpunt_kinderporno",
            name="Meldpunt Kinderporno",
            url="https://meldpunt-kinderporno.nl",
            source="meldpunt-kinderporno.nl, wat melden; politie.nl; a form and no number",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="smpr",
            name="SMPR",
            url="https://smpr.nl",
            source="smpr.nl; likely: number and hours not verified, so by link only",
            verified_on=_COMPILED_2,
        ),
        Helpline(
            id="rk_meldpunt",
            name="R.-K. Meldpunt Grensoverschrijdend Gedrag",
            url="https://www.rkmeldpunt.nl",
            source="meldpuntgrensoverschrijdendgedragrkk.nl; likely: its new address was seen once, so ask a person",
            verified_on=_COMPILED_2,
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
