"""Readings kept in a file, so that a replay needs no parser: looked up by text, parts, reader version and code, else read and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from factcards.canonical import digest_of, json_safe
from factcards.cards import Article
from factcards.errors import CassetteError, OutputError
from factcards.files import write_atomically
from factcards.misfits import first_misfit
from factcards.reading import Reader, Reading
from factcards.secrets import find_secret
from factcards.spans import Frozen

__all__ = ["StoredReader", "refuse_damaged"]

_ANEW = "Delete it: it is made anew without cost."


CODE = ("engines/local", "segment", "figures.py", "folios.py", "layout.py", "lexicon.py", "mapped.py", "reading.py", "spans.py")
"""The rooms and modules of the package whose code makes a reading."""


class _File(Frozen):
    """What the file holds: readings by key, all of one reader.

    Attributes:
        version: Of this format.
        reader: The reader's version, and the digest of the code that reads: a rule may change between two versions.
        readings: By the digest of what was read, and by whom.
        digest: Of everything else, so that an edit by hand shows.
    """

    version: Literal["1"] = "1"
    reader: str
    readings: dict[str, Reading]
    digest: str


class StoredReader:
    """Implements `reading.Reader` with a file of readings before a real reader.

    Args:
        path: The file; it need not be there.
        inner: Reads what the file does not hold.
        fresh: Whether to read everything anew.

    Raises:
        CassetteError: if the file is there and cannot be read.
    """

    def __init__(self, path: Path, inner: Reader, *, fresh: bool = False) -> None:
        """Read the file; readings of another reader, or of other code, are not taken."""
        self._path = path
        self._inner = inner
        found = _read(path)
        self._stamp = f"{inner.version} code/{_code_digest()}"
        same = found is not None and found.reader == self._stamp
        self._known = dict(found.readings) if found is not None and same and not fresh else {}
        self._changed = False

    @property
    def version(self) -> str:
        """The real reader's."""
        return self._inner.version

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading for each article; raises what the real reader raises."""
        keys = [self._key(article) for article in articles]
        missing = {key: article for key, article in zip(keys, articles, strict=True) if key not in self._known}
        if missing:
            for key, reading in zip(missing, self._inner.read(list(missing.values())), strict=True):
                self._known[key] = reading
            self._changed = True
        return [self._known[key] for key in keys]

    def save(self, failed: Callable[[str], None]) -> None:
        """Write the file if anything changed; a folder that cannot be written to costs the next run a parse, and that is said."""
        if not self._changed:
            return
        try:
            _write(self._path, _File(reader=self._stamp, readings=dict(sorted(self._known.items())), digest=""))
        except OutputError as error:
            failed(f"the readings were not kept: {error.what}")
        self._changed = False

    def _key(self, article: Article) -> str:
        parts = " ".join(f"{part.kind}:{part.start}-{part.end}" for part in article.parts)
        key = "\x1f".join((article.sha256, parts, article.language or "", self.version))
        return sha256(key.encode()).hexdigest()[:32]


@cache
def _code_digest() -> str:
    """The first 8 hex digits of the sha256 over `CODE`: 20 ms, once in a process."""
    found = sha256()
    for name in CODE:
        for path, source in _sources(files("factcards").joinpath(*name.split("/")), name):
            found.update(path.encode() + b"\0" + source + b"\0")
    return found.hexdigest()[:8]


def _sources(at: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """The modules at this place or under it, in the order of their names, with the same line ends on every system."""
    if at.is_dir():
        for inner in sorted(at.iterdir(), key=lambda found: found.name):
            yield from _sources(inner, f"{path}/{inner.name}")
    elif path.endswith(".py"):
        yield path, at.read_bytes().replace(b"\r\n", b"\n")


def refuse_damaged(path: Path) -> None:
    """Raises CassetteError if the file is there and cannot be read, or was changed by hand."""
    _read(path)


def _write(path: Path, whole: _File) -> None:
    value = whole.model_dump(mode="json", exclude_defaults=True, exclude={"digest"}) | {"version": "1"}
    secret = find_secret(value)
    if secret is not None:
        raise OutputError(f"{path}: not written: it holds what looks like {secret.what}.", hint="Take it out of the article first.")
    data = json.dumps(value | {"digest": digest_of(value)}, indent=1, sort_keys=True, ensure_ascii=False)
    write_atomically(path, (json_safe(data) + "\n").encode("utf-8"))


def _read(path: Path) -> _File | None:
    try:
        data = path.read_bytes()
        found = _File.model_validate_json(data)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CassetteError.unreadable(f"the readings {path}", error) from error
    except ValidationError as error:
        raise CassetteError(f"{path} holds no readings: {first_misfit(error, 'the file')}.", hint=_ANEW, damaged=path) from error
    if found.digest != digest_of({key: value for key, value in json.loads(data).items() if key != "digest"}):
        raise CassetteError(f"{path} was changed after it was written: its digest does not fit.", hint=_ANEW, damaged=path)
    return found
