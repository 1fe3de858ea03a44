"""One article of a suite with one engine: how it is read, replayed and recorded, and where its accepted deck lies."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from factcards.canonical import json_safe
from factcards.cards import Article, Deck
from factcards.choosing import DEFAULT_MODEL, MAX_TOKENS, EngineChoice, Notify, choose
from factcards.config import UserConfig
from factcards.drafts import Engine
from factcards.engines.llm.cassette import READINGS, ArticleFolder, folder_path, slug_of
from factcards.engines.llm.engine import ModelEngine
from factcards.engines.llm.plan import Estimate
from factcards.engines.local.engine import LocalEngine
from factcards.engines.local.reader import LocalReader
from factcards.errors import CassetteError, UsageError
from factcards.files import write_atomically
from factcards.misfits import first_misfit
from factcards.pipeline import Made, make_with
from factcards.read import read_file
from factcards.reading import Reading
from factcards.regress.seal import RESTORE, refuse_edited, write_sealed
from factcards.regress.suite import Suite
from factcards.rendering import render
from factcards.secrets import find_secret
from factcards.stored import StoredReader
from factcards.templates import Templates

__all__ = [
    "Case",
    "cases_of",
    "engine_for",
    "estimate_of",
    "reading_of",
    "readings_path",
    "rebuilt",
    "recordings_of",
    "runs_of",
    "source_of",
]


@dataclass(frozen=True)
class Case:
    """An article and whom it is read by.

    Attributes:
        suite: The suite.
        path: The article's file.
        model: The model, None for the local engine.
    """

    suite: Suite
    path: Path
    model: str | None = None

    @property
    def name(self) -> str:
        """As reports name it."""
        return self.suite.name_of(self.path) + (f" [{self.model}]" if self.model and len(self.suite.models) > 1 else "")

    @property
    def cassettes(self) -> Path:
        """The suite's folder of cassettes."""
        return self.suite.root / self.suite.cassettes

    def article(self) -> Article:
        """The article, named by its path in the suite, so that every machine gives the same deck; raises what reading raises."""
        return read_file(self.path, encoding=self.suite.encoding, language=self.suite.language).article.model_copy(
            update={"source": self.suite.name_of(self.path)}
        )

    def deck_path(self, article: Article) -> Path:
        """Where the accepted deck of this text lies."""
        return folder_path(self.cassettes, article) / self._file("deck", "json")

    def brief_path(self, article: Article) -> Path:
        """Where the accepted brief of this text lies."""
        return folder_path(self.cassettes, article) / self._file("brief", "md")

    def _file(self, stem: str, ending: str) -> str:
        several = self.model is not None and len(self.suite.models) > 1
        return f"{stem}.{slug_of(self.model or '')}.{ending}" if several else f"{stem}.{ending}"

    def accepted_path(self, article: Article) -> Path | None:
        """Where the accepted deck lies: of this text, else of the article's last text; None when there is none yet.

        Raises:
            CassetteError: if the cassettes cannot be listed.
        """
        path = self.deck_path(article)
        try:
            if path.exists() or not self.cassettes.exists():
                return path if path.exists() else None
            beginning = f"{slug_of(self.path.stem)}-"
            older = [one / path.name for one in sorted(self.cassettes.iterdir()) if one.name.startswith(beginning)]
            own = [one for one in older if one.exists() and source_of(one) == article.source]
            return max(own, key=lambda one: one.stat().st_mtime_ns, default=None)
        except OSError as error:
            raise CassetteError.unreadable(f"the cassettes in {error.filename or self.cassettes}", error) from error

    def accepted(self, article: Article) -> Deck | None:
        """The accepted deck: of this text, else of the article's last text; None when there is none yet.

        Raises:
            CassetteError: if it cannot be read, or was changed after it was accepted.
        """
        path = self.accepted_path(article)
        if path is None:
            return None
        try:
            data = path.read_bytes()
            refuse_edited(path, data)
            return Deck.model_validate_json(self._with_text(data, article))
        except OSError as error:
            raise CassetteError.unreadable(f"the accepted deck {path}", error) from error
        except ValidationError as error:
            raise CassetteError(f"{path} is no accepted deck: {first_misfit(error, 'the file')}.", hint=RESTORE) from error

    def _with_text(self, data: bytes, article: Article) -> bytes:
        """The accepted deck's bytes, the article's text put back where the suite keeps it out."""
        if self.suite.store_text:
            return data
        try:
            value = json.loads(data)
            told = value["article"]
            if told["text"] is not None:
                return data
            if told["sha256"] != article.sha256:
                raise CassetteError(
                    f"{article.source}: the text changed, and the accepted deck does not hold the old one (store_text = false).",
                    hint="Restore the article, or delete the folder of the old text and run `factcards record`.",
                )
            told["text"] = article.text
        except (ValueError, RecursionError, KeyError, TypeError):
            return data  # the deck's own validation says what is wrong
        return json.dumps(value).encode()

    def write(self, deck: Deck) -> None:
        """Make this the accepted deck, and its brief with it; each file is either old or new, never half."""
        text = self.kept(deck)
        write_atomically(self.brief_path(deck.article), render(deck, "markdown", Templates(self.prompts)).encode("utf-8"))
        write_sealed(self.deck_path(deck.article), text.encode("utf-8"))

    def kept(self, deck: Deck) -> str:
        """The deck as its file holds it.

        Raises:
            CassetteError: if it holds what looks like a secret.
        """
        text = render(deck, "json")
        value = json.loads(text)
        if not self.suite.store_text:
            value["article"]["text"] = None
            text = json_safe(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"
        secret = find_secret(value)
        if secret is not None:
            raise CassetteError(
                f"{self.deck_path(deck.article)}: not written: {secret.where} holds what looks like {secret.what}.",
                hint="Take it out first.",
            )
        return text

    @property
    def prompts(self) -> Path | None:
        """The suite's folder of templates."""
        return None if self.suite.prompts is None else self.suite.root / self.suite.prompts


def source_of(path: Path) -> str | None:
    """Which article an accepted deck is of, by its path in its suite; None where the file does not say."""
    try:
        article = json.loads(path.read_bytes())["article"]
        return str(article["source"])
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return None


def cases_of(suite: Suite, only: tuple[str, ...] = ()) -> tuple[Case, ...]:
    """Every article with every model, by path; `only` names some of the articles.

    Raises:
        UsageError: if the suite has no article, or none of those that were named.
        ConfigError: if an expectation fits no article.
    """
    paths = suite.paths()
    if only:
        unknown = [name for name in only if not any(_is(suite, path, name) for path in paths)]
        if unknown:
            raise UsageError(f"{', '.join(unknown)}: the suite has no such article.", hint="`factcards check` lists them all.")
        paths = tuple(path for path in paths if any(_is(suite, path, name) for name in only))
    if not paths:
        raise UsageError(f"no article fits {', '.join(suite.articles)} in {suite.root}.", hint="See `articles` in the suite's file.")
    suite.refuse_vain_expectations()
    models: tuple[str | None, ...] = (None,) if suite.engine == "local" else suite.models or (DEFAULT_MODEL,)
    return tuple(Case(suite, path, model) for path in paths for model in models)


def _is(suite: Suite, path: Path, name: str) -> bool:
    return name in {suite.name_of(path), path.name} or Path(name).resolve() == path


def rebuilt(case: Case, article: Article, *, sample: int = 1) -> Made:
    """The deck from what was recorded: opens no socket, and writes nothing beside the recording.

    Args:
        case: The case.
        article: Its article.
        sample: Which of several independent answers.

    Raises:
        CassetteMiss: if something was never recorded.
        CassetteError: if a recording cannot be read.
    """
    if case.suite.engine == "local":
        return make_with(article, _local(case, keep=False))
    choice = replace(_choice(case), replay=case.cassettes, keep=False, without_summary=True, sample=sample)
    return make_with(article, choose(choice, UserConfig(), environ={}))


def runs_of(case: Case, article: Article) -> int:
    """How many answers to each request are recorded for this case's model."""
    if case.suite.engine != "openai":
        return 1
    found = ArticleFolder(case.cassettes, article).interactions.values()
    return max((take.sample for one in found if one.request.model == case.model for take in one.responses), default=1)


def recordings_of(case: Case, article: Article) -> tuple[str, ...]:
    """The identities of what is recorded for this text, whoever was asked."""
    return tuple(sorted(ArticleFolder(case.cassettes, article).interactions))


def readings_path(case: Case, article: Article) -> Path:
    """Where the local reader's readings of this text lie."""
    return folder_path(case.cassettes, article) / READINGS


def reading_of(case: Case, article: Article) -> Reading:
    """What the local reader finds in the article: from beside the recording, where it is kept there."""
    return StoredReader(readings_path(case, article), LocalReader()).read([article])[0]


def _local(case: Case, *, keep: bool) -> LocalEngine:
    return LocalEngine(lambda article: readings_path(case, article), keep=keep)


def engine_for(
    case: Case,
    config: UserConfig,
    *,
    anew: bool,
    sample: int = 1,
    base_url: str | None,
    max_cost: float | None,
    notify: Notify,
) -> Engine:
    """The engine that records a case.

    A base URL that only the suite's file names gets no key: the file may be somebody else's.
    """
    if case.suite.engine == "local":
        return _local(case, keep=True)
    surroundings = dict(os.environ)
    target = base_url or config.base_url or case.suite.base_url
    foreign = target is not None and target not in {base_url, config.base_url}
    if foreign and surroundings.pop(config.api_key_env, ""):
        notify(f"the key is not sent to {target}: only the suite names it (name it with --base-url, or in your own configuration)")
    surroundings.pop("OPENAI_BASE_URL", "")
    # Of the user's own settings only those count that no answer depends on: others who check have none of them.
    config = UserConfig(
        api_key_env=config.api_key_env, timeout=config.timeout, input_price=config.input_price, output_price=config.output_price
    )
    recording = replace(_choice(case), record=case.cassettes, record_mode="all" if anew else "once", sample=sample)
    choice = replace(recording, base_url=target, max_cost=max_cost)
    return choose(choice, config, environ=surroundings, notify=notify)


def estimate_of(case: Case, article: Article, base_url: str | None, config: UserConfig | None = None) -> Estimate | None:
    """What asking for this article once would take, at that server, with the user's own prices where he has any; asks nothing. None for
    the local engine, which costs nothing.
    """
    if case.suite.engine == "local":
        return None
    prices = UserConfig() if config is None else UserConfig(input_price=config.input_price, output_price=config.output_price)
    engine = choose(replace(_choice(case), dry_run=True), prices, environ={})
    return engine.estimate(article, base_url or case.suite.base_url) if isinstance(engine, ModelEngine) else None


def _choice(case: Case) -> EngineChoice:
    """What the suite says of its requests."""
    suite = case.suite
    return EngineChoice(
        engine="openai",
        model=case.model,
        max_tokens=suite.max_tokens or MAX_TOKENS,
        max_tokens_name=suite.max_tokens_name,
        temperature=suite.temperature,
        chunk_tokens=suite.chunk_tokens,
        prompts=case.prompts,
    )
