"""The counts: what is kept, where, and what is published."""
