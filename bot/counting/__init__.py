"""Anonymous counts: each chat once a week."""
