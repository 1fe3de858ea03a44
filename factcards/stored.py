"""Readings kept in a file, so that a replay needs no parser: looked up by text, parts and reader version, else read and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from factcards.cards import Article
from factcards.errors import CassetteError, OutputError
from factcards.files import write_atomically
from factcards.reading import Reader, Reading
from factcards.rendering.escape import json_safe
from factcards.spans import Frozen

__all__ = ["StoredReader"]


class _File(Frozen):
    """What the file holds: readings by key, all of one reader version."""

    version: Literal["1"] = "1"
    reader: str
    readings: dict[str, Reading]


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
        """Read the file; readings of another reader version are not taken."""
        self._path = path
        self._inner = inner
        found = _read(path)
        same = found is not None and found.reader == inner.version
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
        whole = _File(reader=self.version, readings=dict(sorted(self._known.items())))
        data = json.dumps(
            whole.model_dump(mode="json", exclude_defaults=True) | {"version": "1"}, indent=1, sort_keys=True, ensure_ascii=False
        )
        try:
            write_atomically(self._path, (json_safe(data) + "\n").encode("utf-8"))
        except OutputError as error:
            failed(f"the readings were not kept: {error.what}")
        self._changed = False

    def _key(self, article: Article) -> str:
        parts = " ".join(f"{part.kind}:{part.start}-{part.end}" for part in article.parts)
        key = "\x1f".join((article.sha256, parts, article.language or "", self.version))
        return sha256(key.encode()).hexdigest()[:32]


def _read(path: Path) -> _File | None:
    try:
        return _File.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CassetteError(f"cannot read the readings {path}: {error.strerror or error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise CassetteError(
            f"{path} holds no readings: {'.'.join(map(str, first['loc']))}: {first['msg']}", hint="Delete it: it is made anew without cost."
        ) from error
