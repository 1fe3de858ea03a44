"""Has the event come about by the time of writing? A linear estimate over abstract features of its standing and its form.

The question is UDS "It Happened"'s (White et al. 2016; Rudinger, White and Van Durme 2018): what lies in the future, is commanded,
wished or generic has not happened, however certain the text is of it. The weights are statistics over grammatical features (tags,
relations, auxiliaries, kinds of subject, grounds); no word of the event itself is among them. `benchmarks/fit_happening.py` makes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcards.engines.local.certainty.standing import Standing
from factcards.engines.local.parsing.tokens import Token
from factcards.lexicon import Frame, happening_weights, signature

__all__ = ["estimate", "features"]

_FRAMES: tuple[Frame, ...] = ("finite", "infinitive", "object")
_SUBJECTS = frozenset({"i", "you", "we", "he", "she", "it", "they", "who", "that", "which", "there", "anyone", "someone", "everyone"})
_ADVERBS = frozenset(
    {
        "already",
        "yet",
        "still",
        "just",
        "ever",
        "never",
        "now",
        "soon",
        "today",
        "tomorrow",
        "always",
        "often",
        "usually",
        "please",
        "again",
    }
    | {"when", "where", "how", "why", "then", "ago", "recently", "back", "so", "too"}
)
"""Adverbs that place an event in time, or ask or plead; of others only that there is one."""
_DEPENDENTS = frozenset({"advmod", "prep", "dobj", "npadvmod", "prt", "mark", "cc"})


def features(token: Token, standing: Standing) -> Iterator[str]:
    """The names of the features that hold: of the event's standing, its form, its governor, its dependents, its sentence."""
    tag, dep, head = token.tag_, token.dep_, token.head
    last = standing.grounds[-1] if standing.grounds else "plain"
    when = standing.time or "none"
    yield from (f"value {standing.value}", f"time {when}", f"last {last}", f"last {last} at {standing.value}", f"last {last} of {tag}")
    yield from (f"ground {ground}" for ground in sorted(set(standing.grounds)))
    yield from (f"tag {tag}", f"relation {dep}", f"tag {tag} as {dep}", f"time {when} of {tag} as {dep}")
    yield from (f"head {head.tag_}", f"under {head.tag_} as {head.dep_}")
    yield from _of_dependents(token)
    for frame in _FRAMES:
        found = signature(frame, token.lemma_.lower())
        if found is not None:
            yield f"own {frame} {found.name}"
    closing = token.doc[token.sent.end - 1]
    yield from (f"first {token.sent[0].tag_}", f"ends {closing.text if closing.is_punct else 'none'}")


def _of_dependents(token: Token) -> Iterator[str]:
    subject = "none"
    shown: set[str] = set()
    for c in token.children:
        dep, word = c.dep_, c.lower_
        if dep in {"aux", "auxpass"}:
            shown |= {f"helper {word}", f"helper {word} of {token.tag_}"}
        elif dep in {"nsubj", "nsubjpass", "expl"}:
            subject = word if word in _SUBJECTS else c.tag_
        elif dep in _DEPENDENTS:
            shown.add(f"has {dep} {word if dep in {'mark', 'cc'} or word in _ADVERBS else ''}".rstrip())
    yield from sorted(shown)
    yield from (f"subject {subject}", f"subject {subject} of {token.tag_}")


def estimate(token: Token, standing: Standing) -> float:
    """How surely the event has happened, -3 to 3."""
    weights = happening_weights()
    total = weights["intercept"] + sum(weights.get(name, 0.0) for name in features(token, standing))
    return round(max(-3.0, min(3.0, total)), 2)
