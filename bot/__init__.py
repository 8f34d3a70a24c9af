"""The Telegram face, and everything that waits."""
