"""The sentences around the screens: in the chat, on web pages and in print."""
