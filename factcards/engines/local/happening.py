"""Has the event come about by the time of writing? A linear estimate over abstract features of its standing and its form.

The question is UDS "It Happened"'s (White et al. 2016; Rudinger, White and Van Durme 2018): what lies in the future, is commanded,
wished or generic has not happened, however certain the text is of it. The weights are statistics over grammatical features (tags,
relations, auxiliaries, kinds of subject, grounds); no word of the event itself is among them. `benchmarks/fit_happening.py` makes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcards.engines.local.standing import Standing
from factcards.lexicon import happening_weights

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["estimate", "features"]

_SUBJECTS = frozenset({"i", "you", "we", "he", "she", "it", "they", "who", "that", "which", "there", "anyone", "someone", "everyone"})


def features(token: Token, standing: Standing) -> Iterator[str]:
    """The names of the features that hold, each once."""
    last = standing.grounds[-1] if standing.grounds else "plain"
    yield f"value {standing.value}"
    yield f"time {standing.time or 'none'}"
    yield f"last {last}"
    yield f"last {last} at {standing.value}"
    for ground in sorted(set(standing.grounds)):
        yield f"ground {ground}"
    yield f"tag {token.tag_}"
    yield f"relation {token.dep_}"
    yield f"tag {token.tag_} as {token.dep_}"
    yield f"head {token.head.tag_}"
    subject = "none"
    helpers: set[str] = set()
    for c in token.children:
        if c.dep_ in {"aux", "auxpass"}:
            helpers.add(c.lower_)
        elif c.dep_ in {"nsubj", "nsubjpass", "expl"}:
            subject = c.lower_ if c.lower_ in _SUBJECTS else c.tag_
    for helper in sorted(helpers):
        yield f"helper {helper}"
    yield f"subject {subject}"


def estimate(token: Token, standing: Standing) -> float:
    """How surely the event has happened, -3 to 3."""
    weights = happening_weights()
    total = weights["intercept"] + sum(weights.get(name, 0.0) for name in features(token, standing))
    return round(max(-3.0, min(3.0, total)), 2)
