"""A simulated Telegram: a strict Bot API, and a phone in the browser."""
