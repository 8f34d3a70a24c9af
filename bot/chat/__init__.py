"""The guide as a chat: pages, buttons, answers."""
