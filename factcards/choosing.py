"""Which engine makes the cards, from what the user named. Nothing leaves the machine unless a model or a base URL was named.

"Named" means: on the command line, in a library call, or in the user's own configuration. A key or a base URL in the
environment names nothing.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from factcards.config import SERVER_FORM, UserConfig, is_server, proxy_before
from factcards.drafts import Engine
from factcards.errors import ConfigError, FactcardsError, UsageError, refuse_other

if TYPE_CHECKING:
    from factcards.engines.llm.model import Parameters

__all__ = ["DEFAULT_MODEL", "MAX_TOKENS", "EngineChoice", "Notify", "choose", "say_nothing"]

DEFAULT_MODEL = "gpt-6-luna"
"""The model when `--engine openai` names none: the cheapest current one with strict structured output at api.openai.com."""
MAX_TOKENS = 16_000
"""Of one answer, reasoning included: four times what the claims of a full chunk take."""
_SERVER_DIGITS = 16
"""Hex digits that tell one server's folder of kept answers from another's."""

_WORDS: Mapping[str, tuple[str, ...]] = {"engine": ("auto", "local", "openai"), "record_mode": ("once", "all")}
"""What the fields of an `EngineChoice` take that take one of a few words."""
_NUMBERS: Mapping[str, float] = {"timeout": 0.01, "max_cost": 0, "temperature": 0}
"""The least value of each number, as the command line has it."""
_WHOLE: Mapping[str, int] = {"max_tokens": 1, "chunk_tokens": 50, "sample": 1}
"""The least value of each whole number."""
_TEXTS, _PATHS = ("model", "base_url", "max_tokens_name"), ("replay", "record", "prompts")
_SWITCHES = ("fresh", "keep", "without_summary", "dry_run")

Notify = Callable[[str], None]
"""Is told one line at a time."""


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
        fresh: Take nothing from an earlier run but recorded answers: parse anew, though a recording holds the readings, and ask anew,
            though a run that broke off kept answers.
        keep: Whether new readings are written beside a recording.
        sample: Which of several independent answers to the same requests is recorded or replayed.
        without_summary: Whether a replay goes on where only the summary was never recorded.
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
    replay: Path | str | None = None
    record: Path | str | None = None
    record_mode: Literal["once", "all"] = "once"
    fresh: bool = False
    keep: bool = True
    without_summary: bool = False
    sample: int = 1
    prompts: Path | str | None = None
    dry_run: bool = False

    def __post_init__(self) -> None:
        """Refuse a value that there is not: it must not pass for another, nor send an article where nobody said so.

        Raises:
            UsageError: naming the field, and what it takes.
        """
        for name, words in _WORDS.items():
            if getattr(self, name) not in words:
                raise UsageError(f"{name} is {getattr(self, name)!r}; it is one of {', '.join(words)}.")
        for name, least in {**_NUMBERS, **_WHOLE}.items():
            _refuse_below(name, getattr(self, name), least)
        for name in _SWITCHES:
            refuse_other(getattr(self, name), bool, f"{name} takes True or False")
        for kind, names in ((str, _TEXTS), (Path | str, _PATHS)):
            for name in names:
                if not isinstance(value := getattr(self, name), kind | None):
                    raise UsageError(f"{name} is a {'str' if kind is str else 'Path or a str'}, not {type(value).__name__}.")
                if isinstance(value, str) and not value.strip():  # it names nothing, and must not pass for a name
                    raise UsageError(f"{name} is empty.", hint="Name one, or leave it out.")


def _refuse_below(name: str, value: object, least: float) -> None:
    """Refuse what is no number, no JSON holds it and against it no limit holds, or is too small."""
    if value is None:
        return
    kinds, called = ((int,), "a whole number") if name in _WHOLE else ((int, float), "a number")
    if isinstance(value, bool) or not isinstance(value, int | float) or not isinstance(value, kinds):
        raise UsageError(f"{name} is {called}, not {type(value).__name__}.")
    if not math.isfinite(value):
        raise UsageError(f"{name} is {value}, which is no number to reckon with.", hint="Name one that is finite, or leave it out.")
    if value < least:
        raise UsageError(f"{name} is {value}; it is at least {least}.")


def say_nothing(_line: str) -> None:
    """A `Notify` for those who want to hear nothing."""


def choose(
    choice: EngineChoice,
    config: UserConfig | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    notify: Notify = say_nothing,
) -> Engine:
    """The engine for this choice; nothing is loaded or sent yet.

    Args:
        choice: What the command line or the call names.
        config: What a configuration file would say; none means an empty one. The user's own file is read by the command line only:
            where an article goes, a program says itself.
        environ: Where the key is looked up; `os.environ` by default.
        notify: Told one line at a time what the user should know before it happens.

    Raises:
        UsageError: if the choice contradicts itself.
        ConfigError: if a key is needed and missing.
    """
    refuse_other(choice, EngineChoice, "choose takes an EngineChoice")
    refuse_other(config, UserConfig | None, "choose takes what a configuration would say as a UserConfig")
    settings = config or UserConfig()
    surroundings = os.environ if environ is None else environ
    if _is_local(choice, settings):
        _refuse_model_options(choice)
        from factcards.engines.local.engine import LocalEngine

        notify("engine: local (no model, base URL or recording was named; nothing leaves this machine)")
        return LocalEngine()
    if choice.replay is not None and choice.record is not None:
        raise UsageError("--replay and --record exclude each other.", hint="--record with --record-mode once replays what is there.")
    if choice.record_mode == "all" and choice.record is None:
        raise UsageError("--record-mode all records nothing without --record DIR.", hint="--fresh asks for what a run that broke off kept.")
    return _model_engine(choice, settings, surroundings, notify)


def _is_local(choice: EngineChoice, settings: UserConfig) -> bool:
    if choice.engine != "auto":
        return choice.engine == "local"
    named = (choice.model, choice.base_url, choice.replay, choice.record, settings.model, settings.base_url)
    return all(value is None for value in named)


_OF_THE_LOCAL_ENGINE = frozenset({"engine", "prompts"})
"""Fields that say something to an engine that asks no model: the templates are the brief's too."""


def _refuse_model_options(choice: EngineChoice) -> None:
    said = [field.name for field in fields(choice) if getattr(choice, field.name) != field.default]
    wrong = [name for name in said if name not in _OF_THE_LOCAL_ENGINE]
    if wrong:
        options = ", ".join(f"--{name.replace('_', '-')}" for name in wrong)
        raise UsageError(
            f"{', '.join(wrong)}: the local engine asks no model.",
            hint=f"Leave it out (on the command line: {options}), or name a model or the engine openai.",
        )


def _model_engine(choice: EngineChoice, settings: UserConfig, environ: Mapping[str, str], notify: Notify) -> Engine:
    from factcards.engines.llm.engine import ModelEngine, Recording
    from factcards.engines.llm.live import Connection
    from factcards.engines.llm.prices import OwnPrices
    from factcards.engines.local.late import LateReader

    base_url = choice.base_url or settings.base_url or environ.get("OPENAI_BASE_URL") or None
    key = None if choice.replay is not None or choice.dry_run else _key(settings.api_key_env, environ)
    model = choice.model or settings.model
    if choice.replay is None:
        if model is None:
            notify(f"no model was named: {DEFAULT_MODEL} is asked; --model names another")
        model = model or DEFAULT_MODEL
        _refuse_no_server(choice.base_url, UsageError, "the base URL")
        if not (choice.base_url or settings.base_url):
            _refuse_no_server(base_url, ConfigError, "the environment variable OPENAI_BASE_URL")
    else:
        model = choice.model
        notify("engine: openai, replayed from recordings; nothing leaves this machine")
    if key is None and base_url is None and choice.replay is None and not choice.dry_run:
        raise ConfigError(
            f"no key for api.openai.com: the environment variable {settings.api_key_env} is not set.",
            hint="Set it, or name a server of your own with --base-url (base_url in Python).",
        )
    max_cost = choice.max_cost if choice.max_cost is not None else settings.max_cost
    prices = None
    if settings.input_price is not None and settings.output_price is not None:
        prices = OwnPrices(settings.input_price, settings.output_price)
    proxy = None if choice.replay is not None else proxy_before(base_url)
    return ModelEngine(
        model=model,
        parameters=_parameters(choice, settings),
        connection=Connection(base_url, key, choice.timeout or settings.timeout or 120.0, max_cost, prices, proxy),
        reader=LateReader(),
        recording=Recording(
            _path(choice.replay), _path(choice.record), choice.record_mode, choice.fresh, choice.keep, choice.without_summary, choice.sample
        ),
        prompts=_path(choice.prompts),
        chunk_tokens=choice.chunk_tokens,
        notify=notify,
        unfinished=_unfinished(base_url) if choice.replay is None and choice.record is None else None,
    )


def _path(named: Path | str | None) -> Path | None:
    return None if named is None else Path(named)


def _key(name: str, environ: Mapping[str, str]) -> str | None:
    """The key, less the white space round it that a file with other line ends leaves; None where there is none.

    Raises:
        ConfigError: if no header can carry it. Neither the key nor what is wrong in it is shown.
    """
    key = environ.get(name, "").strip()
    if not all("!" <= character <= "~" for character in key):
        raise ConfigError(
            f"the environment variable {name} holds no key: a space, a control character or a letter beyond ASCII stands in it.",
            hint="Set it anew, without quotation marks or a line break in it. Nothing was sent.",
        )
    return key or None


def _refuse_no_server(url: str | None, error: type[FactcardsError], what: str) -> None:
    """Refuse a base URL that is none; one in a file was refused when the file was read. It may hold a password, so it is not shown."""
    if url is not None and not is_server(url):
        raise error(f"{what} is no URL of a server.", hint=f"It looks like {SERVER_FORM}.")


def _parameters(choice: EngineChoice, settings: UserConfig) -> Parameters | None:
    """What is asked of the model; None in a replay where the command line says nothing, so that the recording decides."""
    from factcards.engines.llm.model import Parameters

    if choice.replay is not None:
        if (choice.max_tokens, choice.max_tokens_name, choice.temperature) == (None, None, None):
            return None
        settings = UserConfig()
    return Parameters(
        max_tokens=choice.max_tokens or settings.max_tokens or MAX_TOKENS,
        max_tokens_name=choice.max_tokens_name or settings.max_tokens_name or Parameters().max_tokens_name,
        temperature=choice.temperature if choice.temperature is not None else settings.temperature,
    )


def _unfinished(base_url: str | None) -> Path | None:
    """Where the answers of runs that broke off are kept, for their owner only; None where nothing can be kept.

    Each server has a folder of its own: a model of the same name at another one may be another model.
    """
    import platformdirs

    server = sha256((base_url or "").rstrip("/").encode("utf-8", "surrogatepass")).hexdigest()[:_SERVER_DIGITS]
    path = platformdirs.user_cache_path("factcards") / "unfinished" / server
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return path
