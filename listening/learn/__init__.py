"""Training, for developers: `python -m listening.learn`, after a change of the examples or the cues.

Needs scikit-learn. Nothing that runs imports it.
"""
