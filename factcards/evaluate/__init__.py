"""Measures against labelled articles: the gold format, the scorer, intervals, error classes, floors. Prints nothing itself.

`score` and what it rests on are pure functions of spans; only `predict` runs an engine.
"""
