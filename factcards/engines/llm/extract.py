"""The claims of an article, chunk by chunk: asked for, repaired once, halved where an answer was cut, placed in the text.

A chunk that brings nothing is kept with the reason; the others are not lost with it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256

from factcards.canonical import canonical
from factcards.cards import Article, Chunk, Outcome, Rejected
from factcards.drafts import Draft, Extracted
from factcards.engines.llm.asking import Answer, Question, Setup, Tally
from factcards.engines.llm.chunks import Stretch, halves, stretches
from factcards.engines.llm.failures import hopeless
from factcards.engines.llm.prompting import extract_messages
from factcards.engines.llm.proposals import Placer
from factcards.engines.llm.schema import MAX_ITEMS, BadItem, ExtractAnswer, ProposedClaim, strict_schema
from factcards.errors import BudgetError, FactcardsError
from factcards.layout import Layout
from factcards.progress import watched
from factcards.reading import Reading

__all__ = ["Run", "extract"]


HALVINGS = 3
"""How often a chunk is asked for in halves, at most: an eighth of it that is cut, too, is not short of tokens."""


@dataclass
class Run:
    """What extraction gathers.

    Attributes:
        failed: Identities of the requests of chunks that brought nothing: they are to be asked again.
    """

    drafts: list[Draft] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    errors: list[FactcardsError] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    repaired: bool = False
    stopped: FactcardsError | None = None


def extract(setup: Setup, article: Article, layout: Layout, reading: Reading, budget: int) -> tuple[Extracted, Run]:
    """Every claim that the model proposes and the article carries.

    Raises:
        CassetteMiss: in a replay, if a chunk was never recorded.
    """
    run = Run()
    placer = Placer(article, layout, reading)
    parts = stretches(article, layout, setup.name, budget)
    for stretch in watched(parts, "asking", len(parts)):
        setup.settle(usable=_read(run, setup, article, layout, placer, stretch, HALVINGS))
    return _extracted(run, setup), run


def _read(run: Run, setup: Setup, article: Article, layout: Layout, placer: Placer, stretch: Stretch, most: int) -> bool:
    """Ask for one stretch, in halves where the answer was cut, at most so many times; whether every answer can be used."""
    if run.stopped is not None:
        _add_chunk(run, stretch, "error", f"not asked: {run.stopped.what}")
        return False
    answer, tally = _ask(run, setup, article, layout, stretch)
    if answer is None:
        return False
    cut = answer.response is not None and answer.response.outcome == "length"
    parts = halves(layout, stretch) if cut and most else None
    if parts is not None:
        usable = [
            _read(run, setup, article, layout, placer, part, most - 1) for part in parts
        ]  # each is asked, whatever became of the others
        return all(usable)
    return _take(run, stretch, answer, tally, placer)


def _ask(run: Run, setup: Setup, article: Article, layout: Layout, stretch: Stretch) -> tuple[Answer[ProposedClaim] | None, Tally]:
    question = Question(setup, "claims", ProposedClaim, ExtractAnswer, "extract")
    try:
        answer = question.ask(extract_messages(setup.templates, article, layout, stretch.first, stretch.last))
    except BudgetError as error:
        _fail(run, stretch, "error", error)
        run.stopped = error
        return None, question.tally
    finally:
        _count(run.tally, question.tally)
    run.repaired = run.repaired or answer.repaired
    return answer, question.tally


def _count(whole: Tally, part: Tally) -> None:
    whole.cost_usd += part.cost_usd
    whole.unpriced = whole.unpriced or part.unpriced
    whole.model = part.model or whole.model
    if part.usage is not None:
        old = whole.usage
        whole.usage = (
            part.usage
            if old is None
            else type(old)(
                input_tokens=old.input_tokens + part.usage.input_tokens, output_tokens=old.output_tokens + part.usage.output_tokens
            )
        )


def _has_run_away(run: Run) -> bool:
    """Whether a model writes on without an end: two stretches that are not halved any more were cut, and no answer came whole."""
    outcomes = Counter(chunk.outcome for chunk in run.chunks)
    return outcomes["length"] > 1 and not outcomes["ok"]


def _take(run: Run, stretch: Stretch, answer: Answer[ProposedClaim], tally: Tally, placer: Placer) -> bool:
    """One chunk's answer: its claims placed, or its failure kept; whether it is of use, which it is not where the article carries none of
    its claims.
    """
    if answer.items is None:
        outcome: Outcome = answer.response.outcome if answer.response is not None and answer.response.outcome != "ok" else "error"
        error = answer.error
        if error is None:  # pragma: no cover - an answer without items always says why
            raise RuntimeError("an answer has neither items nor an error")
        words = answer.response.text if answer.response is not None and outcome == "refusal" else None
        _fail(run, stretch, outcome, error, tally, answer, words)
        run.failed += answer.identities
        if hopeless(error) or (outcome == "length" and _has_run_away(run)):
            run.stopped = error
        return False
    placed = placer.place(answer.items)
    run.drafts += placed.drafts
    run.rejected += (*placed.rejected, *map(_invalid, answer.bad))
    if answer.beyond:
        reason = f"{answer.beyond} more claims stood after the first {MAX_ITEMS} of one answer and were not looked at"
        run.rejected.append(Rejected(claim="", quote="", code="too_many", reason=reason))
    _add_chunk(run, stretch, "ok", None, tally, answer)
    return bool(placed.drafts) or not (answer.items or answer.bad)


def _invalid(bad: BadItem) -> Rejected:
    return Rejected(claim=bad.shown.get("claim", ""), quote=bad.shown.get("quote", ""), code="invalid", reason=bad.reason)


def _fail(
    run: Run,
    stretch: Stretch,
    outcome: Outcome,
    error: FactcardsError,
    tally: Tally | None = None,
    answer: Answer[ProposedClaim] | None = None,
    words: str | None = None,
) -> None:
    run.errors.append(error)
    _add_chunk(run, stretch, outcome, words or error.what, tally, answer)


def _add_chunk(
    run: Run,
    stretch: Stretch,
    outcome: Outcome,
    message: str | None,
    tally: Tally | None = None,
    answer: Answer[ProposedClaim] | None = None,
) -> None:
    run.chunks.append(
        Chunk(
            start=stretch.start,
            end=stretch.end,
            outcome=outcome,
            message=message[:500] if message else None,
            usage=tally.usage if tally else None,
            interaction=answer.identity if answer else None,
            origin=answer.response.origin if answer and answer.response else None,
        )
    )


def _extracted(run: Run, setup: Setup) -> Extracted:
    schema = canonical(strict_schema(ExtractAnswer))
    return Extracted(
        drafts=tuple(run.drafts),
        rejected=tuple(run.rejected),
        chunks=tuple(run.chunks),
        usage=run.tally.usage,
        cost_usd=run.tally.cost,
        model=run.tally.model,
        prompts=setup.used("extract", *(["repair"] if run.repaired else [])),
        schema_sha256=sha256(schema.encode()).hexdigest(),
        errors=tuple(run.errors),
    )
