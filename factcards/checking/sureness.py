"""Is the statement surer than its evidence? Hedges, conditions, approximations, cues and negation, each against its counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcards.cards import CUE_RANK, Card, Cue, Finding, Hedge, Level, Severity
from factcards.checking.sides import Evidence, Statement, content_words, finding, stem, words_of
from factcards.hedges import cue_hedge, main_clause, over_main_clause, own_attitude, surer
from factcards.lexicon import commits_to_nothing, negation_words
from factcards.lint.words import stems_in, stems_of
from factcards.spans import Span, covers, hold

__all__ = ["condition_dropped", "cue_stronger", "hedging", "less_sure", "negation"]

_STRENGTH = {"weak": 1, "medium": 2, "strong": 3}
ABOUT_IT = 0.34
"""Share of a card's content words that a sentence must hold to be a statement about that card, when it cites several."""


def _concerned(statement: Statement, evidence: Evidence) -> Iterator[Card]:
    """The cited cards that the statement really words."""
    for card in evidence.cards:
        words = content_words(" ".join(span.quote for span in card.content))
        if len(evidence.cards) == 1 or not words or len(words & statement.words) >= ABOUT_IT * len(words):
            yield card


def hedging(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`hedge_dropped`, `hedge_strengthened`: a hedge of the evidence has no counterpart of at least its strength. `plan_as_fact`: a demand,
    wish or plan became a fact. `approximation_dropped`: the figure stands without its "about" or "at least".
    """
    for card in _concerned(statement, evidence):
        spare = list(statement.hedges)
        for hedge in _binding(card, evidence):
            if hedge.kind == "conditional" or _take_counterpart(hedge, spare):
                continue
            if hedge.kind == "approximator":
                if hedge.scope is not None and bool(set(words_of(hedge.scope.quote)) & set(words_of(statement.text))):
                    words = f"{hedge.quote} {hedge.scope.quote if hedge.scope else ''}".strip()
                    yield finding(
                        "approximation_dropped",
                        "error",
                        f"the article says “{words}”; the claim gives the figure as exact",
                        [hedge],
                    )
            elif _still_said(hedge, card, evidence, statement) and not _hedges_the_same(hedge, statement, evidence):
                yield finding(
                    "hedge_strengthened" if _is_surer_word(statement, evidence, spare) else "hedge_dropped",
                    "error",
                    f"surer than the evidence: the article hedges with “{hedge.quote}”; the claim says: {statement.text}",
                    [hedge],
                )
        wish = _wish(card, evidence)
        if wish is not None and not _commits_to_nothing(statement) and not any(_ends(words_of(statement.text), words_of(wish.quote))):
            yield finding(
                "plan_as_fact",
                "error",
                f"surer than the evidence: the article says “{wish.quote}”, a demand, wish or plan; the claim states it as so",
                [wish],
            )


def _is_surer_word(statement: Statement, evidence: Evidence, spare: Sequence[Hedge]) -> bool:
    """Whether a surer word that the evidence does not have stands where it has a hedge: "will" for "might", or a weaker hedge."""
    weaker = (stems_in(hedge.quote) for hedge in spare if hedge.kind not in {"approximator", "conditional"})
    return not stems_of("certain", "words").union(*weaker).isdisjoint(stems_in(statement.text) - stems_in(evidence.text))


def _wish(card: Card, evidence: Evidence) -> Cue | None:
    """The card's cue that commits to nothing, or the one that tells its speaker's own wish: "said she hopes to win"."""
    own = own_attitude(evidence.reading, card.speaker, card.content)
    cues = (card.cue, own.cue if own is not None else None)
    return next((cue for cue in cues if cue is not None and commits_to_nothing(cue.quote)), None)


def _hedges_the_same(hedge: Hedge, statement: Statement, evidence: Evidence) -> bool:
    """Whether the claim has the hedge's own words before the same word as the evidence, whatever a reader takes them for there."""
    said, there, own = words_of(statement.text), words_of(evidence.text), words_of(hedge.quote)
    return not _followed(said, own).isdisjoint(_followed(there, own))


def _followed(words: Sequence[str], own: Sequence[str]) -> set[str]:
    """The words that stand right behind this run, a "that" passed over: "suspects he left" is worded "suspects that he left"."""
    behind = (end + ("that" in words[end : end + 1]) for end in _ends(words, own))
    return {words[at] for at in behind if at < len(words)}


def _ends(words: Sequence[str], own: Sequence[str]) -> Iterator[int]:
    """One past each place where these words stand in a row."""
    size = len(own)
    return (at + size for at in range(len(words) - size + 1) if words[at : at + size] == own)


def _binding(card: Card, evidence: Evidence) -> tuple[Hedge, ...]:
    """The card's hedges, and its outer levels' tentative cues: "X believes that Y said" is not "Y said"."""
    outer = [own for level in card.via if level.cue and (own := cue_hedge(level.cue, card.content)) is not None]
    return (*card.hedges, *outer) if evidence.cards else ()


def _take_counterpart(hedge: Hedge, spare: list[Hedge]) -> bool:
    """Whether the statement holds a hedge as strong, the same word first; each counts once."""
    same = [h for h in spare if stem(h.quote.casefold()) == stem(hedge.quote.casefold())]
    like = [
        h
        for h in spare
        if (h.kind == "approximator") == (hedge.kind == "approximator")
        and (h.kind == "conditional") == (hedge.kind == "conditional")
        and _STRENGTH[h.strength] >= _STRENGTH[hedge.strength]
    ]
    for found in (same, like):
        if found:
            spare.remove(found[0])
            return True
    return hedge.kind == "adverb" and hedge.strength == "weak"


def _still_said(hedge: Hedge, card: Card, evidence: Evidence, statement: Statement) -> bool:
    """Whether the statement still says what the hedge weakened: always for the main clause, else when the predicate stands in it."""
    if over_main_clause([hedge], main_clause(evidence.reading, card.content)) or hedge.scope is None:
        return True
    if card.cue is not None and (hedge.start, hedge.end) == (card.cue.start, card.cue.end):
        return True
    heads = [clause.head for clause in evidence.reading.clauses if covers(hedge.scope, clause.head) and clause.head.start >= hedge.start]
    if heads:
        return stem(heads[0].quote.casefold()) in statement.words
    words = content_words(hedge.scope.quote) - content_words(hedge.quote)
    return bool(words) and words <= statement.words


def _commits_to_nothing(statement: Statement) -> bool:
    if any(a.cue is not None and commits_to_nothing(a.cue.quote) for a in statement.reading.attributions):
        return True
    if commits_to_nothing(statement.text):
        return True
    return any(hedge.kind != "approximator" for hedge in statement.hedges)


def condition_dropped(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`condition_dropped`: the article says it only under a condition ("if", "unless") that the statement leaves out."""
    for card in _concerned(statement, evidence):
        spare = [hedge for hedge in statement.hedges if hedge.kind == "conditional"]
        for hedge in card.hedges:
            told = hold(card.content, [hedge]) and _repeats(statement, card)  # where words are left out the parser may lose an "if"
            if hedge.kind == "conditional" and not told and not _take_counterpart(hedge, spare):
                yield finding(
                    "condition_dropped",
                    "error",
                    f"the article says so under a condition (“{hedge.quote}”) that is left out",
                    [hedge],
                )


def less_sure(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`less_sure`: the statement hedges what the article states flatly."""
    for card in _concerned(statement, evidence):
        if card.certainty == "certain" and not card.hedges:
            said = statement.stance(card)[0]
            if all(_hedges_the_same(hedge, statement, evidence) for hedge in statement.hedges) and statement.hedges:
                continue
            if said in {"possible", "probable"} and surer(card.certainty, said):
                yield finding("less_sure", "info", f"less sure than the evidence: {said}, where the article is certain", [card.content[0]])


def negation(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`negation_added`, `negation_dropped`: affirmed became negated or the other way round, by a negating word or cue of one side only."""
    for card in _concerned(statement, evidence):
        said = statement.stance(card)[1]
        if said == card.polarity or _negators(statement) in _evidence_negators(card, evidence) or _repeats(statement, card):
            continue
        both = {"affirmed": "affirms", "negated": "denies or negates"}
        yield finding(
            "negation_added" if said == "negated" else "negation_dropped",
            "error",
            f"the article {both[card.polarity]} what the claim {both[said]}",
            _negation_spans(card, evidence) or [card.content[0]],
        )


def _repeats(statement: Statement, card: Card) -> bool:
    """Whether a statement has the words of a card's cue and content as they are, and no further word that negates: read by itself it may
    look turned round ("Ostrey disputes that" to a parser that takes "disputes" for quarrels).
    """
    rest = list(words_of(statement.text))
    for span in (*((card.cue,) if card.cue is not None else ()), *card.content):
        own = words_of(span.quote)
        end = next(_ends(rest, list(own)), 0)
        if not end:
            return False
        del rest[end - len(own) : end]
    return negation_words("words").isdisjoint(rest)


def _negators(statement: Statement) -> int:
    cues = sum(1 for a in statement.reading.attributions if a.cue is not None and a.cue.strength == "negative")
    return len(statement.reading.negations) + cues


def _negation_spans(card: Card, evidence: Evidence) -> list[Span]:
    return [
        Span(start=n.start, end=n.end, quote=n.quote) for n in evidence.reading.negations if any(covers(span, n) for span in card.content)
    ]


def _evidence_negators(card: Card, evidence: Evidence) -> set[int]:
    """How many negating words and cues a claim may have: the content's and its cue's, which may be a negating word as well ("declined"),
    with those of the outer levels' cues, or with all that their sentences have.
    """
    inside = len(_negation_spans(card, evidence))
    own = inside + (card.cue is not None and card.cue.strength == "negative")
    if not card.via:
        return {own, own + sum(1 for n in evidence.reading.negations if card.cue is not None and covers(card.cue, n))}
    around = sum(1 for n in evidence.reading.negations if any(covers(span, n) for span in card.evidence))
    levels: list[Card | Level] = [card, *card.via]
    cues = sum(1 for level in levels if level.cue is not None and level.cue.strength == "negative")
    return {own, inside + cues, around + cues}


def cue_stronger(statement: Statement, evidence: Evidence) -> Iterator[Finding]:
    """`cue_stronger`: a doubting, tentative or evading cue became a plain or a committed one (error); "said" became "confirmed" (warning).
    Whether what is denied is told as so is the business of `negation`.
    """
    for card in _concerned(statement, evidence):
        said = statement.attribution_of(card)
        if card.cue is None or said is None or said.cue is None or (card.via and _keeps_cue(card.cue, statement)):
            continue
        if card.cue.strength == "negative" and card.polarity == "negated":
            continue
        before, after = CUE_RANK[card.cue.strength], CUE_RANK[said.cue.strength]
        if after > before and not (card.cue.strength == "tentative" and _tentative_elsewhere(statement)):
            severity: Severity = "error" if before < CUE_RANK["neutral"] else "warning"
            yield finding(
                "cue_stronger",
                severity,
                f"“{card.cue.quote}” became “{said.cue.quote}”, which commits the speaker more",
                [card.cue],
            )


def _keeps_cue(cue: Cue, statement: Statement) -> bool:
    """Whether a statement that tells outer levels, too, has a card's own cue word for word: "according to a filing, the firm plans to"."""
    return any(_ends(words_of(statement.text), words_of(cue.quote)))


def _tentative_elsewhere(statement: Statement) -> bool:
    return any(hedge.strength in {"medium", "strong"} and hedge.kind != "approximator" for hedge in statement.hedges)
