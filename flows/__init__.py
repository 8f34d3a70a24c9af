"""The guide itself: pure and synchronous; no Telegram, web, database, clock or language."""


class Mistake(ValueError):
    """Something in a file cannot be used. The message tells its author what is wrong, where, and how to fix it."""


def N_(words: str) -> str:  # noqa: N802 - the usual name for marking a sentence that is translated when it is shown
    """Mark a Dutch sentence for the catalogues; `locales` translates it when a page is made."""
    return words
