"""Training, for developers: `python -m listening.learn`, after a change of the examples, the questions or the phrases.

Needs scikit-learn. Nothing that runs imports it.
"""
