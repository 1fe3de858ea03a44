"""What the parser takes for something else so often that the parse is set right before anybody asks it anything."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED
from factcards.engines.local.parsing.word_classes import UNKNOWN, is_person, noun_sense
from factcards.lexicon import cue_verbs, speaker_words, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["mend_parse"]


def mend_parse(doc: Doc) -> None:
    """Set right numbers of houses, a group's name that is written like a verb, what used to be, and subjects that were joined with a name
    or a verb before them.
    """
    for token, following in pairwise(doc):
        if token.text == "No" and token.dep_ == "det" and following.text[0].isdigit() and token.head.tag_ not in {"NNS", "NNPS"}:
            token.dep_ = "compound"  # "No 10" denies nothing, but "No 10 people" counts
        elif token.text == "IS" and token.tag_ == "VBZ" and not following.is_upper:
            _name_group(token)
        elif token.dep_ == "prep" and token.is_sent_start:
            _part_subject(token)
        elif token.dep_ == "ROOT":
            _mend_main(token)
        elif token.lower_ == "used" and token.dep_ == "acl" and following.lower_ == "to":
            _tell_what_was(token)
        elif token.dep_ == "appos":
            _give_teller(token)
        elif token.dep_ == "dobj":
            _give_subject(token, token.head)
        else:
            _mend_clause(token, following)


def _mend_clause(token: Token, following: Token) -> None:
    """Set right where a clause begins, and of what it tells."""
    if token.text == ":":
        _part_label(token)
    elif token.lower_ == "that" and token.dep_ == "mark" and following.text == ",":
        _part_conceded(token, following)
    elif token.dep_ in _BESIDE and token.tag_ in TENSED and token.lemma_ in cue_verbs():
        _hang_on_noun(token)
    elif token.dep_ == "pobj" and token.head.dep_ == "prep" and any(c.dep_ == "pobj" and c.i < token.i for c in token.head.children):
        _give_subject(token, token.head.head)


def _part_label(colon: Token) -> None:
    """Whoever stands before a colon is no subject of a verb that has its own behind it: "Tom Price at the scene: | A docker told me"."""
    subjects = [c for c in colon.head.lefts if c.dep_ in SUBJECTS] if colon.head.i > colon.i else []
    if any(c.i > colon.i for c in subjects):
        for label in subjects:
            label.dep_ = "dep" if label.i < colon.i else label.dep_


def _mend_main(word: Token) -> None:
    """Set right a sentence's main word that is no verb, or is one."""
    if word.tag_ == "VB" and word.lower_ in speaker_words("person"):
        _name_whole(word)
    elif word.tag_ == "NNS" and word.lemma_ in cue_verbs():
        _tell_what_a_name_does(word)


def _name_whole(noun: Token) -> None:
    """What somebody is, before his name and a colon, taken for what his club does: "Tarn Rovers | midfielder | Ada Quill: “...”"."""
    club = next((c for c in noun.lefts if c.dep_ == "nsubj"), None)
    name = next((c for c in noun.rights if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
    behind = name.right_edge.i + 1 if name is not None else len(noun.doc)
    if club is None or name is None or name.left_edge.i != noun.i + 1 or noun.doc[behind : behind + 1].text != ":":
        return
    for child in [c for c in noun.children if c is not name]:
        child.head = name
    club.dep_, noun.dep_, name.dep_ = "compound", "compound", "ROOT"
    noun.tag_, noun.pos_, noun.head = "NN", "NOUN", name
    name.head = name


def _tell_what_a_name_does(verb: Token) -> None:
    """What somebody does whose name is taken for what kind of thing it is: "Nair | suspects | that it failed", "Patel | doubts | it"."""
    said = next((c for c in verb.rights if c.dep_ in {"ccomp", "relcl", "advcl", "xcomp", "dobj"}), None)
    before = list(verb.doc[verb.sent.start : verb.i])
    known = any(t.tag_ != "NNP" and noun_sense(t.lower_) != UNKNOWN for t in before)
    if said is None or said.left_edge.i != verb.i + 1 or not before or known or not all(t.is_title and t.is_alpha for t in before):
        return
    for token in before:
        token.head, token.dep_, token.tag_, token.pos_ = before[-1], "compound", "NNP", "PROPN"
    before[-1].head, before[-1].dep_ = verb, "nsubj"
    verb.tag_, verb.pos_ = "VBZ", "VERB"
    said.dep_ = said.dep_ if said.dep_ in {"xcomp", "dobj"} else "ccomp"
    if said.left_edge.lower_ == "that":
        said.left_edge.tag_, said.left_edge.dep_ = "IN", "mark"


def _give_teller(noun: Token) -> None:
    """Who says what stands before, taken for a second name of its last word: "They found 32 in Tarn, | a lawyer for the firm | said"."""
    behind, before = noun.right_edge.i + 1, noun.left_edge.i - 1
    verb = noun.doc[behind] if behind < len(noun.doc) else noun
    told = verb.tag_ in {"VBD", "VBZ"} and verb.lemma_ in speech_verbs() and verb.is_ancestor(noun)
    if told and noun.doc[before].text == "," and not any(c.dep_ in SUBJECTS for c in verb.children):
        noun.head, noun.dep_ = verb, "nsubj"


def _part_conceded(that: Token, comma: Token) -> None:
    """What a first clause is about, taken for what opens the main one: "Although Quill denies | that, | the board says so"."""
    main, verb = that.head, that.head.head
    opens = any(c.dep_ in {"mark", "advmod"} and c.i == verb.sent.start for c in verb.lefts)
    begins = any(c.left_edge.i == comma.i + 1 for c in main.lefts if c.dep_ in SUBJECTS)
    if not (opens and begins) or verb.dep_ != "ROOT" or main.dep_ != "ccomp":
        return
    that.head, that.dep_, that.tag_, that.pos_ = verb, "dobj", "DT", "PRON"
    main.head, main.dep_ = main, "ROOT"
    verb.head, verb.dep_ = main, "advcl"


def _hang_on_noun(verb: Token) -> None:
    """A clause that tells of the noun right before it with no "that", taken for one of its own: "more than the £12m | the board said it
    would save", "found the gun | Quill said he had lost"; its subject may be taken for that noun, too: "less than the £5m | bosses said".
    """
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    opened = any(c.dep_ in {"mark", "advmod"} for c in verb.lefts) and verb.dep_ == "advcl"
    if opened or verb.head.i > verb.left_edge.i or not any(c.dep_ in {"ccomp", "xcomp"} for c in verb.rights):
        return
    subject = subjects[-1] if subjects else verb.nbor(-1)
    if subject.left_edge.i <= verb.sent.start:
        return
    noun = subject.left_edge.nbor(-1)
    if (place := _place_of_noun(subject, verb, noun)) is not None:
        noun = subject.nbor(-1)
        if subject.tag_ != "NNS" or not subject.is_ancestor(noun) or noun.dep_ in {"det", "poss", "case"} or verb.is_ancestor(place[1]):
            return
        noun.dep_, noun.head = place
        for child in list(subject.lefts):
            child.head = noun
    elif len(subjects) > 1 and subjects[-2].i == noun.i and verb.head.lemma_ not in speech_verbs():
        noun.dep_, noun.head = "dobj", verb.head
    elif not subjects or not _may_be_told_of(noun, verb):
        return
    subject.dep_, subject.head = "nsubj", verb
    verb.dep_, verb.head = "relcl", noun


def _place_of_noun(subject: Token, verb: Token, before: Token) -> tuple[str, Token] | None:
    """What the noun is that a clause tells of, and of what, where its subject is taken for one noun with it: "than the £5m | bosses |
    said", "is the man | police | say they want", "kept the plan | critics | warned would fail"; null where it is not.
    """
    if subject.head.i != verb.i:
        told_of = subject.left_edge.tag_ == "DT" and subject.nbor(-1).dep_ != "amod" and verb.tag_ != "VBZ"
        return (subject.dep_, subject.head) if told_of else None
    if before.lower_ == "than" and not list(before.rights):
        return "pobj", before
    asks = subject.lower_ in _INQUIRERS and is_person(subject.nbor(-1).lower_)
    clause = next((c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.i == verb.i + 1), verb)
    lacks = clause.left_edge.tag_ in TENSED and clause.i > verb.i and not any(c.dep_ in SUBJECTS for c in clause.lefts)
    return ("attr" if verb.head.lemma_ == "be" else "dobj", verb.head) if verb.dep_ == "ccomp" and (asks or lacks) else None


_INQUIRERS = frozenset({"police", "prosecutors", "detectives", "investigators", "authorities"})


def _may_be_told_of(noun: Token, verb: Token) -> bool:
    """Whether a verb's clause stands right behind an object under the verb that it hangs on, and is not what that verb takes."""
    taken = verb.head.lemma_ in cue_verbs() or noun.head.i != verb.head.i
    if verb.dep_ == "ccomp" and (any(c.lower_ in {"it", "that"} for c in verb.head.lefts) if verb.head.lemma_ == "be" else taken):
        return False
    return noun.dep_ in _THINGS and noun.tag_ != "PRP" and verb.left_edge.i == noun.i + 1 and verb.head.is_ancestor(noun)


_BESIDE = frozenset({"conj", "parataxis", "ccomp", "dep", "advcl"})
"""As what the parser takes a clause that tells of a noun."""
_THINGS = frozenset({"dobj", "pobj", "attr", "dative"})


def _give_subject(noun: Token, verb: Token) -> None:
    """What is taken for a verb's object, and is the subject of the clause behind it: "The board was told | the gates | were “shut”",
    "warned | the march in Tarn | could be banned", "said | the Tarn X, as it is known, | would be new", "said in 2010 | Orr | had applied".
    """
    doc, at = noun.doc, noun.right_edge.i + 1
    links: list[Token] = []
    while (link := next((c for c in verb.rights if c.dep_ == "prep" and c.left_edge.i == at), None)) is not None:
        links.append(link)
        at = link.right_edge.i + 1
    if doc[at : at + 1].text == ",":
        at = next((t.i + 1 for t in doc[at + 1 : at + _ASIDE] if t.text == ","), at)
    first = doc[at] if at < len(doc) else noun
    clause = first.head if first.dep_ in {"aux", "auxpass"} else first
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    tells = verb.lemma_ in cue_verbs() and (passive or verb.lemma_ not in {"tell", "inform", "remind", "assure"})
    beside = tells and (clause.head.i == verb.i or clause.head.is_ancestor(verb))
    if clause.dep_ != "ccomp" or first.tag_ not in TENSED or clause.left_edge.i != at or not beside:
        return
    within = doc[noun.i + 1 : at]  # "called a report | saying | it was old"
    nearer = any(t.pos_ == "VERB" and t.lemma_ in cue_verbs() and t.tag_ != "VBN" for t in within)
    dashed = any(t.text in {"-", "–", "—"} and t.whitespace_ for t in within)  # "will reflect life in Tarn | - | and those"
    if nearer or dashed or any(c.dep_ in SUBJECTS for c in clause.children):
        return
    clause.head = verb
    noun.head, noun.dep_ = clause, "nsubjpass" if any(c.dep_ == "auxpass" for c in clause.children) else "nsubj"
    for link in links:
        link.head = noun


_ASIDE = 8
"""Words up to the second comma of an aside behind a subject."""


def _name_group(word: Token) -> None:
    """The group of that name behind a preposition, taken for a verb: "those living under | IS | “oppression”"."""
    word.tag_, word.pos_ = "NNP", "PROPN"
    before = word.nbor(-1) if word.i else word
    thing = next((c for c in word.rights if c.dep_ == "attr"), word)
    if before.dep_ != "prep" or any(c.dep_ == "pobj" for c in before.children) or word.is_ancestor(before):
        return
    thing.head, thing.dep_ = before, "pobj"
    if thing.i != word.i:
        word.head, word.dep_ = thing, "compound"


def _tell_what_was(used: Token) -> None:
    """What once was, taken for something that is made use of: "A mill | used | to be there, officials told the paper"."""
    noun, verb = used.head, used.head.head
    others = [c for c in verb.children if c.dep_ == "nsubj" and c.i != noun.i]
    if noun.dep_ not in ({"dep", "nsubj"} if noun.i < verb.i else {"dobj"}) or verb.lower_ not in _SAID or len(others) != 1:
        return
    used.head, used.dep_, used.tag_, used.pos_ = verb, "ccomp", "VBD", "VERB"
    noun.head, noun.dep_ = used, "nsubj"


_SAID = frozenset({"said", "says", "told", "tells"})


def _part_subject(opening: Token) -> None:
    """The subject that stands behind what a sentence opens with, as a second name of that: "According to Quill, | Marsh and Tarn | left",
    "In Hallam, | Orvane & Sons | lost".
    """
    verb, link = opening.head, opening
    if opening.lower_ == "according":
        link = next((c for c in opening.children if c.lower_ == "to"), opening)
    named = next((c for c in link.children if c.dep_ == "pobj"), None)
    helping = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    if named is None or helping.tag_ not in TENSED or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    joined = next((t for t in named.subtree if t.dep_ == "conj" and t.right_edge.i + 1 == helping.i), None)
    if joined is not None and joined.left_edge.nbor(-1).text == ",":
        joined.head = verb
        joined.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
