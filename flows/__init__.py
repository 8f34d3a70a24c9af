"""The guide itself: pure and synchronous; no Telegram, web, database, clock or language."""


class Mistake(ValueError):
    """Something written down cannot be used. The message is for whoever wrote it: what, where, what to do."""
