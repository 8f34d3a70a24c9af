"""Lists the pages that do not fit a phone, for authors: python -m tests.tall_pages."""

import campaigns
import locales
from bot.chat.heights import TALLEST
from bot.chat.page_proofs import how_many_fit, sheets, tallest_sheets
from bot.chat.pages import Pages
from flows.map import guide


def main() -> None:
    """List the screens that do not fit a phone, the tallest first, each in each language as it is tallest."""
    pages = Pages(guide(), locales.read(), campaigns.read(campaigns.EXAMPLE), web_url="https://example.org")
    every = sheets(pages)
    tallest = [
        sheet
        for locale in pages.locales
        for _, sheet in tallest_sheets(pages, [sheet for sheet in every if sheet.place.locale == locale])
    ]
    for sheet in sorted(tallest, key=lambda sheet: sheet.height, reverse=True):
        if sheet.height > TALLEST:
            print(sheet.height, sheet.name)
    print(how_many_fit(pages, every))


if __name__ == "__main__":
    main()
