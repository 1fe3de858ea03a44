"""A response that brought nothing, as an error of the family: what happened, where, and what to do next."""

from __future__ import annotations

from factcards.engines.llm.model import Failure, Response
from factcards.errors import FactcardsError, ModelOutputError, ProviderError
from factcards.secrets import redacted

__all__ = ["error_of", "hopeless", "unusable"]

# kind: (what happened, what to do, whether the same request may succeed later)
_FAILURES: dict[str, tuple[str, str, bool]] = {
    "bad_request": ("refused the request", "If it does not know a parameter, see --max-tokens-name and --temperature.", False),
    "unauthorized": ("did not take the key", "Check the key in the environment, or the name of the variable (api_key_env).", False),
    "no_key": (
        "asks for a key, and none was sent",
        "Set it in the environment (api_key_env in the configuration names the variable); one that only a suite's file names gets none.",
        False,
    ),
    "forbidden": ("does not let this key use the model", "Ask for access, or name another model.", False),
    "not_found": (
        "does not know the model or the address",
        "Check --model, and that --base-url ends as the server wants it (often /v1).",
        False,
    ),
    "conflict": ("answered with a conflict", "Try again.", True),
    "unprocessable": ("could not process the request", "The server may not know JSON Schema answers: try another server or model.", False),
    "rate_limit": (
        "limits how often it may be asked",
        "Wait and run the same command: what was answered is kept, and asked again only where all is asked anew.",
        True,
    ),
    "quota": ("says that the quota is used up", "Top up the account, or name another model. Trying again does not help.", False),
    "server": ("failed", "Run the same command later: what was answered is kept, and asked again only where all is asked anew.", True),
    "timeout": ("did not answer in time", "Raise --timeout, or lower --chunk-tokens.", True),
    "unreachable": ("cannot be reached", "Start it, or check --base-url and the network.", True),
    "interrupted": (
        "broke off its answer",
        "Run the same command again: what was answered is kept, and asked again only where all is asked anew.",
        True,
    ),
    "not_json": (
        "answered with something other than JSON",
        "Check that --base-url is that of the API, not of a web page or a proxy.",
        False,
    ),
    "not_a_completion": ("answered with JSON that is no chat completion", "Check that the server speaks chat completions.", False),
    "compressed": (
        "answered in a form that was not asked for",
        "Nothing of it was read. Have the server, or the proxy before it, send its answers as they are.",
        False,
    ),
    "too_large": ("sent an answer over the limit", "Nothing of it was read. Try another model.", False),
}


def error_of(response: Response, model: str) -> FactcardsError | None:
    """Why this response brought nothing; None when it is an answer (outcome ok).

    Args:
        response: What came back.
        model: What was asked.
    """
    if response.outcome == "ok":
        return None
    if response.outcome == "error" and response.failure is not None:
        return _provider(response.failure, model)
    if response.outcome == "refusal":
        return ModelOutputError(f"{model} refused: {_cut(response.text)}", hint="Try another model, or --engine local.")
    if response.outcome == "filter":
        return ModelOutputError(f"the content filter of {model} held the answer back.", hint="Try another model, or --engine local.")
    if response.outcome == "length":
        return ModelOutputError(
            f"the answer of {model} was cut at its limit of tokens.", hint="Raise --max-tokens, or lower --chunk-tokens."
        )
    return ModelOutputError(f"{model} brought no answer.", hint="Try another model.")


def unusable(model: str, problems: tuple[str, ...]) -> ModelOutputError:
    """The answer could not be read, even after it was asked for once more."""
    shown = _cut("; ".join(problems))
    return ModelOutputError(f"the answer of {model} cannot be used: {shown}", hint="Asked once more, it was no better. Try another model.")


def _provider(failure: Failure, model: str) -> ProviderError:
    what, hint, retryable = _FAILURES[failure.kind]
    status = f" (HTTP {failure.status})" if failure.status not in {None, 200} else ""
    tries = f" after {failure.attempts} tries" if failure.attempts > 1 else ""
    return ProviderError(f"the server of {model} {what}{status}{tries}: {_cut(failure.message)}", hint=hint, retryable=retryable)


def _cut(text: str, most: int = 200) -> str:
    """A server's or a model's own words, short and on one line; what looks like a key in them is named, not shown."""
    line = redacted(" ".join(text.split()))
    return line if len(line) <= most else f"{line[: most - 1]}…"


def hopeless(error: FactcardsError) -> bool:
    """Whether asking the same server for something else would fail in the same way."""
    return isinstance(error, ProviderError) and (not error.retryable or "cannot be reached" in error.what)
