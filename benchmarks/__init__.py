"""Runs by hand that are too long for a test. Each has a `--quick` form, and a test runs it in small."""
