"""The guide itself, a module for each door that somebody comes in by."""
