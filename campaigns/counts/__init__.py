"""The counts: what is stored, where, and what is published."""
