"""How fast it can be at all: no library for bots, words made ready beforehand, and just the two calls for each tap."""
