"""The public face: small, documented, the same however it is reached."""

from __future__ import annotations

import ast
import importlib.metadata
import inspect
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

import pytest

import factcards


@pytest.mark.parametrize("name", factcards.__all__)
def test_each_public_name_is_documented(name: str) -> None:
    """Whatever `__all__` names is there and says what it is: not only how it is called, which Python itself writes for a dataclass."""
    told = inspect.getdoc(getattr(factcards, name)) or ""
    assert told
    assert not told.startswith(f"{name}(")


def test_type_checkers_see_what_is_there_at_run_time() -> None:
    """They read the imports, which are never carried out: each is of a public name, and gives the same thing."""
    imports = [node for node in ast.walk(ast.parse(inspect.getsource(factcards))) if isinstance(node, ast.ImportFrom)]
    seen = [(node.module, alias.asname) for node in imports for alias in node.names if alias.asname]
    assert sorted(name for _, name in seen) == sorted(factcards.__all__)
    for module, name in seen:
        assert getattr(importlib.import_module(str(module)), name) is getattr(factcards, name)


def test_it_tells_its_version() -> None:
    """As the installed package does."""
    assert factcards.__version__ == importlib.metadata.version("factcards")


def _ours(hint: object) -> Iterator[type]:
    """The classes of ours in a type."""
    if isinstance(hint, type) and hint.__module__.startswith("factcards"):
        yield hint
    for part in hint if isinstance(hint, list) else get_args(hint):  # a list: what a Callable takes
        yield from _ours(part)


def _hints(value: object) -> Iterator[object]:
    """The types of what a call takes and gives, or of a class's fields, properties and methods."""
    yield from (hint for name, hint in get_type_hints(value).items() if not name.startswith("_"))
    for name, member in vars(value).items() if isinstance(value, type) else ():
        function = member.fget if isinstance(member, property) else member
        if inspect.isfunction(function) and (not name.startswith("_") or name == "__call__"):
            yield from get_type_hints(function).values()


@pytest.mark.parametrize("name", factcards.__all__)
def test_what_a_public_thing_takes_gives_or_holds_is_public_under_its_own_name(name: str) -> None:
    """So that a typed program can name it, and implement a `Reader`; a card's `Finding` is another class than a report's `Objection`."""
    for hint in _hints(getattr(factcards, name)):
        for found in _ours(hint):
            assert getattr(factcards, found.__name__) is found


def test_no_room_has_the_name_of_a_public_thing() -> None:
    """Importing a module binds its name in the package: it would hide the function."""
    code = (
        "import factcards, importlib, pkgutil\n"
        "for found in pkgutil.iter_modules(factcards.__path__):\n"
        "    assert found.name not in factcards.__all__, found.name\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_errors_are_one_family_with_codes_of_their_own() -> None:
    """Catching the root catches all; every class has an exit code and a slug."""
    errors = [getattr(factcards, name) for name in factcards.__all__ if name.endswith(("Error", "Miss"))]
    assert all(issubclass(error, factcards.FactcardsError) for error in errors)
    assert len({error.slug for error in errors}) == len(errors)


def test_importing_it_loads_nothing_heavy() -> None:
    """Neither pydantic nor anything bigger until a name is used."""
    code = "import sys, factcards; assert not {'pydantic', 'openai', 'spacy', 'typer'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", code], check=True)


SAID = "Mayor Ada Quill said the bridge might close."
STRANGE: dict[str, Callable[[Any], object]] = {
    "render": factcards.render,
    "from_text": factcards.from_text,
    "read_file": factcards.read_file,
    "factuality": factcards.factuality,
    "factualities": factcards.factualities,
    "factualities, of one": lambda value: factcards.factualities([value]),
    "make": factcards.make,
    "make, its engine": lambda value: factcards.make(SAID, engine=value),
    "verify": lambda value: factcards.verify(value, against=SAID),
    "verify, its source": lambda value: factcards.verify(SAID, against=value),
    "verify, its name": lambda value: factcards.verify(SAID, against=SAID, name=value),
    "verify, its settings": lambda value: factcards.verify(SAID, against=SAID, settings=value),
    "coverage": lambda value: factcards.coverage(value, against=SAID),
    "coverage, its source": lambda value: factcards.coverage(SAID, against=value),
    "coverage, its name": lambda value: factcards.coverage(SAID, against=SAID, name=value),
    "settings, their grades": lambda value: factcards.VerifySettings(grades=value),
    "settings, a code": lambda value: factcards.VerifySettings(grades={value: "off"}),
    "choose": cast("Callable[[Any], object]", factcards.choose),
    "choose, its configuration": lambda value: factcards.choose(factcards.EngineChoice(), value),
    "render, its templates": lambda value: factcards.render(factcards.make(SAID), templates=value),
    "templates, their folder": factcards.Templates,
    "from_text, its name": lambda value: factcards.from_text(SAID, value),
    "from_text, its language": lambda value: factcards.from_text(SAID, language=value),
    "read_file, its language": lambda value: factcards.read_file("a.txt", language=value),
    "read_file, its encoding": lambda value: factcards.read_file("a.txt", encoding=value),
    "read_file, its limit": lambda value: factcards.read_file("a.txt", limit=-value),
    "settings, their ignores": lambda value: factcards.VerifySettings(allow_ignores=value),
    "choice, to run dry": lambda value: factcards.EngineChoice(dry_run=value),
    "verify, its language": lambda value: factcards.verify(SAID, against=SAID, language=value),
    "verify, its reader": lambda value: factcards.verify(SAID, against=SAID, reader=value),
    "coverage, its reader": lambda value: factcards.coverage(SAID, against=SAID, reader=value),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_value_of_a_wrong_type_is_refused_in_our_own_words(name: str) -> None:
    """Not by whatever it breaks in: one `except FactcardsError` is enough."""
    with pytest.raises(factcards.UsageError):
        STRANGE[name](3)


def test_the_letters_of_a_text_are_no_list_of_texts() -> None:
    """Python takes a text for a sequence."""
    with pytest.raises(factcards.UsageError, match="takes a list of texts, not str"):
        factcards.factualities(cast("Any", SAID))


def test_a_name_of_a_file_is_no_article() -> None:
    """What was meant is said."""
    with pytest.raises(factcards.ArticleError, match=r"'seeds/x\.txt' is a file's name") as caught:
        factcards.make("seeds/x.txt")
    assert caught.value.hint == "`read_file` reads the article in it."


@pytest.mark.parametrize("value", ["english", "EN", "", {}, []])
def test_a_value_that_looks_like_another_is_refused_too(value: Any) -> None:
    """A language is named by its code, as on the command line, and nothing that is empty passes for nothing."""
    with pytest.raises(factcards.UsageError, match="no code of a language"):
        factcards.verify(SAID, against=SAID, language=value)
    with pytest.raises(factcards.UsageError, match="a UserConfig, not"):
        factcards.choose(factcards.EngineChoice(), value)


@pytest.mark.parametrize("switch", ["fresh", "keep", "without_summary", "dry_run"])
def test_a_word_is_no_switch(switch: str) -> None:
    """Python takes "no" for yes: a choice that was meant to stay at home would ask."""
    with pytest.raises(factcards.UsageError, match=f"{switch} takes True or False, not str"):
        factcards.EngineChoice(**cast("Any", {switch: "no"}))


@pytest.mark.parametrize("name", ["hex", "rot13", "no-such-encoding", ""])
def test_a_codec_of_something_else_than_text_is_no_encoding(name: str, tmp_path: Path) -> None:
    """As on the command line: Python has codecs of other things under the same kind of name."""
    (tmp_path / "a.txt").write_text(SAID)
    with pytest.raises(factcards.UsageError, match="is no encoding of text"):
        factcards.read_file(tmp_path / "a.txt", encoding=name)


def test_the_keys_of_a_mapping_are_no_sources() -> None:
    """Python goes over them as over a list."""
    with pytest.raises(factcards.UsageError, match="a source is an Article or a text, not dict"):
        factcards.verify(SAID, against=cast("Any", {SAID: 1}))


def test_a_folder_of_templates_is_named_by_a_text_or_a_path(tmp_path: Path) -> None:
    """As everywhere else; one that is not there is an error of ours."""
    for folder in (tmp_path / "none", str(tmp_path / "none")):
        with pytest.raises(factcards.TemplateError, match="cannot read the templates in"):
            factcards.Templates(folder)


@pytest.mark.parametrize("said", [{"model": ""}, {"input_price": 1.0}, {"modell": "m"}, {"timeout": "soon"}])
def test_a_configuration_that_cannot_be_is_an_error_of_ours(said: dict[str, Any]) -> None:
    """Whether a program writes it or a file."""
    with pytest.raises(factcards.ConfigError):
        factcards.UserConfig(**said)


def test_settings_are_what_was_checked() -> None:
    """Whoever made them may change his own grades afterwards; they can be hashed and sent to another process."""
    grades: dict[str, Any] = {"figure_absent": "off"}
    settings = factcards.VerifySettings(grades=grades)
    grades["no_such_code"] = "off"
    assert settings.grades == {"figure_absent": "off"}
    again = pickle.loads(pickle.dumps(settings))
    assert (again, hash(again)) == (settings, hash(settings))
    assert hash(settings) != hash(factcards.VerifySettings())
