"""Regression: the suite's decks are rebuilt from recordings and compared, claim by claim, with those that were accepted."""
