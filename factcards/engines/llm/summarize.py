"""A summary in a model's words, from cards that were checked: each of its sentences is checked in turn, repaired once or withheld."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcards.cards import Article, Card, Finding, SummarySentence, Withheld
from factcards.drafts import Check, Summarized
from factcards.engines.llm.asking import Answer, Question, Setup
from factcards.engines.llm.prompting import brief_messages
from factcards.engines.llm.schema import BriefAnswer, ProposedSentence
from factcards.errors import BudgetError
from factcards.read.limits import called

__all__ = ["MOST_CARDS", "MOST_SENTENCES", "summarize"]

MOST_SENTENCES = 7
"""Two more than the prompt asks for; what comes after them is withheld."""
MOST_CARDS = 60
"""Cards shown to the model: a summary of five sentences needs no more, and their lines stay below any context."""


def summarize(setup: Setup, article: Article, cards: Sequence[Card], check: Check) -> tuple[Summarized, tuple[str, ...]]:
    """The sentences that stand the check, or why there are none; and the identities of the requests that are to be asked again.

    Raises:
        CassetteMiss: in a replay, if the summary was never recorded.
    """
    shown = tuple(cards[:MOST_CARDS])
    unsound: dict[str, ProposedSentence] = {}

    def wrong(sentence: ProposedSentence) -> str | None:
        unsound[sentence.text] = sentence  # of two alike the last, which is that of the repair
        found = _worst(_judge(sentence, shown, check))
        return None if found is None else f"“{sentence.text}”: {found.message}"

    question = Question(setup, "sentences", ProposedSentence, BriefAnswer, "brief")
    try:
        answer = question.ask(brief_messages(setup.templates, article, shown), wrong)
    except BudgetError as error:
        setup.settle(usable=False)
        return Summarized(failed=error), ()
    setup.settle(usable=answer.items is not None)
    prompts = setup.used("brief", *(["repair"] if answer.repaired else []))
    usage, cost = question.tally.usage, question.tally.cost
    if answer.items is None:
        return Summarized(usage=usage, cost_usd=cost, prompts=prompts, failed=answer.error), answer.identities
    kept = tuple({_line(sentence.text): sentence for sentence in answer.items[:MOST_SENTENCES]}.values())
    reason = f"the summary was written from the first {len(shown)} of {len(cards)} cards"
    unseen = (Withheld(text="The other cards", code="too_many", reason=reason),) if kept and len(cards) > len(shown) else ()
    done = Summarized(
        summary=tuple(SummarySentence(text=_line(s.text), cards=_ids(s, shown)) for s in kept),
        withheld=(*_withheld(answer, unsound, shown, check), *unseen),
        notices=tuple(f"{called(article.source)}: {one.reason}" for one in unseen),
        usage=usage,
        cost_usd=cost,
        prompts=prompts,
    )
    return done, ()


def _withheld(
    answer: Answer[ProposedSentence], unsound: Mapping[str, ProposedSentence], cards: tuple[Card, ...], check: Check
) -> tuple[Withheld, ...]:
    """What did not stand the check, even after the repair, and what was too much."""
    result = []
    for bad in answer.bad:
        text = bad.shown.get("text", "")
        reason = bad.reason.removeprefix(f"“{text}”: ")
        sentence = unsound.get(text)
        cited = _ids(sentence, cards) if sentence is not None else ()
        carrying = _carrying(_line(text), cited, cards, check) if cited else None
        if carrying is not None:  # the article does say so: the reason would tell of it what is not true
            reason = f"it cites a card that does not carry it; another does: “{carrying.claim}”"
        result.append(Withheld(text=_line(text), code="sentence_unsound", reason=reason, cards=cited))
    for sentence in (answer.items or ())[MOST_SENTENCES:]:
        reason = f"a summary holds at most {MOST_SENTENCES} sentences"
        result.append(Withheld(text=_line(sentence.text), code="too_many", reason=reason, cards=_ids(sentence, cards)))
    return tuple(result)


def _carrying(text: str, cited: tuple[str, ...], cards: tuple[Card, ...], check: Check) -> Card | None:
    """The first card that a sentence might have cited: one to which the check objects nothing, and that it does not cite."""
    return next((card for card in cards if card.id not in cited and all(one.severity == "info" for one in check(text, (card,)))), None)


def _judge(sentence: ProposedSentence, cards: tuple[Card, ...], check: Check) -> tuple[Finding, ...]:
    unknown = [number for number in sentence.cards if not 1 <= number <= len(cards)]
    if unknown:
        return (Finding(code="unknown_card", severity="error", message=f"there is no card {unknown[0]}"),)
    return check(_line(sentence.text), tuple(cards[number - 1] for number in dict.fromkeys(sentence.cards)))


def _worst(findings: Sequence[Finding]) -> Finding | None:
    return next((found for found in findings if found.severity == "error"), None)


def _ids(sentence: ProposedSentence, cards: tuple[Card, ...]) -> tuple[str, ...]:
    """The cards that it cites, less those that there are not."""
    return tuple(cards[number - 1].id for number in dict.fromkeys(sentence.cards) if 1 <= number <= len(cards))


def _line(text: str) -> str:
    return " ".join(text.split())
