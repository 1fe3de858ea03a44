"""What is checked: a suite of articles, read from factcards.toml or from [tool.factcards] in pyproject.toml."""

from __future__ import annotations

import fnmatch
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator

from factcards.cards import Score
from factcards.config import BaseUrl, no_toml
from factcards.errors import ConfigError, did_you_mean
from factcards.lint.report import ProjectRules
from factcards.misfits import misfit, place_of
from factcards.read.encodings import is_encoding
from factcards.regress.changes import KINDS, ChangeKind, ChangeSeverity
from factcards.spans import Frozen

__all__ = ["FILE_NAME", "Expectation", "Floors", "Suite", "find_suite", "load_suite", "suite_file"]

FILE_NAME = "factcards.toml"
_PYPROJECT = "pyproject.toml"
_OF_A_MODEL = ("models", "repeat", "base_url", "max_tokens", "max_tokens_name", "temperature", "chunk_tokens", "max_cost")
"""Keys that say nothing to the local engine; `make` refuses their options as well."""


def _globs(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a pattern that starts elsewhere than at the suite's folder, or is none."""
    absolute = [one for one in patterns if PurePath(one).is_absolute()]
    if absolute:
        raise ValueError(f"{', '.join(map(repr, absolute))}: paths are relative to the file")
    for one in patterns:
        if any("**" in part and part != "**" for part in PurePath(one).parts):  # Python 3.13 takes it for a single star
            raise ValueError(f"{one!r} is no pattern of paths: '**' stands for whole folders only")
        try:
            next(_NOWHERE.glob(one), None)
        except (ValueError, NotImplementedError) as error:
            raise ValueError(f"{one!r} is no pattern of paths: {error}") from error
    return patterns


def _encoding(name: str) -> str:
    if not is_encoding(name):
        raise ValueError("it is no encoding of text; for example utf-8, cp1252 or utf-16")
    return name


_NOWHERE = Path("/dev/null/nowhere")
"""A folder that there is not: a pattern is parsed there, and finds nothing."""
Globs = Annotated[tuple[str, ...], AfterValidator(_globs)]
"""Patterns of paths, from the suite's folder on."""
Kind = Annotated[ChangeKind, BeforeValidator(lambda kind: "hedge_dropped" if kind == "hedge_lost" else kind)]
"""A class of change, which in an earlier suite may have its former name."""


class Expectation(Frozen):
    """What an article's deck must hold.

    Attributes:
        article: Which articles, as a glob over their paths in the suite.
        speaker: Somebody who must have a claim.
        quote: Words that must survive in a card's content.
        max_rejected: The most claims that may be rejected.
    """

    article: str = "*"
    speaker: str | None = Field(default=None, min_length=1)
    quote: str | None = Field(default=None, min_length=1)
    max_rejected: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        if self.speaker is None and self.quote is None and self.max_rejected is None:
            raise ValueError("it expects nothing: name a speaker, a quote or max_rejected")
        return self


class Floors(Frozen):
    """Bounds on a whole suite; a floor goes down, or a ceiling up, only by an edit that somebody makes.

    Attributes:
        grounded_share: At least this share of the proposed claims became cards.
        findings_per_card: At most so many errors and warnings for each card.
        coverage: At least this share of the attributions that the local reader finds is covered by a card.
    """

    grounded_share: Score | None = None
    findings_per_card: float | None = Field(default=None, ge=0)
    coverage: Score | None = None


class Suite(Frozen):
    """A suite; every path is relative to the folder that its file lies in."""

    articles: Globs = Field(default=("articles/*.txt", "articles/*.md", "articles/*.html"), min_length=1)
    exclude: Globs = ()
    encoding: Annotated[str, AfterValidator(_encoding)] | None = Field(
        default=None, description="of the articles; found out where it is not given"
    )
    language: Literal["en"] | None = Field(default=None, description="of the articles, where it is taken for another one")
    store_text: bool = Field(default=True, description="whether accepted decks hold the article's text; it may be licensed")
    engine: Literal["local", "openai"] = "local"
    models: tuple[str, ...] = ()
    repeat: int = Field(default=1, ge=1, le=20, description="answers to each request; more than one shows how stable they are")
    base_url: BaseUrl | None = None
    prompts: Path | None = None
    cassettes: Path = Path("cassettes")
    max_tokens: int | None = Field(default=None, gt=0)
    max_tokens_name: str | None = None
    temperature: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    chunk_tokens: int | None = Field(default=None, ge=50)
    max_cost: float = Field(default=0.10, ge=0, description="USD above which `record` asks first")
    fail_on: tuple[ChangeSeverity, ...] = ("breaking", "notable")
    severities: dict[Kind, ChangeSeverity] = Field(default_factory=dict)
    expect: tuple[Expectation, ...] = ()
    floors: Floors = Floors()
    verify: ProjectRules = Field(default_factory=ProjectRules, description="how `factcards verify` grades its findings")
    root: Path = Field(default=Path(), exclude=True, description="the folder of the suite's file; not a key of the file")

    @model_validator(mode="after")
    def _asks_no_model_in_vain(self) -> Self:
        named = [key for key in _OF_A_MODEL if key in self.model_fields_set]
        if self.engine == "local" and named:
            raise ValueError(f'{", ".join(named)}: the local engine asks no model; say engine = "openai", or leave it out')
        return self

    @model_validator(mode="after")
    def _has_its_prompts(self) -> Self:
        if self.prompts is not None and not (self.root / self.prompts).is_dir():
            raise ValueError(f"prompts: there is no folder {self.root / self.prompts}")
        return self

    def paths(self) -> tuple[Path, ...]:
        """The suite's articles, each once, by path."""
        found = {path for pattern in self.articles for path in self.root.glob(pattern) if path.is_file()}
        found -= {path for pattern in self.exclude for path in self.root.glob(pattern)}
        return tuple(sorted(found, key=lambda path: path.as_posix()))

    def inputs(self) -> Iterator[Path]:
        """What a check reads beside the suite's own file: articles, recordings, accepted decks, floors, templates."""
        yield from self.paths()
        for folder in (self.cassettes, self.prompts):
            for place, _, names in os.walk(self.root / folder) if folder is not None else ():  # passes over what cannot be listed
                yield from (Path(place, name) for name in names)

    def name_of(self, path: Path) -> str:
        """An article's path as decks and reports name it: the same on every machine."""
        return path.relative_to(self.root).as_posix()

    def may_name(self, source: str) -> bool:
        """Whether an article that may be gone by now, by the path that its deck names, is one of this suite."""
        # fnmatch's * goes over slashes: rather too many are taken for this suite's than that one of them is not named
        return any(fnmatch.fnmatchcase(source, pattern.replace("**/", "*")) for pattern in self.articles)

    def refuse_vain_expectations(self) -> None:
        """Refuse expectations that no article of the suite could break.

        Raises:
            ConfigError: if there is one.
        """
        names = [self.name_of(path) for path in self.paths()]
        vain = [one.article for one in self.expect if not any(fnmatch.fnmatch(name, one.article) for name in names)]
        if vain:
            raise ConfigError(
                f"[[expect]] article = {', '.join(map(repr, vain))} fits no article of the suite in {self.root}.",
                hint=f"It is a glob over their paths: {', '.join(names[:4])}{', ...' if len(names) > 4 else ''}.",
            )


def find_suite(start: Path) -> Path | None:
    """The suite's file for this folder: factcards.toml, or a pyproject.toml with [tool.factcards], here or above; None where there is none.

    Raises:
        ConfigError: if a pyproject.toml on the way cannot be read: whether it holds a suite is not known then.
    """
    folder = start.resolve()
    for place in (folder, *folder.parents):
        if (place / FILE_NAME).is_file():
            return place / FILE_NAME
        project = place / _PYPROJECT
        if project.is_file() and _in_project(_tables(project)) is not None:
            return project
    return None


def suite_file(named: Path | None) -> Path:
    """The file that is named, else the one of the folder that we are in.

    Raises:
        ConfigError: as `find_suite`, and if there is none.
    """
    found = named or find_suite(Path.cwd())
    if found is None:
        raise ConfigError(f"there is no {FILE_NAME} in {Path.cwd()} or above.", hint="`factcards init` writes one.")
    return found


def load_suite(path: Path) -> Suite:
    """The suite in this file.

    Raises:
        ConfigError: if it cannot be read, is not TOML, or holds an unknown key or a wrong value; all problems at once.
    """
    values = _tables(path)
    if path.name == _PYPROJECT:
        own = _in_project(values)
        if not isinstance(own, dict | None):
            raise ConfigError(f"{path}: tool.factcards: it must be a table", hint=_KEYS)
        values = own or {}
    if "root" in values:
        raise ConfigError(f"{path}: unknown key 'root'.")
    try:
        suite = Suite(**values, root=path.resolve().parent)
    except ValidationError as error:
        problems = "; ".join(_problem(one) for one in error.errors(include_url=False)[:4])
        raise ConfigError(f"{path}: {problems}", hint=_KEYS) from error
    if suite.verify.grades:  # late: the rules are loaded for a suite that grades some of them only
        from factcards.verifying import refuse_unknown_codes

        refuse_unknown_codes(suite.verify.grades, ConfigError, f"{path}: verify.")
    return suite


_KEYS = "`factcards docs regression` has every key."


def _in_project(tables: Mapping[str, Any]) -> object:
    """What a pyproject.toml holds as tool.factcards, which may be no table; None where it holds nothing."""
    tool = tables.get("tool")
    return tool.get("factcards") if isinstance(tool, dict) else None


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError.unreadable(path, error, hint="Check the name; `factcards init` writes a suite's file.") from error
    except ValueError as error:
        raise no_toml(path, error, "regression") from error


def _problem(error: Mapping[str, Any]) -> str:
    place: tuple[int | str, ...] = error["loc"]
    where = place_of(error, "")
    if not place:
        return misfit(error)
    if place[-1] == "[key]":  # pydantic's name for a key that is none of a table's
        return f"unknown key {'.'.join(map(str, place[:-1]))!r}{did_you_mean(str(place[-2]), KINDS)}"
    if error["type"] != "extra_forbidden":
        return f"{where}: {misfit(error)}"
    fields: dict[str, list[str]] = {
        "expect": list(Expectation.model_fields),
        "floors": list(Floors.model_fields),
        "verify": list(ProjectRules.model_fields),
    }
    known = fields.get(str(place[0]), [name for name in Suite.model_fields if name != "root"]) if len(place) > 1 else [*Suite.model_fields]
    return f"unknown key {where!r}{did_you_mean(str(place[-1]), known)}"
