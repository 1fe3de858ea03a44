"""Several articles in one run: which files, where the results go, and one bad file does not stop the rest."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

from factcards.drafts import Engine
from factcards.errors import ArticleError, FactcardsError, UsageError
from factcards.files import refuse_overwriting, refuse_unspellable, write_together
from factcards.pipeline import Made, make_with
from factcards.read import TEXT_LIMIT, Loaded, read_bytes, read_file
from factcards.read.limits import named
from factcards.rendering import render
from factcards.rendering.counts import counted
from factcards.templates import Templates
from factcards.workers import in_order

__all__ = ["Intake", "Job", "Output", "jobs", "load", "run_job", "run_jobs"]

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Intake:
    """How articles are read.

    Attributes:
        limit: The most text of one, in UTF-8 bytes.
        encoding: Of their files; found out where it is not named.
        language: That they are in; guessed where it is not named.
    """

    limit: int = TEXT_LIMIT
    encoding: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One article to do.

    Attributes:
        name: As the user named it; "-" is standard input.
        brief: Where the Markdown goes, null for standard output.
        cards: Where the deck's JSON goes, null for standard output.
    """

    name: str
    brief: Path | None = None
    cards: Path | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """How one job went.

    Attributes:
        text: What goes to standard output; null when files were written or nothing was made.
        notices: What the user should know, one line each.
        error: Why there is no deck, why it is partial, or why the model's summary is missing; null when all is well.
    """

    text: str | None = None
    notices: tuple[str, ...] = ()
    error: FactcardsError | None = None


def jobs(names: Iterable[str], files_from: Path | None, out: Path | None, stdin: BinaryIO, *, own_brief: bool = False) -> tuple[Job, ...]:
    """The jobs that a command line names, in its order, each article once.

    Args:
        names: Of the articles.
        files_from: A list of more.
        out: The folder that results go to, None for standard output.
        stdin: What - is.
        own_brief: Whether the user's own template writes the briefs, which need not look like ours.

    Raises:
        UsageError: if it names none, names standard input twice, two results would have the same name, or one that of an article or of
            a file that is no result.
        ArticleError: if the list of articles cannot be read.
    """
    wanted = [*names]
    if files_from is not None:
        wanted += _listed(files_from, stdin)
    wanted = list(dict.fromkeys(wanted))
    if not wanted:
        raise UsageError("no article was named.", hint="Name a file, or - for standard input.")
    if files_from is not None and str(files_from) == STDIN and STDIN in wanted:
        raise UsageError("standard input cannot hold both the list and an article.", hint="Keep the list in a file, and name that.")
    if out is None:
        return tuple(Job(name) for name in wanted)
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file.", hint="-o names the folder that the results go to.")
    stems = {name: "stdin" if name == STDIN else Path(name).stem for name in wanted}
    doubles = [stem for stem, count in Counter(stems.values()).items() if count > 1]
    if doubles:
        clash = ", ".join(name for name, stem in stems.items() if stem == doubles[0])
        raise UsageError(f"{clash} would both write {doubles[0]}.brief.md.", hint="Run them apart, each with a folder of its own.")
    found = tuple(Job(name, out / f"{stem}.brief.md", out / f"{stem}.cards.json") for name, stem in stems.items())
    written = [path for job in found for path in (job.brief, job.cards) if path is not None]
    refuse_overwriting("-o", written, [*wanted, *([files_from] if files_from is not None else [])])
    for job in found:
        _refuse_foreign(job, own_brief=own_brief)
    return found


_FOOTER = re.compile(rb"^Article sha256 `[0-9a-f]{16}` \S+ factcards ", re.MULTILINE)
"""A line of every brief that our own template writes."""


def _refuse_foreign(job: Job, *, own_brief: bool) -> None:
    """Refuse to write a result over a file that is none: it would be lost. What cannot be read, writing tells of.

    Raises:
        UsageError: if it is one.
    """
    deck = None if job.cards is None else _is_deck(job.cards)
    brief = None if job.brief is None else _is_brief(job.brief)
    for path, own in ((job.cards, deck), (job.brief, own_brief and deck is True if brief is False else brief)):
        if own is False:
            raise UsageError(
                f"-o would write over {path}, which no run of factcards wrote.",
                hint="Name another folder, or move the file away. Nothing was written.",
            )


def _standing(path: Path) -> bytes | None:
    """What would be lost there; None where nothing is: no file, an empty one, a device."""
    try:
        return (path.read_bytes() or None) if path.is_file() else None
    except OSError:
        return None


def _is_deck(path: Path) -> bool | None:
    """Whether a deck stands there; None where nothing does."""
    data = _standing(path)
    if data is None:
        return None
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and {"article", "cards", "provenance"} <= value.keys()


def _is_brief(path: Path) -> bool | None:
    """Whether a brief of our own template stands there; None where nothing does."""
    data = _standing(path)
    return None if data is None else _FOOTER.search(data) is not None


def _listed(files_from: Path, stdin: BinaryIO) -> list[str]:
    try:
        data = stdin.read() if str(files_from) == STDIN else files_from.read_bytes()
        lines = data.decode("utf-8-sig").split("\n")  # a name may hold what else ends a line
    except OSError as error:
        raise ArticleError.unreadable(f"the list {files_from}", error) from error
    except UnicodeDecodeError as error:
        raise ArticleError(f"the list {files_from} is not UTF-8 text.", hint="It holds one file name a line.") from error
    return [line.removesuffix("\r") for line in lines if line.strip()]


def load(job: Job, stdin: BinaryIO, intake: Intake) -> Loaded:
    """The job's article; raises what reading raises."""
    limit, encoding, language = intake.limit, intake.encoding, intake.language
    if job.name == STDIN:
        return read_bytes(_all(stdin, limit), STDIN, limit=limit, encoding=encoding, language=language)
    refuse_unspellable(job.name)
    return read_file(job.name, limit=limit, encoding=encoding, language=language)


def _all(stdin: BinaryIO, limit: int) -> bytes:
    """What stands in it, up to more than any article may: a page may have much round its text."""
    return stdin.read(20 * limit + 1)


def run_jobs(
    work: Sequence[Job],
    engine: Engine,
    templates: Templates,
    stdin: BinaryIO,
    *,
    form: Literal["markdown", "json"],
    intake: Intake,
    at_once: int = 1,
) -> Iterator[Output]:
    """Each job's output, in order: made when it is asked for, or ahead by several processes, which only the local engine can be sent to."""
    if at_once > 1:
        stdin = BytesIO(_all(stdin, intake.limit) if any(job.name == STDIN for job in work) else b"")
    do = partial(run_job, engine=engine, templates=templates, stdin=stdin, form=form, intake=intake)
    return in_order(do, work, at_once)


def run_job(
    job: Job, engine: Engine, templates: Templates, stdin: BinaryIO, *, form: Literal["markdown", "json"], intake: Intake
) -> Output:
    """Do one job: read, make, write. An error of the family is kept in the output; everything else is raised."""
    notices: tuple[str, ...] = ()
    try:
        loaded = load(job, stdin, intake)
        notices = loaded.notices
        made = make_with(loaded.article, engine)
        notices = (*notices, *made.notices)
        text = _deliver(job, made, templates, form)
        notices = (*notices, _tally(job, made))
    except FactcardsError as error:
        return Output(None, notices, error)
    return Output(text, notices, made.error or _without_summary(made.unsummarized))


def _without_summary(error: FactcardsError | None) -> FactcardsError | None:
    """The error, told of the summary."""
    if error is None:
        return None
    return type(error)(f"the model wrote no summary, so it is taken from the cards: {error.what}", hint=error.hint)


def _deliver(job: Job, made: Made, templates: Templates, form: Literal["markdown", "json"]) -> str | None:
    if job.brief is None or job.cards is None:
        return render(made.deck, form, templates)
    brief, cards = render(made.deck, "markdown", templates), render(made.deck, "json", templates)
    write_together({job.cards: cards.encode("utf-8"), job.brief: brief.encode("utf-8")})
    return None


def _tally(job: Job, made: Made) -> str:
    deck = made.deck
    speakers = {card.speaker.name.casefold() for card in deck.cards if card.speaker is not None}
    where = f" -> {job.brief}, {job.cards}" if job.brief is not None else ""
    partial = "PARTIAL: " if made.error is not None else ""
    return (
        f"{named(job.name)}: {partial}{counted(len(deck.cards), 'card')}, {counted(len(speakers), 'speaker')}, "
        f"{len(deck.rejected)} rejected, {len(deck.brief.withheld)} withheld{where}"
    )
