"""Source, cue and content in the parse: clauses, objects, infinitives and phrases under a cue, and cue nouns.

Quotations are `quoting`'s matter. The constructions are those of PARC 3.0 (Pareti 2016) and of Krestel et al. (2008).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcards.engines.local.found import Found, Frame, Source, ranges
from factcards.engines.local.parsing.grammar import (
    SUBJECTS,
    TENSED,
    WEEKDAYS,
    agreeing,
    auxiliaries,
    child,
    clause_head,
    clause_tokens,
    denies,
    is_infinitive,
    no_longer,
    subject_of,
    told_by_age,
    trimmed,
    verb_group,
)
from factcards.engines.local.parsing.parse import Block
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.asked import answers_for, asked_aside
from factcards.engines.local.ruled.constructions import find_settled, is_complementiser
from factcards.engines.local.ruled.events import is_measure
from factcards.engines.local.speakers.kinds import noun_kind
from factcards.layout import Layout
from factcards.lexicon import content_frames, cue_nouns, cue_verbs, speaker_words, speech_verbs

__all__ = [
    "OF_DEEDS",
    "URGING",
    "by_verb",
    "cue_lemma",
    "find_attributions",
    "is_backshifted",
    "is_cue_verb",
    "is_nobody",
    "is_source",
    "perceived_as",
    "source_before",
    "source_of",
]

_PERSONAL = frozenset({"he", "she", "they", "i", "we", "who", "it"})
_NAMING = frozenset({"call", "label", "dub", "brand", "deem", "consider", "declare"})


def is_cue_verb(token: Token) -> bool:
    """Whether the token is a verb that may introduce content."""
    return token.pos_ in {"VERB", "AUX"} and cue_lemma(token) in cue_verbs()


def cue_lemma(verb: Token) -> str:
    """The lemma as the word lists have it: the pipeline's rules make "hopes" a form of "hop"."""
    lemma = verb.lemma_.lower()
    whole = f"{lemma}e"
    return whole if lemma not in cue_verbs() and whole in cue_verbs() and verb.lower_.startswith(whole) else lemma


def find_attributions(blocks: Sequence[Block], layout: Layout) -> list[Found]:
    """Attributions by syntax, in text order; a word inside a quotation is no cue of the article's own."""
    found: list[Found] = []
    for block in blocks:

        def quoted(token: Token, block: Block = block) -> bool:
            return layout.quotation_at(block.offsets(token, token)[0]) is not None

        settled = list(find_settled(block, _mention, quoted=quoted, speaks=is_source))
        found += settled
        taken = {t.i for item in settled for t in item.cue}
        for token in block.tokens:
            rule = _rule_for(token)
            if rule is not None and token.i not in taken and not quoted(token):
                found += rule(block, token)
    return found


def _rule_for(token: Token) -> Callable[[Block, Token], Iterator[Found]] | None:
    if is_cue_verb(token):
        return by_verb
    if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        return _according
    return _by_noun if token.pos_ == "NOUN" and token.lemma_.lower() in cue_nouns() else None


def by_verb(block: Block, verb: Token) -> Iterator[Found]:
    """What a verb that may introduce content says, with who says it; nothing where it introduces none here."""
    if (
        asked_aside(verb) is not None
        or is_backshifted(verb)
        or _will_do_besides(verb)
        or (verb.lower_ == "writing" and verb.head.lower_ == "in")
    ):
        return
    lemma = cue_lemma(verb)
    source = source_of(block, _teller(verb))
    if source is None or (verb.tag_ == "VBN" and child(verb, "auxpass") is not None) or _neither(verb) or _only_refused(verb):
        return
    cue = verb_group(verb)
    content, frame, link, confidence = _content(block, verb, lemma, source)
    if frame == "object" and verb.dep_ == "xcomp" and _is_deed(verb) and cue_lemma(verb.head) in OF_DEEDS:
        return  # "denied having criticised it"
    if content and frame:
        clause = child(verb, "ccomp") if frame == "clause" else None
        cut = clause is not None and bool(_others_turn(clause))
        yield Found(block, content, frame, source, cue, verb, link, confidence, cut=cut)


def _teller(verb: Token) -> Token:
    """The verb whose subject is this one's: its own, but for "said the bridge was shut but denied that ...", hung on what is said."""
    clause = verb.head
    astray = verb.dep_ == "conj" and clause.dep_ == "ccomp" and is_cue_verb(clause.head) and verb.i in _others_turn(clause)
    return clause.head if astray and child(verb, "nsubj") is None else verb


def _only_refused(verb: Token) -> bool:
    """In "refused to say whether" refusing is the cue; nothing is said."""
    return is_infinitive(verb) and verb.dep_ == "xcomp" and is_cue_verb(verb.head)


def _neither(verb: Token) -> bool:
    """In "neither confirmed nor denied" none of the two is said."""
    heads = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    return any(c.lower_ == "neither" for head in heads for c in head.children)


def _said_in(verb: Token) -> list[Token]:
    """What ends a sentence as somebody's words, where the parser hangs them on the phrase between: ", saying in a statement | that ..."."""
    doc, end = verb.doc, verb.sent.end
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in speech_verbs() or not verb.i or doc[verb.i - 1].text != ",":
        return []
    that = next((t for t in doc[verb.i + 2 : min(verb.i + 8, end)] if t.lower_ == "that"), None)
    if that is None or doc[verb.i + 1].pos_ != "ADP" or any(t.is_punct or t.pos_ == "VERB" for t in doc[verb.i + 1 : that.i]):
        return []
    return list(doc[that.i + 1 : end])


def _said_where(verb: Token) -> list[Token]:
    """What somebody says in a paper, where the parser takes it for what the paper is: "said in an open letter | that ..."."""
    links = [c for c in verb.rights if c.dep_ == "prep" and c.lower_ in {"in", "at", "during"}]
    nouns = (child(link, "pobj", "pcomp") for link in links if verb.lemma_.lower() in speech_verbs())
    for noun in nouns:
        behind = noun.rights if noun is not None and (noun.pos_ != "VERB" or noun.lower_ == "writing") else ()
        clause = next((c for c in behind if c.dep_ in {"acl", "relcl", "ccomp"} and is_complementiser(c.left_edge)), None)
        if noun is not None and clause is not None and clause.left_edge.i == noun.i + 1 and child(clause, "nsubj", "nsubjpass", "expl"):
            return _clause_content(clause, verb)
    return []


def _told_hearer(verb: Token) -> list[Token]:
    """What somebody tells a hearer, where the parser takes it for what is said of the hearer: "told the jury | he had seen Marsh | ..."."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i]
    clause = child(objects[0], "relcl") if len(objects) == 1 and verb.lemma_.lower() == "tell" else None
    if clause is None:
        return []
    that, subject = clause.left_edge, child(clause, "nsubj", "nsubjpass")
    if _is_no_relative(that, clause) or _is_told_so(that, subject):
        return list(verb.doc[that.i + 1 : clause.right_edge.i + 1])
    if subject is None or subject.lower_ not in _PERSONAL or not objects[0].i + 1 == subject.i == that.i:
        return []
    if all(c.i < clause.i or c.is_punct for c in clause.children):
        return []  # "told the man she loved a story": what she did is done to him
    joined = next((c.i for c in verb.children if c.i > clause.i and c.dep_ in {"cc", "conj"}), verb.sent.end)
    return list(verb.doc[subject.i : joined])


def _is_told_so(that: Token, subject: Token | None) -> bool:
    """Whether "that" stands right before who does it: "told the lawyers that | she | intends to rule"."""
    return that.lower_ == "that" and subject is not None and subject.i == that.i + 1 and subject.lower_ in _PERSONAL - {"who"}


def _is_no_relative(that: Token, clause: Token) -> bool:
    """Whether a "that" which the parser has for an object opens a clause that has its own: "told a meeting | that rebels sought peace"."""
    if that.lower_ != "that" or that.dep_ != "dobj" or that.head is not clause:
        return False
    return child(clause, "nsubj", "nsubjpass") is not None and any(c.dep_ in {"dobj", "ccomp"} and c is not that for c in clause.rights)


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


OF_DEEDS = frozenset({"deny", "admit", "recall", "regret", "confess", "acknowledge", "propose", "suggest", "recommend", "advise"})
"""Verbs that tell what somebody did or should do: "denied | closing the bridge"."""
Content = tuple[list[tuple[int, int]], Frame | None, "Token | None", float]


def _content(block: Block, verb: Token, lemma: str, source: Source) -> Content:
    """The content's offsets, its frame, the linking preposition and the confidence; no frame where the verb takes none."""
    told = _told_in_a_clause(verb, source)
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
            tokens += list(target.subtree)
        return ranges(block, _without_asides(tokens, complement)), "infinitive", None, 0.88
    last = None if target is None else _asked_of(target, verb) or _charge(target, verb)
    if target is not None and last is not None:
        frame: Frame = "object" if last.dep_ == "prep" else "infinitive"
        return ranges(block, block.doc[target.left_edge.i : last.right_edge.i + 1]), frame, None, 0.88
    doing = child(verb, "xcomp")
    if doing is not None and _is_deed(doing) and doing.i > verb.i and lemma in OF_DEEDS and target is None:
        return ranges(block, _without_asides(_without_where(doing), doing)), "object", None, 0.8
    named = child(verb, "oprd")
    if target is not None and named is not None and lemma in _NAMING and verb.i < target.i < named.i:
        return ranges(block, block.doc[target.left_edge.i : named.right_edge.i + 1]), "object", None, 0.8
    counted = target is not None and (lemma in content_frames("object") or _counts(target, lemma))
    if target is not None and target.dep_ == "dobj" and target.i > verb.i and counted:
        return ranges(block, _with_phrases(target, verb)), "object", None, 0.8
    for link in verb.children:
        if link.dep_ == "prep" and f"{lemma} {link.lower_}" in content_frames("oblique"):
            inner = child(link, "pobj", "pcomp")
            if inner is not None:
                return ranges(block, _with_phrases(inner, verb, after=link.i)), "oblique", link, 0.75
    return [], None, None, 0.0


def _counts(thing: Token, lemma: str) -> bool:
    """Whether a verb tells of how many or how likely a thing is: "reported | no breaches |", "see | a 70 percent chance of a cut |"."""
    likely = lemma == "see" and thing.lemma_ in {"chance", "probability", "likelihood", "risk"}
    return likely or (lemma in _COUNTING and any(t.like_num or t.lower_ == "no" for t in thing.subtree))


_COUNTING = frozenset({"report", "estimate", "forecast", "expect"})
"""Verbs that tell something of a number and little of other things."""


def _asked_of(hearer: Token, verb: Token) -> Token | None:
    """What somebody whose description parts him from it is asked to do: "advised | anyone who had eaten there to see a doctor |"."""
    if verb.lemma_.lower() not in URGING | {"ask", "tell"} or hearer.i < verb.i or child(hearer, "relcl", "acl") is None:
        return None
    if any(c.dep_ in {"xcomp", "ccomp"} or c.lower_ == "against" for c in verb.children):
        return None
    done = [t for t in verb.subtree if t.i > hearer.i and t.dep_ == "advcl" and is_infinitive(t)]  # may hang on what describes him
    return done[-1] if done and (done[-1].head is verb or hearer.lower_ in _ANYBODY) else None


def _is_kept_back(verb: Token) -> bool:
    """Whether it tells what a speaker would not say: "said that Quill knew of it, but | would not say | whether she had signed it"."""
    silent = verb.lemma_.lower() in {"say", "specify", "disclose", "confirm"} and child(verb, "neg") is not None
    return silent and any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for clause in verb.rights for c in clause.children)


_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "those", "people"})
URGING = frozenset({"advise", "urge", "warn", "order", "instruct", "encourage", "remind", "implore"})
"""Verbs by which somebody says what another should do."""


def _charge(accused: Token, verb: Token) -> Token | None:
    """What somebody is accused of: "accused | Quill of theft |"."""
    if verb.lemma_.lower() != "accuse" or accused.i < verb.i:
        return None
    return next((c for c in (*verb.rights, *accused.rights) if c.dep_ == "prep" and c.lower_ == "of" and c.i > accused.i), None)


def _told_in_a_clause(verb: Token, source: Source) -> list[Token]:
    """The words of the clause that a verb brings in, before it or behind it; none where it brings in none."""
    if _closes(verb, verb.head):
        return _without_asides(verb.doc[verb.head.left_edge.i : source.first.i - 1], verb.head)
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _is_beside(c, verb)]
    told = (c for c in clauses if c.i > verb.i and is_complementiser(c.left_edge))  # "It was late, after which she told him | that ..."
    clause = next(told, clauses[0] if clauses else None)
    if clause is not None and any(is_infinitive(c) and verb.i < c.i < clause.i for c in verb.children if c.dep_ in {"xcomp", "ccomp"}):
        clause = None
    return _clause_content(clause, verb) if clause is not None else _said_in(verb) or _told_hearer(verb) or _said_where(verb)


def _is_beside(clause: Token, verb: Token) -> bool:
    """Whether a complement by the parse is none: an infinitive, what somebody is asked between commas, who says all of it, or what stands
    before a semicolon, or before a colon and who says it: "He took another line: | he did not know".
    """
    who = child(verb, "nsubj")
    for mark in verb.doc[clause.i : max(clause.i, verb.i)]:
        if mark.text == ";" or (mark.text == ":" and who is not None and who.left_edge.i == mark.i + 1):
            return True
    return is_infinitive(clause) or asked_aside(clause) is not None or _closes(clause, verb)


def _closes(verb: Token, above: Token) -> bool:
    """Whether a verb of speech with its subject ends a sentence, which the parser takes for what the verb before it says: "Quill has ruled
    that out, | a spokesman said".
    """
    subject = child(verb, "nsubj")
    said = verb.dep_ == "ccomp" and above.i < verb.i and verb.lemma_.lower() in speech_verbs()
    ends = said and subject is not None and verb.right_edge.i == verb.i
    return ends and subject is not None and subject.left_edge.i > above.i and subject.left_edge.nbor(-1).text == ","


def _clause_content(clause: Token, verb: Token) -> list[Token]:
    """The clause without "that"; further clauses coordinated under the same cue belong to it."""
    left = {c.i for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"}
    left |= {clause.left_edge.i} if is_complementiser(clause.left_edge) else set()
    first = clause.left_edge
    if first.i == verb.i + 1 and first.lower_ in WEEKDAYS and first.dep_ == "npadvmod":
        left.add(first.i)
    own = {t.i for t in verb_group(verb)} | {verb.i}
    left |= own | _others_turn(clause) | _speaker_within(clause, verb)
    told = [t for t in clause.subtree if t.i not in left]
    return _without_asides([*_lost_place(clause, verb), *_lost_subject(clause, verb), *told, *_gone_on(clause, verb)], clause)


def _lost_place(clause: Token, verb: Token) -> list[Token]:
    """Where what a clause tells is so, where the parser takes that for another subject of the cue: "| Upstream of the weir |, the fish were
    well, the report said".
    """
    place = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ == "ADV"), None)
    if place is None or place.left_edge.i != verb.sent.start or not 0 < clause.left_edge.i - place.right_edge.i <= 2:  # a comma
        return []
    return list(verb.doc[place.left_edge.i : clause.left_edge.i])


def _lost_subject(clause: Token, verb: Token) -> list[Token]:
    """The "that" before who says it, where the parser has it open his clause though it is what he speaks of: "research | that | some say |
    raises doubts |", "a thread of | what | she believes | is fungus |".
    """
    bare = clause.i == verb.i + 1 and clause.tag_ in TENSED and child(clause, *SUBJECTS) is None
    opening = next((c for c in verb.lefts if c.lower_ in {"that", "what"}), None) if bare else None
    if opening is None or (opening.lower_ == "that" and (not opening.i or opening.nbor(-1).pos_ not in {"NOUN", "PROPN"})):
        return []
    return [opening]


def _gone_on(clause: Token, verb: Token) -> list[Token]:
    """What a speaker says besides of whom he speaks, or of the last thing he names, where the parser hangs it on the cue: "said they were
    “calm” | but would want a plan", "said it had a list of goods, including wine, | that could be hit".
    """
    behind = (c for c in verb.rights if c.i > clause.right_edge.i)
    further = next((c for c in behind if is_backshifted(c) or _is_relative(c, clause)), None)
    return list(verb.doc[clause.right_edge.i + 1 : further.right_edge.i + 1]) if further is not None else []


def _is_relative(verb: Token, clause: Token) -> bool:
    """Whether a "that" which the parser takes for another complement describes what the clause before it ends with."""
    that, last = child(verb, *SUBJECTS), clause.right_edge
    relative = verb.dep_ == "ccomp" and that is not None and that.lower_ == "that" and that.tag_ == "WDT"
    return relative and that is not None and last.pos_ in {"NOUN", "PROPN"} and verb.doc[last.i + 1].text == "," and that.i == last.i + 2


def is_backshifted(verb: Token) -> bool:
    """Whether a "would" or "could" beside a verb of speech only tells in the past what was said: "said they were “calm” but | would want a
    plan"; not what a speaker would not do: "said she was “sad” but would not say why".
    """
    above = verb.head
    would = child(verb, "aux") if verb.dep_ == "conj" and above.tag_ == "VBD" and above.lemma_.lower() in speech_verbs() else None
    clause, denied = child(above, "ccomp"), denies(verb) and not no_longer(verb)
    if would is None or would.lower_ not in _BACKSHIFTED or clause is None or denied or child(verb, *SUBJECTS) is not None:
        return False
    return above.i < clause.i < would.i and child(clause, *SUBJECTS) is not None and verb.left_edge.nbor(-1).dep_ == "cc"


_BACKSHIFTED = frozenset({"would", "could", "might"})
"""Past forms of "will", "can" and "may"."""


def _speaker_within(clause: Token, verb: Token) -> set[int]:
    """The speaker's name right before the verb, with the description that it stands beside, where the parser hung it into the clause."""
    named = source_before(verb) if clause.i < verb.i else None
    if named is None or not clause.left_edge.i < named.i <= clause.right_edge.i:
        return set()
    top = named
    while top.dep_ in {"appos", "compound", "flat"} and top.head.i != clause.i:
        if top.dep_ == "appos" and top.head.dep_ not in {"appos", "compound", "flat"}:
            break
        top = top.head
    return set(range(top.left_edge.i, verb.i))


def _others_turn(clause: Token) -> set[int]:
    """Words that the parser hung into a content though they go on with the sentence around it: another cue that the content's subject
    cannot govern ("said the bridge was shut but denied that ..."), or somebody else's turn ("..., while engineers say ...").
    """
    subject = child(clause, "nsubj", "nsubjpass")
    dropped: set[int] = set()
    for token in clause.children:
        if token.i <= clause.i or not is_cue_verb(token) or child(token, "ccomp", "xcomp") is None or _is_held_of(token, clause):
            continue
        who = child(token, "nsubj")
        thing = subject is not None and not is_source(subject) and subject.lemma_.lower() not in _BODIES
        alone = thing or _is_kept_back(token) or _is_past_beside_modal(token, clause)
        shared = token.dep_ == "conj" and who is None and subject is not None and (subject.lower_ == "it" or alone)
        shared = shared and not (subject is not None and subject.lower_ == "it" and _is_to_come(token, clause))
        first = token.left_edge.i
        mark = child(token, "mark")
        turn = who is not None and is_source(who) and (token.dep_ == "conj" or (mark is not None and mark.lower_ in {"while", "whereas"}))
        comma = any(t.text == "," for t in token.doc[max(0, first - 2) : first])
        if shared or (turn and comma):
            dropped.update(range(first, token.right_edge.i + 1))
            dropped.update(c.i for c in clause.children if c.dep_ in {"cc", "punct"} and first - 2 <= c.i < first)
    return dropped


def _is_to_come(verb: Token, clause: Token) -> bool:
    """Whether it tells in the past what was said besides that somebody will do: "said it was looking into it and | would decide how"."""
    would = child(verb, "aux")
    backshifted = would is not None and would.lower_ == "would" and clause.head.tag_ in {"VBD", "VBN"}
    return backshifted and not denies(verb)


def _will_do_besides(verb: Token) -> bool:
    """Whether it only is a part of what another says of "it": "said it was looking into it and | would decide whether"."""
    clause = verb.head
    subject = child(clause, *SUBJECTS)
    beside = verb.dep_ == "conj" and clause.dep_ == "ccomp" and is_cue_verb(clause.head) and child(verb, *SUBJECTS) is None
    return beside and subject is not None and subject.lower_ == "it" and _is_to_come(verb, clause)


def _is_past_beside_modal(verb: Token, clause: Token) -> bool:
    """Whether a past tense goes on beside a cue, not beside what it tells: "found that the council could show no plan
    and | warned | that".
    """
    return clause.tag_ == "VB" and any(c.tag_ == "MD" for c in clause.lefts) and verb.tag_ in {"VBD", "VBN"} and not auxiliaries(verb)


_BODIES = frozenset({"family", "couple", "crew", "team", "crowd", "household"})
"""What fears and hopes as people do, though it says nothing elsewhere."""


def _is_held_of(verb: Token, clause: Token) -> bool:
    """Whether a passive goes on in it: "was checked and found to be safe", where "found" takes its "was" from "checked"."""
    held = child(verb, "xcomp")
    if verb.tag_ != "VBN" or child(clause, "auxpass") is None or child(verb, "aux", "auxpass") is not None or held is None:
        return False
    return held.lemma_ == "be" or any(c.dep_ in {"aux", "auxpass"} and c.lemma_ in {"be", "have"} for c in held.children)


def _without_asides(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Without a participle clause that is a cue of its own: "might lean towards peace, stating, ..."."""
    dropped: set[int] = set()
    for token in tokens:
        speaks = token.tag_ == "VBG" and token.lemma_.lower() in speech_verbs() and token.dep_ in {"advcl", "acl", "conj"}
        if speaks and token is not head and token.i and any(t.text == "," for t in token.doc[max(0, token.i - 2) : token.i]):
            dropped.update(t.i for t in token.subtree)
    return [t for t in tokens if t.i not in dropped]


def _with_phrases(head: Token, verb: Token, after: int = -1) -> list[Token]:
    """An object with the verb's own prepositional phrases behind it, up to the next clause."""
    tokens = list(head.subtree)
    for phrase in verb.children:
        if phrase.dep_ in {"prep", "dative", "agent"} and phrase.i > max(head.i, after) and phrase.lower_ != "according":
            tokens += list(phrase.subtree)
    return _without_asides(tokens, head)


def _according(block: Block, token: Token) -> Iterator[Found]:
    to = token.nbor(1)
    named = child(to, "pobj") or child(token, "pobj")
    if named is None or is_measure(named):
        return
    if token.dep_ == "ROOT" and token.is_sent_start and (whole := _behind_named(block, token, named)) is not None:
        yield whole
        return
    phrase = {token.i, to.i, *(t.i for t in named.subtree)}
    head = clause_head(token.head)
    if head.dep_ == "advcl" and head.head.dep_ == "ROOT" and head.head.pos_ in {"NOUN", "PROPN"} and head.i > head.head.i:
        head = head.head  # "A nap | after lunch could help |, according to": no noun has such a clause
    sentence = [t for t in token.sent if t.i not in phrase]
    tokens = [t for t in clause_tokens(head) if t.i not in phrase and t.sent == token.sent]
    if len(tokens) < 3:
        tokens = sentence
    nested = head.dep_ == "ccomp" and is_cue_verb(head.head)
    content = ranges(block, (t for t in tokens if not (nested and t.i == head.left_edge.i and is_complementiser(t))))
    if content:
        yield Found(block, content, "according", _mention(block, named), [token, to], None, None, 0.93, settled=nested)


def _behind_named(block: Block, token: Token, named: Token) -> Found | None:
    """As in "According to records seen by the Post, a clerk called 911", where the parser takes all of it for what the records are."""
    comma = next((t for t in token.doc[named.i : token.sent.end] if t.text == ","), None)
    behind = trimmed(token.doc[comma.i + 1 : token.sent.end]) if comma is not None else []
    told = any(t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP", "VBN"} for t in behind)
    if comma is None or not told or not behind or behind[0].pos_ not in {"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
        return None
    source = Source(block, named, named.left_edge, comma.nbor(-1))
    return Found(block, ranges(block, behind), "according", source, [token, token.nbor(1)], None, None, 0.85)


def _by_noun(block: Block, noun: Token) -> Iterator[Found]:
    """A noun as the cue: "X's claim that ...", "the warning by X that ...", "X issued a warning that ..."."""
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and _says_that(c)), None)
    if clause is None:
        return
    owner = child(noun, "poss")
    if owner is None:
        phrase = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from", "of"}), None)
        owner = child(phrase, "pobj") if phrase is not None else None
    if owner is None and noun.dep_ == "dobj" and not is_cue_verb(noun.head):  # "denied reports that": others reported
        owner = subject_of(noun.head)
    if owner is None or not is_source(owner):
        return
    content = ranges(block, _clause_content(clause, noun))
    if content:
        yield Found(block, content, "noun", _mention(block, owner), [noun], None, None, 0.75)


def _says_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def is_source(head: Token) -> bool:
    """Whether a noun or pronoun can speak: a name, a person, an organisation, a document; not "the approach" or "discussions"."""
    if head.pos_ == "PRON" or head.lower_ in _PERSONAL:
        return head.lower_ in _PERSONAL or head.lemma_.lower() in speaker_words("group") or head.lower_ in {"one", "everyone", "nobody"}
    if head.pos_ == "PROPN" or head.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or (head.pos_ == "ADV" and head.is_title):
        return True
    return noun_kind(head) != "unknown"


def source_of(block: Block, verb: Token) -> Source | None:
    """The verb's subject as a source; where the parser lost it, the name or pronoun right before the verb."""
    perceived = perceived_as(verb)
    if perceived is not None:
        return _mention(block, perceived[0])
    subject = _counsel(verb) or answers_for(verb) or _named_of_some(verb) or _who_moved_it(verb) or subject_of(verb)
    if subject is not None and (subject.dep_ == "nsubjpass" or is_nobody(subject, verb)):
        return None
    if subject is not None and subject.lower_ in {"who", "that", "which"} and subject.head.dep_ == "relcl":
        subject = _antecedent(subject)
    if subject is None:
        subject = source_before(verb)
    own = child(verb, "nsubj") is not None
    progressive = own and child(verb, "aux") is not None  # "many were asking for more time"
    hangs = (verb.tag_ == "VBG" and not progressive) or (verb.dep_ in {"conj", "ccomp"} and not own)
    if hangs and (subject is None or not is_source(subject)):
        subject = _source_above(verb) or subject
    subject = agreeing(subject, verb) if subject is not None else None
    return _mention(block, subject) if subject is not None else None


def _who_moved_it(verb: Token) -> Token | None:
    """Who says what goes on from a clause of time, where a thing is the sentence's subject: "Shares fell after | the firm | cut its
    forecast and said".
    """
    above = verb.head if verb.dep_ == "conj" and child(verb, *SUBJECTS) is None else None
    thing = child(above, "nsubj") if above is not None else None
    if above is None or thing is None or is_source(thing):
        return None
    for clause in above.rights:
        mark, who = child(clause, "mark"), child(clause, "nsubj")
        timed = clause.dep_ == "advcl" and clause.i < verb.i and mark is not None and mark.lower_ in {"after", "as", "when", "because"}
        if timed and who is not None and clause.tag_ == verb.tag_ and is_source(who):
            return who
    return None


def _antecedent(which: Token) -> Token:
    """The noun that a relative pronoun stands for; "which" stands for no person: "the leader of hiding | a report | which had found"."""
    noun, before = which.head.head, which.nbor(-1) if which.i else which
    thing = which.lower_ == "which" and noun_kind(noun) == "person" and noun.i < before.i and noun_kind(before) == "document"
    return before if thing else noun


def _counsel(verb: Token) -> Token | None:
    """The name before what a lawyer or a judge does in court: "Quill KC, | prosecuting, | said"."""
    doc, at = verb.doc, verb.i
    beside = at > 3 and doc[at - 1].text == "," == doc[at - 3].text and doc[at - 2].lower_ in _IN_COURT
    return doc[at - 4] if beside and doc[at - 4].pos_ == "PROPN" else None


def _named_of_some(verb: Token) -> Token | None:
    """The name between commas of one of those told before: "One, | Bo Marsh |, claimed to have seen it"."""
    some = child(verb, "nsubj")
    if some is None or some.lower_ not in {"one", "another"} or some.i + 2 >= verb.i:
        return None
    named = child(some, "appos") or next((c for c in verb.lefts if c.dep_ == "nsubj" and c is not some), None)
    if named is None or named.pos_ != "PROPN" or named.left_edge.i != some.i + 2:
        return None
    return named if some.nbor(1).text == "," == named.nbor(1).text else None


_IN_COURT = frozenset({"prosecuting", "defending", "mitigating", "sentencing", "presiding", "appearing"})


def perceived_as(verb: Token) -> tuple[Token, Token] | None:
    """Who is heard or seen to speak, and the verb that says so: "“Go,” a woman can be heard | shouting |", "was quoted as | saying |"."""
    above = verb.head.head if verb.head.lower_ == "as" else verb.head
    if verb.tag_ != "VBG" or above.tag_ != "VBN" or above.lemma_.lower() not in _PERCEIVED or above.i > verb.i:
        return None
    subject = child(above, "nsubjpass")
    return None if subject is None else (subject, above)


_PERCEIVED = frozenset({"hear", "overhear", "see", "film", "record", "catch", "capture", "show", "report", "quote", "cite"})


def is_nobody(subject: Token, verb: Token) -> bool:
    """Whether an "it" says nothing: "It is important to note that ...", "suffice it to say ..."."""
    return subject.lower_ == "it" and is_infinitive(verb) and (verb.head.pos_ == "ADJ" or verb.head.lemma_ in {"be", "suffice"})


def _source_above(participle: Token) -> Token | None:
    """Who the clause around says it of: in "X stressed that the plan might work, stating ..." the parser may hang "stating" on
    "work", and plans state nothing.
    """
    for verb in participle.ancestors:
        subject = child(verb, "nsubj") or (source_before(verb) if is_cue_verb(verb) else None)
        if subject is not None and is_source(subject):
            return subject
    return None


def source_before(verb: Token) -> Token | None:
    """The name, age or personal pronoun that stands directly before a verb, adverbs apart; or a name directly behind it ("said Quill", but
    not "asking Quill to go").
    """
    at = verb_group(verb)[0].i - 1
    if _heads_sentence(verb, at):
        return verb.doc[at]
    while at >= 0 and verb.doc[at].pos_ == "ADV":
        at -= 1
    if verb.tag_ != "VBG" and at >= 0 and (verb.doc[at].pos_ == "PROPN" or verb.doc[at].lower_ in _PERSONAL):
        return verb.doc[at]
    if at >= 0 and told_by_age(verb.doc[at]) is not None:
        return verb.doc[at]
    before = verb.doc[at - 1] if at >= 1 else None
    if before is not None and verb.doc[at].text == "," and before.pos_ == "PROPN" and _told_before(verb):
        return before  # "..., its chief executive, Dana Weiss, told reporters": the parser hangs her on what she tells
    following = verb.i + 1
    if verb.tag_ != "VBG" and following < len(verb.doc) and verb.doc[following].pos_ == "PROPN" and _no_object_but(verb, following):
        end = following
        while end + 1 < len(verb.doc) and verb.doc[end + 1].pos_ == "PROPN":
            end += 1
        return verb.doc[end]
    return None


def _heads_sentence(verb: Token, at: int) -> bool:
    """Whether a name that the tagger takes for an adverb begins the sentence of a verb without a subject: "Tolliver said that ..."."""
    if at < 0 or not verb.doc[at].is_sent_start or verb.doc[at].pos_ != "ADV" or not verb.doc[at].is_title or verb.tag_ not in _SINGULAR:
        return False
    return child(verb, "nsubj") is None and child(verb, "ccomp") is not None and verb.nbor(1).pos_ not in {"PROPN", "PRON", "DET"}


_SINGULAR = frozenset({"VBD", "VBZ"})
"""Tags of a verb that one person can have for its subject."""


def _told_before(verb: Token) -> bool:
    """Whether the verb's clause stands before it and nobody else is its subject."""
    return child(verb, "nsubj") is None and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)


def _no_object_but(verb: Token, following: int) -> bool:
    """Whether nothing behind the verb is its object, unless the parser took the name there for one ("asked Ada Quill")."""
    return all(c.left_edge.i == following or c.i < verb.i for c in verb.children if c.dep_ in {"ccomp", "dobj"})


def _mention(block: Block, head: Token) -> Source:
    """The words that name the source: a name alone, a pronoun, or a whole noun phrase without its relative clause."""
    if head.pos_ == "PROPN" or head.ent_type_ == "PERSON":
        first = last = head
        while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).lower_ not in speaker_words("titles"):
            if first.nbor(-1).sent != head.sent or (head.ent_type_ and first.nbor(-1).ent_type_ not in {"", head.ent_type_}):
                break
            first = first.nbor(-1)
        while last.i + 1 < len(head.doc) and last.nbor(1).pos_ == "PROPN" and last.nbor(1).head in {head, last}:
            last = last.nbor(1)
        return Source(block, head, first, last)
    if head.pos_ == "PRON":
        return Source(block, head, head, head)
    if (article := told_by_age(head)) is not None:
        return Source(block, head, article, head)
    asides = {t.i for c in head.children if c.dep_ in {"relcl", "appos"} for t in c.subtree}
    kept = trimmed(t for t in head.subtree if t.i not in asides)
    if not kept or kept[-1].i - kept[0].i > 30:
        return Source(block, head, head, head)
    return Source(block, head, kept[0], kept[-1])
