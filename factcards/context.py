"""What a card's claim points back to: one that begins with "it" or speaks of "this" cannot be understood without the sentence before it.

Knows words and the layout only, so it serves the cards of both engines and costs no parse.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from factcards.cards import Mode, Speaker, SpeakerKind
from factcards.layout import Layout
from factcards.spans import Span

__all__ = ["context_of", "points_back"]

_WORD = re.compile(r"[^\W\d_]+")
_ONE = frozenset(["he", "she", "him", "her", "his", "hers"])
_OTHER = frozenset(["it", "its", "they", "them", "their", "theirs"])
_UNLIKE: dict[SpeakerKind, frozenset[str]] = {"person": _OTHER, "anonymous": frozenset()}
"""Pronouns that are hardly the speaker, by kind; of an office, a group or a paper they are the persons'."""
_THESE = frozenset(["this", "these", "those", "such"])
_JOINING = frozenset(
    [
        "and", "but", "so", "or", "yet", "also", "then", "now", "still", "instead", "however", "meanwhile", "that", "if", "when", "while",
        "because", "as", "for", "in", "on", "at", "by", "with", "of", "to",
    ]
)  # fmt: skip
"""What may stand before the first word that names anything."""
_TIMES = frozenset(
    [
        "week", "weekend", "month", "year", "morning", "afternoon", "evening", "night", "summer", "autumn", "spring", "winter", "season",
        "fall", "day", "time", "century", "decade", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
)  # fmt: skip
_VERBS = frozenset(
    [
        "", "is", "isn", "was", "wasn", "are", "were", "will", "won", "has", "had", "have", "would", "can", "could", "may", "might", "must",
        "should", "does", "did", "do", "means", "makes", "shows",
    ]
)  # fmt: skip
"""What may follow a "this" that stands for a whole statement."""
_DEFINING = ("who", "whose", "that", "which", "with", "without", "in", "of", "from", "on", "at")
_AHEAD = {("such", "as"), *(("those", word) for word in _DEFINING)}
"""Words that say themselves what they mean."""
_DOING_SO = {(word, "so") for word in ("do", "does", "did", "done", "doing")}
"""A deed that was told before."""
_EMPTY_IT = re.compile(
    r"\W*when it comes to\b|\W*it(?:['’]s|\s+(?:is|was|will be|would be|has been))\W+(?:not\s+)?(?:too\s+)?\w+\s+"
    r"(?:that|to|for|whether|if|when|where|how|why|what|who|which)\b",
    re.IGNORECASE,
)
"""An "it" that points to nothing: "it is likely that"."""
_ITEM = re.compile(r"(?:[-*+•‣·]|\d{1,3}[.)])\s+(?=\S)")
"""What an item of a list begins with: none of its words."""
_BACK = 2
"""Sentences looked back at most: the one before may begin with a pronoun of its own."""


def context_of(text: str, layout: Layout, content: Sequence[Span], claim: str, mode: Mode, speaker: Speaker | None) -> tuple[Span, ...]:
    """The sentences right before a claim that say what its first pronoun or its "this" is, in text order; none where it stands alone.

    A sentence before it that points back itself brings the one before that.

    Args:
        text: The article's.
        layout: The article's.
        content: The claim's words in the article.
        claim: The claim as the card words it: a pronoun that it has told by name is none.
        mode: Of the card.
        speaker: Whose content it is.
    """
    if not points_back(" ".join(span.quote for span in content), claim, mode, speaker):
        return ()
    at = bisect_left(layout.sentences, content[0].start + 1, key=lambda s: s.end)
    part = layout.sentences[at].part if at < len(layout.sentences) else None
    found: list[Span] = []
    for before in reversed(layout.sentences[max(0, at - _BACK) : at]):
        if before.part != part:
            break
        item = _ITEM.match(text, before.start, before.end)
        start = item.end() if item else before.start
        words = text[start : before.end]
        found.append(Span(start=start, end=before.end, quote=words))
        if not points_back(words, words, "narration", None):
            break
    return tuple(reversed(found))


def points_back(content: str, claim: str, mode: Mode, speaker: Speaker | None) -> bool:
    """Whether a claim begins with a pronoun that its own words do not explain, or speaks of "this", "these" or "such".

    Within quotation marks "this" counts where it stands for a whole statement. In reported speech, partly quoted or not, "he" is mostly
    a person who speaks, and "it" or "they" an office or a group that does.
    """
    words = [word.casefold() for word in _WORD.findall(content)]
    if words[:1] == ["that"] and words[1:2] and words[1] in _VERBS | {"s"}:
        return True
    if mode != "direct" and (words[-1:] == ["that"] or any(pair in _DOING_SO for pair in pairwise(words))):
        return True
    told = {word.casefold() for word in _WORD.findall(claim)}
    for word, following in pairwise([*words, ""]):
        if word not in _THESE & told or following in _TIMES or (word, following) in _AHEAD:
            continue
        if mode != "direct" or following in _VERBS:  # "this country" in somebody's mouth points to what all can see
            return True
    first = next((word for word in words if word not in _JOINING), "")
    opening = next((word for word in map(str.casefold, _WORD.findall(claim)) if word not in _JOINING), "")
    if first not in told or (mode == "narration" and opening != first) or _EMPTY_IT.match(content):
        return False
    if mode in {"direct", "narration"}:
        return first in _ONE | _OTHER
    if speaker is None or (speaker.kind == "unknown" and not _is_thing(speaker)):
        return False
    return first in _UNLIKE.get(speaker.kind, _ONE)


def _is_thing(speaker: Speaker) -> bool:
    """Whether somebody of no known kind is called by a common noun, and is no pronoun: "State television", "the filing"."""
    return speaker.resolved_by == "named" and speaker.name.rsplit(maxsplit=1)[-1].islower()
