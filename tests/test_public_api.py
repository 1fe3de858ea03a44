"""The public face: small, documented, the same however it is reached."""

from __future__ import annotations

import subprocess
import sys

import pytest

import factcards


@pytest.mark.parametrize("name", factcards.__all__)
def test_each_public_name_is_documented(name: str) -> None:
    """Whatever `__all__` names is there and says what it is."""
    assert getattr(factcards, name).__doc__


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
