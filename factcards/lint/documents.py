"""A summary's file as the linter reads it: the prose without Markdown's and HTML's marks, and where in the file each character stands.

Marks between words become white space; marks inside a line of words (emphasis, links, tags like <b>) are left out, so that
`**$900** million` is one figure and `*"a bribe"*` a quotation; a character may come from several (`&quot;`). Findings are made of the
prose, and `marked` takes them back to the file.
"""

from __future__ import annotations

import html
import re
from array import array
from dataclasses import dataclass
from typing import Literal

from factcards.cards import Article, Part, digest
from factcards.mapped import ENDLESS, MappedText, calm, trimmed
from factcards.read.language import detect
from factcards.read.shown import Stretch, rewritten

__all__ = ["Document", "Form", "form_of", "open_document"]

Form = Literal["text", "markdown", "html"]

_NOTHING = "\u2060"
"""Stands for a character of markup until the prose is drawn together."""
_REST = "\u2064"
"""Stands for what else of an entity or a tag its one character comes from: `"&quot;"` is a mark and five of these."""
_FENCE = re.compile(r"^( {0,3})(```+(?=[^`\n]*\n)|~~~+)[^\n]*\n(?:.*?)(?:^ {0,3}\2[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_FRONT = re.compile(r"\A---[ \t]*\n(?=(?:#[^\n]*\n)*[\w-]{1,60}[ \t]*:).*?\n---[ \t]*(?=\n|\Z)", re.DOTALL)
"""It begins with a key; two rules may have words between them."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_REFERENCE = re.compile(
    r"^ {0,3}\[(?:\^[^\]\n]{1,200}\]:[^\n]*|[^\]\n]{1,200}\]:[ \t]*(?:(?:<[^<>\n]{0,2000}>|[^\s<][^\s]*)"
    r"(?:[ \t]+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?[ \t]*)?)$",
    re.MULTILINE,
)
"""A footnote, or where a link leads; in "[Update]: The bridge will close." nothing is hidden from a reader."""
_LINE_MARK = re.compile(r"(?:^|(?<=\u2029))[ \t]{0,12}(?:#{1,6}(?=[ \t])|>+|[-*+•‣·](?=[ \t])|\d{1,3}[.)](?=[ \t])|\|)[ \t]*", re.MULTILINE)
_OWN_LINE = re.compile(
    r"^(?:(?:direct|indirect|mixed|narration) · \w+, \w+ · [^\n]{0,2000}`c[0-9a-f]{8,16}`"
    r"|Article sha256 `[0-9a-f]{16}` · factcards [^\n]{0,400}"
    r"|⚑ [A-Z]{4,7}: [^\n]{0,2000}|Checked by code against this article, not for truth: [^\n]{0,300})[ \t]*$",
    re.MULTILINE,
)
"""Lines of our own briefs that are no prose: how a card was read and where, what it is flagged for, which article and reader."""
_OWN_REASON = re.compile(r" — [^\n—]{0,1000} \(`[a-z_]{4,40}`\)[ \t]*$", re.MULTILINE)
"""Why our own briefs withheld a claim."""
_OWN_LABEL = re.compile(r"^before it: ", re.MULTILINE)
"""What stands in our own briefs before the article's sentences that a card points back to; they themselves are checked."""
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$|^[ \t]*\|?[ \t:|-]{1,400}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,1000})(\]\([^()\s\n]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)|\]\[[^\[\]\n]{0,200}\])")
_LINK_END = re.compile(r"\]\((?:[^()\s\n]{0,2000})(?:[ \t]+\"[^\"\n]{0,300}\")?\)|\]\[[^\[\]\n]{0,200}\]")
_CITATION = re.compile(r"\\?\[(?:\^[^\[\]\n]{1,60}|\d{1,4}(?:\s?[,–-]\s?\d{1,4})*)\\?\](?!\()")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_MARKS = re.compile(r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<![\w_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\w_])|`+|~~")
_STRONG = re.compile(r"\*\*(?=[^\s*])([^*\n]{1,500})(?<=\S)\*\*(?!\*)")
"""Bold words, which may end or begin within a word: "**£4.6**m"."""
_URL = re.compile(r"<https?://[^\s<>]{1,2000}>|https?://[^\s<>\"')\]]{1,2000}")
_HIDDEN = re.compile(r"<(script|style|template|noscript|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_HEAD = re.compile(
    r"<head\b.*?(?:</head\s*>|(?=<(?:body|header|main|article|section|div|p|h[1-6]|ul|ol|table|blockquote)\b)|\Z)",
    re.IGNORECASE | re.DOTALL,
)
"""Its end tag may be left out."""
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]{0,30})(?>[^<>\"']{1,1000}|\"[^\"]{0,2000}\"|'[^']{0,2000}'){0,40}>|<![^>]{0,2000}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_INLINE = frozenset(
    [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]
)  # fmt: skip
_PARAGRAPH = re.compile(r"[^\s](?:[^\n\u2029]|\n(?![ \t]*(?:[\n\u2029]|\Z)))*")
_LOOKS_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|p|div|h[1-6]|article)\b", re.IGNORECASE)
_SUFFIXES: dict[str, Form] = {".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown"}


@dataclass(frozen=True)
class Document:
    """A summary.

    Attributes:
        file: Its text as it was given.
        form: What it was read as.
        article: The prose in it, with one body part for each paragraph, list item or heading.
        view: The prose before anything in it was blanked, and where each of its characters stands in the file.
        shown: The prose as the file spells it, marks at the beginning of a line and all; as long as the prose.
        unread: Half-open stretches of the prose that hold words and no end of a sentence for too long: they are blanked in it.
    """

    file: str
    form: Form
    article: Article
    view: MappedText
    shown: str
    unread: tuple[tuple[int, int], ...] = ()


_TELLING = 12
"""Words from which a summary's language shows: "Maria de la Cruz" is no Spanish."""


def form_of(name: str, text: str) -> Form:
    """What a file is: by the end of its name, else a web page by its first tags, else Markdown (plain text is Markdown too)."""
    for suffix, form in _SUFFIXES.items():
        if name.lower().endswith(suffix):
            return form
    if name.lower().endswith(".txt"):
        return "text"
    return "html" if _LOOKS_HTML.search(text[:2000]) else "markdown"


def open_document(text: str, name: str = "-", form: Form | None = None, language: str | None = None) -> Document:
    """The prose of a summary, in place.

    Args:
        text: The file's text.
        name: What it is called.
        form: What it is; found out from name and text where it is not said.
        language: The code of the language that it is in; guessed where it is not said.
    """
    form = form or form_of(name, text)
    lines = _with_line_feeds(text)
    view = _drawn_together(_markdown(lines) if form == "markdown" else _html(lines) if form == "html" else _ITEM.sub(_BREAK, lines))
    prose = view.text
    parts = tuple(
        Part(kind="body", start=start, end=end)
        for found in _PARAGRAPH.finditer(prose)
        for start, end in [trimmed(prose, found.start(), found.end())]
        if start < end
    )
    unread = tuple(trimmed(prose, *found.span()) for found in ENDLESS.finditer(prose) if any(map(str.isalpha, found[0])))
    prose = calm(prose) or " "
    language = language or (detect(prose) if len(prose.split()) >= _TELLING else None) or "en"
    article = Article(source=name, sha256=digest(prose), language=language, parts=parts, text=prose)
    shown = "".join(text[at] if end == at + 1 else own for own, at, end in zip(prose, view.starts, view.ends, strict=True))
    return Document(text, form, article, view, shown, unread)


def _with_line_feeds(text: str) -> str:
    """The text with a line feed at the end of each line, every offset kept: the patterns here know no other line end."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def _drawn_together(prose: str) -> MappedText:
    """The prose without what stands for markup: `**$900** million` is "$900 million"; never without any character."""
    if _NOTHING not in prose and _REST not in prose and prose:
        return MappedText(prose, array("q", range(len(prose))), array("q", range(1, len(prose) + 1)))
    kept = [piece.span() for piece in _KEPT.finditer(prose)]
    if not kept:
        return MappedText(" ", array("q", [0]), array("q", [len(prose)]))
    return MappedText("".join(prose[at] for at, _ in kept), array("q", (at for at, _ in kept)), array("q", (end for _, end in kept)))


_KEPT = re.compile(f"[^{_NOTHING}{_REST}]{_REST}*+")


def _blank(text: str, pattern: re.Pattern[str], filler: str) -> str:
    """Every match replaced by as many fillers; line breaks stay."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", filler, found[0]), text)


def _markdown(text: str) -> str:
    for pattern in (_FRONT, _FENCE, _COMMENT, _REFERENCE, _IMAGE):
        text = _blank(text, pattern, " ")
    if " · " in text:
        for pattern in (_OWN_LINE, _OWN_REASON, _OWN_LABEL):
            text = _blank(text, pattern, " ")
    text = _blank(text, _RULE, " ")
    text = _LINE_MARK.sub(lambda found: " " * len(found[0]), _apart(text))
    text = _blank(text, _CITATION, " ")
    text = _LINK.sub(lambda found: f"{_NOTHING}{found[1]}{_NOTHING * len(found[2])}", text)
    text = _blank(text, _LINK_END, _NOTHING)
    text = _blank(text, _URL, " ")
    text = _blank(text, _ESCAPE, _NOTHING)
    text = _STRONG.sub(lambda found: f"{_NOTHING * 2}{found[1]}{_NOTHING * 2}", text)
    text = _blank(text, _MARKS, _NOTHING)
    return _ENTITY.sub(_entity, _TAG.sub(_tag, text))


_BEGINS = re.compile(r"\n(?=[ \t]{0,12}(?:[-*+•‣·]|\d{1,3}[.)]|#{1,6}|\||>)[ \t])")
_ITEM = re.compile(r"\n(?=[ \t]{0,12}[-*•‣·][ \t])")
_HEADING = re.compile(r"^([ \t]{0,3}#{1,6}[ \t][^\n]*)\n", re.MULTILINE)
_BREAK = "\u2029"
"""Stands for the line break that ends an item or a heading: a paragraph separator, over which no broken sentence is healed."""


def _apart(text: str) -> str:
    """Items, quotes and headings are paragraphs of their own."""
    return _HEADING.sub(lambda found: found[1] + _BREAK, _BEGINS.sub(_break, text))


def _break(found: re.Match[str]) -> str:
    """A line of a quote goes on with the one before, where that is one and this one begins no item: "> The council | > approved it"."""
    text, at = found.string, found.start()
    return "\n" if _GOES_ON.match(text, at + 1) and _QUOTED.match(text, text.rfind("\n", 0, at) + 1, at) else _BREAK


_QUOTED = re.compile(r"[ \t]{0,12}>[ \t]*[^\s>]")
_GOES_ON = re.compile(r"[ \t]{0,12}>[ \t]+(?![-*+•‣·#>|][ \t>#]|\d{1,3}[.)][ \t])[^\s>]")


def _tag(found: re.Match[str]) -> str:
    """What stands for a tag: nothing, a break, or the mark that a browser shows for it."""
    name = (found[1] or "").lower()
    if name == "q":
        return ("”" if found[0].startswith("</") else "“") + _REST * (len(found[0]) - 1)
    filler = _NOTHING if name in _INLINE else _BREAK
    return filler * len(found[0])


def _html(text: str) -> str:
    for pattern in (_COMMENT, _HIDDEN, _HEAD):
        text = _blank(text, pattern, " ")
    text = re.sub(r"\n", " ", rewritten(text, _in_place))
    text = _TAG.sub(_tag, text)
    return _ENTITY.sub(_entity, text)


def _in_place(stretch: Stretch) -> str:
    return stretch.shown + _NOTHING * (stretch.end - stretch.start - len(stretch.shown))


def _entity(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    if len(character) != 1 or not character.isprintable():
        character = " "
    return character + _REST * (len(found[0]) - 1)
