"""One self-contained sentence for each attribution, in the article's own words: full name, finite cue, content."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcards.cards import Speaker
from factcards.engines.local.found import Found
from factcards.engines.local.parsing.grammar import TENSED, child
from factcards.engines.local.speakers.naming import text_of
from factcards.lexicon import verb_forms
from factcards.mapped import readable

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["narrowed", "word_claim"]

_OPENING_MARKS = frozenset("\"“„«‘'")
_CLOSING_MARKS = frozenset("\"”“»’'")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"})
# "Told" needs somebody who is told; a claim names speaker and content only.
_TELLING = frozenset({"clause", "quote", "carried"})
_SAY = {"tell": "say", "tells": "says", "told": "said", "telling": "saying"}


def word_claim(text: str, found: Found, speaker: Speaker | None, meant: tuple[int, str] | None = None) -> str:
    """The claim's sentence.

    Args:
        text: The article.
        found: The attribution.
        speaker: As resolved, null for narration.
        meant: Where a pronoun of the content stands and the words to tell in its place, where it is sure whom it means.
    """
    pieces = [_piece(text, start, end, meant) for start, end in found.content]
    if speaker is None and found.cue:
        return _unnamed(text, found)
    if found.frame == "narration" or speaker is None:
        return _sentence(" ".join(pieces))
    if found.frame in {"quote", "carried"} or (found.frame == "clause" and _all_quoted(text, found)):
        return f"{_opening(text, speaker)} {_cue_words(found)}: {_quoted(pieces)}"
    return _sentence(_told(text, found, speaker, pieces))


def _piece(text: str, start: int, end: int, meant: tuple[int, str] | None) -> str:
    """A piece of the content, with a name in the place of the pronoun that means it."""
    if meant is None or not start <= meant[0] < end:
        return readable(text, start, end).text
    behind = next((at for at in range(meant[0], end) if not text[at].isalpha()), end)
    before, after = readable(text, start, meant[0]).text, readable(text, behind, end).text
    space = " " if text[behind : behind + 1].isspace() and after else ""
    return f"{before}{' ' if before else ''}{meant[1]}{space}{after}"


def _unnamed(text: str, found: Found) -> str:
    """Where nobody is named ("the vote is expected to fail") the article's own words tell it."""
    low, high = found.block.offsets(found.cue[0], found.cue[-1])
    if found.source is not None:  # "Not everyone | thinks so"
        low = min(low, found.source.start)
    told = readable(text, min(low, found.content[0][0]), max(high, found.content[-1][1])).text
    if found.frame == "noun":
        return _sentence(_mentioned(found, told))
    if found.verb is not None and found.verb.tag_ == "VBN" and found.verb.lemma_ == "ask" and child(found.verb, "auxpass") is None:
        return _sentence(f"Somebody was {told[:1].lower()}{told[1:]}")
    noun = found.verb.head if found.verb is not None and found.verb.tag_ == "VBN" and found.verb.dep_ == "acl" else None
    if noun is not None:  # "Malta, | thought to have doubts"
        return _sentence(f"{text_of(noun.left_edge, noun)} {'are' if noun.tag_ in {'NNS', 'NNPS'} else 'is'} {told}")
    shared = _shared_subject(found) if low < found.content[0][0] else None
    return _sentence(told if shared is None else f"{readable(text, *shared).text} {told}")


def _told(text: str, found: Found, speaker: Speaker, pieces: list[str]) -> str:
    """Who says it, how, and the content in the speaker's sentence."""
    antecedent = _antecedent(found, pieces)
    bare = antecedent is not None and not _is_relative(pieces)
    if antecedent is not None:
        pieces = [f"{antecedent} {pieces[0]}" if bare else antecedent, *pieces[1:]]
    elif pieces[0] == "what" and len(pieces) > 1:  # "in what the minister called | a disgrace"
        pieces = ["it", *pieces[1:]]
    content = _balanced(text, found, " ".join(_with_marks(text, found, pieces)))
    if found.frame == "according":
        return f"According to {_inner(text, speaker)}, {_lowered(content, found)}"
    if found.frame == "noun" and not _is_taken_for_a_noun(found.cue[-1], found):
        return _noun_claim(text, found, speaker, content)
    if (agent := _by(found)) is not None:
        return f"{content} {' '.join(t.text for t in found.cue)} {agent.text} {_inner(text, speaker)}"
    link = "" if found.frame == "clause" and antecedent is None and _asks(found) else _link(text, found, bare=bare)
    words = _lowered(content, found).removeprefix("that ") if link == "that " else content
    told = f"{_cue_words(found)} {link}{words}"
    asked = _asked(found)
    return f"{_opening(text, speaker)} {told}" if asked is None else f"{asked}, {_inner(text, speaker)} {told}"


def _has_predicate(found: Found) -> bool:
    """Whether a content has a finite verb."""
    block = found.block
    return any(t.tag_ in TENSED for low, high in found.content for t in block.tokens[block.place(low) : block.place(high)])


_JUDGING = frozenset({"consider", "deem", "find", "call", "label", "declare", "think"})
"""Verbs with an object and what it is held to be: "considers the plan hopeless"."""


def _noun_claim(text: str, found: Found, speaker: Speaker, content: str) -> str:
    """What a noun tells: "Quill made the claim that ..."; the article's own words where no clause follows: "Quill's embrace of ..."."""
    if _follows_that(text, found):
        return f"{_opening(text, speaker)} made the {found.cue[0].text} that {_lowered(content, found)}"
    cue, (low, high) = found.block.offsets(found.cue[0], found.cue[-1]), (found.content[0][0], found.content[-1][1])
    own = readable(text, min(cue[0], low), max(cue[1], high)).text
    return _mentioned(found, f"{_opening(text, speaker).rstrip(',')}'s {own}")


def _mentioned(found: Found, words: str) -> str:
    """A noun with what it tells, as a sentence: "Fears that the bridge is unsafe are mentioned"."""
    noun = found.cue[-1].nbor(-1) if found.cue[-1].pos_ == "ADP" and found.cue[-1].i else found.cue[-1]
    return f"{words} {'are' if noun.tag_ == 'NNS' else 'is'} mentioned"


def _link(text: str, found: Found, *, bare: bool) -> str:
    """What joins cue and content: "that " before a clause, a preposition, or nothing. `bare`: a clause that was without its subject."""
    if found.frame == "clause":
        judged = found.cue[-1].lemma_ in _JUDGING and not _follows_that(text, found) and not _has_predicate(found)
        return "" if judged else "that "
    if found.frame == "noun":
        return "" if text.startswith("to ", found.content[0][0]) else "that "
    if found.frame == "object" and (bare or _is_clause(text, found) or _stands_before(found)):
        return "that "
    if found.frame == "infinitive" and (asked := _who_is_asked(text, found)):
        return f"{asked} "
    return f"{found.link.text} " if found.frame == "oblique" and found.link is not None else ""


def _follows_that(text: str, found: Found) -> bool:
    return text[max(0, found.content[0][0] - 8) : found.content[0][0]].rstrip()[-5:].lower() == " that"


def _stands_before(found: Found) -> bool:
    """Whether what looks like an object is a clause before its cue: "The vote is off, | Quill said"."""
    return found.content[0][0] < found.block.offsets(found.cue[0], found.cue[0])[0] and _has_predicate(found)


def _who_is_asked(text: str, found: Found) -> str:
    """The words between a cue and an infinitive that is its content: "called | on Quill | to resign"."""
    end = found.block.offsets(found.cue[-1], found.cue[-1])[1]
    between = " ".join(text[end : found.content[0][0]].split()) if end < found.content[0][0] else ""
    return between if len(between) <= _SHORT and not _MARKED.search(between) else ""


_SHORT = 40
"""Code points up to which who is asked is told in a claim."""
_MARKED = re.compile(r"[,;:.()\"“”]")


def narrowed(text: str, outer: Found, inner: Found) -> Found:
    """The outer attribution with that part of its content alone that tells the inner one: "said | the work goes on and that | it hopes to
    reopen the bridge". As it is where the rest is more than a clause beside it, such as a condition.
    """
    if inner.source is None or not inner.cue or inner.verb is None or len(outer.content) > 1:
        return outer
    cue = inner.block.offsets(inner.cue[0], inner.cue[-1])
    start, end = min(inner.source.start, cue[0], inner.content[0][0]), max(cue[1], inner.content[-1][1])
    piece = next(((low, high) for low, high in outer.content if low <= start and end <= high), None)
    if piece is None:
        return outer
    before, after = text[piece[0] : start], text[end : piece[1]]
    if before and inner.verb.dep_ != "conj" and not before.endswith(" that "):
        return outer
    if not (_BESIDE_BEFORE.search(before) and _BESIDE_AFTER.match(after) and before.count('"') % 2 == after.count('"') % 2 == 0):
        return outer
    return replace(outer, content=[(start, end)])


_BESIDE_BEFORE = re.compile(r"(?:\A|[,;]?\s(?:and|but)\s+(?:that\s+)?)\Z")
_BESIDE_AFTER = re.compile(r"[\s.]*\Z|[,;]?\s+(?:and|but)\s")


def _antecedent(found: Found, pieces: Sequence[str]) -> str | None:
    """What the relative pronoun means that is a content's first piece, or one that is left out: "a ferry that | the board says | could
    cost a million", "money | they say | has helped".
    """
    first = _first_word(found)
    if first is None or not (_is_relative(pieces) or _lacks_subject(found, first)):
        return None
    clause = first.head if _is_relative(pieces) else found.verb
    while clause is not None and clause.dep_ in {"ccomp", "xcomp", "conj"} and clause.head is not clause:
        clause = clause.head
    if clause is None or clause.dep_ != "relcl" or clause.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    noun, first = clause.head, clause.head.left_edge
    if noun.dep_ == "appos" and first.lower_ in {"a", "an"}:  # "leasing the hall, an idea | Marsh said | had been studied"
        return f"the {text_of(first.nbor(1), noun)}"
    return text_of(first, noun)


def _is_relative(pieces: Sequence[str]) -> bool:
    return pieces[0].lower() in ({"that", "which", "who"} if len(pieces) > 1 else {"which", "whom"})


def _lacks_subject(found: Found, first: Token) -> bool:
    """Whether the content begins with its finite verb."""
    tensed = first.tag_ in TENSED and first.i > found.cue[-1].i
    head = first.head if first.dep_ in {"aux", "auxpass"} else first
    return tensed and child(head, "nsubj", "nsubjpass", "expl") is None


def _shared_subject(found: Found) -> tuple[int, int] | None:
    """The subject that a verb without one has in common with the verb it is coordinated with."""
    verb = found.verb
    while verb is not None and verb.dep_ == "conj" and child(verb, "nsubj", "nsubjpass") is None:
        verb = verb.head
    subject = child(verb, "nsubj", "nsubjpass") if verb is not None and verb is not found.verb else None
    return None if subject is None else found.block.offsets(subject.left_edge, subject.right_edge)


def _opening(text: str, speaker: Speaker) -> str:
    name = _inner(text, speaker)
    name = name[:1].upper() + name[1:]
    return f"{name}," if "," in name else name


def _inner(text: str, speaker: Speaker) -> str:
    """The speaker within a sentence: an article or number in front in small letters, "the" where the name has it in the article."""
    first = speaker.name.split()[0]
    if first in {"The", "A", "An", "Some", "Two", "Many"}:
        return speaker.name[:1].lower() + speaker.name[1:]
    return f"the {speaker.name}" if _takes_the(text, speaker) else speaker.name


def _takes_the(text: str, speaker: Speaker) -> bool:
    """Whether a name that is no person's has "the" in front where it is used, and in more than half of its uses: "the Department of
    Health", but "Nato".
    """
    if speaker.kind == "person" or not speaker.name[:1].isupper() or speaker.resolved_by == "unresolved":
        return False
    here = speaker.mention
    if here is not None and here.quote == speaker.name and text[max(0, here.start - 4) : here.start].lower() != "the ":
        return False
    return _is_used_with_the(text, speaker.name)


@lru_cache(maxsize=1024)
def _is_used_with_the(text: str, name: str) -> bool:
    uses = re.findall(rf"\b(the )?{re.escape(name)}\b", text, re.IGNORECASE)
    return 2 * sum(map(bool, uses)) > len(uses)


def _sentence(words: str) -> str:
    words = " ".join(words.split())
    words = _COMMA_LAST.sub("", words[:1].upper() + words[1:])
    ends = words.rstrip("\"”’»'")[-1:] or "."
    return words if ends in ".!?" else f"{words}."


_COMMA_LAST = re.compile(r",(?=[\"”’»']+\Z)")


def _quoted(pieces: Sequence[str]) -> str:
    """The pieces in one pair of marks, an omission between them; double marks inside become single ones."""
    inside = " […] ".join(piece.strip() for piece in pieces)
    swapped = inside.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{swapped}”"


def _all_quoted(text: str, found: Found) -> bool:
    """Whether the content is one stretch with a quote mark right before and right behind it."""
    start, end = found.content[0][0], found.content[-1][1]
    after = text[end : end + 3].lstrip(",.!?")
    return len(found.content) == 1 and text[start - 1 : start] in _OPENING_MARKS and after[:1] in _CLOSING_MARKS and bool(after)


def _with_marks(text: str, found: Found, pieces: Sequence[str]) -> list[str]:
    """The pieces of a content that is quoted in parts: each that is a whole quotation has its marks again."""
    if len(pieces) < 2:
        return list(pieces)
    marked: list[str] = []
    for (start, end), piece in zip(found.content, pieces, strict=True):
        closing = text[end : end + 2].lstrip(",.!?")[:1]
        whole = text[start - 1 : start] in _DOUBLE and bool(closing) and closing in _DOUBLE and start > 0 and '"' not in piece
        marked.append(f'"{piece}"' if whole else piece)
    return marked


_DOUBLE = frozenset('"“”„«»')


def _balanced(text: str, found: Found, content: str) -> str:
    """A quote mark whose partner was trimmed off the content's edge gets it back; one without a partner anywhere goes."""
    start, end = found.content[0][0], found.content[-1][1]
    if _SINGLE_OPEN.search(content) and not _SINGLE_CLOSE.search(content) and text[end : end + 2].lstrip(".,")[:1] in {"’", "'"}:
        content = f"{content}'"
    if content.count('"') % 2 == 0:
        return content
    if text[start - 1 : start] in _OPENING_MARKS and start:
        return f'"{content}'
    if any(mark in _CLOSING_MARKS for mark in text[end : end + 2]):
        return f'{content}"'
    return content.replace('"', "")


_SINGLE_OPEN = re.compile(r"(?:^|[\s(])['‘](?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?])['’](?!\w)")


def _first_word(found: Found) -> Token | None:
    """The content's first word."""
    tokens, at = found.block.tokens, found.block.place(found.content[0][0])
    return tokens[at] if at < len(tokens) else None


def _asks(found: Found) -> bool:
    """Whether the clause brings its own question word ("asked whether ...", "explained how ...")."""
    first = _first_word(found)
    if first is not None and first.tag_ == "RB" and first.i + 1 < len(first.doc):  # "knows | precisely what they will say"
        first = first.nbor(1)
    return first is not None and (first.tag_ in {"WRB", "WP", "WDT"} or first.lower_ == "whether" or first.text == "if")


def _is_clause(text: str, found: Found) -> bool:
    """Whether what looks like the cue's object is a clause: behind "that", or with a pronoun for its subject."""
    first = _first_word(found)
    behind = _follows_that(text, found)
    subject = first is not None and first.tag_ == "PRP" and first.dep_ in {"nsubj", "nsubjpass"} and first.i > found.cue[-1].i
    return behind or subject


def _lowered(content: str, found: Found) -> str:
    """A content that began a sentence goes on in one: its first word is lower-cased unless it is a name."""
    first = _first_word(found)
    if (
        first is None or not content.startswith(first.text) or first.text in {"I", "I'm"} or first.text[1:] != first.text[1:].lower()
    ):  # "MPs", "NASA"
        return content
    if (first.pos_ == "PROPN" or first.ent_type_ in _NAMES) and first.pos_ not in {"DET", "ADV", "ADP"}:
        return content
    return content[:1].lower() + content[1:]


def _cue_words(found: Found) -> str:
    """The cue as a finite verb: a participle or infinitive becomes the past, everything else stays as it is written."""
    verb = found.verb
    if verb is None or not verb.is_alpha:  # a signature's dash, a headline's colon
        return "said"
    if (whole := _neither(verb)) is not None:
        return whole
    adverbs = _adverbs(verb)
    lemma = verb.lemma_.lower()
    words = _as_written(found, found.cue)
    finite = any(t.tag_ in TENSED for t in found.cue) or _is_taken_for_a_noun(verb, found)
    if not finite:
        past = verb_forms("say" if lemma == "tell" and found.frame in _TELLING else lemma).past
        words = " ".join([past, *([behind] if (behind := _as_written(found, [t for t in found.cue if t.i > verb.i])) else [])])
    return " ".join([*adverbs, words])


def _as_written(found: Found, cue: Sequence[Token]) -> str:
    """The cue's words as the article has them, "told" as "said" where nobody is told in the claim."""
    said = (_SAY.get(t.lower_, t.text) if found.frame in _TELLING else t.text for t in cue)
    spaces = ["" if t.i + 1 == after.i and not t.whitespace_ else " " for t, after in itertools.pairwise(cue)]
    return "".join(itertools.chain.from_iterable(itertools.zip_longest(said, spaces, fillvalue="")))


def _by(found: Found) -> Token | None:
    """The "by" before the source of a cue in the passive, behind what is said: "that | was disputed by | Quill"."""
    verb = found.verb
    passive = verb is not None and verb.tag_ == "VBN" and child(verb, "auxpass") in found.cue
    if verb is None or not passive or found.source is None or found.content[-1][1] > found.block.offsets(found.cue[0], verb)[0]:
        return None
    return child(verb, "agent")


def _asked(found: Found) -> str | None:
    """The question before an answer that says little without it: "Asked whether it was safe, Quill said it was"."""
    verb = found.verb
    asked = (
        next((t for t in verb.lefts if t.dep_ == "advcl" and t.tag_ == "VBN" and t.lower_ == "asked"), None) if verb is not None else None
    )
    if asked is None or found.frame != "clause":
        return None
    return text_of(asked.left_edge, asked.right_edge)


def _is_taken_for_a_noun(verb: Token, found: Found) -> bool:
    """Whether the tagger has a noun or an infinitive where a plural's present tense stands: "records show"."""
    source = found.source
    words = source.block.doc[source.first.i : source.last.i + 1] if source is not None else ()
    nouns = {t.i: t for t in words if t.pos_ in {"NOUN", "PROPN"}}
    noun = next((t for at, t in nouns.items() if at + 1 not in nouns), None)
    return (
        noun is not None
        and noun.tag_ in {"NNS", "NNPS"}
        and len(found.cue) == 1
        and verb.lower_ == verb.lemma_.lower()
        and verb.tag_ in {"NN", "VB"}
    )


def _neither(verb: Token) -> str | None:
    """The whole of "neither confirmed nor denied", for each of its verbs."""
    first = verb.head if verb.dep_ == "conj" else verb
    opening = next((t for t in first.lefts if t.lower_ == "neither"), None)
    if opening is None:
        return None
    last = max([first.i, verb.i, *(t.i for t in first.conjuncts)])
    begin = min([opening.i, *(t.i for t in first.lefts if t.dep_ in {"aux", "auxpass"})])
    return str(verb.doc[begin : last + 1].text)


def _adverbs(verb: Token) -> list[str]:
    """Adverbs right before the verb ("further speculated", "repeatedly denied")."""
    words: list[str] = []
    at = verb.i - 1
    while at >= 0 and verb.doc[at].pos_ == "ADV" and verb.doc[at].dep_ == "advmod" and verb.doc[at].head is verb:
        words.insert(0, verb.doc[at].text)
        at -= 1
    return words if child(verb, "aux", "auxpass") is None else []
