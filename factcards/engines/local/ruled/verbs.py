"""What a verb that may introduce content says: a clause, an infinitive, a deed, an object, a phrase; with who says it."""

from __future__ import annotations

from collections.abc import Iterator

from factcards.engines.local.found import Found, Frame, Source, ranges
from factcards.engines.local.parsing.grammar import child, is_infinitive, verb_group
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asked import asked_aside
from factcards.engines.local.ruled.clauses import opens
from factcards.engines.local.ruled.cue_words import cue_lemma, is_cue_verb
from factcards.engines.local.ruled.tellers import foretold, is_source, source_of
from factcards.engines.local.ruled.told import others_turn, told_in_a_clause, without_asides
from factcards.engines.local.speakers.sources import is_told
from factcards.lexicon import content_frames

__all__ = ["OF_DEEDS", "URGING", "by_verb"]


_NAMING = frozenset({"call", "label", "dub", "brand", "deem", "consider", "declare"})


def by_verb(block: Block, verb: Token) -> Iterator[Found]:
    """What a verb that may introduce content says, with who says it; nothing where it introduces none here."""
    if asked_aside(verb) is not None or (verb.lower_ == "writing" and verb.head.lower_ == "in"):
        return
    lemma = cue_lemma(verb)
    source = source_of(block, _teller(verb))
    if source is None or (verb.tag_ == "VBN" and child(verb, "auxpass") is not None) or _neither(verb) or _only_refused(verb):
        return
    cue = verb_group(verb)
    content, frame, link, confidence = _content(block, verb, lemma, source)
    if content and frame:
        clause = child(verb, "ccomp") if frame == "clause" else None
        cut = clause is not None and bool(others_turn(clause))
        heard = clause is not None and opens(clause) and is_told(source, verb)  # "an inquest opened in May | heard | that"
        yield Found(block, content, frame, source, cue, verb, link, confidence, settled=heard, cut=cut)


def _teller(verb: Token) -> Token:
    """The verb whose subject is this one's: its own, but for "said the bridge was shut but denied that ...", hung on what is said."""
    clause = verb.head
    astray = verb.dep_ == "conj" and clause.dep_ == "ccomp" and is_cue_verb(clause.head) and verb.i in others_turn(clause)
    return clause.head if astray and child(verb, "nsubj") is None else verb


def _only_refused(verb: Token) -> bool:
    """In "refused to say whether" refusing is the cue; nothing is said."""
    return is_infinitive(verb) and verb.dep_ == "xcomp" and is_cue_verb(verb.head) and foretold(verb) is None


def _neither(verb: Token) -> bool:
    """In "neither confirmed nor denied" none of the two is said."""
    heads = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    return any(c.lower_ == "neither" for head in heads for c in head.children)


def _is_to_do(verb: Token) -> bool:
    """Whether it is an infinitive, also of what was: "to see", "to have seen"."""
    have = child(verb, "aux", "auxpass") if verb.tag_ == "VBN" else None
    return is_infinitive(verb) or (have is not None and have.tag_ == "TO" and have.nbor(1).lemma_ == "have")


def _is_deed(verb: Token) -> bool:
    """Whether it tells what was done as a noun does: "closing the bridge", "having closed it"."""
    having = child(verb, "aux", "auxpass")
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and having is not None and having.tag_ == "VBG")


def _without_where(deed: Token) -> list[Token]:
    """A deed's words without a clause of what was told besides: "criticised it in a talk, | in which he was quoted as |"."""
    beside = [c for c in deed.rights if c.dep_ in {"advcl", "relcl"} and c.left_edge.i > deed.i + 1]
    beside = [c for c in beside if c.left_edge.nbor(-1).text == "," and any(t.tag_ == "WDT" for t in deed.doc[c.left_edge.i : c.i])]
    dropped = {t.i for c in beside for t in c.subtree}
    return [t for t in deed.subtree if t.i not in dropped]


OF_DEEDS = frozenset(
    {"deny", "admit", "recall", "remember", "regret", "confess", "acknowledge", "propose", "suggest", "recommend", "advise", "report"}
)
"""Verbs that tell what somebody did or should do: "denied | closing the bridge"."""

Content = tuple[list[tuple[int, int]], Frame | None, "Token | None", float]


def _content(block: Block, verb: Token, lemma: str, source: Source) -> Content:
    """The content's offsets, its frame, the linking preposition and the confidence; no frame where the verb takes none."""
    told = told_in_a_clause(verb, source)
    if told:
        return ranges(block, told), "clause", None, 0.92 if is_source(source.head) else 0.6
    if not is_source(source.head):
        return [], None, None, 0.0
    complement = next((c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and _is_to_do(c) and c.i > verb.i), None)
    target = child(verb, "dobj", "dative")
    if complement is not None and lemma in content_frames("infinitive"):
        tokens = list(complement.subtree)
        behind = (c for c in verb.children if c.dep_ == "ccomp" and c.left_edge.i == complement.right_edge.i + 1)
        tokens += [t for c in behind for t in c.subtree]  # "expected it to vanish once | sleep was taken into account"
        if target is not None and target.i > verb.i:
            things = (c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.i < complement.i)  # "promised | two men 50 crowns | to"
            tokens += [t for thing in things for t in thing.subtree]
        return ranges(block, without_asides(tokens, complement)), "infinitive", None, 0.88
    charge = None if target is None else _charge(target, verb)
    if target is not None and charge is not None:
        return ranges(block, block.doc[target.left_edge.i : charge.right_edge.i + 1]), "object", None, 0.88
    doing = child(verb, "xcomp")
    own = lemma == "remember" and source.head.pos_ == "PRON"  # "said she remembered seeing it" is what she says
    if doing is not None and _is_deed(doing) and doing.i > verb.i and lemma in OF_DEEDS and target is None and not own:
        return ranges(block, without_asides(_without_where(doing), doing)), "object", None, 0.8
    named = child(verb, "oprd")
    if target is not None and named is not None and lemma in _NAMING and verb.i < target.i < named.i:
        return ranges(block, block.doc[target.left_edge.i : named.right_edge.i + 1]), "object", None, 0.8
    counted = target is not None and (lemma in content_frames("object") or _counts(target, lemma))
    if target is not None and target.dep_ == "dobj" and target.i > verb.i and counted:
        return ranges(block, _with_phrases(target, verb)), "object", None, 0.8
    for link in verb.children:
        if link.dep_ in {"prep", "prt"} and f"{lemma} {link.lower_}" in content_frames("oblique"):
            inner = target if link.dep_ == "prt" else child(link, "pobj", "pcomp")
            if inner is not None and inner.i > link.i:  # not "ruled it out"
                return ranges(block, _with_phrases(inner, verb, after=link.i)), "oblique", link, 0.75
    return [], None, None, 0.0


def _counts(thing: Token, lemma: str) -> bool:
    """Whether a verb tells of how many a thing is: "reported | no breaches |"."""
    return lemma in content_frames("counted") and any(t.like_num or t.lower_ == "no" for t in thing.subtree)


URGING = frozenset({"advise", "urge", "warn", "order", "instruct", "encourage", "remind", "implore"})
"""Verbs by which somebody says what another should do."""


def _charge(accused: Token, verb: Token) -> Token | None:
    """What somebody is accused of: "accused | Quill of theft |"."""
    if verb.lemma_.lower() != "accuse" or accused.i < verb.i:
        return None
    return next((c for c in (*verb.rights, *accused.rights) if c.dep_ == "prep" and c.lower_ == "of" and c.i > accused.i), None)


def _with_phrases(head: Token, verb: Token, after: int = -1) -> list[Token]:
    """An object with the verb's own prepositional phrases behind it, up to the next clause."""
    tokens = list(head.subtree)
    for phrase in verb.children:
        if phrase.dep_ in {"prep", "dative", "agent"} and phrase.i > max(head.i, after) and phrase.lower_ != "according":
            tokens += list(phrase.subtree)
    return without_asides(tokens, head)
