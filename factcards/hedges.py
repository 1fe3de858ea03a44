"""How sure a speaker is, and of what: hedges, certainty and polarity from a reading. Pure functions; needs no parser.

The scale is FactBank's (Saurí and Pustejovsky 2009): certain, probable, possible, and unstated for what is not committed to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from factcards.cards import Certainty, Cue, Hedge, HedgeKind, Polarity, Speaker
from factcards.lexicon import (
    Signature,
    accuses,
    commits_to_nothing,
    cue_nouns,
    intends,
    is_divided,
    is_sign,
    keeps_polarity,
    keeps_silent,
    lemma_of,
    makes_possible,
    negation_words,
    signature,
    speaker_words,
    spurns,
    withholds,
)
from factcards.reading import Attribution, Clause, Negation, Reading
from factcards.spans import Span, covers

__all__ = [
    "CERTAINTY_RANK",
    "WOULD",
    "certainty",
    "clause_held",
    "clauses_in_turn",
    "cue_hedge",
    "cue_turn",
    "hedges_in",
    "is_conditioned_before",
    "is_held_so",
    "is_spokesman",
    "main_clause",
    "negations_over",
    "over_main_clause",
    "own_attitude",
    "polarity",
    "says_nothing",
    "sign_within",
    "surer",
]

CERTAINTY_RANK: Mapping[Certainty, int] = {"unstated": 0, "possible": 1, "probable": 2, "certain": 3}


def surer(left: Certainty, right: Certainty) -> bool:
    """Whether `left` commits the speaker more than `right`."""
    return CERTAINTY_RANK[left] > CERTAINTY_RANK[right]


def _inside(spans: Sequence[Span], inner: Span) -> bool:
    return any(covers(span, inner) for span in spans)


def main_clause(reading: Reading, content: Sequence[Span]) -> Clause | None:
    """The content's main clause: of the clauses whose predicate lies in its first piece the one that begins first, and of those that
    begin together the outermost; of what is said in several sentences that is the first one's.
    """
    within = [clause for clause in reading.clauses if _inside(content, clause.head)]
    if not within:
        return _small_clause(reading, content)
    inside = [clause for clause in within if not _is_aside(content, clause)] or within
    inside = [clause for clause in inside if covers(_predicate_in(reading, content), clause.head)] or inside
    if all(clause.mood == "condition" for clause in inside):  # "| If it rains |, Quill said, | the match is off |"
        inside = [clause for clause in within if clause.mood != "condition"] or inside
        if inside[0].start > content[0].start and not _conditions_in(reading, content) and inside[0].mood == "condition":
            return None  # "a risk, if it exists at all"
    first = min(inside, key=lambda clause: (max(clause.start, content[0].start), clause.depth, clause.head.start), default=None)
    if first is not None and _describes(content[0], first):
        return None
    return _behind_preface(content[0], within) or first


def _predicate_in(reading: Reading, content: Sequence[Span]) -> Span:
    """The piece that has the main clause: the first, but for an infinitive whose subject stands before the cue: "Guests who attend | have
    been told | not to sing |".
    """
    raised = len(content) > 1 and bool(_INFINITIVE.match(content[1].quote))
    noun = raised and not any(clause.start <= content[0].start and covers(content[0], clause.head) for clause in reading.clauses)
    return content[1] if noun else content[0]


_INFINITIVE = re.compile(r"(?:not )?to ")


def _conditions_in(reading: Reading, content: Sequence[Span]) -> tuple[Hedge, ...]:
    return tuple(hedge for hedge in reading.hedges if hedge.kind == "conditional" and _inside(content, hedge))


def is_conditioned_before(reading: Reading, content: Sequence[Span], clause: Clause) -> bool:
    """Whether only its condition stands before who says it: "| If it rains |, Quill said, | the match is off |"."""
    first = [other for other in reading.clauses if covers(content[0], other.head)]
    return bool(first) and not covers(content[0], clause.head) and all(other.mood == "condition" for other in first)


def _behind_preface(content: Span, clauses: Sequence[Clause]) -> Clause | None:
    """What somebody says who tells that he means to say it: "I want to be clear that | nobody was hurt"; null where nobody does."""
    told = _PREFACE.match(content.quote)
    if told is None:
        return None
    begins, ends = content.start + max(told.start("is"), told.start("that")), content.start + told.end()
    return next((clause for clause in clauses if begins <= clause.start <= ends <= clause.head.start), None)


_PREFACE = re.compile(
    r"""\W*(?:(?:and|but|so|now|look|well),?\s+)?
    (?:(?:what\s+(?:I|we)\s+(?:can\s+|do\s+)?(?:say|know|see|think|believe|find|tell\s+(?:you|people|everyone|them))
       |(?:my|our)\s+(?:\w+\s+){0,2}
        (?:theory|guess|hunch|understanding|impression|feeling|belief|view|expectation|assumption|prediction|case|bet))
      \s+is(?P<is>,?\s+that\s+)
    |(?:(?:I|we|he|she|they)(?:\s+(?:just|really|also|only|do|did))*
       (?:\s+(?:wants?|wanted|would\s+(?:just\s+)?like|need|needs|needed)|['’]d\s+(?:just\s+)?like)\s+to|let\s+(?:me|us))
    (?:\s+(?:just|again|also))*\s+
    (?:be\s+(?:\w+\s+)?(?:clear|honest|frank)|make\s+(?:it\s+)?(?:\w+\s+)?clear|say|stress|emphasi[sz]e|repeat|reiterate|underline
      |underscore|point\s+out|add|(?:assure|tell|remind)\s+(?:you|people|everyone|them))
    (?P<that>[,:]?\s+(?:that\s+)?))""",
    re.IGNORECASE | re.VERBOSE,
)
"""What somebody says before what he says: "I want to be clear that", "What we can say is that", "Our base case is that"."""


def _small_clause(reading: Reading, content: Sequence[Span]) -> Clause | None:
    """A content without a verb in which an adjective tells how sure it is: "called | a rate increase unlikely"."""
    grading: tuple[Hedge | Negation, ...] = (*(hedge for hedge in reading.hedges if hedge.kind == "adjective"), *reading.negations)
    pleaded = _PLEA.fullmatch(content[0].quote)
    if pleaded is not None:
        start, end = content[0].start + pleaded.start(1), content[0].start + pleaded.end(1)
        head = Span(start=start, end=end, quote=pleaded[1])
        return Clause(start=content[0].start, end=content[0].end, head=head, depth=0, mood="statement", tense=None)
    for word in grading:
        if word.scope is not None and word.scope.end == word.end and word.scope.start < word.start and _inside(content, word.scope):
            head = Span(start=word.start, end=word.end, quote=word.quote)
            return Clause(start=word.scope.start, end=word.end, head=head, depth=0, mood="statement", tense=None)
    return None


_GUILTY = "guilty"
_PLEA = re.compile(rf"(?:not\s+)?({_GUILTY})\b.*", re.IGNORECASE | re.DOTALL)
"""What somebody pleads: a statement without a verb."""


def _is_aside(content: Sequence[Span], clause: Clause) -> bool:
    """Whether a clause only adds something about a noun before it: "The firm, | which cannot trade, | is said to have paid"."""
    piece = next((span for span in content if covers(span, clause.head)), content[0])
    at = clause.start - piece.start
    return at > 0 and piece.quote[:at].rstrip().endswith(",") and bool(_WHICH.match(piece.quote[at:]))


_WHICH = re.compile(r"(?:which|who|whom|whose)\b", re.IGNORECASE)


def _describes(content: Span, clause: Clause) -> bool:
    """Whether a clause only tells which one a noun before it is that the content is about: "as | the son I never had"; not what somebody
    is told to do: "warned | the drivers not to park".
    """
    if clause.mood == "command":
        return False
    before = content.quote[: max(0, clause.start - content.start)]
    return bool(_NOUN.fullmatch(before)) and not content.quote[len(before) :].casefold().startswith("that ")


_NOUN = re.compile(r"(?:as\s+)?[\"“‘']?(?:a|an|the|his|her|their|its|my|our)\s+(?:[\w’'-]+\s+){1,6}", re.IGNORECASE)
"""A noun with what stands before it, up to a clause."""


def clauses_in_turn(reading: Reading, content: Sequence[Span]) -> tuple[Clause, ...]:
    """The content's main clauses: one for each of its sentences, where it is several (a speech), for what goes on behind its cue, and for
    each clause beside the main one or beside that of its sentence ("was sound | but would probably fail").
    """
    turns: list[Clause] = []
    main = main_clause(reading, content)
    inside = [clause for clause in reading.clauses if _inside(content, clause.head)]
    for clause in sorted(inside, key=lambda clause: (clause.start, clause.depth)):
        another = bool(turns) and clause.start >= turns[-1].end and _is_another_sentence(content, turns[-1].end, clause)
        beside = any(_is_beside(content, before, clause) for before in (main, *turns[-1:]) if before is not None)
        if not turns or another or beside or _goes_on_behind_cue(content, turns[-1], clause):
            turns.append(clause)
    return tuple(turns)


def _is_beside(content: Sequence[Span], main: Clause, clause: Clause) -> bool:
    """Whether a clause goes on with the main one behind an "and", and tells something: not "and would not | comment"."""
    if clause.depth != main.depth or clause.head.start < main.head.start or keeps_silent(clause.head.quote):
        return False
    piece = next((span for span in content if covers(span, clause.head)), None)
    at = max(0, clause.start - piece.start) if piece is not None else 0
    joined = _JOINED.search(piece.quote[:at]) if piece is not None else None
    if piece is None or joined is None:
        return False
    return joined[0][0] != "," or (clause.head.start > clause.start and not _ADJOINED.match(piece.quote[at:]))


_JOINED = re.compile(r"(?:\b(?:and|but|or|yet),?|[;,])[ “\"]+$", re.IGNORECASE)


_ADJOINED = re.compile(r"(?:\w+ly )?(?:as|because|before|after|when|while|since|although|though|until|where|which|who|if|unless)\b")
"""What begins a clause that is not beside another: "a fine catch, | especially as it | may be a record"."""


def _goes_on_behind_cue(content: Sequence[Span], before: Clause, clause: Clause) -> bool:
    """Whether a clause is what a further piece says behind an "and": "The tests were sound, Quill said, | and it is possible that"."""
    piece = next((span for span in content[1:] if covers(span, clause.head)), None)
    if piece is None or before.head.start >= piece.start:
        return False
    joined = piece.quote.casefold().startswith(("and ", "but "))
    return joined and clause.start <= piece.start + len("and ")


def _is_another_sentence(content: Sequence[Span], end: int, clause: Clause) -> bool:
    """Whether a sentence of the content ends between a clause and another one's predicate. A clause that only describes a thing in a
    further piece begins none: "Quill is expected to testify | – the topic: risks that it | could be |".
    """
    start = clause.head.start
    piece = next((span for span in content if span.start <= start < span.end), None)
    if piece is None or end > piece.start:
        return piece is not None and any(mark in piece.quote[end - piece.start : start - piece.start] for mark in ".!?")
    if piece.start < start and _SUBORDINATE.match(piece.quote):
        return False  # "It sank in May, Quill said, | two years before it is supposed to have sailed |"
    before = piece.quote[: max(0, clause.start - piece.start)]
    return len(before) <= len("and “") or any(mark in before for mark in ".!?")


_SUBORDINATE = re.compile(r"(?=[a-z])(?:[\w'’-]+ ){0,3}?(?:because|before|after|when|while|since|although|though|until|where|which|who)\b")
"""What begins a clause that only says when or why."""


def clause_held(reading: Reading, content: Sequence[Span], hedges: Sequence[Hedge], clause: Clause) -> Clause | None:
    """The clause right behind a verb, a noun or an adjective that weakens another one of the content, or behind a predicate that lets it
    stand: it may be weakened further ("I | think | it might rain", "there were | signs | that it may have sunk", "the tests | show | that
    it could fail"); null where there is none.
    """
    ends = [hedge.end for hedge in over_main_clause(hedges, clause) if hedge.kind in {"verb", "noun", "adjective"}]
    for end in [*ends, *_lets_stand(reading, content, clause)]:
        piece = next((span for span in content if span.start < end <= span.end), None)
        behind = piece.quote[end - piece.start :] if piece is not None else ""
        for held in reading.clauses if piece is not None else ():
            begins = 0 < held.start - end <= len(" that ") and "," not in behind[: held.start - end]
            if begins and held.depth == clause.depth + 1 and held.head.start > end and _inside(content, held.head):
                return held
    return None


def is_held_so(content: Sequence[Span], held: Clause, over: Sequence[Hedge]) -> bool:
    """Whether who says a clause with one over it says no more than the one within: "I | think | it will not last", "I know it will not",
    "it is clear that it will not"; not "it is sad that it will not".
    """
    piece = next(span for span in content if covers(span, held.head))
    before = piece.quote[: held.start - piece.start].casefold().removesuffix("that ").split()
    return before[-1:] != [] and (before[-1] in _PLAIN or any(hedge.quote.casefold().endswith(before[-1]) for hedge in over))


_PLAIN = frozenset({"know", "knew", "clear", "obvious", "evident", "true", "certain", "sure"})


def _lets_stand(reading: Reading, content: Sequence[Span], clause: Clause) -> Sequence[int]:
    """Where a predicate ends behind which a clause stands that is as sure as it is: "we | know | that it could fail", "it | is clear |
    that", "the point | is | that"; none where it is denied, or tells what somebody says.
    """
    piece = next((span for span in content if covers(span, clause.head)), None)
    if piece is None or any(negation.scope is not None and covers(negation.scope, clause.head) for negation in reading.negations):
        return ()
    found = signature("finite", lemma_of(clause.head.quote) or "")
    if found is not None:
        return [clause.head.end] if found.affirmed == CERTAINTY_RANK["certain"] and not found.source else ()
    so = _IS_SO.match(piece.quote, clause.head.end - piece.start) if clause.head.quote.casefold() in _IS else None
    return [piece.start + so.end()] if so is not None else ()


_IS = frozenset({"is", "'s", "’s", "was", "mean", "means", "meant"})
_IS_SO = re.compile(r"(?: (?:(?:our|my) )?(\w+)(?= that\b))?")
"""What stands between "is" and its clause: "clear", "our case"."""


def cue_hedge(cue: Cue | None, content: Sequence[Span]) -> Hedge | None:
    """The cue itself as a hedge, where it is tentative ("suggests", "believes"): it weakens all that it introduces."""
    open_still = cue is not None and _cannot_rule_out(cue)
    if cue is None or (cue.strength != "tentative" and not open_still) or commits_to_nothing(cue.quote) or _leaves_no_doubt(cue):
        return None
    strength = "strong" if open_still or _leaves_possible(cue) else "medium"
    after = next((span for span in content[1:] if span.start >= cue.end > content[0].end), None)
    raised = after is not None and after.quote.startswith("to ")  # "The ferry | is expected | to sail"
    scope = after if after is not None and raised else content[0]
    return Hedge(start=cue.start, end=cue.end, quote=cue.quote, kind="verb", strength=strength, scope=scope)


def _cannot_rule_out(cue: Cue) -> bool:
    """Whether by this cue somebody leaves a thing open: "could not rule out", "would not rule out"; not "has not ruled out", which tells
    nothing.
    """
    return bool(_LEFT_OPEN.search(cue.quote))


_LEFT_OPEN = re.compile(r"\b(?:can|could|would)(?:\s?not|n['’]t)\s+(?:\w+ly\s+)?(?:rule\s+out|exclude)\b", re.IGNORECASE)


def own_attitude(reading: Reading, speaker: Speaker | None, content: Sequence[Span], clause: Clause | None = None) -> Attribution | None:
    """The speaker's own belief or wish, where that is all that a content's main clause, or another one of it, tells: "Quill said | she
    hopes to win". It weakens what Quill said, and is no second claim; what she "had hoped" is over, and weakens nothing.
    """
    found = _attitude(reading, content, clause)
    if found is None or found.speaker is None or speaker is None or (found.cue is not None and found.cue.quote.startswith("had ")):
        return None
    own = found.speaker.name.casefold() == speaker.name.casefold() or _speaks_for(speaker, found.speaker)
    return found if own else None


def is_spokesman(speaker: Speaker) -> bool:
    """Whether somebody speaks for others, by his name or his role: "a spokeswoman for the firm"."""
    return not speaker_words("voices").isdisjoint(f"{speaker.name} {speaker.role or ''}".casefold().split())


def _speaks_for(speaker: Speaker, other: Speaker) -> bool:
    """Whether the speaker is the other's spokesman and calls it "it": "A spokesman for the firm said that it did not expect a loss"."""
    return is_spokesman(speaker) and other.resolved_by == "pronoun" and other.kind in {"organization", "government", "group", "unknown"}


def sign_within(reading: Reading, content: Sequence[Span]) -> Attribution | None:
    """What a thing only suggests, where that is all that a content tells: "Quill said | the figures suggest a loss"."""
    found = _attitude(reading, content)
    if found is None or found.cue is None or found.speaker is None or not is_sign(found.cue.quote):
        return None
    return found if found.speaker.kind in {"document", "unknown"} else None


def says_nothing(content: Sequence[Span], clause: Clause | None) -> bool:
    """Whether a speech commits its speaker to nothing: "No comment", a question that the parser does not see for one ("Is it great?"), and
    what he hopes, wants or asks in his own person ("I hope so"); by "I plan to leave" he commits himself.
    """
    if clause is None and content[-1].quote.rstrip(_MARKS).endswith("?"):
        return True
    if content[0].quote.casefold().strip(" .!") == "no comment":
        return True
    if (asked := _ASKED.match(content[0].quote)) is not None and commits_to_nothing(asked["verb"]):
        return True
    if clause is None or not covers(content[0], clause.head) or lemma_of(clause.head.quote) != clause.head.quote.casefold():
        return False
    verb = clause.head.quote.casefold()
    wished = commits_to_nothing(verb) and not intends(verb) and verb != "consider"  # "We consider this a rescue"
    before = content[0].quote[: clause.head.start - content[0].start]
    idle = {"want": _DO_NOT, "wish": _DO_NOT, "hope": _WOULD}.get(verb)
    return wished and bool(_IN_PERSON.fullmatch(idle.sub("", before) if idle is not None else before))


_MARKS = " \"'”’»"


_IN_PERSON = re.compile(
    r"\W*(?:(?:and|but|so|well|no|yes),?\s+)?(?:I|we)\s+(?:(?:do|just|only|really|very much|still|certainly)\s+)?", re.IGNORECASE
)
"""What stands before the verb of such a speech."""
_ASKED = re.compile(
    r"\W*(?:(?:and|but|so),?\s+)?(?:all|what)\s+(?:I|we)\s+(?:[a-z]+ly\s+|now\s+|just\s+|do\s+)?(?P<verb>\w+)(?:\s+\w+)?\s+(?:is|was)\s+(?:that|for)\b",
    re.IGNORECASE,
)
"""Who so begins asks for something: "What we ask now is that", "All I want is for"."""
_DO_NOT = re.compile(r"do(?:n['’]t| not)\s+", re.IGNORECASE)
_WOULD = re.compile(r"(?<=\s)would\s+|['’]d(?=\s)")
"""What one does not want is no more stated than what one wants, nor what one would hope than what one hopes."""


def _attitude(reading: Reading, content: Sequence[Span], clause: Clause | None = None) -> Attribution | None:
    """The tentative attribution whose cue is the predicate of a clause of the content, of the main one where none is given."""
    clause = main_clause(reading, content) if clause is None else clause
    for found in reading.attributions if clause is not None else ():
        if clause is None or found.cue is None or found.cue.strength != "tentative" or not covers(found.cue, clause.head):
            continue
        if all(_inside(content, span) for span in found.content):
            return found
    return None


def hedges_in(reading: Reading, content: Sequence[Span], cue: Cue | None, evidence: Sequence[Span] = ()) -> tuple[Hedge, ...]:
    """The hedges of one claim, in text order: those inside its content, those of its sentences whose scope holds the content's
    main predicate or the cue ("reportedly said"), and a cue itself that is tentative or doubts what is nobody's word.
    """
    clause = main_clause(reading, content)
    found = {
        hedge.start: hedge for hedge in reading.hedges if _inside(content, hedge) and not _is_denied_itself(hedge, content, cue, clause)
    }
    targets = [span for span in (clause.head if clause else None, cue) if span is not None]
    others = [
        (*found.content, *((found.cue,) if found.cue else ()))
        for found in reading.attributions
        if not all(_inside(found.content, span) for span in content)
    ]
    whole = [found.content for found in reading.attributions if cue is not None and found.cue is not None and found.cue.start == cue.start]
    for hedge in reading.hedges:
        if any(_inside(spans, hedge) for spans in (*others, *whole)):
            continue  # it weakens other words, of somebody else or of this speech, though the parser's clause reaches over here
        over = hedge.scope is not None and any(covers(hedge.scope, target) for target in targets)
        if hedge.kind == "noun" and _is_denied_itself(hedge, content, cue, clause):
            continue
        if _inside(evidence, hedge) and (over or (cue is not None and covers(cue, hedge))):
            found.setdefault(hedge.start, hedge)
    hedged = cue is not None and any(covers(cue, hedge) for hedge in found.values())  # "is | alleged |"
    asked = clause is not None and clause.mood in {"command", "question"}  # "suggested that it be sold", "voiced concern about where"
    own = cue_hedge(cue, content) if hedged else _hearsay(cue, content, reading) or (None if asked else cue_hedge(cue, content))
    if own is not None:  # "is | expected": one hedge, not the cue and its verb besides
        same = found.get(own.start)
        found = {
            start: hedge
            for start, hedge in found.items()
            if not (covers(own, hedge) and (hedge.kind == "adjective" or lemma_of(hedge.quote)))
        }
        found[own.start] = same if same is not None and (same.end, same.strength) == (own.end, own.strength) else own
    return tuple(found[start] for start in sorted(found))


def _is_denied_itself(hedge: Hedge, content: Sequence[Span], cue: Cue | None, clause: Clause | None) -> bool:
    """Whether a noun for hearsay is what somebody denies, or that a thing may be so: "denied | rumors | that he planned it" denies that he
    did, and who "rejected the argument that he | could | have left" is sure that he could not.
    """
    if cue is None or cue.strength != "negative":
        return False
    before = cue.end <= content[0].start  # "“It might close,” Quill denied" are his own words
    possible = before and hedge.kind == "modal" and hedge.strength == "strong" and bool(over_main_clause([hedge], clause))
    return possible or (hedge.kind == "noun" and (hedge.start == content[0].start or covers(cue, hedge)))


def _hearsay(cue: Cue | None, content: Sequence[Span], reading: Reading) -> Hedge | None:
    """A doubted cue that brings nobody's word, as a hedge: "The | claim | that the firm was sold has spread", "The mayor | is accused of |
    fraud"; null for all else.
    """
    accused = cue is not None and accuses(cue.quote)
    if cue is None or not (cue.strength == "doubted" or accused):
        return None
    own = next((found for found in reading.attributions if found.cue is not None and found.cue.start == cue.start), None)
    if own is None or own.speaker is not None:
        return None
    kind: HedgeKind = "verb" if accused else "noun"
    return Hedge(start=cue.start, end=cue.end, quote=cue.quote, kind=kind, strength="strong", scope=content[-1 if accused else 0])


def over_main_clause(hedges: Sequence[Hedge], clause: Clause | None) -> tuple[Hedge, ...]:
    """Those hedges that weaken the main clause's predicate, not only a figure or a clause inside it."""
    if clause is None:
        return ()
    return tuple(hedge for hedge in hedges if hedge.kind != "approximator" and hedge.scope is not None and covers(hedge.scope, clause.head))


CueTurn = Literal["none", "unsaid", "turned", "presupposed"]


def cue_turn(cue: Cue | None, reading: Reading) -> CueTurn:
    """What a negation over the cue does to its content, by the cue's signature (see `signatures.toml`).

    Returns:
        none: the cue is not negated. unsaid: "did not say that", "has not denied that": nobody commits to anything. turned: "does
        not believe that", which is a belief in the contrary, and "does not doubt that". What was not quite said, or ought to have been
        ("should have warned that"), is unsaid, too.
        presupposed: "did not know that": it is so all the same.
    """
    undone = cue is not None and _UNDONE.search(cue.quote) is not None
    if (
        cue is None
        or cue.quote.casefold().startswith(_BESIDE)
        or _cannot_rule_out(cue)
        or _leaves_no_doubt(cue)
        or not (undone or any(_over(negation, cue) for negation in reading.negations))
    ):
        return "none"  # "did not act, according to Quill": nothing is denied of the "according to"
    lemmas = [lemma_of(word) or word for word in cue.quote.casefold().split()]
    if any(" ".join(pair) in _SETTLING for pair in pairwise(lemmas)):
        return "turned"  # "failed to agree on a text": there is none
    if intends(cue.quote):
        return "turned"  # "does not plan to rest"
    for found in (signature("finite", lemma) for lemma in lemmas):
        if found is not None and (found.negated == -found.affirmed or found.negated * found.affirmed < 0):
            return "unsaid" if undone else "turned"
        if found is not None and found.negated == found.affirmed == CERTAINTY_RANK["certain"]:
            return "presupposed"
    return "unsaid"


_UNDONE = re.compile(r"\b(?:should|ought to) have (?!n['’]t\b|not\b)|^(?:had |was )?(?:almost|nearly) \w+(?:ed|id)\b", re.IGNORECASE)
"""What somebody did not do, or not quite: "should have warned", "almost said"."""
_BESIDE = ("according to", "in the words of", "in the view of", "in the opinion of")
"""Cues that stand beside a clause and that no negation in it reaches."""


def _over(negation: Negation, cue: Cue) -> bool:
    """Whether the negation stands in the cue ("did not say") or reaches over it, and is not itself the cue ("denied")."""
    if covers(cue, negation):
        word = negation.quote.casefold()
        return word in negation_words("words") or word in _YET or word.startswith(_FAILING)
    return negation.scope is not None and negation.start < cue.start and covers(negation.scope, cue)


_YET = frozenset({"yet", "still", "short"})
"""As in "has yet to say", "has still to say", "stopped short of saying": the reader has them among the negations in no other sense."""
_SETTLING = frozenset({"agree on", "settle on", "decide on"})
"""What two sides come to by this is not there where they do not."""
_FAILING = ("fail", "forg", "neglect", "omit")
"""What these verbs begin with: who "failed to say that" did not say it."""


def certainty(
    cue: Cue | None, hedges: Sequence[Hedge], clause: Clause | None, turn: CueTurn = "none", *, narrated: bool = False
) -> Certainty:
    """The speaker's own commitment to the claim's main clause: the weakest of what cue, mood and hedges leave.

    A doubted cue ("claimed") shows the writer's doubt, not the speaker's (for nobody's see `hedges_in`); a denial is a certain commitment
    to the contrary. What is `narrated` is the writer's own: that somebody would not comment is so.
    """
    if turn == "unsaid" or _withheld(cue, clause) or _holds_nothing(cue, clause) or (clause is None and _questions(cue)):
        return "unstated"
    silent = clause is not None and not narrated and keeps_silent(clause.head.quote)
    if clause is not None and (clause.mood in {"question", "command", "condition"} or silent):
        return "unstated"
    level: Certainty = "certain"
    if cue is not None and cue.strength == "tentative" and not _leaves_no_doubt(cue):
        level = "possible" if _leaves_possible(cue) else "probable"
    told = tuple(hedge for hedge in hedges if clause is None and cue is not None and _is_over_cue(hedge, cue))
    over = told or over_main_clause(hedges, clause)
    if any(hedge.kind == "conditional" for hedge in over):
        over = tuple(hedge for hedge in over if hedge.kind != "conditional" and hedge.quote.casefold() not in WOULD)
        if not over:
            return "unstated"
    for hedge in over:
        if hedge.kind == "adverb" and hedge.strength == "weak":
            continue  # "mostly": of how much it is so, not how surely
        implied: Certainty = "possible" if hedge.strength == "strong" else "probable"
        level = min(level, implied, key=CERTAINTY_RANK.__getitem__)
    return level


WOULD = frozenset({"would", "'d", "’d"})
"""What a condition brings with it: it tells nothing of how sure somebody is under it."""


def _is_over_cue(hedge: Hedge, cue: Cue) -> bool:
    """Whether a hedge is all that tells how sure a content without a verb is: "the plan | seems | dead", "“| Probably |,” he added"."""
    return covers(cue, hedge) or (hedge.kind == "adverb" and hedge.scope is not None and covers(hedge.scope, cue))


def _holds_nothing(cue: Cue | None, clause: Clause | None) -> bool:
    """Whether a cue commits nobody: "urged", "hopes", "is considering | selling it"; not "considered | that it was sold", nor "advised |
    that it was lawful" (but "advised | that drivers avoid it").
    """
    if cue is None or not commits_to_nothing(cue.quote) or (clause is not None and clause.head.quote.casefold() == _GUILTY):
        return False
    if _PASSED.search(cue.quote) is not None:
        return False
    judged = clause is not None and clause.mood == "statement" and (clause.tense is not None or not clause.head.quote.endswith("ing"))
    if clause is not None and judged and cue.quote.casefold().endswith(("advise", "advises", "advised", "advising")):
        return clause.tense in {None, "present"} and not clause.head.quote.casefold().endswith(("s", "are"))
    return not (judged and cue.quote.casefold().endswith(("consider", "considers", "considered")))


_PASSED = re.compile(rf"\b{_GUILTY}\b|\b(?:is|are|was|were) (?:\w+ly )?considered$", re.IGNORECASE)
"""What is no plan in a cue that may be one: "pleaded guilty to | fraud |", "is considered | illegal |"."""


def _questions(cue: Cue | None) -> bool:
    """Whether somebody only questions a thing, or does not answer: "questioned | the price", "batted away questions about | it"."""
    return cue is not None and any(word.startswith("question") for word in cue.quote.casefold().split())


def _withheld(cue: Cue | None, clause: Clause | None) -> bool:
    """Whether somebody only does not tell: "declined to say whether it was safe", or the cue is all of that: "declined to say | what",
    "declined to speculate about | the cause".
    """
    if cue is None:
        return False
    told = clause.head.quote.casefold() if clause is not None and clause.mood == "infinitive" else ""
    return withholds(cue.quote, told) or any(withholds(cue.quote, word) for word in cue.quote.casefold().split())


def polarity(cue: Cue | None, reading: Reading, clause: Clause | None) -> Polarity:
    """Whether the main clause is affirmed or negated: negations over its predicate, a denying or doubting cue and a belief denied turn
    it round.
    """
    turn = cue_turn(cue, reading)
    turns = sum(
        1
        for negation in (negations_over(reading, clause) if clause is not None else ())
        if (
            cue is None or not covers(cue, negation) or negation.quote in negation_words("disbelieving")
        )  # "refused to say": the cue counts once, by its strength
        and not (cue is not None and turn == "turned" and _over(negation, cue))  # "nobody expects it to open": once, over the cue
        and not (cue is not None and _is_anothers(negation, cue, reading))
    )
    against = cue is not None and (
        cue.strength == "negative" or _speaks_against(cue) or spurns(cue.quote.casefold().split()) or _doubts(cue)
    )
    against = against and not (cue is not None and _names_it_so(cue, reading))
    against = against and not (cue is not None and _cannot_rule_out(cue))
    denied = cue is not None and against and turn != "unsaid" and not _withheld(cue, clause)
    denied = denied and not (clause is not None and clause.mood == "question")  # "declined to comment on whether"
    denied = denied and not (cue is not None and is_divided(cue.quote))
    turns += denied + (turn == "turned")
    return "negated" if turns % 2 else "affirmed"


def negations_over(reading: Reading, clause: Clause) -> tuple[Negation, ...]:
    """The negations that turn a clause round."""
    if clause.mood == "condition" or clause.head.quote.casefold() in negation_words("hesitating"):
        return ()  # "if nothing changes", "would not hesitate to act"
    over = (negation for negation in reading.negations if negation.scope is not None and covers(negation.scope, clause.head))
    return tuple(negation for negation in over if not keeps_polarity(negation.quote))


def _is_anothers(negation: Negation, cue: Cue, reading: Reading) -> bool:
    """Whether somebody else turns his own content round by this verb: "Quill said | Marsh | refused | to pay" is no denial of Quill's; in
    "Quill said she | refused | to pay" it is. And what somebody claims he does not deny where another calls that "false".
    """
    if negation.quote.casefold() in negation_words("untrue"):
        mine = (found for found in reading.attributions if found.cue == cue and found.speaker is not None)
        return any(not any(covers(span, negation) for span in found.content) for found in mine)
    if lemma_of(negation.quote) not in negation_words("verbs"):
        return False
    held = {
        found.cue: found.speaker.name.casefold() for found in reading.attributions if found.cue is not None and found.speaker is not None
    }
    own = held.get(cue)
    return any(name != own and inner != cue and covers(inner, negation) for inner, name in held.items()) and own is not None


def _speaks_against(cue: Cue) -> bool:
    """Whether by this cue somebody would have it not done: "cautioned against"."""
    words = cue.quote.casefold().split()
    found = (signature("oblique", f"{lemma_of(word) or word} against") for word in words if words[-1] == "against")
    return any(signed is not None and signed.affirmed < 0 for signed in found)


def _names_it_so(cue: Cue, reading: Reading) -> bool:
    """Whether by this cue somebody only tells what he holds a thing for: "dismissed | the speech as theatre |"; not "dismissed claims of
    fraud as false", which denies what is claimed.
    """
    own = next((found for found in reading.attributions if found.cue is not None and found.cue.start == cue.start), None)
    if own is None or lemma_of(cue.quote.casefold().split()[-1]) != "dismiss":
        return False
    named = _AS.fullmatch(own.content[0].quote)
    words = named[1].casefold().split() if named is not None else []
    told = negation_words("asking") | (cue_nouns().keys() - _PAPERS)
    return bool(words) and told.isdisjoint(word.rstrip("s") for word in words)


_PAPERS = frozenset({"letter", "tweet", "post", "message"})
"""Of what somebody tells, what may be called this or that as a thing: "dismissed the letter as a joke"."""
_AS = re.compile(r"((?:[\w’'%-]+ ){1,6})as (?!if\b|though\b|well\b)\S.*", re.DOTALL)


def _doubts(cue: Cue) -> bool:
    """Whether by this cue somebody holds the contrary possible: "doubted that", "is unconvinced that"; not "is sceptical of"."""
    words = [lemma_of(word) or word for word in cue.quote.casefold().split()]
    if cue.strength != "tentative" or words[-1] in {"of", "about", "over"} or _leaves_no_doubt(cue) or _leaves_little(cue):
        return False
    return any(found is not None and found.name in {"doubt", "doubtful"} for word in words for found in _senses_of(word))


def _leaves_no_doubt(cue: Cue) -> bool:
    """Whether a cue tells that there is no doubt, and so weakens nothing: "There is no doubt that", "left no doubt that"."""
    return any(pair in {("no", "doubt"), ("without", "doubt")} for pair in pairwise(cue.quote.casefold().split()))


def _leaves_little(cue: Cue) -> bool:
    return ("little", "doubt") in pairwise(cue.quote.casefold().split())


def _leaves_possible(cue: Cue) -> bool:
    """Whether by a tentative cue somebody holds a thing possible only: "feared", "doubted"; not "did not doubt", "little doubt"."""
    assents = _doubts(cue) and not negation_words("words").isdisjoint(cue.quote.casefold().split())
    return makes_possible(cue.quote) and not assents and not _leaves_little(cue)


def _senses_of(word: str) -> tuple[Signature | None, ...]:
    return signature("finite", word), signature("adjective", word)
