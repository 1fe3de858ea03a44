"""What a browser shows of a page's source: hidden and deleted text, footnote marks, raised and lowered figures, by their places.

A summary keeps its offsets (`lint`), an article is extracted anew (`read`): both get the same stretches and fill them their own way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

__all__ = ["BLOCK", "Stretch", "rewritten", "stretches"]


class Stretch(NamedTuple):
    """`html[start:end]` is read as `shown`: often nothing, never longer than the stretch."""

    start: int
    end: int
    shown: str


_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1\s*>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]{0,30})"
    r"(?P<about>(?>[^<>\"']{1,2000}|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,80})>",
    re.IGNORECASE | re.DOTALL,
)
_DELETED = frozenset(["del", "s", "strike"])
_MAY_HIDE = re.compile(r"<(?:del|s|strike|template|su[bp])\b|\bhidden\b|\bstyle\s*=", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_HIDDEN = re.compile(r"(?:^|\s)hidden(?=[\s=/]|$)", re.IGNORECASE)
_SHADOW = re.compile(r"\sshadowroot", re.IGNORECASE)
_STYLE = re.compile(r"(?:^|\s)style\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_NONE = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_FAINT = re.compile(
    r"(?:^|;)\s*(?:(visibility)\s*:\s*(?:hidden|collapse)\b|(font-size)\s*:\s*0+(?:\.0*)?(?:[a-z]{2,4}|%)?\s*(?:;|!|$))", re.IGNORECASE
)
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
BLOCK = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main",
        "menu", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr",
        "ul",
    ]
)  # fmt: skip
_ITEMS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th"), "td": ("td", "th"), "th": ("td", "th")}
"""What an opening tag ends without saying so, where it stands directly in it."""
_DEEP = 100
"""How many open elements an inline end tag looks back over: real pages have a tenth of them open."""


def rewritten(html: str, fill: Callable[[Stretch], str]) -> str:
    """The source with each stretch replaced by what `fill` makes of it."""
    pieces, behind = list[str](), 0
    for stretch in stretches(html):
        pieces += [html[behind : stretch.start], fill(stretch)]
        behind = stretch.end
    return "".join([*pieces, html[behind:]])


def stretches(html: str) -> tuple[Stretch, ...]:
    """Disjoint, in order: what is hidden or deleted, footnote marks, and the tags that set a figure off from the one before it."""
    if _MAY_HIDE.search(html) is None:
        return ()
    walk = _Walk(html)
    for token in _TOKEN.finditer(html):
        if token["name"]:
            walk.step(token)
    walk.finish()
    return tuple(walk.found)


class _Walk:
    """The elements that are open, and since where nothing is shown."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.found: list[Stretch] = []
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._hider: int | None = None  # its place among the open elements
        self._since = 0
        self._faint: str | None = None  # the property that hides, where what stands inside may set it anew
        self._text_from = 0
        self._before = ""

    def step(self, tag: re.Match[str]) -> None:
        """Go over one tag."""
        name = tag["name"].lower()
        if tag.start() > self._text_from:
            self._before = self.html[max(self._text_from, tag.start() - 12) : tag.start()]
        if name in BLOCK or name == "br":
            self._before = ""
        self._text_from = max(self._text_from, tag.end())
        if tag["close"]:
            self._close(name, tag)
        elif name not in _VOID:
            self._opening(name, tag)

    def finish(self) -> None:
        """What is never closed is hidden to the end."""
        if self._hider is not None:
            self._hidden_to(len(self.html))

    @property
    def _behind(self) -> int:
        """Where the last stretch ends: a footnote mark may hold what is hidden."""
        return self.found[-1].end if self.found else 0

    def _hidden_to(self, end: int) -> None:
        if end > self._since:
            self.found.append(Stretch(self._since, end, ""))
        self._hider = None

    def _opening(self, name: str, tag: re.Match[str]) -> None:
        if name in BLOCK and self._counts["p"]:
            self._pop(next(at for at in range(len(self._open) - 1, -1, -1) if self._open[at] == "p"), tag.start())
        while self._open and self._open[-1] in _ITEMS.get(name, ()):
            self._pop(len(self._open) - 1, tag.start())
        self._open.append(name)
        self._counts[name] += 1
        style = _style(tag["about"])
        if self._hider is not None:
            if self._faint and self._faint in style and not _FAINT.search(style):
                self._hider = None  # the wrapper sets its own size to 0, as newsletters do, and its text's to another
            return
        hides, self._faint = _hides(name, tag["about"], style)
        if hides:
            self._hider, self._since = len(self._open) - 1, max(tag.start(), self._behind)
        elif name in {"sup", "sub"} and tag.start() >= self._behind:
            self.found += _raised(self.html, name, tag, self._before)

    def _close(self, name: str, tag: re.Match[str]) -> None:
        if not self._counts[name]:
            return
        lowest = 0 if name in BLOCK else max(0, len(self._open) - _DEEP)
        for at in range(len(self._open) - 1, lowest - 1, -1):
            if self._open[at] == name:
                self._pop(at, tag.start(), tag.end())
                return
            if name not in BLOCK and self._open[at] in BLOCK:
                return

    def _pop(self, to: int, start: int, end: int | None = None) -> None:
        """End the elements from this place on; the first of them by an end tag up to `end`, the others where it starts."""
        if self._hider is not None and self._hider >= to:
            self._hidden_to(start if end is None or self._hider > to else end)
        self._counts.subtract(self._open[to:])
        del self._open[to:]


def _style(about: str) -> str:
    found = _STYLE.search(about)
    return (found[1] or found[2] or found[3] or "").lower() if found else ""


def _hides(name: str, about: str, style: str) -> tuple[bool, str | None]:
    """Whether an element is not shown, and the property that does it where its children may set it anew.

    A whole page that is hidden is one that a script is about to show.
    """
    if name in {"html", "body"}:
        return False, None
    if name in _DELETED or (name == "template" and not _SHADOW.search(about)):
        return True, None
    if _HIDDEN.search(_QUOTED.sub('""', about)) or _NONE.search(style):
        return True, None
    faint = _FAINT.search(style)
    return faint is not None, (faint[1] or faint[2]) if faint else None


_NOTE = re.compile(r"\[[^\[\]]{1,30}\]|\(\d{1,3}\)|\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[*†‡§]")
_FRACTION = re.compile(
    r"<sup\b[^<>]{0,200}>\s*(\d{1,3})\s*</sup\s*>\s*(?:/|⁄|&frasl;|&#8260;)\s*<sub\b[^<>]{0,200}>\s*(\d{1,3})\s*</sub\s*>", re.IGNORECASE
)
_UNIT = re.compile(r"(?:^|[^\w])(?:[cdkm]?m|ft|mi|yd|s)$")


def _raised(html: str, name: str, tag: re.Match[str], before: str) -> list[Stretch]:
    """10^6, not 106; 3 1/2, not 31/2; "Quill said", not "Quill1 said". Ordinals (5th), formulas (CO2) and units (m2) stay as they are."""
    if fraction := _FRACTION.match(html, tag.start()):
        return [Stretch(*fraction.span(), f"{' ' * before[-1:].isdigit()}{fraction[1]}/{fraction[2]}")]
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, tag.end(), tag.end() + 600)
    if closing is None:
        return []
    inside = html[tag.end() : closing.start()]
    words = re.sub(r"<[^<>]{0,500}>", "", inside).strip()
    if not words or words[0].isalpha():
        return []
    linked = "<a " in inside.lower() or words[0] == "["
    if name == "sup" and _NOTE.fullmatch(words) and (linked or (before[-1:].strip() and not re.search(r"\d$", before))):
        return [Stretch(tag.start(), closing.end(), words if _UNIT.search(before) and not linked else "")]
    if not before[-1:].isdigit():
        return []
    return [Stretch(tag.start(), tag.end(), "^" if name == "sup" else "_")]
