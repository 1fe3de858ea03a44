"""`record`: the suite's articles are read in a recording mode; a first deck is accepted, a later one waits for `accept`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from factcards.cards import Article
from factcards.choosing import Notify
from factcards.config import UserConfig, is_this_machine
from factcards.engines.llm.cassette import slug_of
from factcards.errors import ArticleError, FactcardsError, OutputError
from factcards.pipeline import Made, make_with
from factcards.regress.cases import Case, engine_for, estimate_of, readings_path
from factcards.regress.check import check_case
from factcards.regress.shelf import damages
from factcards.rendering.counts import counted
from factcards.workers import in_order

__all__ = ["Bill", "Recorded", "bill_of", "record_case", "record_cases", "stale_only"]


@dataclass(frozen=True, slots=True)
class Bill:
    """What recording takes.

    Attributes:
        requests: How many requests, summaries included.
        most: How many where each is asked once more, for what was wrong in its answer.
        tokens: About how many input tokens.
        usd: About what it costs; None when any part's price is unknown.
        elsewhere: Whether a server that is not the user's own machine is asked.
    """

    requests: int = 0
    most: int = 0
    tokens: int = 0
    usd: float | None = 0.0
    elsewhere: bool = False

    def may_exceed(self, most: float) -> bool:
        """Whether it could cost more than that: of an unknown price nobody knows, unless nobody but this machine is asked."""
        return self.elsewhere if self.usd is None else self.usd > most


@dataclass(frozen=True, slots=True)
class Recorded:
    """How one case went.

    Attributes:
        name: Of the case.
        message: One line.
        error: Why it is not, or only partly, recorded.
    """

    name: str
    message: str
    error: FactcardsError | None = None


def stale_only(cases: tuple[Case, ...], jobs: int = 1) -> tuple[Case, ...]:
    """Those whose recordings do not answer any more, or that were never recorded; and those that cannot be read: recording says why."""
    reports = (one.report for one in in_order(check_case, cases, jobs))
    wanted = (one.status in {"stale", "missing"} or one.code == ArticleError.exit_code for one in reports)
    return tuple(case for case, want in zip(cases, wanted, strict=True) if want)


def bill_of(cases: tuple[Case, ...], config: UserConfig, base_url: str | None) -> Bill:
    """What recording these cases takes, from their prompts; asks nothing. The local engine costs nothing, nor does what cannot be read."""
    requests = most = tokens = 0
    usd: float | None = 0.0
    elsewhere = False
    for case in cases:
        server = base_url or config.base_url
        try:
            taken = estimate_of(case, case.article(), server, config)
        except ArticleError:  # recording it says so
            continue
        if taken is None:
            continue
        runs = case.suite.repeat
        requests, most = requests + runs * taken.requests, most + runs * taken.most_requests
        tokens += runs * taken.tokens
        usd = None if usd is None or taken.usd is None else usd + runs * taken.usd
        elsewhere = elsewhere or not is_this_machine(server or case.suite.base_url)
    return Bill(requests, most, tokens, usd, elsewhere)


def record_cases(cases: Sequence[Case], how: Callable[..., Recorded], notify: Notify, jobs: int = 1) -> Iterator[Recorded]:
    """Record each case, in order, by so many processes: files that may be of one text, whose first deck is the accepted one, by the same.

    Args:
        cases: The cases.
        how: `record_case` with what it takes beside the case and `notify`.
        notify: As for `record_case`.
        jobs: How many.
    """
    if jobs == 1:
        yield from (how(case, notify=notify) for case in cases)
        return
    stems: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        stems[slug_of(case.path.stem)].append(case)
    groups = [group for alike in stems.values() for group in (_of_one_text(alike) if len(alike) > 1 else [alike])]
    recorded = in_order(partial(_recorded, how), groups, jobs)
    done: dict[Path, tuple[list[str], Recorded]] = {}
    for case in cases:
        while case.path not in done:
            done |= next(recorded)
        lines, one = done.pop(case.path)
        for line in lines:
            notify(line)
        yield one
    next(recorded, None)  # to its end: what is left before it is broken off, and its idle processes tell so


def _of_one_text(cases: Sequence[Case]) -> list[list[Case]]:
    """The cases by where their decks lie; one that cannot be read stands alone."""
    groups: dict[Path, list[Case]] = defaultdict(list)
    for case in cases:
        try:
            groups[case.deck_path(case.article())].append(case)
        except FactcardsError:
            groups[case.path].append(case)
    return list(groups.values())


def _recorded(how: Callable[..., Recorded], cases: Sequence[Case]) -> dict[Path, tuple[list[str], Recorded]]:
    """Each case with what is to be said of it."""
    done: dict[Path, tuple[list[str], Recorded]] = {}
    for case in cases:
        lines: list[str] = []
        done[case.path] = lines, how(case, notify=lines.append)
    return done


def record_case(
    case: Case, config: UserConfig, *, anew: bool, mend: bool, base_url: str | None, max_cost: float | None, notify: Notify
) -> Recorded:
    """Record one case: every answer is kept as soon as it is there, so that what was paid for is not asked for again.

    Args:
        case: The case.
        config: The user's own.
        anew: Whether to ask for everything anew.
        mend: Whether a damaged recording is removed and recorded anew; else it is an error.
        base_url: The server that the command line names.
        max_cost: USD for this article.
        notify: Told what the user should know.
    """
    try:
        article = case.article()
        accepted = case.accepted(article)
        runs = case.suite.repeat if case.suite.engine == "openai" else 1
        made: Made | None = None
        for sample in range(1, runs + 1):
            engine = engine_for(case, config, anew=anew, sample=sample, base_url=base_url, max_cost=max_cost, notify=notify)
            for path in _cleared(case, article, anew=anew) if (mend or anew) and made is None else ():
                notify(f"{case.name}: {path.name} is read or recorded anew")
            one = make_with(article, engine)
            if one.error is not None:
                return Recorded(case.name, f"{counted(len(one.deck.cards), 'card')}, PARTIAL", one.error)
            if one.unsummarized is not None:
                return Recorded(case.name, f"{counted(len(one.deck.cards), 'card')}, no summary of the model's", one.unsummarized)
            made = made or one
        if made is None:  # pragma: no cover - there is at least one run
            raise RuntimeError("no run")
        if accepted is None:
            case.write(made.deck)
            return Recorded(case.name, f"{counted(len(made.deck.cards), 'card')}; its deck is the accepted one")
    except FactcardsError as error:
        return Recorded(case.name, "not recorded", error)
    named = accepted.article.model_copy(update={"source": article.source})  # files of one text have one deck
    same = accepted.cards == made.deck.cards and accepted.brief == made.deck.brief and named == made.deck.article
    return Recorded(
        case.name,
        f"{counted(len(made.deck.cards), 'card')}; " + ("as accepted" if same else "they differ from the accepted ones: `factcards check`"),
    )


def _cleared(case: Case, article: Article, *, anew: bool) -> Iterator[Path]:
    """Remove what cannot be read, and with `anew` the local reader's readings, which cost nothing; gives each removed file."""
    try:
        while damaged := [error.damaged for error in damages(case, article) if error.damaged is not None]:
            for path in damaged:
                path.unlink()
                yield path
        readings = readings_path(case, article)
        if anew and case.suite.engine == "local" and readings.exists():
            readings.unlink()
            yield readings
    except OSError as error:
        raise OutputError(f"cannot remove a damaged recording of {case.name}: {error.strerror or error}") from error
