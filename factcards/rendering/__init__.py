"""A deck to text: Markdown for people, JSON for programs. Everything from an article or a model is made harmless here."""

from factcards.rendering.escape import terminal
from factcards.rendering.view import render, terminal_safe

__all__ = ["render", "terminal", "terminal_safe"]
