"""Typed words -> what they may mean: pure, and the same every time."""
