"""Recorder and Player: two `Model`s that wrap a folder of recordings. With them replay needs neither a key nor openai."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import JsonValue

from factcards.cards import Article
from factcards.engines.llm.cassette import ArticleFolder, Interaction
from factcards.engines.llm.model import Model, Request, Response
from factcards.errors import CassetteError, CassetteMiss
from factcards.read.limits import called

__all__ = ["Player", "Recorder", "cut_alike"]


class Recorder:
    """Asks a model and records every answer as soon as it is there, but in place of another only once it is known to be of use.

    Args:
        model: Who is asked.
        folder: Where the answers go.
        mode: once asks only for what is missing there or failed; all asks for everything anew.
        required: Whether an answer that cannot be recorded is an error; else it is handed on unrecorded.
        sample: Which of several independent answers to the same request is recorded.

    Attributes:
        used: Identities of what was asked for.
        kept: Identities of the recordings that stand as they were, since what came instead is of no use.
    """

    def __init__(
        self, model: Model, folder: ArticleFolder, mode: Literal["once", "all"] = "once", *, required: bool = True, sample: int = 1
    ) -> None:
        """Nothing is asked yet."""
        self._model = model
        self._folder = folder
        self._mode = mode
        self._required = required
        self._sample = sample
        self._held: list[tuple[Request, Response]] = []
        self.used: set[str] = set()
        self.kept: set[str] = set()

    def complete(self, request: Request) -> Response:
        """The recorded answer where the mode allows it, else the model's.

        One that would take the place of another is held, with all that follow it, until `settle` is told what became of it: a key
        that does not fit, or an hour's outage, must not cost answers that were paid for and that nobody gives a second time.

        Raises:
            CassetteError: if the answer cannot be recorded, and must be.
        """
        anew = self._mode == "all" and request.identity not in self.used
        self.used.add(request.identity)
        known = self._folder.interactions.get(request.identity)
        take = known.latest(self._sample) if known is not None else None
        stands = take is not None and take.outcome != "error"
        if take is not None and stands and not anew:
            return take.response()
        response = self._model.complete(request)
        if stands or self._held:
            self._held.append((request, response))
        else:
            self._add(request, response, anew=anew)
        return response

    def settle(self, *, usable: bool) -> None:
        """What is held is recorded where it can be used; else it is dropped, and what was recorded stands.

        Raises:
            CassetteError: if an answer cannot be recorded, and must be.
        """
        held, self._held = self._held, []
        for request, response in held:
            if usable:
                self._add(request, response, anew=True)
            elif request.identity in self._folder.interactions:
                self.kept.add(request.identity)

    def _add(self, request: Request, response: Response, *, anew: bool) -> None:
        try:
            self._folder.add(request, response, sample=self._sample, anew=anew)
        except CassetteError:
            if self._required:
                raise


class Player:
    """Answers from recordings only.

    Args:
        folder: The article's recordings.
        article: The article.
        sample: Which of several independent answers.
    """

    def __init__(self, folder: ArticleFolder, article: Article, sample: int = 1) -> None:
        """Nothing is looked up yet."""
        self._folder = folder
        self._article = article
        self._sample = sample
        self._models: set[str] = set()
        self.used: set[str] = set()

    def complete(self, request: Request) -> Response:
        """The recorded answer.

        Raises:
            CassetteMiss: if there is none; names the nearest recording and what differs.
        """
        self._models.add(request.model)
        known = self._folder.interactions.get(request.identity)
        take = known.latest(self._sample) if known is not None else None
        if take is None:
            raise self._miss(request)
        self.used.add(request.identity)
        return take.response()

    def unused(self) -> tuple[str, ...]:
        """Recordings of this article, for the models that were asked, that nothing asked for."""
        mine = {identity for identity, found in self._folder.interactions.items() if found.request.model in self._models}
        return tuple(sorted(mine - self.used))

    def _miss(self, request: Request) -> CassetteMiss:
        article = self._article
        asked = f"{request.schema_name!r} ({request.identity[:12]})"
        here = f"{called(article.source)}: no recording in {self._folder.root} answers the request {asked}"
        others = self._folder.interactions.values()
        hint = "Record it: --record DIR instead of --replay DIR, with the same --model."
        if not others:
            return CassetteMiss(f"{here}: nothing is recorded for this text (sha256 {article.sha256[:12]}…).", hint=hint)
        nearest = min(
            others,
            key=lambda found: (found.request.schema_name != request.schema_name, len(list(self._differs(found, request))), found.identity),
        )
        differences = tuple(self._differs(nearest, request)) or (f"there is no sample {self._sample}",)
        told = f"{here}.\nThe nearest, {nearest.identity[:12]}, differs in {'; '.join(differences)}."
        return CassetteMiss(told, hint=hint, differences=differences, diff=self._diff(nearest, request))

    def _diff(self, found: Interaction, request: Request) -> str:
        """The messages of both as a unified diff, without the lines that are the same."""
        old = "\n".join(message.content for message in found.messages(self._article.text)).splitlines()
        new = "\n".join(message.content for message in request.messages).splitlines()
        return "\n".join(difflib.unified_diff(old, new, "recorded", "asked", n=0, lineterm=""))

    def _differs(self, found: Interaction, request: Request) -> Iterator[str]:
        """Each field in which a recording and a request differ, with both values where they are short."""
        stored = found.request
        if stored.model != request.model:
            yield f"model ({stored.model!r} recorded, {request.model!r} asked)"
        yield from _fields("parameters", stored.parameters.model_dump(), request.parameters.model_dump())
        if stored.schema_name != request.schema_name:
            yield f"schema_name ({stored.schema_name!r} recorded, {request.schema_name!r} asked)"
            return  # another question altogether: what else is another in it tells nothing
        if stored.answer_schema != request.answer_schema:
            yield "answer_schema"
        recorded = found.messages(self._article.text)
        if len(recorded) != len(request.messages):
            yield f"messages ({len(recorded)} recorded, {len(request.messages)} asked)"
        for at, (old, new) in enumerate(zip(recorded, request.messages, strict=False)):
            if old != new:
                yield f"messages[{at}] ({new.role}) {_first_difference(old.content, new.content)}"


def _fields(name: str, old: dict[str, JsonValue], new: dict[str, JsonValue]) -> Iterator[str]:
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            yield f"{name}.{key} ({old.get(key)!r} recorded, {new.get(key)!r} asked)"


def _first_difference(old: str, new: str) -> str:
    before, after = old.splitlines(), new.splitlines()
    line = _alike(before, after)
    recorded, asked = (lines[line] if line < len(lines) else "(nothing)" for lines in (before, after))
    recorded, asked = cut_alike(recorded, asked, 60)
    return f"from line {line + 1} on: “{recorded}” recorded, “{asked}” asked"


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines, or characters, are the same before the first that differs."""
    return next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def cut_alike(old: str, new: str, most: int) -> tuple[str, str]:
    """Two lines cut to so many characters where they begin to differ, with some words before that.

    >>> cut_alike("a prompt of many words, which ends so", "a prompt of many words, which ends thus", 16)
    ('… which ends so', '… which ends thus')
    """
    same = _alike(old, new)
    longest = max(len(old), len(new))
    start = max(0, same - 3 * most // 4) if longest > most else 0
    cut = [f"{'…' * (start > 0)}{line[start : start + most]}{'…' * (len(line) > start + most)}" for line in (old, new)]
    return cut[0], cut[1]
