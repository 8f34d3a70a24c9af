"""The sentences around the screens, each for its face: chat, web, print."""
