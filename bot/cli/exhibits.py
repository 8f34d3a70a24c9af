"""What `demo` shows beside the phone: a municipality's web pages, its poster, and its report with invented counts."""

from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import locales
from bot.chat.pages import Pages
from campaigns import Campaign, kit
from campaigns.counts import report
from campaigns.counts.cells import LEAST, Told, rounded, week_of
from flows.steps import STEPS
from simulator.desk import Exhibit
from web import site
from web.edition import Edition

WEB_URL = "https://gids.voorbeeld.example"
"""Printed on the poster. No host has a name that ends like this."""

_STARTS = (145, 90, 60, 45)
_EACH_STEP = 0.8
"""The share of the visitors at one step of the report who also open the next one."""


def make(pages: Pages, beside: Path, now: datetime, out: Path) -> list[Exhibit]:
    """Make the files for the first campaign in the empty folder `out`. Its logo stands in the folder `beside`.

    There are none without a campaign, and no poster where typst is not installed.
    """
    campaign = next(iter(pages.campaigns.values()), None)
    if campaign is None:
        return []
    edition = Edition(pages.guide, pages.locales, campaign, pages.operator, is_hidden=True)
    site.build(
        out,
        [edition],
        more=[*site.logo_of(edition, kit.logo(campaign, beside)), ("report.html", _report(campaign, beside, now))],
    )
    made = [_exhibit("Webpagina's", "Web pages", f"{campaign.code}/index.html")]
    if find_spec("typst"):
        kit.make(campaign, kit.aim(campaign, web_url=pages.web_url or WEB_URL), locales.read(), beside, out / "kit")
        first = campaign.default_language
        poster = {
            code: f"kit/poster-words-a4-{code if code in campaign.languages else first}.pdf" for code in locales.codes()
        }
        made.append(Exhibit({"nl": "Poster", "en": "Poster"}, poster))
    return [*made, _exhibit("Rapport (verzonnen aantallen)", "Report (in Dutch, invented counts)", "report.html")]


def _exhibit(dutch: str, english: str, file: str) -> Exhibit:
    return Exhibit({"nl": dutch, "en": english}, {"nl": file, "en": file})


def _report(campaign: Campaign, beside: Path, now: datetime) -> str:
    weeks = [
        Told(
            week_of(now - timedelta(weeks=len(_STARTS) - number)),
            campaign.code,
            {step: count for n, step in enumerate(STEPS) if (count := rounded(round(starts * _EACH_STEP**n))) >= LEAST},
            {},
        )
        for number, starts in enumerate(_STARTS)
    ]
    name = f"{campaign.organisation}: een voorbeeld met verzonnen aantallen"
    logos = {campaign.code: kit.embedded_logo(campaign, beside)} if campaign.logo else {}
    return report.as_html([report.CampaignReport(campaign.code, name, weeks)], now.date(), logos)
