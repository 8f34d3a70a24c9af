"""Tests of `locales`."""
