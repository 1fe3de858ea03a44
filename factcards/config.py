"""The user's own configuration: `config.toml` in the user's configuration folder. Optional; the command line wins over it.

model = "gpt-6-luna"                 # naming a model or a base URL here lets articles leave the machine
base_url = "http://127.0.0.1:8080/v1"
api_key_env = "OPENAI_API_KEY"       # the environment variable that holds the key; never the key itself
timeout = 60                         # seconds
max_cost = 0.50                      # USD for one run
max_tokens = 16000                   # of one answer
max_tokens_name = "max_completion_tokens"
temperature = 0.0
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from factcards.errors import ConfigError, did_you_mean
from factcards.spans import Frozen

__all__ = ["UserConfig", "config_path", "load_config"]


class UserConfig(Frozen):
    """What the user set; null where nothing was said."""

    model: str | None = None
    base_url: str | None = None
    api_key_env: str = Field(default="OPENAI_API_KEY", pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")
    timeout: float | None = Field(default=None, gt=0, allow_inf_nan=False, description="seconds")
    max_cost: float | None = Field(default=None, ge=0, allow_inf_nan=False, description="USD for one run")
    max_tokens: int | None = Field(default=None, gt=0, description="of one answer")
    max_tokens_name: str | None = None
    temperature: float | None = Field(default=None, ge=0, allow_inf_nan=False)


def config_path() -> Path:
    """Where the user's configuration lies on this system (`$XDG_CONFIG_HOME/factcards/config.toml` on Linux)."""
    import platformdirs  # late: a run that names everything on the command line still needs it only here

    return platformdirs.user_config_path("factcards") / "config.toml"


def load_config(path: Path) -> UserConfig:
    """The configuration in this file; an empty one when there is no such file.

    Raises:
        ConfigError: if it cannot be read, is not TOML, or holds an unknown key or a wrong value; all problems at once.
    """
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return UserConfig()
    except NotADirectoryError:
        return UserConfig()
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not TOML: {error}", hint="See docs/configuration.md for an example.") from error
    try:
        return UserConfig.model_validate(data)
    except ValidationError as error:
        problems = "; ".join(_problem(".".join(map(str, e["loc"])), e["type"], e["msg"]) for e in error.errors()[:3])
        raise ConfigError(f"{path}: {problems}", hint="See docs/configuration.md for every key.") from error


def _problem(key: str, kind: str, message: str) -> str:
    if kind != "extra_forbidden":
        return f"{key}: {message}"
    return f"unknown key {key!r}{did_you_mean(key, UserConfig.model_fields)}"
