"""The pages of the handbook, `docs/*.md`: in the package (in a wheel) or in the checkout beside it."""

from __future__ import annotations

import re
from pathlib import Path

from factcards.errors import UsageError, did_you_mean

__all__ = ["page", "page_names", "section"]

_PACKAGED = Path(__file__).resolve().parent / "_docs"
_CHECKOUT = Path(__file__).resolve().parent.parent / "docs"


def page_names() -> tuple[str, ...]:
    """The names of the pages, without their ending."""
    return tuple(sorted(path.stem for path in _folder().glob("*.md")))


def page(name: str) -> str:
    """The page with this name; a link out of the handbook, which leads nowhere in a wheel, says which file it means.

    Raises:
        UsageError: if there is none.
    """
    if name not in page_names():
        raise UsageError(f"there is no page {name!r}{did_you_mean(name, page_names())}.", hint="`factcards docs` lists them.")
    text = (_folder() / f"{name}.md").read_text(encoding="utf-8")
    return re.sub(r"\[([^\]]+)\]\(\.\./([^)#]+)[^)]*\)", r"\1 (`\2` in the repository)", text)


def section(text: str, heading: str) -> str:
    """What stands under a heading of the second level, without it; empty where there is no such heading."""
    found = re.search(rf"^## {re.escape(heading)}\n+(.*?)\s*(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found is not None else ""


def _folder() -> Path:
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
