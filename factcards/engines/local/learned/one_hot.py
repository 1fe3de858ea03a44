"""Which of some names a word is, as numbers for the trees: looked up, not compared name by name."""

from __future__ import annotations

__all__ = ["OneHot"]


class OneHot(dict[str, tuple[float, ...]]):
    """Word -> a number for each name: 1 for the word itself, 0 for all others, and nothing but 0 for a word that is none of them.

    Args:
        names: In the order of the numbers.
    """

    def __init__(self, *names: str) -> None:
        """Write all answers down."""
        super().__init__({name: tuple(float(name == other) for other in names) for name in names})
        self._none = (0.0,) * len(names)

    def __missing__(self, word: str) -> tuple[float, ...]:
        """The answer for any other word."""
        return self._none
