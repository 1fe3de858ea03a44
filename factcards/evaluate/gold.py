"""Labelled articles: one JSONL format for gold and for predictions, read with every problem named at its place.

One article a line: `{"id", "text", "publisher"?, "attributions": [{"source": [S], "cue": [S], "content": [S], "confidence"?}]}` with
`S = {"start", "end", "text"?}`: half-open offsets into the article's text, in code points. In predictions `text` may be left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcards.errors import GoldError
from factcards.files import write_atomically
from factcards.rendering.counts import counted
from factcards.rows import parsed, refuse_no_rows
from factcards.spans import Frozen

__all__ = [
    "ROLES",
    "Attributed",
    "GoldFile",
    "Labelled",
    "Offsets",
    "Role",
    "draft_line",
    "read_gold",
    "read_predictions",
    "write_predictions",
]

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

_Offset = Annotated[int, Field(strict=True)]


class Offsets(Frozen):
    """`text[start:end]`, in code points; `text`, where it is given, must be these very words."""

    start: _Offset
    end: _Offset
    text: str | None = None


class Attributed(Frozen):
    """One source - cue - content relation; each may be missing or be in several pieces.

    Attributes:
        source: The words that name who it is from; empty where the text names nobody here.
        cue: The words that mark the attribution; empty for a quotation that merely goes on.
        content: The attributed words.
        confidence: Of a prediction: how surely it is right, 0 to 1.
    """

    source: tuple[Offsets, ...] = ()
    cue: tuple[Offsets, ...] = ()
    content: tuple[Offsets, ...] = ()
    confidence: Annotated[float, Field(ge=0.0, le=1.0, strict=True, allow_inf_nan=False)] | None = None


class Labelled(BaseModel):
    """One article with its attributions. Further fields of a line are the labeller's own and are ignored.

    Attributes:
        id: Unique in its file.
        text: The article; in predictions it may be left out, and is the gold's then.
        publisher: Figures are shown for each, where there are any.
        attributions: In any order; the order means nothing.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    text: str | None = None
    publisher: str | None = None
    attributions: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The labelled articles of a file, in its order; each has a text.

    Attributes:
        path: As it was named.
        sha256: Of the file's bytes: figures of another file are no measure for this one.
        articles: At least one.
        notices: What whoever reads the figures should know, one line each.
    """

    path: Path
    sha256: str
    articles: tuple[Labelled, ...]
    notices: tuple[str, ...] = ()


def read_gold(path: Path) -> GoldFile:
    """The labelled articles in this file.

    Raises:
        GoldError: if it cannot be read, holds no article, or holds anything that cannot be scored; it names every problem.
    """
    data = _bytes(path)
    articles: list[Labelled] = []
    problems: list[str] = []
    for place, row, wrong, raw in _rows(path, data):
        if row is not None:
            more = _text_problems(row.text) or _span_problems(row, row.text or "")
            articles.append(row)
        else:
            more = _problems_beside(raw, raw.get("text"))
        problems += [f"{place}: {problem}" for problem in (*wrong, *more)]
    if problems:
        raise GoldError.of(path, problems)
    if not articles:
        raise GoldError(f"{path} holds no labelled article.", hint="It needs one JSON object a line; see `factcards docs evaluating`.")
    return GoldFile(path, sha256(data).hexdigest(), tuple(articles), _gold_notices(articles))


def read_predictions(path: Path, gold: GoldFile) -> tuple[dict[str, Labelled], tuple[str, ...]]:
    """Predictions for these articles by id, and what is to be known about them, one line each.

    An article without a line counts as predicted empty; a line for an article that is not in the gold is left out. Both are said.

    Raises:
        GoldError: if the file cannot be read, or holds anything that cannot be scored; it names every problem.
    """
    texts = {article.id: article.text or "" for article in gold.articles}
    found: dict[str, Labelled] = {}
    strange: list[str] = []
    problems: list[str] = []
    for place, row, wrong, raw in _rows(path, _bytes(path)):
        more: list[str] = []
        if row is None:
            more = _problems_beside(raw, texts.get(str(raw.get("id"))))
        elif row.id not in texts:
            strange.append(row.id)
        else:
            other = row.text is not None and row.text != texts[row.id]
            more = [f"text: not the text that {gold.path} has for {row.id!r}"] if other else _span_problems(row, texts[row.id])
            found[row.id] = row
        problems += [f"{place}: {problem}" for problem in (*wrong, *more)]
    if problems:
        raise GoldError.of(path, problems)
    if strange and not found:
        raise GoldError(f"{path}: none of its {len(strange)} articles is in {gold.path}.", hint="Their ids must be the gold's.")
    missing = [article.id for article in gold.articles if article.id not in found]
    notices = []
    if missing:
        notices.append(f"{path}: {len(missing)} of {counted(len(texts), 'article')} missing, counted as predicted empty: {_some(missing)}")
    empty = [one.id for one in gold.articles if one.attributions and one.id in found and not found[one.id].attributions]
    if empty:
        notices.append(f"{path}: {counted(len(empty), 'article')} predicted empty, though the gold has attributions there: {_some(empty)}")
    notices += [f"{path}: {line}" for line in _without_content(list(found.values()), "predictions")]
    if strange:
        notices.append(f"{path}: {counted(len(strange), 'article')} left out, not in {gold.path}: {_some(strange)}")
    return found, tuple(notices)


def write_predictions(path: Path, predicted: Sequence[Labelled]) -> None:
    """Write predictions, one article a line, texts left out.

    Raises:
        OutputError: if the file cannot be written.
    """
    lines = []
    for article in predicted:
        row = article.model_dump(mode="json", exclude={"text"}, exclude_none=True)
        lines.append(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
    write_atomically(path, "".join(lines).encode("utf-8"))


def draft_line(article: Labelled, text: str) -> str:
    """A prediction as a line of gold for somebody to correct: with the article's text, each span with its words, and no confidence."""
    attributions = [
        {role: [{"start": s.start, "end": s.end, "text": text[s.start : s.end]} for s in getattr(one, role)] for role in ROLES}
        for one in article.attributions
    ]
    return json.dumps({"id": article.id, "text": text, "attributions": attributions}, ensure_ascii=False) + "\n"


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GoldError.unreadable(path, error) from error
    refuse_no_rows(data, str(path), GoldError)
    return data


class _Row(NamedTuple):
    """A line that is not blank.

    Attributes:
        place: file:line.
        article: Null where the line is none.
        problems: What is wrong with it as an article of its file.
        raw: What a line that is none has all the same.
    """

    place: str
    article: Labelled | None
    problems: list[str]
    raw: Mapping[str, object]


def _rows(path: Path, data: bytes) -> Iterator[_Row]:
    """Each line that is not blank."""
    first: dict[str, int] = {}
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        row, problems, raw = _row(line)
        name = row.id if row is not None else raw.get("id")
        if isinstance(name, str) and name:
            if name in first:
                problems.append(f"id: {name!r} is the id of line {first[name]} too")
            first.setdefault(name, number)
        yield _Row(f"{path}:{number}", row, problems, raw)


def _row(line: bytes) -> tuple[Labelled | None, list[str], Mapping[str, object]]:
    try:
        return Labelled.model_validate_json(line), [], {}
    except ValidationError as error:
        problems = [_problem(one) for one in error.errors(include_url=False)]
    try:
        raw = parsed(line.decode("utf-8", "replace"))
    except ValueError:
        raw = None
    return None, problems, raw if isinstance(raw, dict) else {}


def _problems_beside(raw: Mapping[str, object], text: object) -> list[str]:
    """What else is wrong in a line that is no article: the spans that are spans and no stretch of its text."""
    attributions = raw.get("attributions")
    if not isinstance(text, str) or not text.strip() or not isinstance(attributions, list):
        return []
    problems: list[str] = []
    for at, attribution in enumerate(attributions):
        for role in ROLES if isinstance(attribution, dict) else ():
            spans = attribution.get(role)
            for place, span in enumerate(spans if isinstance(spans, list) else ()):
                try:
                    wrong = _span_problem(Offsets.model_validate(span), text)
                except ValidationError:
                    continue  # named already
                problems += [f"attributions[{at}].{role}[{place}]{wrong}"] if wrong else []
    return problems


def _problem(error: Mapping[str, object]) -> str:
    """One of the validator's complaints, with the way to the field: attributions[2].source[0].end."""
    where = ""
    location = error["loc"]
    for step in location if isinstance(location, tuple) else ():
        where += f"[{step}]" if isinstance(step, int) else f".{step}"
    message = str(error["msg"])
    message = message[:1].lower() + message[1:] if not message.startswith("JSON") else message
    return f"{where.lstrip('.')}: {message}" if where else message


def _text_problems(text: str | None) -> list[str]:
    if text is None:
        return ["text: field required"]
    if not text.strip():
        return ["text: it is empty"]
    return []


def _span_problems(row: Labelled, text: str) -> list[str]:
    """Every span that is no stretch of the text."""
    problems = []
    for at, attribution in enumerate(row.attributions):
        for role in ROLES:
            for place, span in enumerate(getattr(attribution, role)):
                wrong = _span_problem(span, text)
                if wrong:
                    problems.append(f"attributions[{at}].{role}[{place}]{wrong}")
    return problems


def _span_problem(span: Offsets, text: str) -> str | None:
    if span.start < 0:
        return f".start: {span.start} is below 0"
    if span.end <= span.start:
        return f".end: {span.end} is not behind the start, {span.start}"
    if span.end > len(text):
        return f".end: {span.end} is beyond the text's {len(text)} code points"
    if span.text is not None and span.text != text[span.start : span.end]:
        wrong = f".text: {_short(span.text)} is not what stands at [{span.start}, {span.end}): {_short(text[span.start : span.end])}"
        return wrong + _standing(span, text)
    return None


def _standing(span: Offsets, text: str) -> str:
    """Where a span's words do stand, the nearest place first: whoever labels by hand counts nothing."""
    words = span.text or ""
    places = sorted((found.start() for found in re.finditer(re.escape(words), text)) if words else (), key=lambda at: abs(at - span.start))
    told = ", ".join(f"[{at}, {at + len(words)})" for at in places[:3])
    return f"; it stands at {told}{', ...' if len(places) > 3 else ''}" if told else "; it stands nowhere in the text"


def _gold_notices(articles: Sequence[Labelled]) -> tuple[str, ...]:
    if not any(article.attributions for article in articles):
        return ("the gold has no attribution at all: whatever is predicted is a false alarm",)
    return _without_content(articles, "gold attributions")


def _without_content(articles: Sequence[Labelled], what: str) -> tuple[str, ...]:
    bare = [article.id for article in articles for attribution in article.attributions if not attribution.content]
    if not bare:
        return ()
    return (f"{len(bare)} {what} have no content; they count, and nothing can match them: {_some(list(dict.fromkeys(bare)))}",)


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
