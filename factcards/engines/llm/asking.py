"""One question to a model, with one bounded repair: templates' messages in, checked items or the reason out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from pydantic import BaseModel

from factcards.cards import Origin, PromptVersion, Usage
from factcards.engines.llm.failures import error_of, unusable
from factcards.engines.llm.model import Message, Model, Parameters, Request, Response
from factcards.engines.llm.prompting import repair_message
from factcards.engines.llm.schema import AnswerProblem, BadItem, Parsed, parse_answer, strict_schema
from factcards.errors import FactcardsError
from factcards.templates import Templates

__all__ = ["Answer", "Question", "Settle", "Setup", "Tally"]

Item = TypeVar("Item", bound=BaseModel)


@dataclass
class Tally:
    """What a run of requests took.

    Attributes:
        usage: Tokens so far, None until a server counted.
        cost_usd: Price so far.
        unpriced: Whether the price of any answer is unknown.
        model: The model that really answered last.
        origin: Who wrote the last answer.
    """

    usage: Usage | None = None
    cost_usd: float = 0.0
    unpriced: bool = False
    model: str | None = None
    origin: Origin | None = None

    def add(self, response: Response, asked: str) -> None:
        """Count one response."""
        if response.outcome != "error":
            self.model = response.model or asked
            self.origin = response.origin
            self.unpriced = self.unpriced or response.cost_usd is None
        self.cost_usd += response.cost_usd or 0.0
        if response.usage is not None:
            old = self.usage or Usage(input_tokens=0, output_tokens=0)
            new = response.usage
            self.usage = Usage(input_tokens=old.input_tokens + new.input_tokens, output_tokens=old.output_tokens + new.output_tokens)

    @property
    def cost(self) -> float | None:
        """USD in all; None when any part is unknown."""
        return None if self.unpriced or not self.cost_usd else round(self.cost_usd, 10)


class Settle(Protocol):
    """Is told what became of the answers since the last time."""

    def __call__(self, *, usable: bool) -> None:
        """Whether they can be used, all of them."""
        ...


def _settle_nothing(*, usable: bool) -> None:
    """Where no answer waits for it."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What all questions of a run have in common.

    Attributes:
        model: Whom they go to.
        name: Of the model.
        parameters: What is asked of it.
        templates: The prompts.
        settle: Told after each question, with the questions that it was split into, whether its answers can be used.
    """

    model: Model
    name: str
    parameters: Parameters
    templates: Templates
    settle: Settle = _settle_nothing

    def used(self, *names: str) -> tuple[PromptVersion, ...]:
        """These templates, as the provenance names them."""
        return tuple(self.templates.get(name).used for name in names)


@dataclass(frozen=True, slots=True)
class Answer(Generic[Item]):
    """What came of a question.

    Attributes:
        items: Those that fit, in order; None when nothing could be used.
        bad: Items that do not fit, after the repair.
        beyond: How many items were too many to look at.
        response: The last response.
        identity: Of the last request.
        identities: Of every request, the repair included.
        error: Why there are no items.
        repaired: Whether the repair was asked for.
    """

    items: tuple[Item, ...] | None
    response: Response | None
    identity: str
    identities: tuple[str, ...]
    bad: tuple[BadItem, ...] = ()
    beyond: int = 0
    error: FactcardsError | None = None
    repaired: bool = False


@dataclass
class Question(Generic[Item]):
    """Asks for a list of items.

    Args:
        setup: Whom, and how.
        field_name: The answer's one field.
        item: What its list holds.
        answer: The whole answer, for the schema.
        name: The schema's name, and what the interaction is called.
        tally: Counts tokens and price.
    """

    setup: Setup
    field_name: str
    item: type[Item]
    answer: type[BaseModel]
    name: str
    tally: Tally = field(default_factory=Tally)

    def ask(self, messages: Sequence[Message], wrong: Callable[[Item], str | None] | None = None) -> Answer[Item]:
        """The items, after at most one repair.

        Args:
            messages: What is asked.
            wrong: Says what is wrong with an item that fits the schema, None when nothing is. Such items are asked for once more,
                and kept as bad if they do not get better.

        Raises:
            BudgetError: from the model, before a request.
            CassetteMiss: from the model, in a replay.
        """
        request, response = self._complete(messages)
        error = self._failed(response)
        if error is not None:
            return Answer(None, response, request.identity, (request.identity,), error=error)
        parsed = self._parsed(response, wrong)
        if isinstance(parsed, Parsed) and not parsed.bad:
            return Answer(parsed.good, response, request.identity, (request.identity,), beyond=parsed.beyond)
        return self._repaired(messages, request, response, parsed, wrong)

    def _repaired(
        self,
        messages: Sequence[Message],
        request: Request,
        response: Response,
        parsed: Parsed[Item] | AnswerProblem,
        wrong: Callable[[Item], str | None] | None,
    ) -> Answer[Item]:
        """Ask once more, for what is wrong only: what was good stays, whatever comes."""
        partial = isinstance(parsed, Parsed)
        errors = [bad.reason for bad in parsed.bad] if isinstance(parsed, Parsed) else list(parsed.errors)
        turn = Message(role="assistant", content=response.text)
        again, second = self._complete([*messages, turn, repair_message(self.setup.templates, errors, partial=partial)])
        identities = (request.identity, again.identity)
        better = None if self._failed(second) else self._parsed(second, wrong)
        if isinstance(parsed, Parsed):
            more: Parsed[Item] = better if isinstance(better, Parsed) else Parsed(())
            good = more.good[: len(parsed.bad)]
            # Whatever the repair left out stays on the list with its first reason: nothing is dropped in silence.
            bad = (*more.bad, *parsed.bad[len(good) + len(more.bad) :])
            return Answer((*parsed.good, *good), response, request.identity, identities, bad, parsed.beyond, repaired=True)
        if isinstance(better, Parsed):
            return Answer(better.good, second, again.identity, identities, better.bad, better.beyond, repaired=True)
        problems = better.errors if isinstance(better, AnswerProblem) else parsed.errors
        return Answer(None, second, again.identity, identities, error=unusable(self.setup.name, problems), repaired=True)

    def _complete(self, messages: Sequence[Message]) -> tuple[Request, Response]:
        request = Request(
            model=self.setup.name,
            messages=tuple(messages),
            schema_name=self.name,
            answer_schema=strict_schema(self.answer),
            parameters=self.setup.parameters,
        )
        response = self.setup.model.complete(request)
        self.tally.add(response, request.model)
        return request, response

    def _failed(self, response: Response) -> FactcardsError | None:
        return error_of(response, self.setup.name)

    def _parsed(self, response: Response, wrong: Callable[[Item], str | None] | None) -> Parsed[Item] | AnswerProblem:
        parsed = parse_answer(response.text, self.field_name, self.item)
        if wrong is None or isinstance(parsed, AnswerProblem):
            return parsed
        judged = [(item, wrong(item)) for item in parsed.good]
        bad = [BadItem(_strings(item), reason) for item, reason in judged if reason is not None]
        return Parsed(tuple(item for item, reason in judged if reason is None), (*parsed.bad, *bad), parsed.beyond)


def _strings(item: BaseModel) -> dict[str, str]:
    return {name: value for name, value in item if isinstance(value, str)}
