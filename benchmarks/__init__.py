"""Runs by hand that are too long for a test; each has a `--quick` form, and a test that uses it."""
