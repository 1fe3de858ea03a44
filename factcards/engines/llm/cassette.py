"""Recorded interactions on disk: one folder for each article, one JSON file for each request. Knows no provider and no model.

The stored messages do not hold the article a second time: every longer stretch of it is replaced by its offsets, so a file is
read together with the article that it names by its digest. docs/cassettes.md describes the format.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, JsonValue, ValidationError

from factcards.canonical import digest_of, json_safe
from factcards.cards import Article
from factcards.engines.llm.elide import Elider, expand
from factcards.engines.llm.model import Message, Parameters, Request, Response
from factcards.errors import CassetteError, OutputError
from factcards.files import write_atomically
from factcards.misfits import first_misfit
from factcards.secrets import find_secret
from factcards.spans import Frozen

__all__ = ["READINGS", "ArticleFolder", "Interaction", "Take", "folder_path", "of_other_texts", "slug_of"]

READINGS = "readings.json"
"""The file beside the interactions that holds what the local reader found."""
_SHA_DIGITS = 12
_ANEW = "Restore it from version control, or delete it and record it anew."
# Two offsets on one line, for people; no string of the JSON can hold a bare line feed, so nothing else matches.
_OFFSETS = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")
Piece = str | tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=1)]]


class StoredMessage(Frozen):
    """A message, its content in pieces: text, or the half-open offsets of the article's words that stood there."""

    role: Literal["system", "user", "assistant"]
    content: tuple[Piece, ...]


class StoredRequest(Frozen):
    """`Request`, with the article taken out of its messages."""

    model: str
    schema_name: str
    answer_schema: dict[str, JsonValue]
    parameters: Parameters
    messages: tuple[StoredMessage, ...]


class ArticleRef(Frozen):
    """Which article the offsets are into."""

    sha256: str
    source: str


class Take(Response):
    """One recorded response.

    Attributes:
        sample: Which of several independent answers to the same request, from 1.
        attempt: Which try at that sample, from 1; the last one counts.
    """

    sample: int = Field(default=1, ge=1)
    attempt: int = Field(default=1, ge=1)

    def response(self) -> Response:
        """As the model gave it."""
        return Response.model_validate(self.model_dump(exclude={"sample", "attempt"}))


class Interaction(Frozen):
    """One request and every response that was recorded for it, in the order of recording."""

    version: Literal["1"] = "1"
    identity: str
    article: ArticleRef
    request: StoredRequest
    responses: tuple[Take, ...] = Field(min_length=1)
    digest: str = Field(default="", description="of everything else, so that an edit by hand shows; may be left out where all is authored")

    def true_digest(self) -> str:
        """The digest that belongs here."""
        return digest_of(self.model_dump(mode="json", exclude={"digest"}))

    def messages(self, text: str) -> tuple[Message, ...]:
        """The messages as they were sent, given the article's text."""
        return tuple(Message(role=m.role, content=expand(m.content, text)) for m in self.request.messages)

    def asked(self, text: str) -> Request:
        """The request as it was sent, given the article's text."""
        stored = self.request
        return Request(
            model=stored.model,
            messages=self.messages(text),
            schema_name=stored.schema_name,
            answer_schema=stored.answer_schema,
            parameters=stored.parameters,
        )

    def latest(self, sample: int) -> Take | None:
        """The last try at this sample."""
        tries = [take for take in self.responses if take.sample == sample]
        return max(tries, key=lambda take: take.attempt, default=None)


class ArticleFolder:
    """The recordings of one article under a folder of cassettes.

    Args:
        root: The folder of cassettes (or the article's own folder in it).
        article: The article; its digest names the folder, so that a renamed file still finds it.

    Raises:
        CassetteError: if something there cannot be read; never taken for "empty".
    """

    def __init__(self, root: Path, article: Article) -> None:
        """Read what is there."""
        self.root = root
        self._article = article
        self._elider: Elider | None = None
        self.path = folder_path(root, article)
        self.interactions: dict[str, Interaction] = {}
        self._paths: dict[str, Path] = {}
        for path in _files(self.path):
            found = _read(path)
            if found.article.sha256 != article.sha256:
                raise CassetteError(f"{path} belongs to another article (sha256 {found.article.sha256[:12]}…).", hint="Move it away.")
            if found.asked(article.text).identity != found.identity:
                raise CassetteError(
                    f"{path} was changed after it was recorded: its identity is not that of its request.", hint=_ANEW, damaged=path
                )
            self.interactions[found.identity] = found
            self._paths[found.identity] = path

    @property
    def models(self) -> tuple[str, ...]:
        """The models that were asked here, by name."""
        return tuple(sorted({found.request.model for found in self.interactions.values()}))

    def add(self, request: Request, response: Response, *, sample: int = 1, anew: bool = False) -> None:
        """Record a response, at once and atomically.

        Args:
            request: What was asked.
            response: What came back.
            sample: Which of several independent answers.
            anew: Whether to forget what was recorded for this sample before.

        Raises:
            CassetteError: if it holds what looks like a key, or cannot be written.
        """
        known = self.interactions.get(request.identity)
        kept = [take for take in known.responses if not (anew and take.sample == sample)] if known else []
        attempt = 1 + max((take.attempt for take in kept if take.sample == sample), default=0)
        take = Take.model_validate({**response.model_dump(), "sample": sample, "attempt": attempt})
        self._write(request, (*kept, take))

    def remove(self, identities: Sequence[str]) -> None:
        """Forget these requests."""
        for identity in identities:
            found = self.interactions.pop(identity, None)
            if found is not None:
                self._paths.pop(identity, _path(self.path, found)).unlink(missing_ok=True)

    def clear(self) -> None:
        """Forget everything, the folder too."""
        self.remove(tuple(self.interactions))
        (self.path / READINGS).unlink(missing_ok=True)
        with suppress(OSError):  # it is gone already, or holds what is somebody else's
            self.path.rmdir()

    def _write(self, request: Request, responses: tuple[Take, ...]) -> None:
        article = self._article
        self._elider = self._elider or Elider(article.text)
        bare = Interaction(
            identity=request.identity,
            article=ArticleRef(sha256=article.sha256, source=Path(article.source).name),
            request=StoredRequest(
                model=request.model,
                schema_name=request.schema_name,
                answer_schema=request.answer_schema,
                parameters=request.parameters,
                messages=tuple(StoredMessage(role=m.role, content=self._elider.pieces(m.content)) for m in request.messages),
            ),
            responses=responses,
        )
        whole = bare.model_copy(update={"digest": bare.true_digest()})
        path = self._paths.get(whole.identity, _path(self.path, whole))
        secret = find_secret(whole.model_dump(mode="json"))
        if secret is not None:
            raise CassetteError(f"{path}: not written: {secret.where} holds what looks like {secret.what}.", hint="Take it out first.")
        text = json_safe(json.dumps(whole.model_dump(mode="json"), indent=1, sort_keys=True, ensure_ascii=False))
        text = _OFFSETS.sub(r"[\1, \2]", text)
        try:
            write_atomically(path, (text + "\n").encode("utf-8"))
        except OutputError as error:
            raise CassetteError(error.what, hint="The recording was not written; nothing that stood there was touched.") from error
        self.interactions[whole.identity] = whole


def folder_path(root: Path, article: Article) -> Path:
    """Where this article's recordings lie or will lie under a folder of cassettes: the digest of its text decides.

    Raises:
        CassetteError: if the folder of cassettes cannot be listed.
    """
    ending = f"-{article.sha256[:_SHA_DIGITS]}"
    if root.name.endswith(ending):
        return root
    usual = root / f"{slug_of(Path(article.source).stem)}{ending}"
    try:
        if usual.is_dir():
            return usual
        known = sorted(path for path in root.iterdir() if path.name.endswith(ending) and path.is_dir()) if root.exists() else []
    except OSError as error:
        raise CassetteError.unreadable(f"the cassettes in {root}", error) from error
    return known[0] if known else usual


def of_other_texts(root: Path, article: Article) -> tuple[str, ...]:
    """The folders of recordings that lie here for other texts of the same name: what an edit of the article left behind."""
    ending = re.compile(rf"{re.escape(slug_of(Path(article.source).stem))}-[0-9a-f]{{{_SHA_DIGITS}}}")
    try:
        found = [path.name for path in root.iterdir() if ending.fullmatch(path.name)]
    except OSError:
        return ()
    return tuple(sorted(name for name in found if not name.endswith(article.sha256[:_SHA_DIGITS])))


def slug_of(name: str) -> str:
    """A name as a part of a file's name: untrusted, so only letters, digits and hyphens are left of it."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "article"


def _files(folder: Path) -> list[Path]:
    try:  # not by glob, which takes a folder that cannot be read for an empty one
        found = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CassetteError.unreadable(folder, error) from error
    return [path for path in found if path.name != READINGS and not path.name.startswith("deck.")]


def _path(folder: Path, found: Interaction) -> Path:
    name = re.sub(r"[^a-z0-9]+", "-", found.request.schema_name.lower()).strip("-")[:30] or "request"
    return folder / f"{name}-{found.identity[:16]}.json"


def _read(path: Path) -> Interaction:
    try:
        found = Interaction.model_validate_json(path.read_bytes())
    except OSError as error:
        raise CassetteError.unreadable(f"the recording {path}", error) from error
    except ValidationError as error:
        raise CassetteError(f"{path} is no recording: {first_misfit(error, 'the file')}.", hint=_ANEW, damaged=path) from error
    if not found.digest and all(take.origin == "authored" for take in found.responses):
        return found  # somebody wrote it, and says so: what it holds is shown as his
    if found.digest != found.true_digest():
        raise CassetteError(f"{path} was changed after it was recorded: its digest does not fit.", hint=_ANEW, damaged=path)
    return found
