"""The engine that asks a model: live, recorded or replayed, with unfinished work set aside so that nothing is asked twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from factcards.cards import Article, Card
from factcards.drafts import Check, Extracted, Finished, Summarized
from factcards.engines.llm.asking import Setup
from factcards.engines.llm.cassette import READINGS, ArticleFolder, of_other_texts
from factcards.engines.llm.chunks import TOKEN_BUDGET, stretches
from factcards.engines.llm.extract import extract
from factcards.engines.llm.live import Connection, LiveModel
from factcards.engines.llm.model import Message, Model, Parameters
from factcards.engines.llm.plan import Estimate, estimate_of, plan
from factcards.engines.llm.prompting import extract_messages
from factcards.engines.llm.recorder import Player, Recorder
from factcards.engines.llm.summarize import summarize
from factcards.errors import CassetteError, CassetteMiss, UsageError
from factcards.layout import Layout
from factcards.read.limits import called
from factcards.reading import Reader, Reading
from factcards.rendering.counts import counted
from factcards.segment import lay_out
from factcards.stored import StoredReader
from factcards.templates import Templates

__all__ = ["ModelEngine", "Recording"]

_LOCAL = "No model was asked: only the local engine's readings lie there. `make(article)` needs no recording, nor does `factcards check`."
"""What to do where a suite of the local engine is taken for a model's recordings."""


@dataclass(frozen=True, slots=True)
class Recording:
    """Where answers are kept or come from.

    Attributes:
        replay: A folder of cassettes to answer from; nothing is sent.
        record: A folder of cassettes to record to.
        mode: once records what is missing, all records everything anew.
        fresh: Whether to take nothing from an earlier run but what was recorded: no readings, no answers that were set aside.
        keep: Whether new readings are written beside the recording.
        without_summary: Whether a replay goes on where only the summary was never recorded: it was written from other cards then.
        sample: Which of several independent answers is replayed or recorded.
    """

    replay: Path | None = None
    record: Path | None = None
    mode: Literal["once", "all"] = "once"
    fresh: bool = False
    keep: bool = True
    without_summary: bool = False
    sample: int = 1


@dataclass
class _Work:
    """One article under way."""

    article: Article
    setup: Setup
    folder: ArticleFolder | None
    stored: StoredReader | None
    reader: Reader
    failed: list[str] = field(default_factory=list)


class _Own(threading.local):
    """What one thread works at: several may share an engine, each with an article of its own."""

    work: _Work | None = None


class ModelEngine:
    """Implements `drafts.Engine` with a model. Threads may share one: an article is begun and finished by the same.

    Args:
        model: The model's name; None in a replay takes the one that was recorded.
        parameters: What is asked of it; None in a replay takes what was recorded.
        connection: Where live requests go.
        reader: The local reader: what certainty, speakers and checks rest on.
        recording: Where answers are kept or come from.
        prompts: A folder whose templates override the built-in ones.
        chunk_tokens: The token budget of one chunk.
        notify: Told one line at a time what the user should know before it happens.
        unfinished: A folder for the answers of runs that did not come to their end; None keeps none.
    """

    def __init__(
        self,
        *,
        model: str | None,
        parameters: Parameters | None,
        connection: Connection,
        reader: Reader,
        recording: Recording,
        prompts: Path | None,
        chunk_tokens: int | None,
        notify: Callable[[str], None],
        unfinished: Path | None,
    ) -> None:
        """Read the templates; nothing is imported or sent yet."""
        self._model = model
        self._parameters = parameters
        self._reader = reader
        self._recording = recording
        self._templates = Templates(prompts)
        self._budget = chunk_tokens or TOKEN_BUDGET
        self._notify = notify
        self._unfinished = unfinished
        self._connection = connection
        self._live = LiveModel(connection, notify)
        self._own = _Own()

    @property
    def name(self) -> Literal["openai"]:
        """The engine's name in the provenance."""
        return "openai"

    def reader(self, article: Article) -> Reader:
        """The local reader, with the readings that are kept beside the recording.

        Raises:
            CassetteError: if a recording cannot be read.
            UsageError: if several models were recorded and none is named.
        """
        return self._begun(article).reader

    def extract(self, article: Article, layout: Layout, reading: Reading) -> Extracted:
        """The article's claims, chunk by chunk.

        Raises:
            CassetteMiss: in a replay, if a chunk was never recorded.
        """
        work = self._begun(article)
        with closing(self._live):
            extracted, run = extract(work.setup, article, layout, reading, self._budget)
        work.failed += run.failed
        return extracted

    def summarize(self, article: Article, cards: tuple[Card, ...], check: Check) -> Summarized:
        """A summary in the model's words.

        Raises:
            CassetteMiss: in a replay, if the summary was never recorded.
        """
        with closing(self._live):
            work = self._begun(article)
            try:
                summarized, failed = summarize(work.setup, article, cards, check)
            except CassetteMiss as miss:
                if not self._recording.without_summary:
                    raise
                return Summarized(failed=miss, missed=miss)
        work.failed += failed
        return summarized

    def plan(self, article: Article) -> tuple[str, ...]:
        """The rendered prompt of each chunk, with its tokens and the most that it can cost; asks nothing."""
        name, parameters = self._asked(self._replayed(article))
        return plan(article, self._chats(article), name, parameters, self._connection.base_url, self._connection.prices)

    def estimate(self, article: Article, base_url: str | None = None) -> Estimate:
        """What asking for this article at that server (None: the provider's own) would take; asks nothing."""
        return estimate_of(self._chats(article), *self._asked(self._replayed(article)), base_url, self._connection.prices)

    def _chats(self, article: Article) -> list[tuple[Message, ...]]:
        layout = lay_out(article)
        parts = stretches(article, layout, self._asked(self._replayed(article))[0], self._budget)
        return [extract_messages(self._templates, article, layout, part.first, part.last) for part in parts]

    def _replayed(self, article: Article) -> ArticleFolder | None:
        """What is replayed; None where a model is asked."""
        return self._folder(self._recording.replay, article) if self._recording.replay is not None else None

    def finish(self, article: Article, *, complete: bool) -> Finished:
        """Keep the readings; keep or clear what was set aside."""
        work, self._own.work = self._begun(article), None
        notices: list[str] = []
        if work.stored is not None and self._recording.keep:
            work.stored.save(notices.append)
        player = work.setup.model
        kept = player.kept if isinstance(player, Recorder) else set()
        if kept:  # at once: where nothing came of the article no deck brings the notices
            self._notify(f"what was recorded before stands ({counted(len(kept), 'answer')}): what came instead cannot be used")
        unused = player.unused() if isinstance(player, Player) and complete else ()
        if unused:
            notices.append(f"{len(unused)} recorded interactions were not used: {', '.join(one[:12] for one in unused[:3])}")
        if self._recording.record is not None and work.folder is not None:
            notices.append(f"recorded in {work.folder.path}")
        elif self._recording.replay is None and work.folder is not None:
            notices += self._set_aside([one for one in work.failed if one not in kept], work.folder, complete)
        return Finished(tuple(notices), unused)

    def _set_aside(self, failed: list[str], folder: ArticleFolder, complete: bool) -> tuple[str, ...]:  # noqa: FBT001 - private
        if complete:
            folder.clear()
            return ()
        folder.remove(failed)
        kept = len(folder.interactions)
        return (f"{kept} answers are kept; the same command asks only for what is missing (with --fresh: for everything)",) if kept else ()

    def _begun(self, article: Article) -> _Work:
        if self._own.work is None or self._own.work.article != article:
            self._own.work = self._begin(article)
        return self._own.work

    def _begin(self, article: Article) -> _Work:
        recording = self._recording
        root = recording.replay or recording.record or self._unfinished
        folder = self._folder(root, article) if root is not None else None
        name, parameters = self._asked(folder if recording.replay is not None else None)
        model: Model = self._live
        recorder: Recorder | None = None
        if recording.replay is not None and folder is not None:
            model = Player(folder, article, recording.sample)
        elif folder is not None:
            model = recorder = Recorder(
                self._live,
                folder,
                recording.mode if recording.record else "all" if recording.fresh else "once",
                required=recording.record is not None,
                sample=recording.sample,
            )
        setup = Setup(model, name, parameters, self._templates)
        if recorder is not None:
            setup = replace(setup, settle=recorder.settle)
        stored = None
        if folder is not None and (recording.replay is not None or recording.record is not None):
            stored = StoredReader(folder.path / READINGS, self._reader, fresh=recording.fresh)
        return _Work(article, setup, folder, stored, stored or self._reader)

    def _folder(self, root: Path, article: Article) -> ArticleFolder | None:
        try:
            folder = ArticleFolder(root, article)
        except CassetteError:
            if root == self._unfinished:  # a cache: what cannot be read there is asked again
                return None
            raise
        if self._recording.replay is not None and not folder.interactions:
            raise CassetteMiss(
                _unrecorded(root, article),
                hint=_LOCAL if (folder.path / READINGS).exists() else "Record it: --record DIR --model NAME instead of --replay DIR.",
            )
        return folder

    def _asked(self, folder: ArticleFolder | None) -> tuple[str, Parameters]:
        """Model and parameters: as named, else as recorded."""
        names = folder.models if folder is not None else ()
        if self._model is None and len(names) != 1:
            raise UsageError(f"several models were recorded: {', '.join(names)}.", hint="Name one with --model.")
        name = self._model or names[0]
        if self._parameters is not None:
            return name, self._parameters
        requests = [found.request for found in folder.interactions.values()] if folder else []
        recorded = {request.parameters for request in requests if request.model == name or name not in names}
        return name, recorded.pop() if len(recorded) == 1 else Parameters()


def _unrecorded(root: Path, article: Article) -> str:
    """Why nothing answers for an article: there is no folder, or what was recorded is of an earlier text."""
    if not root.exists():
        return f"{called(article.source)}: there is no folder {root} to replay from."
    told = f"{called(article.source)}: nothing in {root} was recorded for this text (sha256 {article.sha256[:12]}…)."
    earlier = of_other_texts(root, article)
    if not earlier:
        return told
    return f"{told}\nThe nearest, {', '.join(earlier[:3])}, is of another text of the same name: the article was changed since."
