"""What is installed with the package is what it needs, and what its tests need is in its source distribution."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HOST = {"pytest"}
"""Imports the plugin, so it is there."""


def plain(name: str) -> str:
    """A distribution's name as an index has it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported() -> set[str]:
    """The top names of everything that a module of ours imports, the standard library's and our own aside."""
    names: set[str] = set()
    for path in (ROOT / "factcards").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add(str(node.module))
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"factcards"}


def test_what_is_imported_is_a_dependency_of_our_own() -> None:
    """Not only of another dependency, which may drop it; and each has a bound, so that its next major version breaks nobody."""
    declared = {plain(re.split(r"[^\w.-]", line)[0]): line for line in PROJECT["project"]["dependencies"]}
    homes = packages_distributions()
    missing = {name for name in imported() - HOST if not declared.keys() & {plain(home) for home in homes.get(name, ())}}
    assert not missing
    assert [line for name, line in declared.items() if not re.search("[<=]=?[0-9]", line) and name != "lxml-html-clean"] == []


def test_the_source_distribution_has_what_its_tests_read() -> None:
    """Files at the top that a test names."""
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    read: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        read.update(re.findall(r"ROOT / \"([^\"]+)\"", path.read_text("utf-8")))
    assert {name for name in read if (ROOT / name).exists()} - {"pyproject.toml"} <= set(included)


def test_the_notices_of_others_data_come_with_the_licence() -> None:
    """WordNet's asks for it."""
    files = PROJECT["project"]["license-files"]
    assert [path.relative_to(ROOT).as_posix() for path in (ROOT / "factcards").rglob("NOTICE.md")] == files[1:]
    assert all((ROOT / name).is_file() for name in files)
