"""Rules that compare a statement with the evidence for it: quotations, speakers, hedges, negation, figures. Each is a plain callable.

A statement is a card's claim or a sentence of our own summary; what anybody else wrote is held against its sources in `lint`. A finding
says what the statement has that the article does not carry, by the code that the same fault has in `lint`.
"""

from factcards.checking.check import RULES, is_sound, verify_card, verify_sentence

__all__ = ["RULES", "is_sound", "verify_card", "verify_sentence"]
