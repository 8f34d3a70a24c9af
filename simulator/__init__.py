"""A Telegram that is not there: a strict Bot API, and a phone in the browser."""
