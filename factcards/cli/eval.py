"""`factcards eval reading`: engines against labelled articles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcards.cli.eval_verifying import verifying_command
from factcards.cli.help import Command
from factcards.cli.options import Form, Jobs, LowerFloors, PinFloors, Quiet, TextOrJson
from factcards.cli.problems import problems_listed
from factcards.cli.terminal import complain, put, say, warn, with_signs

if TYPE_CHECKING:
    from factcards.evaluate.gold import GoldFile, Labelled
    from factcards.evaluate.report import Run

__all__ = ["eval_app"]

eval_app = typer.Typer(no_args_is_help=True, help="Measure an engine against labelled articles.")


eval_app.command("verifying", cls=Command, short_help="Measure verify on labelled summaries.")(verifying_command)


@eval_app.command("draft", cls=Command, short_help="Write labels for your articles, for you to correct.")
def draft_command(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Text, Markdown or HTML files.")],
    jobs: Jobs = 1,
    _quiet: Quiet = False,
) -> int:
    """What the local reader finds in your articles, as labels for you to correct: the gold's format, on standard output.

    Until somebody has corrected them they measure nothing. `factcards docs evaluating` says how. One bad file does not stop the rest.
    """
    from factcards.engines.local.reader import LocalReader
    from factcards.errors import FactcardsError, UsageError
    from factcards.evaluate.predict import drafted
    from factcards.workers import in_order

    if "-" in articles:
        raise UsageError(
            "eval draft reads files: labels name the article's file.", hint="Save what standard input brings, and name the file."
        )
    names, codes = list(dict.fromkeys(articles)), list[int]()
    drafts = in_order(partial(drafted, reader=LocalReader()), names, jobs)
    for name, found in zip(names, with_signs(drafts, len(names)), strict=True):
        if isinstance(found, FactcardsError):  # of this article only
            complain(found, where=None if name in found.what else name)
            codes.append(found.exit_code)
            continue
        notices, line = found
        for notice in notices:
            say(notice)
        put(line)
    return codes[0] if codes else 0


class EngineName(StrEnum):
    """What --engine takes."""

    LOCAL = "local"
    OPENAI = "openai"


class ReaderName(StrEnum):
    """What --reader takes."""

    FULL = "full"
    RULES = "rules"


@dataclass(frozen=True)
class _Asked:
    """Where the predictions are to come from, as the options say."""

    engine: EngineName
    reader: ReaderName
    jobs: int
    replay: Path | None
    model: str | None
    against: Path | None


@eval_app.command("reading", cls=Command, short_help="Measure an engine on labelled articles.")
def reading_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Labelled articles, one a line.")],
    engine: Annotated[EngineName, typer.Option(help="local reads anew; openai takes a model's recorded answers.")] = EngineName.LOCAL,
    reader: Annotated[
        ReaderName, typer.Option(help="The local reader's decisions: full, or rules for source and content (see `factcards docs reader`).")
    ] = ReaderName.FULL,
    jobs: Jobs = 1,
    replay: Annotated[Path | None, typer.Option(metavar="DIR", help="The recordings, as `factcards make --record DIR` keeps them.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Which model's answers, where several were recorded.")] = None,
    against: Annotated[Path | None, typer.Option(metavar="FILE", help="Score these predictions; run no engine.")] = None,
    predictions: Annotated[Path | None, typer.Option(metavar="OUT.jsonl", help="Write the predictions, in the gold's format.")] = None,
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="Pinned floors: below one of them the exit code is 1.")] = None,
    pin: PinFloors = False,
    lower: LowerFloors = False,
    form: Form = TextOrJson.TEXT,
    resamples: Annotated[int, typer.Option(min=0, metavar="N", help="Bootstrap resamples of the articles, for the intervals.")] = 1000,
    _quiet: Quiet = False,
) -> int:
    """Who said what, in which words: precision, recall and F1 against labelled articles, and what goes wrong most.

    The figures go to standard output. `factcards docs evaluating` describes the format and every figure.
    """
    from factcards.evaluate import floors as pinned
    from factcards.evaluate.gold import read_gold, write_predictions
    from factcards.evaluate.report import evaluate
    from factcards.evaluate.show import show

    asked = _Asked(engine, reader, jobs, replay, model, against)
    _agree(asked, predictions, floors, pin=pin, lower=lower)
    _keep_inputs(gold, asked, predictions, floors)
    with problems_listed():
        labelled = read_gold(gold)
        old = pinned.read_floors(floors) if floors is not None else None
        held = pinned.check_gold(floors, old, labelled.sha256) if floors is not None and not pin else None
        found, run = _predicted(labelled, asked)
    for line in labelled.notices:
        say(line)
    report = evaluate(labelled, found, run, resamples=resamples)
    put(json.dumps(report.model_dump(mode="json"), indent=1, ensure_ascii=True) + "\n" if form is TextOrJson.JSON else show(report))
    if predictions is not None:
        write_predictions(predictions, [found[article.id] for article in labelled.articles])
    if pin and floors is not None:
        pinned.pin(floors, old, report, lower=lower)
        say(f"pinned {floors}")
    return _told(pinned.misses(held, report) if held is not None else [])


def _told(below: Sequence[str]) -> int:
    """Each floor that is missed, and the exit code."""
    for line in below:
        warn(line)
    return 1 if below else 0


def _agree(asked: _Asked, predictions: Path | None, floors: Path | None, *, pin: bool, lower: bool) -> None:
    """Refuse what contradicts itself, before anything is read."""
    from factcards.errors import UsageError

    if (pin and floors is None) or (lower and not pin):
        raise UsageError(
            "--pin-floors needs --floors FILE, and --lower-floors needs --pin-floors.", hint="Name what is missing, or leave the rest out."
        )
    if asked.against is not None and (asked.engine is not EngineName.LOCAL or asked.replay or asked.model or predictions):
        raise UsageError(
            "--against scores what was predicted before: it takes no --engine, --replay, --model or --predictions.", hint="Leave these out."
        )
    if asked.engine is EngineName.OPENAI and asked.replay is None:
        raise UsageError(
            "--engine openai takes recorded answers: name them with --replay DIR.",
            hint="Record them once with `factcards make ARTICLE... --record DIR --model NAME`.",
        )
    if asked.engine is EngineName.OPENAI and (asked.reader is not ReaderName.FULL or asked.jobs > 1):
        raise UsageError("--reader and --jobs are the local engine's.", hint="Leave them out, or leave out --engine openai.")
    if asked.engine is EngineName.LOCAL and (asked.replay or asked.model):
        raise UsageError("--replay, --model: the local engine asks no model.", hint="Leave it out, or say --engine openai.")


def _keep_inputs(gold: Path, asked: _Asked, predictions: Path | None, floors: Path | None) -> None:
    """Refuse to write over what is read: labels are work by hand."""
    from factcards.files import refuse_overwriting

    if predictions is not None:
        refuse_overwriting("--predictions", [predictions], [gold, *([floors] if floors is not None else [])])
    if floors is not None:
        refuse_overwriting("--floors", [floors], [gold, *([asked.against] if asked.against is not None else [])])


def _predicted(gold: GoldFile, asked: _Asked) -> tuple[dict[str, Labelled], Run]:
    """The predictions, by article id, and where they came from."""
    from factcards.evaluate.gold import read_predictions
    from factcards.evaluate.report import Run

    if asked.against is not None:
        found, notices = read_predictions(asked.against, gold)
        for line in notices:
            say(line)
        return found, Run(engine=str(asked.against))
    from factcards.evaluate.predict import predict_with_model, predict_with_reader

    if asked.engine is EngineName.OPENAI and asked.replay is not None:
        return predict_with_model(gold, asked.replay, asked.model, say)
    if asked.jobs == 1:
        from factcards.engines.local.reader import LocalReader

        return predict_with_reader(gold, LocalReader(asked.reader.value))
    from factcards.engines.local.many import ManyReaders

    with ManyReaders(asked.jobs, asked.reader.value) as readers:
        return predict_with_reader(gold, readers, batch=16 * asked.jobs)
