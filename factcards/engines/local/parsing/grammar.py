"""Small questions to a dependency parse (ClearNLP labels): a verb's subject, its clause, its auxiliaries. Knows no cue or hedge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcards.engines.local.parsing.tokens import Doc, Token
from factcards.lexicon import is_sign

__all__ = [
    "CAN",
    "CLOSING",
    "FINITE",
    "GIVEN",
    "IF",
    "OPENING",
    "SEEMING",
    "SUBJECTS",
    "TENSED",
    "WEEKDAYS",
    "agreeing",
    "auxiliaries",
    "before_concession",
    "begins_question",
    "child",
    "clause_extent",
    "clause_head",
    "clause_tokens",
    "conditions_of",
    "denies",
    "has_tense",
    "heads_clause",
    "is_clause",
    "is_conditioned",
    "is_finite",
    "is_infinitive",
    "is_last_word",
    "is_only_if",
    "is_past_beside_passive",
    "is_yet_to_come",
    "it_is_told",
    "left_open",
    "means_had",
    "next_word",
    "no_longer",
    "sets_limit",
    "shows_itself",
    "signals",
    "spelt_out",
    "subject_of",
    "told_by_age",
    "trimmed",
    "trimmed_span",
    "verb_group",
    "with_phrase",
]

IF = frozenset({"if", "unless"})
"""Conjunctions that set a condition and, as marks of a clause, mean little else."""
SEEMING = frozenset({"seem", "appear"})
_SEEN = frozenset({
    "dark", "dim", "bright", "pale", "faint", "blurred", "blurry", "visible", "invisible", "larger", "smaller", "black", "white", "grey",
    "gray", "red", "orange", "yellow", "green", "blue", "pink", "purple", "brown",
})  # fmt: skip
"""Verbs by which a thing is told as it looks."""
CAN = frozenset({"can", "ca", "could"})
"""What says that somebody is able to do it, or may."""
GIVEN = frozenset({"provided", "providing", "assuming"})
"""Participles that set one, too, above all before "that"; they may be plain verbs."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of the word that makes a clause finite."""
FINITE = TENSED - {"MD"}
"""Tags of a verb that has a tense itself."""
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
"""Behind a verb of speech without a comma they say when it was said: "said Monday the bridge was shut"."""
_CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass"})
_VERBS = frozenset({"VERB", "AUX"})
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]", "%", "*"})
"""Punctuation that a phrase may begin or end with."""


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these labels."""
    for found in token.children:
        if found.dep_ in labels:
            return found
    return None


def conditions_of(verb: Token) -> Iterator[Token]:
    """The "if" and "unless" of clauses on which a verb depends."""
    for clause in verb.children:
        mark = child(clause, "mark") if clause.dep_ == "advcl" else None
        if mark is not None and mark.lower_ in IF:
            yield mark


def is_conditioned(verb: Token) -> bool:
    """Whether a verb depends on an if-clause: "would pay | if | asked"."""
    return any(True for _ in conditions_of(verb))


def is_only_if(verb: Token) -> bool:
    """Whether a joined clause is a condition of the first: "will run it, but | only if | Quill | pays |"."""
    mark = child(verb, "mark") if verb.dep_ == "conj" else None
    if mark is None or mark.lower_ not in IF or mark.i < 2:
        return False
    return mark.nbor(-1).lower_ == "only" and mark.nbor(-2).lower_ in {"but", "and"}


def is_clause(token: Token) -> bool:
    """Whether the token is the predicate of a clause."""
    return heads_clause(token.dep_, token.pos_, token.tag_, token.head.dep_, token.head.pos_)


def heads_clause(label: str, pos: str, tag: str, above: str, pos_above: str) -> bool:
    """The same of a word with this label, part of speech and tag, whose head has the label `above` and the part of speech `pos_above`."""
    if label == "ROOT":
        return True
    if pos not in _VERBS and not tag.startswith("VB"):
        return False
    return label in _CLAUSES or (label == "conj" and (pos_above in _VERBS or above in _CLAUSES))


def clause_head(token: Token) -> Token:
    """The predicate of the clause that the token stands in (itself, if it is one)."""
    while not is_clause(token) and token.head is not token:
        token = token.head
    return token


def is_last_word(token: Token) -> bool:
    """Whether nothing but marks stands behind it in its sentence."""
    last = token.sent[-1]
    while last is not token and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return last is token


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, in order."""
    return [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]


def is_infinitive(verb: Token) -> bool:
    """Whether the verb stands behind its own "to"."""
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def is_past_beside_passive(verb: Token) -> bool:
    """Whether a participle is a past tense: beside a passive it has its own object: "had not been asked and | blamed the mayor"."""
    if verb.tag_ != "VBN" or verb.dep_ != "conj" or child(verb, "dobj") is None or auxiliaries(verb):
        return False
    return child(verb.head, "auxpass") is not None


def left_open(verb: Token) -> Token | None:
    """The "not" over what is "not ruled out", and so may be: "arson could | not | be ruled out"; null for all else."""
    if verb.lemma_ != "rule" or child(verb, "auxpass") is None or verb.i + 1 >= len(verb.doc) or verb.nbor(1).lower_ != "out":
        return None
    return child(verb, "neg")


def is_yet_to_come(adverb: Token) -> bool:
    """Whether it tells that something has not come about: "has | yet | to decide", "is | still | to be decided"."""
    if adverb.lower_ not in {"yet", "still"} or not adverb.i or adverb.i + 1 >= len(adverb.doc):
        return False
    return adverb.nbor(1).tag_ == "TO" and adverb.nbor(-1).lemma_ in {"have", "be"}


def it_is_told(verb: Token) -> bool:
    """Whether it stands in the midst of what nobody in particular tells: "Two men, | it is alleged |, climbed down"."""
    it = child(verb, "nsubjpass") if verb.tag_ == "VBN" else None
    if it is None or it.lower_ != "it" or it.i <= verb.sent.start or verb.i + 1 >= verb.sent.end:
        return False
    return it.nbor(-1).text == "," == verb.nbor(1).text


def sets_limit(negator: Token) -> bool:
    """Whether it only compares: "no | later than June", "no | fewer than nine"."""
    doc, at = negator.doc, negator.i + 2
    return negator.lower_ == "no" and at < len(doc) and doc[at].lower_ == "than"


def means_had(auxiliary: Token) -> bool:
    """Whether "'d" is short for "had": right before a participle, with no "be" or "have" between: "they'd | made up their minds", "I'd
    been | telling".
    """
    verb = auxiliary.head
    helpers = auxiliaries(verb)
    last = bool(helpers) and helpers[-1].i == auxiliary.i
    been = next_word(auxiliary) == "been"
    return auxiliary.lower_ in {"'d", "’d"} and ((verb.tag_ in {"VBN", "VBD"} and last) or been)


def is_finite(verb: Token, *, modals: bool = True) -> bool:
    """Whether the verb or an auxiliary of it has a tense; a modal counts as one, unless told otherwise."""
    return verb.tag_ in FINITE or any(a.tag_ in (TENSED if modals else FINITE) for a in auxiliaries(verb))


def subject_of(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, or the one that it shares with the verb that it hangs on."""
    seen = 0
    while seen < 8:
        seen += 1
        own = child(verb, "nsubj", "nsubjpass")
        if own is not None:
            return own
        if verb.dep_ == "relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG"):
            return verb.head
        if verb.dep_ in {"conj", "advcl", "xcomp"} and verb.head is not verb:
            if verb.dep_ == "xcomp" and (other := child(verb.head, "dobj")) is not None:
                return other
            verb = verb.head
            continue
        return None
    return None


def before_concession(cue: Token, last: int) -> int:
    """The last word that a cue reaches: before what is conceded behind it ("was unlikely to fall |, although prices might rise"), else
    `last`; not before what stands in its midst ("might, though late, fall").
    """
    ends = last - (last < len(cue.doc) and cue.doc[last].is_punct)
    conceding = (t for t in cue.doc[cue.i + 1 : last + 1] if t.lower_ in {"although", "though"} and t.dep_ == "mark")
    first = next((t.i for t in conceding if t.head.right_edge.i >= ends), None)
    if first is None or any(t.text == "," for t in cue.doc[first:ends]):
        return last
    before = first - 1 - (cue.doc[first - 1].lower_ == "even")
    return before - 1 if cue.doc[before].text == "," else last


def told_by_age(old: Token) -> Token | None:
    """The first word of who is told by an age that ends with this one: "| the 31-year-old | said", whatever the parser hangs it on."""
    doc, at = old.doc, old.i - _AGE
    if old.lower_ != "old" or at < old.sent.start or doc[at].lower_ not in {"the", "a", "an"} or not doc[at + 1].like_num:
        return None
    return doc[at] if [t.lower_ for t in doc[at + 2 : old.i]] == ["-", "year", "-"] else None


_AGE = 5
"""Words before the "old" of "the 31-year-old"."""


def with_phrase(verb: Token) -> tuple[Token, Token] | None:
    """The "with" and the noun that a participle tells of: "The party split, | with its leader, Ada Quill, warning that ..."."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"pcomp", "advcl", "acl", "conj"}:
        return None
    if verb.dep_ == "pcomp" and (own := child(verb, "nsubj")) is not None:
        return (verb.head, own) if verb.head.lower_ == "with" else None
    link = next((t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.lower_ == "with" and t.dep_ == "prep"), None)
    noun = child(link, "pobj") if link is not None else None
    if link is None or noun is None or not (link.i == verb.sent.start or link.nbor(-1).text in {",", "—", "–"}):
        return None
    between = verb.doc[noun.i + 1 : verb.i]
    marks = [t.i for t in between if t.text == ","]
    beside = len(marks) > 1 and marks[-1] == verb.i - 1 and not any(t.pos_ in {"VERB", "AUX"} for t in between)
    return (link, noun) if beside or (not marks and verb.head.i in {link.i, noun.i}) else None


def agreeing(subject: Token, verb: Token) -> Token | None:
    """The subject, unless it is a pronoun that this form of the verb cannot have: "Before I leave, she ... and | warns me"."""
    if verb.tag_ != "VBZ" or subject.lower_ not in _NO_THIRD:
        return subject
    others = (child(above, "nsubj") for above in verb.ancestors)
    return next((t for t in others if t is not None and t.lower_ not in _NO_THIRD), None)


_NO_THIRD = frozenset({"i", "we", "you", "they"})


def clause_tokens(head: Token) -> list[Token]:
    """The words of a clause: its subtree, less coordinated clauses that have a subject or a modal of their own."""
    dropped: set[int] = set()
    for token in head.subtree:
        if token.i in dropped or token is head:
            continue
        if token.dep_ == "conj" and token.head is head and _stands_alone(token):
            dropped.update(t.i for t in token.subtree)
            coordinator = [c.i for c in head.children if c.dep_ in {"cc", "punct"} and head.i < c.i < token.i]
            dropped.update(coordinator[-2:])
    return [token for token in head.subtree if token.i not in dropped]


def clause_extent(head: Token) -> tuple[int, int]:
    """Places of the first and the last word of `clause_tokens`, without walking through them: clauses in clauses stay linear."""
    kept = [c for c in head.children if not (c.dep_ == "conj" and _stands_alone(c))]
    if len(kept) == len(head.children):
        return head.left_edge.i, head.right_edge.i
    return head.left_edge.i, max([head.i, *(c.right_edge.i for c in kept if c.dep_ not in {"cc", "punct"})])


def _stands_alone(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS or c.tag_ == "MD" for c in verb.children)


def spelt_out(verb: Token) -> str | None:
    """A verb that is run together with the word before it, in full: "will" of "he'll", "had" of "he'd seen"; null for any other word."""
    if verb.text[0] not in "'’" or verb.pos_ not in {"AUX", "VERB"}:
        return None
    has = verb.head.tag_ == "VBN" and (verb.dep_ == "aux" or child(verb.head, "dobj") is not None)  # "he's | used | the app"
    return {"ll": "will", "d": "had" if means_had(verb) else "would", "s": "has" if has else "is"}.get(verb.lower_.lstrip("'’"))


def trimmed(tokens: Iterable[Token]) -> list[Token]:
    """Without punctuation and white space at either end."""
    kept = list(tokens)
    while kept and (kept[-1].is_space or (kept[-1].is_punct and kept[-1].text not in CLOSING)):
        kept.pop()
    while kept and (kept[0].is_space or (kept[0].is_punct and kept[0].text not in OPENING)):
        kept.pop(0)
    return kept


def trimmed_span(doc: Doc, first: int, last: int) -> tuple[Token, Token] | None:
    """The first and the last word of a stretch without punctuation and white space at either end; null where nothing is left."""
    while last >= first and (doc[last].is_space or (doc[last].is_punct and doc[last].text not in CLOSING)):
        last -= 1
    while first <= last and (doc[first].is_space or (doc[first].is_punct and doc[first].text not in OPENING)):
        first += 1
    return (doc[first], doc[last]) if first <= last else None


def has_tense(verb: Token) -> bool:
    """Whether no modal can stand before the verb, so that in "Will wrote" Will is a name."""
    return verb.tag_ in {"VBD", "VBZ"}


def verb_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle and the adverbs among them, as one run of words."""
    members = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    if members and has_tense(verb):
        members = [c for c in members if c.tag_ != "MD"]
    members = [c for c in members if not any(t.is_quote for t in verb.doc[c.i : verb.i])]
    first = min((c.i for c in members), default=verb.i)
    particle = child(verb, "prt")
    last = particle.i if particle is not None and particle.i == verb.i + 1 else verb.i
    return [verb.doc[i] for i in range(first, last + 1)]


def begins_question(clause: Token) -> bool:
    """Whether a clause begins as an indirect question does: "whether", "if", "who", "why"; behind who says so, where the parser hangs that
    on it: "It was not clear, he wrote, | where they would go".
    """
    teller = next((c for c in clause.lefts if c.dep_ == "parataxis"), None)
    first = clause.left_edge if teller is None or teller.left_edge.i > clause.left_edge.i else _behind_comma(teller.right_edge)
    return first.lower_ in {"whether", "if"} or first.tag_ in {"WRB", "WP", "WDT", "WP$"}


def _behind_comma(word: Token) -> Token:
    """The next word that is no punctuation."""
    return next((t for t in word.doc[word.i + 1 : word.i + 4] if not t.is_punct), word)


def signals(participle: Token) -> Token | None:
    """The clause that an event before it only makes likely: "Shares fell, suggesting | that few expect a deal"; null for none."""
    behind = participle.dep_ == "advcl" and participle.tag_ == "VBG" and participle.i > participle.head.i and participle.i > 0
    clause = child(participle, "ccomp") if behind and participle.nbor(-1).text == "," and is_sign(participle.lower_) else None
    return clause if clause is not None and clause.left_edge.lower_ == "that" and is_finite(clause) else None


def denies(verb: Token) -> bool:
    """Whether a verb is negated: "would not comment", "would neither confirm nor deny"."""
    return any(c.dep_ == "neg" or (c.dep_ == "preconj" and c.lower_ == "neither") for c in verb.children)


def shows_itself(verb: Token) -> bool:
    """Whether a thing only looks like what it "appears": "the stars | appeared | dim"; not "the crew appeared tired"."""
    seen = child(verb, "oprd", "acomp") if verb.lemma_ == "appear" else None
    return seen is not None and seen.lower_ in _SEEN


def no_longer(verb: Token) -> bool:
    """Whether it is so no more: "could | no longer | be mended"."""
    return any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in verb.children)


def next_word(token: Token) -> str:
    """The word behind it in lower case; empty at the end of the text."""
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
