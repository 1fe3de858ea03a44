"""`init`: a commented suite file for this folder. Overwrites nothing."""

from __future__ import annotations

from pathlib import Path

from factcards.errors import OutputError
from factcards.files import write_atomically
from factcards.regress.suite import FILE_NAME

__all__ = ["start"]

_TEXT = """\
# A factcards suite: which articles are checked, and against what. `factcards check` compares; see `factcards docs regression`.

articles = {articles}      # globs, relative to this file
engine = "local"           # "local" asks no model; "openai" asks the models below
# models = ["gpt-6-luna"]  # with engine = "openai"
# base_url = "http://127.0.0.1:8080/v1"   # gets no key unless you name it yourself
# prompts = "prompts"      # a folder whose templates override the built-in ones
cassettes = "cassettes"    # recordings and accepted decks
fail_on = ["breaking", "notable"]         # "cosmetic" too, if wording must not change

# [severities]             # move a class of change: surer, less_sure, reworded, moved, ...
# reworded = "notable"

# [[expect]]               # what a deck must hold
# article = "articles/a.txt"
# speaker = "Ada Quill"
# quote = "might close in May"
# max_rejected = 0

# [floors]
# grounded_share = 0.9
# findings_per_card = 0.5
"""
_ENDINGS = ("txt", "md", "html")
_ATTRIBUTES = "# Recordings are compared byte for byte: no line ends are rewritten.\ncassettes/** -text\n"


def start(folder: Path) -> tuple[Path, ...]:
    """Write factcards.toml and a line for .gitattributes; gives what was written.

    Raises:
        OutputError: if a suite file stands there already, or cannot be written.
    """
    path = folder / FILE_NAME
    if path.exists():
        raise OutputError(f"{path} stands there already.", hint="Nothing was changed. `factcards check` uses it.")
    here = [f"*.{ending}" for ending in _ENDINGS if any(folder.glob(f"*.{ending}"))]
    inside = [f"articles/*.{ending}" for ending in _ENDINGS]
    globs = here if here and not any(any(folder.glob(one)) for one in inside) else inside  # beside other files only what is there
    listed = "[" + ", ".join(f'"{one}"' for one in globs) + "]"
    write_atomically(path, _TEXT.format(articles=listed).encode())
    written = [path]
    attributes = folder / ".gitattributes"
    known = attributes.read_text("utf-8") if attributes.exists() else ""
    if "cassettes/**" not in known:
        write_atomically(attributes, (known + ("\n" if known and not known.endswith("\n") else "") + _ATTRIBUTES).encode("utf-8"))
        written.append(attributes)
    return tuple(written)
