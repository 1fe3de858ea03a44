"""The prompt and output templates: found, checked and rendered in a sandbox. Knows nothing of articles, cards or models.

A template is a Jinja2 file `NAME.vN.jinja` with a front matter of four lines:

    ---
    name: extract
    version: 1
    purpose: what it is for, one line
    variables: title, sentences
    ---

The built-in ones lie in the package (in a wheel) or in the checkout's prompts/ beside it. A folder of overrides may replace
any of them by name; an override sees the variables of the built-in template of its name, and no others.
"""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2 import meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from factcards.cards import PromptVersion
from factcards.errors import OutputError, TemplateError, refuse_other
from factcards.files import write_atomically

__all__ = ["BUILT_IN", "Template", "Templates"]

BUILT_IN = "built in"
"""What `Template.path` says of a template that ships with factcards."""

_PACKAGED = Path(__file__).resolve().parent / "_prompts"
_CHECKOUT = Path(__file__).resolve().parent.parent / "prompts"
_FILE_NAME = re.compile(r"(?P<name>[a-z][a-z0-9_-]*)(?:\.v(?P<version>[1-9][0-9]*))?\.jinja")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_KEYS = ("name", "version", "purpose", "variables")
_VARIABLE = re.compile(r"[a-z_][a-z0-9_]*")
_FIX = "`factcards prompts show NAME` prints a sound one."
# What a template's own expressions may raise while it renders; anything else is a bug of ours and must show itself.
_AUTHOR_ERRORS = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it was read.

    Attributes:
        name: What it is asked for by.
        version: From the front matter.
        purpose: One line for people.
        variables: All that it may use.
        text: The whole file, with line feeds as line ends.
        path: "built in", or where the override lies.
        file_name: For example extract.v1.jinja.
        body_start: The offset in `text` where the front matter ends and the body begins.
    """

    name: str
    version: str
    purpose: str
    variables: tuple[str, ...]
    text: str
    path: str
    file_name: str
    body_start: int

    @property
    def body(self) -> str:
        """The text below the front matter: what is rendered."""
        return self.text[self.body_start :]

    @property
    def body_line(self) -> int:
        """How many lines of front matter stand above the body."""
        return self.text.count("\n", 0, self.body_start)

    @property
    def sha256(self) -> str:
        """Of the body: a changed purpose or comment in the front matter leaves it the same."""
        return sha256(self.body.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def used(self) -> PromptVersion:
        """How a deck's provenance names it."""
        return PromptVersion(name=self.name, version=self.version, sha256=self.sha256)

    @property
    def where(self) -> str:
        """How messages name it."""
        return f"{BUILT_IN} {self.file_name}" if self.path == BUILT_IN else self.path


@dataclass
class Templates:
    """The built-in templates, some of them replaced by a folder's.

    Overrides are checked at once, so that a broken one is found before anything is asked of a model.

    Args:
        overrides: A folder with `NAME.jinja` or `NAME.vN.jinja`; of several versions the highest wins.

    Raises:
        UsageError: if it is no name of a folder.
        TemplateError: if the folder is missing or empty, or a template in it is broken or of an unknown name.
    """

    overrides: Path | str | None = None
    _compiled: dict[str, jinja2.Template] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Read all, compile the overrides."""
        if self.overrides is None:
            return
        refuse_other(self.overrides, Path | str, "Templates take a folder")
        for name, template in _found(Path(self.overrides)).items():
            if name not in self._built_in:
                raise TemplateError(
                    f"{template.path}: there is no template called {name!r} to override.",
                    hint=f"The names are {', '.join(sorted(self._built_in))}.",
                )
            self._check_override(template, self._built_in[name])
            self._all[name] = template

    @property
    def _built_in(self) -> dict[str, Template]:
        return _shipped()

    @cached_property
    def _all(self) -> dict[str, Template]:
        return dict(self._built_in)

    def list(self) -> tuple[Template, ...]:
        """All templates, by name."""
        return tuple(self._all[name] for name in sorted(self._all))

    def get(self, name: str) -> Template:
        """The template of this name.

        Raises:
            TemplateError: if there is none.
        """
        if name not in self._all:
            raise TemplateError(f"there is no template called {name!r}.", hint=f"The names are {', '.join(sorted(self._all))}.")
        return self._all[name]

    def render(self, name: str, **variables: object) -> str:
        """The template's text with these variables; it may be given more than it uses.

        Raises:
            TemplateError: if the template is missing or broken, or uses something that is not there.
        """
        return self._render(name, None, variables)

    def render_block(self, name: str, block: str, **variables: object) -> str:
        """One `{% block %}` of the template, without white space at either end; raises what `render` does."""
        return self._render(name, block, variables).strip()

    def export(self, folder: Path) -> tuple[Path, ...]:
        """Write every built-in template to a folder, which is made if need be; gives the paths.

        Raises:
            OutputError: if one of the files stands there already (nothing is written then), or cannot be written.
        """
        targets = {folder / template.file_name: template for template in self._built_in.values()}
        standing = sorted(str(path) for path in targets if path.exists())
        if standing:
            raise OutputError(f"{', '.join(standing)} stands there already.", hint="Name another folder; nothing was written.")
        for path, template in targets.items():
            write_atomically(path, template.text.encode())
        return tuple(sorted(targets))

    def _render(self, name: str, block: str | None, variables: dict[str, object]) -> str:
        template = self.get(name)
        missing = [variable for variable in template.variables if variable not in variables]
        if missing:
            raise TemplateError(f"{template.where}: template {name!r} was not given {', '.join(map(repr, missing))}.")
        compiled = self._compiled.get(name) or self._compile(template)
        if block is not None and block not in compiled.blocks:
            raise TemplateError(f"{template.where}: template {name!r} has no block {block!r}.", hint=_FIX)
        renderer = compiled.root_render_func if block is None else compiled.blocks[block]
        try:
            return _environment().concat(renderer(compiled.new_context(variables)))
        except _AUTHOR_ERRORS as error:
            line = _line_of(error, compiled, template)
            raise TemplateError(f"{template.where}{line}: template {name!r}: {_one_line(error)}", hint=_FIX) from error

    def _compile(self, template: Template) -> jinja2.Template:
        compiled = _compiled_once(template)
        self._compiled[template.name] = compiled
        return compiled

    def _check_override(self, template: Template, original: Template) -> None:
        """What is asked of the original must be there in the override too: no surprise after half of the requests."""
        unknown = [variable for variable in template.variables if variable not in original.variables]
        if unknown:
            raise TemplateError(
                f"{template.where}: template {template.name!r} declares {', '.join(map(repr, unknown))}: nothing sets it.",
                hint=f"It may use {', '.join(original.variables)}.",
            )
        blocks = self._compile(original).blocks.keys() - self._compile(template).blocks.keys()
        if blocks:
            raise TemplateError(f"{template.where}: template {template.name!r} lacks the block {min(blocks)!r}.", hint=_FIX)


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Template]:
    """The templates that ship with factcards; they do not change while a process runs."""
    return _found(_PACKAGED if _PACKAGED.is_dir() else _CHECKOUT, built_in=True)


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined, autoescape=False, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True
    )
    # What differs from one rendering to the next would make a replay miss its recording.
    del environment.globals["lipsum"], environment.filters["random"]
    return environment


@lru_cache(maxsize=64)
def _compiled_once(template: Template) -> jinja2.Template:
    """Checked and compiled; kept by the whole template, since a suite renders the same few for every article."""
    environment = _environment()
    try:
        tree = environment.parse(template.body)
        _refuse(template, tree)
        code = environment.compile(tree, template.name, f"<template {template.name}>")
    except jinja2.TemplateSyntaxError as error:
        line = error.lineno + template.body_line
        raise TemplateError(f"{template.where}:{line}: template {template.name!r}: {error.message}", hint=_FIX) from error
    except (RecursionError, SyntaxError) as error:  # Python's own, of what Jinja makes of it: twenty loops in each other are too many
        raise TemplateError(f"{template.where}: template {template.name!r} is nested too deeply.", hint=_FIX) from error
    return jinja2.Template.from_code(environment, code, environment.make_globals(None))


def _refuse(template: Template, tree: nodes.Template) -> None:
    """Other files, and variables that the front matter does not declare."""
    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        line = node.lineno + template.body_line
        raise TemplateError(f"{template.where}:{line}: template {template.name!r} may not read other files.", hint=_FIX)
    known = {*template.variables, *_environment().globals}
    for name in sorted(meta.find_undeclared_variables(tree) - known):
        line = next((node.lineno for node in tree.find_all(nodes.Name) if node.name == name), 1) + template.body_line
        raise TemplateError(
            f"{template.where}:{line}: template {template.name!r} uses the undefined variable {name!r}.",
            hint=f"Its front matter declares {', '.join(template.variables) or 'none'}.",
        )


def _found(folder: Path, *, built_in: bool = False) -> dict[str, Template]:
    """The templates in a folder, the highest version of each name."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".jinja")
    except OSError as error:
        hint = "Check the name; `factcards prompts export DIR` writes the built-in ones there."
        raise TemplateError.unreadable(f"the templates in {folder}", error, hint=hint) from error
    if not paths:
        raise TemplateError(f"{folder} holds no template.", hint="`factcards prompts export DIR` writes the built-in ones.")
    best: dict[str, Template] = {}
    for path in paths:
        template = _read(path, BUILT_IN if built_in else str(path))
        rival = best.get(template.name)
        if rival is not None and rival.version == template.version:
            raise TemplateError(f"{path}: version {template.version} of template {template.name!r} is also in {rival.file_name}.")
        if rival is None or int(rival.version) < int(template.version):
            best[template.name] = template
    return best


def _read(path: Path, shown: str) -> Template:
    named = _FILE_NAME.fullmatch(path.name)
    if named is None:
        raise TemplateError(f"{path}: a template's file is called NAME.jinja or NAME.vN.jinja, in lower case.")
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise TemplateError.unreadable(f"the template {path}", error) from error
    except UnicodeDecodeError as error:
        raise TemplateError(f"{path}: not UTF-8 at byte {error.start}.", hint="Save the template as UTF-8.") from error
    front = _FRONT_MATTER.match(text)
    if front is None:
        raise TemplateError(f"{path}:1: no front matter (name, version, purpose, variables between lines ---).", hint=_FIX)
    values = _front_matter(path, front["lines"])
    for key in ("name", "version"):
        if named[key] is not None and named[key] != values[key]:
            raise TemplateError(f"{path}: the front matter says {key} {values[key]!r}, the file's name says {named[key]!r}.")
    variables = tuple(part.strip() for part in values["variables"].split(",") if part.strip())
    return Template(values["name"], values["version"], values["purpose"], variables, text, shown, path.name, front.end())


def _front_matter(path: Path, lines: str) -> dict[str, str]:
    """Exactly the four keys, each once; blank lines and `# comments` are skipped."""
    values: dict[str, str] = {}
    for number, line in enumerate(lines.splitlines(), start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in _KEYS or key in values:
            raise TemplateError(f"{path}:{number}: not a line 'key: value' with each of {', '.join(_KEYS)} once.", hint=_FIX)
        values[key] = value
    missing = [key for key in _KEYS if key not in values or (key != "variables" and not values[key])]
    if missing:
        raise TemplateError(f"{path}: the front matter lacks {', '.join(missing)}.", hint=_FIX)
    if not re.fullmatch(r"[1-9][0-9]{0,8}", values["version"]):
        raise TemplateError(f"{path}: the version is a whole number from 1, not {values['version']!r}.")
    for variable in filter(None, (part.strip() for part in values["variables"].split(","))):
        if not _VARIABLE.fullmatch(variable):
            raise TemplateError(f"{path}: {variable!r} is not the name of a variable.")
    return values


def _line_of(error: BaseException, compiled: jinja2.Template, template: Template) -> str:
    """The colon and the line, where the error came from a line of the template; else nothing."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == f"<template {template.name}>"]
    if not frames or frames[-1].lineno is None:
        return ""
    return f":{compiled.get_corresponding_lineno(frames[-1].lineno) + template.body_line}"


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
