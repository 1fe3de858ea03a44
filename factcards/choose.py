"""Which engine makes the cards, from what the user named. Nothing leaves the machine unless a model or a base URL was named.

"Named" means: on the command line, in a library call, or in the user's own configuration. A key or a base URL in the
environment names nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from factcards.config import UserConfig
from factcards.drafts import Engine
from factcards.errors import UsageError

__all__ = ["DEFAULT_MODEL", "EngineChoice", "choose"]

DEFAULT_MODEL = "gpt-6-luna"
"""The model when `--engine openai` names none: the cheapest current one with strict structured output at api.openai.com."""

Notify = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """What the user asked for; null where nothing was said.

    Attributes:
        engine: auto is openai when a model, a base URL or a recording was named, else local.
        model: The model's name.
        base_url: Of an OpenAI-compatible server, with its /v1.
        timeout: Seconds for one request.
        max_cost: USD for the whole run.
        max_tokens: Of one answer.
        max_tokens_name: Under which name the server wants that number.
        temperature: Sent only when set.
        chunk_tokens: The token budget of one chunk of the article.
        replay: A folder of cassettes to answer from; nothing is sent.
        record: A folder of cassettes to record to.
        record_mode: once records what is missing, all records everything anew.
        fresh: Read everything anew with the parser, though a recording holds the readings.
        prompts: A folder whose templates override the built-in ones.
        dry_run: Only the plan is asked for, so no key is needed.
    """

    engine: Literal["auto", "local", "openai"] = "auto"
    model: str | None = None
    base_url: str | None = None
    timeout: float | None = None
    max_cost: float | None = None
    max_tokens: int | None = None
    max_tokens_name: str | None = None
    temperature: float | None = None
    chunk_tokens: int | None = None
    replay: Path | None = None
    record: Path | None = None
    record_mode: Literal["once", "all"] = "once"
    fresh: bool = False
    prompts: Path | None = None
    dry_run: bool = False


def _silent(_line: str) -> None:
    """Say nothing."""


def choose(
    choice: EngineChoice,
    config: UserConfig | None = None,
    *,
    notify: Notify = _silent,
) -> Engine:
    """The engine for this choice; nothing is loaded or sent yet.

    Args:
        choice: What the command line or the call names.
        config: The user's configuration; none means an empty one.
        notify: Told one line at a time what the user should know before it happens.

    Raises:
        UsageError: if the choice contradicts itself.
    """
    settings = config or UserConfig()
    if _is_local(choice, settings):
        _refuse_model_options(choice)
        from factcards.engines.local.engine import LocalEngine

        notify("engine: local (no model, base URL or recording was named; nothing leaves this machine)")
        return LocalEngine()
    if choice.replay is not None and choice.record is not None:
        raise UsageError("--replay and --record exclude each other.", hint="--record with --record-mode once replays what is there.")
    return _model_engine()


def _is_local(choice: EngineChoice, settings: UserConfig) -> bool:
    if choice.engine != "auto":
        return choice.engine == "local"
    named = (choice.model, choice.base_url, choice.replay, choice.record, settings.model, settings.base_url)
    return all(value is None for value in named)


def _refuse_model_options(choice: EngineChoice) -> None:
    named = {
        "--model": choice.model,
        "--base-url": choice.base_url,
        "--replay": choice.replay,
        "--record": choice.record,
        "--max-cost": choice.max_cost,
        "--max-tokens": choice.max_tokens,
        "--temperature": choice.temperature,
        "--chunk-tokens": choice.chunk_tokens,
        "--dry-run": choice.dry_run or None,
    }
    wrong = [name for name, value in named.items() if value is not None]
    if wrong:
        raise UsageError(
            f"{', '.join(wrong)}: the local engine asks no model.",
            hint="Leave it out, or name a model with --model or --engine openai.",
        )


def _model_engine() -> Engine:
    raise UsageError(
        "this version reads with the local engine only; asking a model is not built yet.", hint="Leave the model's options out."
    )
