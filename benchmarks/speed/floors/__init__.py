"""The fastest bots there can be: no library for bots, prepared texts, and only the two calls for each tap."""
