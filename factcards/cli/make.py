"""`factcards make`: articles in, briefs and decks out."""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcards.cli.help import MODEL, READING, RECORDINGS, folder
from factcards.cli.options import Encoding, Jobs, Language, Quiet
from factcards.cli.terminal import complain, put, say, with_signs

if TYPE_CHECKING:
    from factcards.batch import Intake, Job, Output
    from factcards.drafts import Engine

__all__ = ["make_command"]


class EngineName(StrEnum):
    """What --engine takes."""

    AUTO = "auto"
    LOCAL = "local"
    OPENAI = "openai"


class FormatName(StrEnum):
    """What --format takes."""

    MARKDOWN = "markdown"
    JSON = "json"


class RecordMode(StrEnum):
    """What --record-mode takes."""

    ONCE = "once"
    ALL = "all"


def make_command(
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE...", help="Text, Markdown or HTML files, of a web page all but its tables; - is standard input."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", parser=folder, help="Write NAME.brief.md and NAME.cards.json there.")
    ] = None,
    form: Annotated[
        FormatName, typer.Option("--format", help="What goes to standard output; several decks follow one another.")
    ] = FormatName.MARKDOWN,
    files_from: Annotated[
        Path | None,
        typer.Option(metavar="LIST", help="Read the articles' names from a file, one a line, no comments; - is standard input."),
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="auto is openai when a model, base URL or recording is named, else local.", rich_help_panel=MODEL)
    ] = EngineName.AUTO,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="Ask this model: the article's text leaves the machine.", rich_help_panel=MODEL)
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Of an OpenAI-compatible server, for example http://127.0.0.1:8080/v1.", rich_help_panel=MODEL),
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(min=0.01, metavar="SECONDS", help="For one request (120).", rich_help_panel=MODEL)
    ] = None,
    max_cost: Annotated[
        float | None,
        typer.Option(min=0, metavar="USD", help="Ask nothing that could take the whole run above this.", rich_help_panel=MODEL),
    ] = None,
    max_tokens: Annotated[int | None, typer.Option(min=1, metavar="N", help="Of one answer (16000).", rich_help_panel=MODEL)] = None,
    max_tokens_name: Annotated[
        str | None, typer.Option(metavar="NAME", help="How the server calls that limit (max_completion_tokens).", rich_help_panel=MODEL)
    ] = None,
    temperature: Annotated[
        float | None, typer.Option(min=0, metavar="NUMBER", help="Sent only when named: reasoning models refuse it.", rich_help_panel=MODEL)
    ] = None,
    chunk_tokens: Annotated[
        int | None, typer.Option(min=50, metavar="N", help="Token budget of one chunk of a long article (8000).", rich_help_panel=MODEL)
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the prompt, its tokens and the estimated cost; ask nothing.", rich_help_panel=MODEL)
    ] = False,
    replay: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=folder, help="Answer from recorded responses: no key, no network.", rich_help_panel=RECORDINGS),
    ] = None,
    record: Annotated[
        Path | None, typer.Option(metavar="DIR", parser=folder, help="Record the responses there.", rich_help_panel=RECORDINGS)
    ] = None,
    record_mode: Annotated[
        RecordMode, typer.Option(help="once: record what is missing; all: record everything anew.", rich_help_panel=RECORDINGS)
    ] = RecordMode.ONCE,
    fresh: Annotated[
        bool,
        typer.Option(
            "--fresh",
            help="Parse anew, though the recording holds the readings; ask anew, though a run that broke off kept answers.",
            rich_help_panel=RECORDINGS,
        ),
    ] = False,
    prompts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=folder, help="A folder whose templates override the built-in ones.", rich_help_panel=MODEL),
    ] = None,
    encoding: Encoding = None,
    language: Language = None,
    max_bytes: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="The most text that one article may hold, in UTF-8 bytes (2000000).", rich_help_panel=READING
        ),
    ] = None,
    at_once: Jobs = 1,
    _quiet: Quiet = False,
) -> int:
    """Turn news articles into fact cards and a Markdown brief.

    With no model named it reads with the embedded engine: no key, no network. The brief goes to standard output.
    """
    # Late: `--help` needs none of them, and they are three quarters of its time.
    from factcards.batch import Intake, jobs, run_jobs
    from factcards.choosing import EngineChoice, choose
    from factcards.config import config_path, load_config
    from factcards.errors import UsageError
    from factcards.read import TEXT_LIMIT
    from factcards.templates import Templates

    intake = Intake(max_bytes or TEXT_LIMIT, encoding, language)
    if out is not None and form is FormatName.JSON:
        raise UsageError("--format says what goes to standard output; with -o nothing does.", hint="-o writes the brief and the JSON.")
    work = jobs(articles or (), files_from, out, sys.stdin.buffer, own_brief=prompts is not None)
    choice = EngineChoice(
        engine=engine.value, model=model, base_url=base_url, timeout=timeout, max_cost=max_cost, max_tokens=max_tokens,
        max_tokens_name=max_tokens_name, temperature=temperature, chunk_tokens=chunk_tokens, replay=replay, record=record,
        record_mode=record_mode.value, fresh=fresh, prompts=prompts, dry_run=dry_run,
    )  # fmt: skip
    chosen = choose(choice, load_config(config_path()), notify=say)
    if at_once > 1 and chosen.name != "local":
        raise UsageError("--jobs: a model is asked for one article after the other.", hint="Leave it out, or name no model.")
    if dry_run:
        return _show_plans(work, chosen, intake)
    done = run_jobs(work, chosen, Templates(prompts), sys.stdin.buffer, form=form.value, intake=intake, at_once=at_once)
    with closing(with_signs(done, len(work))) as outputs:
        return _exit_code([_report(job, output) for job, output in zip(work, outputs, strict=True)])


def _report(job: Job, output: Output) -> Output:
    """Show one job's output as soon as it is there."""
    from factcards.read.limits import named

    if output.text is not None:
        put(output.text)
    for line in output.notices:
        say(line)
    if output.error is not None:
        name = named(job.name)
        complain(output.error, where=None if name in output.error.what else name)
    return output


def _exit_code(done: list[Output]) -> int:
    """The first failing article's code; several articles get a closing line."""
    errors = [output.error for output in done if output.error is not None]
    if len(done) > 1:
        say(f"{len(done) - len(errors)} of {len(done)} articles done" + (f", {len(errors)} with errors" if errors else ""))
    return errors[0].exit_code if errors else 0


def _show_plans(work: tuple[Job, ...], engine: Engine, intake: Intake) -> int:
    """What would be asked: the rendered prompt on stdout, tokens and cost under it."""
    from factcards.batch import load
    from factcards.rendering import terminal_safe

    for job in work:
        for planned in engine.plan(load(job, sys.stdin.buffer, intake).article):
            put(terminal_safe(planned, lines=True) + "\n")
    return 0
