"""The user's own configuration: `config.toml` in the user's configuration folder. Optional; the command line wins over it.

docs/configuration.md has every key; what else of the surroundings counts stands there, too.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    Field,
    ModelWrapValidatorHandler,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)

from factcards.errors import ConfigError, did_you_mean
from factcards.misfits import misfit, place_of
from factcards.spans import Frozen

__all__ = ["SERVER_FORM", "BaseUrl", "UserConfig", "config_path", "is_server", "is_this_machine", "load_config", "no_toml", "proxy_before"]

SERVER_FORM = "http://127.0.0.1:8080/v1, with no user name, password, query (?) or fragment (#) in it"
"""What a base URL looks like."""


def is_server(url: str) -> bool:
    """Whether this is the base URL of a server."""
    try:
        parts = urlsplit(url)
        return (
            not {"?", "#"} & set(url)
            and parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and parts.port != 0
            and parts.username is None
        )
    except ValueError:
        return False


def is_this_machine(url: str | None) -> bool:
    """Whether a server is the user's own machine: whoever takes money is elsewhere.

    >>> [is_this_machine(url) for url in ("http://127.0.0.1:8080/v1", "http://localhost/v1", "https://api.example.org/v1", None)]
    [True, True, False, False]
    """
    host = urlsplit(url).hostname or "" if url is not None else ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def proxy_before(url: str | None) -> str | None:
    """The proxy that the system names for this server (None: api.openai.com): none for one that it excepts, none for this machine's own."""
    from urllib.request import getproxies, proxy_bypass  # late: only who asks a model needs it

    parts = urlsplit(url or "https://api.openai.com")
    if is_this_machine(url) or proxy_bypass(parts.netloc):
        return None
    known = getproxies()
    proxy = known.get(parts.scheme) or known.get("all")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"


def _server(url: str) -> str:
    if not is_server(url):
        raise ValueError(f"it must look like {SERVER_FORM}")
    return url


BaseUrl = Annotated[str, AfterValidator(_server)]
"""The base URL of a server, in a file that somebody wrote."""


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A name that names something: an empty one must not pass for none, nor for one."""


class UserConfig(Frozen):
    """What the user set; null where nothing was said.

    Raises:
        ConfigError: for a value that cannot be, or a key that there is not.
    """

    model: Name | None = None
    base_url: BaseUrl | None = None
    api_key_env: str = "OPENAI_API_KEY"
    timeout: float | None = Field(default=None, gt=0, allow_inf_nan=False, description="seconds")
    max_cost: float | None = Field(default=None, ge=0, allow_inf_nan=False, description="USD for one run")
    input_price: float | None = Field(default=None, ge=0, allow_inf_nan=False, description="USD for a million tokens asked")
    output_price: float | None = Field(default=None, ge=0, allow_inf_nan=False, description="USD for a million tokens answered")
    max_tokens: int | None = Field(default=None, gt=0, description="of one answer")
    max_tokens_name: Name | None = None
    temperature: float | None = Field(default=None, ge=0, allow_inf_nan=False)

    @field_validator("api_key_env", mode="after")
    @classmethod
    def _a_name(cls, name: str) -> str:
        if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) is None:
            raise ValueError("it must be the name of an environment variable, never the key itself")
        return name

    @model_validator(mode="after")
    def _both_prices(self) -> Self:
        if (self.input_price is None) != (self.output_price is None):
            raise ValueError("input_price and output_price go together: a price of 0 is one, too")
        return self

    @model_validator(mode="wrap")
    @classmethod
    def _in_our_own_words(cls, said: object, validated: ModelWrapValidatorHandler[Self]) -> Self:
        """All problems at once, as our own error: a program makes one as well as a file. Stands last: it is round the others."""
        try:
            return validated(said)
        except ValidationError as error:
            problems = "; ".join(_problem(one) for one in error.errors()[:3])
            raise ConfigError(problems, hint="`factcards docs configuration` has every key.") from error


def config_path() -> Path:
    """Where the user's configuration lies on this system (`$XDG_CONFIG_HOME/factcards/config.toml` on Linux)."""
    import platformdirs  # late: a run that names everything on the command line still needs it only here

    return platformdirs.user_config_path("factcards") / "config.toml"


def load_config(path: Path) -> UserConfig:
    """The configuration in this file; an empty one when there is no such file, or it lies where this user may not look (a build whose
    home is somebody else's).

    Raises:
        ConfigError: if it cannot be read, is not TOML, or holds an unknown key or a wrong value; all problems at once.
    """
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return UserConfig()
    except NotADirectoryError:
        return UserConfig()
    except OSError as error:
        if isinstance(error, PermissionError) and not os.path.exists(path):  # noqa: PTH110 - Path.exists raises where nobody may look
            return UserConfig()
        raise ConfigError.unreadable(path, error) from error
    except ValueError as error:
        raise no_toml(path, error, "configuration") from error
    try:
        return UserConfig.model_validate(data)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error.what}", hint=error.hint) from error


def no_toml(path: Path, error: ValueError, page: str) -> ConfigError:
    """The error of a file that is no TOML, with the page of the handbook that has an example."""
    why = f"byte {error.start} is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
    advice = "Save it as UTF-8." if isinstance(error, UnicodeDecodeError) else f"See `factcards docs {page}` for an example."
    return ConfigError(f"{path} is not TOML: {why}", hint=advice)


def _problem(error: Mapping[str, Any]) -> str:
    key = place_of(error, "the file")
    if error["type"] != "extra_forbidden":
        return f"{key}: {misfit(error)}"
    return f"unknown key {key!r}{did_you_mean(key, UserConfig.model_fields)}"
