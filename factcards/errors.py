"""The one family of errors that factcards raises on purpose. Imports nothing of ours.

Each class knows its `exit_code` (what the command line ends with) and its `slug` (the anchor in docs/errors.md).
A message says what happened, where, and what to do next, in at most five lines.

    FactcardsError
    ├── UsageError          2    the command line or a library call asks for something that cannot be
    ├── ArticleError        3    the article cannot be read, or is not one
    │   ├── LanguageError   3    the article is in a language that the local reader does not read
    │   └── GoldError       3    labelled articles or predictions cannot be scored
    ├── CassetteError       4    a recording cannot be read or written
    │   └── CassetteMiss    4    no recording answers this request
    ├── ModelOutputError    5    the model answered, and the answer cannot be used
    ├── ProviderError       6    the model could not be reached, or refused the request itself
    │   └── BudgetError     6    the next request could cost more than --max-cost allows
    ├── ConfigError         7    the user's configuration or a prompt template is wrong
    │   └── TemplateError   7    a prompt template is missing, broken or uses an undefined variable
    └── OutputError         8    the result could not be written
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import UnionType
from typing import ClassVar, Self

__all__ = [
    "ArticleError",
    "BudgetError",
    "CassetteError",
    "CassetteMiss",
    "ConfigError",
    "FactcardsError",
    "GoldError",
    "LanguageError",
    "ModelOutputError",
    "OutputError",
    "ProviderError",
    "TemplateError",
    "UsageError",
    "did_you_mean",
    "refuse_other",
]


class FactcardsError(Exception):
    """The root: catch this to catch every error that factcards raises on purpose.

    Args:
        what: One sentence that says what happened and where.
        hint: What to do next; shown on a line of its own.
    """

    exit_code: ClassVar[int] = 70
    slug: ClassVar[str] = "error"

    def __init__(self, what: str, *, hint: str | None = None) -> None:
        """Keep the sentence and the hint apart, so that a caller may show either."""
        super().__init__(what if hint is None else f"{what}\n{hint}")
        self.what = what
        self.hint = hint

    @classmethod
    def unreadable(cls, name: object, error: Exception, *, hint: str | None = None) -> Self:
        """The error of a file or folder that the system does not let us read: why, and what to do about it.

        Args:
            name: What it is, as a message names it.
            error: The system's.
            hint: What to do where it is not there, if that is more than to look at its name.

        >>> ArticleError.unreadable("a.txt", FileNotFoundError(2, "No such file or directory")).hint
        'Check the name; a relative one starts at the folder that you are in.'
        """
        reason = getattr(error, "strerror", None) or str(error)
        advice = next((text for kind, text in _NEXT.items() if isinstance(error, kind)), "Try again, or read a copy of it on another disk.")
        shown = str(name) if str(name) == str(name).strip() else repr(str(name))  # a blank at its end would not be seen
        return cls(f"cannot read {shown}: {reason}.", hint=hint if hint is not None and isinstance(error, FileNotFoundError) else advice)


_NEXT: Mapping[type[Exception], str] = {
    FileNotFoundError: "Check the name; a relative one starts at the folder that you are in.",
    NotADirectoryError: "A file stands where a folder must be: check the name.",
    IsADirectoryError: "It is a folder: name a file in it.",
    PermissionError: "Give yourself the right to read it, or read a copy.",
    ValueError: "Check the name: no file can be called so.",
}
"""What the system says -> what to do."""


class UsageError(FactcardsError):
    """The command line or a library call asks for something that cannot be."""

    exit_code = 2
    slug = "usage"


class ArticleError(FactcardsError):
    """The article cannot be read, is empty, binary or over the limit, or is not an article."""

    exit_code = 3
    slug = "article"


class LanguageError(ArticleError):
    """The article is in a language that the local reader does not read."""

    slug = "language"


class GoldError(ArticleError):
    """Labelled articles, or predictions for them, cannot be scored.

    Args:
        what: One sentence that says what happened and where.
        hint: What to do next.
        problems: Every problem that was found, one line each: file:line, the way to the field, what is wrong there.
    """

    slug = "gold"

    def __init__(self, what: str, *, hint: str | None = None, problems: tuple[str, ...] = ()) -> None:
        """Keep all the problems, for whoever shows them at length."""
        super().__init__(what, hint=hint)
        self.problems = problems

    @classmethod
    def of(cls, path: object, problems: Sequence[str], *, page: str = "evaluating") -> Self:
        """The error of a file in which these problems, at least one, were found; the page describes its format."""
        more = f"{len(problems)} problems, the first" if len(problems) > 1 else "a problem"
        return cls(f"{path}: {more}: {problems[0]}", hint=f"`factcards docs {page}` describes the format.", problems=tuple(problems))


class CassetteError(FactcardsError):
    """A recording cannot be read, does not belong to this article, or cannot be written.

    Args:
        what: One sentence that says what happened and where.
        hint: What to do next.
        damaged: The one recorded file that is at fault, where recording it anew replaces it.
    """

    exit_code = 4
    slug = "cassette"

    def __init__(self, what: str, *, hint: str | None = None, damaged: Path | None = None) -> None:
        """Keep the file, for whoever records it anew."""
        super().__init__(what, hint=hint)
        self.damaged = damaged


class CassetteMiss(CassetteError):
    """No recording answers this request; the message names the nearest one and the field that differs.

    Args:
        what: One sentence that says what happened and where.
        hint: What to do next.
        differences: Each field in which the nearest recording differs; empty when nothing was recorded for this text.
        diff: The rendered messages, recorded and asked, as a unified diff.
    """

    slug = "cassette-miss"

    def __init__(self, what: str, *, hint: str | None = None, differences: tuple[str, ...] = (), diff: str = "") -> None:
        """Keep why apart from the message, for whoever shows it at length."""
        super().__init__(what, hint=hint)
        self.differences = differences
        self.diff = diff


class ModelOutputError(FactcardsError):
    """The model answered, but refused, was cut, or answered something that cannot be used, even after one repair."""

    exit_code = 5
    slug = "model-output"


class ProviderError(FactcardsError):
    """The model could not be reached, or its server refused the request.

    Args:
        what: One sentence that says what happened and where.
        hint: What to do next.
        retryable: Whether the same request may succeed later.
    """

    exit_code = 6
    slug = "provider"

    def __init__(self, what: str, *, hint: str | None = None, retryable: bool = False) -> None:
        """Keep whether it is worth trying again."""
        super().__init__(what, hint=hint)
        self.retryable = retryable


class BudgetError(ProviderError):
    """The next request could cost more than the given maximum, or its price is unknown."""

    slug = "budget"


class ConfigError(FactcardsError):
    """The user's configuration is wrong."""

    exit_code = 7
    slug = "config"


class TemplateError(ConfigError):
    """A prompt template is missing, broken, or uses a variable that is not defined."""

    slug = "template"


class OutputError(FactcardsError):
    """The result could not be written. No file is left half written; of several that belong together, the hint names those that are new."""

    exit_code = 8
    slug = "output"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest of the words that there are, for the end of a message: " (did you mean 'contrary'?)"; empty where none is near."""
    import difflib  # late: only a mistake needs it

    nearest = difflib.get_close_matches(word, list(known), n=1)
    return f" (did you mean {nearest[0]!r}?)" if nearest else ""


def refuse_other(value: object, kind: type | UnionType, takes: str) -> None:
    """Refuse a value of another kind where a library call takes one: with its own message, not that of what it would break in.

    >>> refuse_other(3, str, "from_text takes a text")
    Traceback (most recent call last):
    factcards.errors.UsageError: from_text takes a text, not int.

    Raises:
        UsageError: naming what it takes, and what it got.
    """
    if not isinstance(value, kind):
        raise UsageError(f"{takes}, not {type(value).__name__}.")
