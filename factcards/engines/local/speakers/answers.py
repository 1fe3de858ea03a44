"""A speaker as an answer tells him: by name, by a description or a pronoun with its rivals, unresolved, or unnamed."""

from __future__ import annotations

from factcards.cards import UNNAMED, Candidate, ResolvedBy, Speaker, SpeakerKind
from factcards.engines.local.parsing.tokens import Token
from factcards.engines.local.speakers.bearers import Answer, Bearer
from factcards.engines.local.speakers.kinds import is_of_a_place
from factcards.spans import Span

__all__ = ["by_name", "implied", "taken", "unnamed", "unresolved"]

_SPEAKS_AS: dict[str, SpeakerKind] = {"place": "government", "other": "unknown"}


def taken(answer: Answer, span: Span, by: ResolvedBy, score: float, head: Token) -> Speaker:
    """The likeliest bearer of an answer, told by a description or a pronoun, with up to three rivals."""
    return _borne(answer[0][0], head, span, by, round(score, 2), _candidates(answer[1:4]))


def unresolved(answer: Answer, span: Span) -> Speaker:
    """The mention's own words, with up to four whom they may mean."""
    words = " ".join(span.quote.split())
    return Speaker(name=words, kind="unknown", mention=span, resolved_by="unresolved", score=0.0, candidates=_candidates(answer[:4]))


def implied(bearer: Bearer) -> Speaker:
    """A bearer whom no words beside the content name."""
    kind = _speaks_as(bearer, bearer.mentions[0].head) if bearer.mentions else "person"
    return Speaker(name=bearer.name, role=bearer.role, kind=kind, resolved_by="carried", score=0.7)


def unnamed() -> Speaker:
    """Somebody of whom the article says nothing at all."""
    return Speaker(name=UNNAMED, kind="unknown", resolved_by="unresolved", score=0.0)


def _candidates(answer: Answer) -> tuple[Candidate, ...]:
    return tuple(Candidate(name=bearer.name, score=round(min(1.0, share), 2)) for bearer, share in answer if round(share, 2) > 0)


def by_name(bearer: Bearer, head: Token, mention: Span, score: float, *, full: bool, candidates: tuple[Candidate, ...] = ()) -> Speaker:
    """A bearer whose name the article has here, in full or in part."""
    return _borne(bearer, head, mention, "named" if full else "alias", score, candidates)


def _borne(bearer: Bearer, head: Token, mention: Span, by: ResolvedBy, score: float, candidates: tuple[Candidate, ...]) -> Speaker:
    kind = _speaks_as(bearer, head)
    return Speaker(name=bearer.name, role=bearer.role, kind=kind, mention=mention, resolved_by=by, score=score, candidates=candidates)


def _speaks_as(bearer: Bearer, head: Token) -> SpeakerKind:
    """What kind of speaker a bearer is: a place speaks as its government."""
    if bearer.kind in {"place", "other"}:
        tagged = head.ent_type_ == "PERSON" and not any(is_of_a_place(m) for m in bearer.mentions)
        return "person" if tagged else _SPEAKS_AS[bearer.kind]
    return bearer.kind  # type: ignore[return-value]
