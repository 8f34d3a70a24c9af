"""Runs by hand that are too long for a test. Each but `listen.py` has a `--quick` form, and a test runs it in small."""
