"""The Bot API: how it is called, what we read of an update, and what an update means."""
