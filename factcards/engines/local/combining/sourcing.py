"""Whose words an attribution's source is: where the statistics took a part of the cue's subject for all of it, or the parser a conjunction
for a preposition.
"""

from __future__ import annotations

import re

from factcards.engines.local.found import Found, Source
from factcards.engines.local.parsing.grammar import SUBJECTS, TENSED, WEEKDAYS, behind_its_clause, child, told_by_age, trimmed, verb_group
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.ruled.tellers import is_source
from factcards.engines.local.speakers.nominals import is_personal, is_somebody
from factcards.lexicon import content_frames, speaker_words

__all__ = ["deed_in_mind", "is_a_time", "right_source"]


def right_source(found: Found) -> Source | None:
    """The source, or the cue's subject where that is another noun."""
    source = _of_its_cue(found)
    return _behind_as(source) if source is not None and found.block.part == "headline" else source


def _of_its_cue(found: Found) -> Source | None:
    source, verb = found.source, found.verb
    if source is not None and (teller := _who_writes(found, source)) is not None:
        return teller
    if source is None or verb is None or verb not in found.cue:
        return source
    source = _pronoun_alone(found, _before_its_verb(source))
    who = child(verb, "nsubj")
    if who is not None and who.i < source.first.i and is_a_time(source) and source.head in who.subtree:  # "... shot on | Friday | disputed"
        return Source(source.block, who, who.left_edge, who.right_edge)
    if (noun := behind_its_clause(verb)) is not None and source.first.i > noun.i:
        return Source(source.block, noun, _article(noun), noun)
    if (first := told_by_age(source.head)) is not None and source.last is source.head:
        return Source(source.block, source.head, first, source.head)
    if (speakers := _behind_its_noun(found, source)) is not None:
        return speakers
    return (
        _noun_of_participle(found, verb)
        or _who_does_it(source, verb)
        or _who_minds(source, verb)
        or _past_its_clause(found, verb)
        or _of_a_copy(source, verb)
        or _whole_subject(verb, source)
        or source
    )


def _noun_of_participle(found: Found, verb: Token) -> Source | None:
    """The noun that the sentence begins with, where the parser took its only verb for a participle beside the noun before it: "| A lawyer
    hired by the city | estimated that", "| A study by the Orvane Centre |, a charity, found in May that".
    """
    noun, clause = verb.sent.root, child(verb, "ccomp")
    if verb.tag_ != "VBN" or verb.dep_ not in {"acl", "relcl"} or noun.pos_ not in {"NOUN", "PROPN"} or clause is None or noun.i > verb.i:
        return None
    first, group = _article(noun), verb_group(verb)[0]
    before = verb.doc[first.i : group.i]
    if clause.left_edge.lower_ != "that" or first.i != verb.sent.start or any(t.tag_ in TENSED or t.is_quote for t in before):
        return None
    last = next((t for t in before if t.text == "," and t.i > noun.i), group).nbor(-1)
    return Source(found.block, noun, first, last)


def _behind_as(source: Source) -> Source:
    """Who does something in a headline while something is so: "Buses off the road as | drivers | threaten to strike"."""
    link = next((t for t in source.head.doc[source.first.i + 1 : source.last.i] if t.lower_ == "as"), None)
    if link is None or not (is_source(source.last) or is_somebody(source.last)) or source.last.pos_ not in {"NOUN", "PROPN"}:
        return source
    return Source(source.block, source.last, link.nbor(1), source.last)


def _behind_its_noun(found: Found, source: Source) -> Source | None:
    """Who says something of the noun before, which the parser took for one with them: "a plan | residents | vowed to fight"; that noun is a
    part of what they say. An "a" goes with no plural.
    """
    head = source.head
    first = head.left_edge if source.first.i > head.left_edge.i else source.first
    noun = next((t for t in head.doc[first.i + 1 : head.i] if t.dep_ != "amod"), None)
    if noun is None or first.lower_ not in {"a", "an"} or head.tag_ != "NNS" or noun.lemma_.lower() in _MEASURES:
        return None
    if any(t.tag_ != "NN" or t.dep_ != "compound" for t in head.doc[noun.i : head.i]):
        return None
    start, end = found.block.offsets(first, noun)
    if found.content[0][0] >= end:
        found.content[:] = [(start, end), *found.content]
    return Source(source.block, head, noun.nbor(1), source.last)


_MEASURES = frozenset({"dozen", "hundred", "thousand", "million", "billion", "couple", "handful", "few", "score", "pair", "trio"})
"""Words behind "a" that count the plural behind them."""


def _who_writes(found: Found, source: Source) -> Source | None:
    """The subject of a verb that was taken for a noun before a colon: "A reader, Bo in Marrow, | emails: ...": the verb is the cue."""
    verb = source.head
    subject = child(verb, "nsubj")
    colon = found.frame == "quote" and [t.text for t in found.cue] == [":"] and verb.i + 1 == found.cue[0].i
    if not colon or verb.dep_ != "ROOT" or verb.tag_ not in {"NNS", "VBZ"} or subject is None:
        return None
    if source.first is subject.left_edge and source.last is verb and subject.right_edge.i + 1 == verb.i:  # "Article 9 | affirms: ..."
        found.cue, found.verb = [verb], verb
        return Source(source.block, subject, source.first, subject.right_edge)
    if source.first.i != source.last.i:
        return None
    named = child(subject, "appos")
    who = named if named is not None and named.pos_ == "PROPN" else subject
    found.cue, found.verb = [verb], verb
    return Source(source.block, who, _article(who), who)


def is_a_time(source: Source) -> bool:
    """Whether all its nouns say when: no day and no year says anything ("The years to 2030 | promise | more", "2016 has seen"); "One, who
    left in 2019," does, and "the 31-year-old".
    """
    words = source.head.doc[source.first.i : source.last.i + 1]
    if source.head.lower_ == "old":
        return False
    nouns = [t for t in words if t.pos_ in {"NOUN", "PROPN"}]
    return all(map(_tells_when, nouns)) if nouns else _YEAR.fullmatch(source.head.text) is not None


def _tells_when(noun: Token) -> bool:
    return noun.lower_ in WEEKDAYS | _MONTHS or (noun.pos_ == "NOUN" and noun.lemma_.lower() in speaker_words("times"))


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTHS = frozenset({"january", "february", "march", "july", "september", "october", "november", "december"})
"""Without those that are people's names: April, May, June and August."""


def _who_does_it(source: Source, verb: Token) -> Source | None:
    """The "who" whose verb it is, where its clause hangs on the place before it: "Quill, a nurse at | Brill Hospital, who | says"."""
    who, noun = child(verb, "nsubj"), verb.head
    if who is None or who.lower_ != "who" or verb.dep_ != "relcl" or source.last.i != noun.i or noun.dep_ != "pobj":
        return None
    return Source(source.block, who, who, who) if noun.ent_type_ in _BODIES else None


def _before_its_verb(source: Source) -> Source:
    """The source without what its head says or does: "Analysts | said the slump was over and predicted"."""
    words = source.head.doc[source.head.i + 1 : source.last.i + 1]
    verb = next((t for t in words if t.tag_ in TENSED and t.head is t and child(t, "nsubj") is source.head), None)
    if verb is not None and any(t.tag_.startswith("W") for t in words if t.i < verb.i):
        return source  # "the man whose call first | revealed it"
    last = verb_group(verb)[0].nbor(-1) if verb is not None else source.last
    return Source(source.block, source.head, source.first, last) if source.head.i <= last.i < source.last.i else source


def _pronoun_alone(found: Found, source: Source) -> Source:
    """A pronoun that is the cue's subject without the words before it: "In 2019 | she | said"; the subject of what is said among them is a
    part of that: "Her father, | she | wrote, “could smell gin”".
    """
    who = source.head
    if who.tag_ != "PRP" or who.dep_ != "nsubj" or who.head not in found.cue or source.first.i >= who.i:
        return source
    told = who.nbor(-2) if who.nbor(-1).text == "," and who.i > 1 else who
    if told.dep_ in SUBJECTS and told.head.i > who.head.i and told.i >= source.first.i:
        whole = found.block.offsets(told.left_edge, told)
        found.content[:] = [whole, *found.content] if found.content[0][0] >= whole[1] else found.content
    return Source(source.block, who, who, source.last)


def deed_in_mind(verb: Token) -> Token | None:
    """What is told that somebody did with this in mind: "Quill said the guards had | fled |, fearing that"; null for any other verb."""
    minds = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in content_frames("mind")
    return verb.head if minds and verb.head.dep_ == "ccomp" else None


def _who_minds(source: Source, verb: Token) -> Source | None:
    """Who does something because he has it in mind, not who tells that: "Quill said | the guards | had fled, fearing that"."""
    deed = deed_in_mind(verb)
    who = child(deed, "nsubj") if deed is not None else None
    if deed is None or who is None:
        return None
    nearer = source.head is child(deed.head, "nsubj") and who.i > source.head.i and (is_personal(who) or is_source(who))
    return Source(source.block, who, _article(who), who) if nearer else None


_BODIES = frozenset({"ORG", "GPE", "FAC", "LOC"})
"""Kinds of names that no "who" means."""


def _past_its_clause(found: Found, verb: Token) -> Source | None:
    """The noun with its relative clause, where the parser took the noun that ends that clause for the cue's subject: "the body which funds
    | schools | said its budget was cut" tells what the body said.
    """
    subject = child(verb, "nsubj")
    if subject is None or subject.i + 1 != verb_group(verb)[0].i or verb.tag_ not in TENSED:
        return None
    noun = verb.head.head if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and verb.head.head.dep_ == "ROOT" else verb.head
    if noun is verb.head and verb.dep_ != "relcl":
        return None
    clause = next((c for c in noun.rights if c.dep_ == "relcl" and c.i + 1 == subject.left_edge.i), None)
    opening = child(clause, "nsubj") if clause is not None else None
    if clause is None or opening is None or opening.lower_ not in {"who", "which", "that"} or child(clause, "dobj") is not None:
        return None
    begins = found.block.offsets(verb, verb)[0]
    found.content[:] = [piece for piece in found.content if piece[0] > begins] or found.content
    return Source(found.block, noun, _article(noun), noun)


def _of_a_copy(source: Source, verb: Token) -> Source | None:
    """The paper of which a copy is spoken of between commas: "| The memo |, a copy of which was seen by Newsline, said"."""
    doc, start = verb.doc, verb.sent.start
    which = next((t for t in doc[start + 3 : source.first.i] if t.lower_ == "which" and t.nbor(-1).lower_ == "of"), None)
    comma = next((t for t in reversed(doc[start : which.i]) if t.text == ","), None) if which is not None else None
    first = verb_group(verb)[0]
    if comma is None or comma.i == start or first.i < comma.i or first.nbor(-1).text != ",":
        return None
    noun = last = comma.nbor(-1)
    when = noun.head if noun.dep_ == "pobj" else noun
    if when.dep_ in {"prep", "npadvmod"} and when.head.dep_ == "acl":  # "an audit completed last | November |"
        noun = when.head.head
    return Source(source.block, noun, _article(noun), last) if noun.pos_ in {"NOUN", "PROPN"} else None


def _article(noun: Token) -> Token:
    """The first word of a noun's own phrase, without clauses before it."""
    first = noun
    while first.i and first.nbor(-1).head.i in {noun.i, first.i} and first.nbor(-1).dep_ in {"det", "amod", "compound", "poss", "nummod"}:
        first = first.nbor(-1)
    return first


def _whole_subject(verb: Token, source: Source) -> Source | None:
    """The cue's subject where the source is a noun in a phrase behind it: "All members of the panel at | Kanal TV | backed it", "The study,
    published on | Wednesday in Brill, | suggests ...", "Minutes of it, seen by | the Courier |, show".
    """
    subject = child(verb, "nsubj")
    if subject is None or subject.i > verb.i or not subject.i < source.first.i <= source.last.i <= subject.right_edge.i:
        return None
    top = source.head
    while top.head.i not in {subject.i, top.i}:
        top = top.head
    if top.head.i != subject.i or top.dep_ not in {"prep", "acl", "relcl"}:
        return None
    counted = subject.lower_ in _COUNTS and is_source(source.head)
    seen = source.head.head.head if source.head.head.dep_ == "agent" and source.head.head.head.dep_ == "acl" else None
    if not (is_source(subject) or counted or seen is not None or source.head.lower_ in WEEKDAYS):
        return None
    asides = [c for c in subject.rights if c.dep_ in {"acl", "relcl", "appos"}] + ([seen] if seen is not None else [])
    aside = min((c.left_edge.i for c in asides), default=subject.right_edge.i + 1)
    words = trimmed(subject.doc[subject.left_edge.i : max(aside, subject.i + 1)])
    return Source(source.block, subject, words[0], words[-1]) if words else None


_COUNTS = frozenset({"all", "both", "each", "few", "many", "most", "none", "one", "others", "several", "some", "two", "three"})
"""Words for some of whom the phrase behind them names."""
