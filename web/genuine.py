"""The page by which anyone can tell whether a bot or a page is ours: `echt/`."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from flows.words import web as words
from flows.words.web import GENUINE_FOLDER as FOLDER
from web.edition import Edition
from web.templating import filled


def page(
    edition: Edition,
    *,
    organisation: str,
    valid_until: date,
    bots: tuple[str, ...],
    pages: tuple[str, ...],
    files: Mapping[str, bytes],
) -> list[tuple[str, str | bytes]]:
    """The page in every language of an edition, and the signed list beside it."""
    speeches = [edition.speech(locale) for locale in edition.languages]
    html = filled(
        "genuine.html",
        speeches[0],
        edition=edition,
        title=speeches[0](words.GENUINE),
        here={speech.locale.code: f"{speech.locale.code}/" for speech in speeches},
        start=f"{speeches[0].locale.code}/",
        top="../",
        is_hidden=edition.is_hidden,
        sections=[
            (speech, format_date(valid_until, "long", speech.locale.code.replace("-", "_"))) for speech in speeches
        ],
        organisation=organisation,
        bots=bots,
        pages=pages,
        files=list(files),
    )
    return [(f"{FOLDER}/index.html", html), *((f"{FOLDER}/{name}", content) for name, content in files.items())]
