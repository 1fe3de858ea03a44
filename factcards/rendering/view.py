"""What the Markdown template sees of a deck: plain strings, every one of them already escaped."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from factcards.brief import Group, group_by_speaker
from factcards.canonical import json_safe
from factcards.cards import Card, Deck, Level, Speaker
from factcards.errors import UsageError, refuse_other
from factcards.mapped import unmarked
from factcards.rendering import escape
from factcards.rendering.places import place_in_file
from factcards.templates import Templates

__all__ = ["render", "terminal_safe"]

_SEVERITY = {"error": "ERROR", "warning": "warning", "unsure": "unsure", "info": "note"}
_RESOLVED = {
    "pronoun": "a pronoun",
    "alias": "a shorter name",
    "nominal": "a description",
    "carried": "the sentences before",
}


def render(deck: Deck, form: Literal["markdown", "json"] = "markdown", templates: Templates | None = None) -> str:
    """The deck as text that ends in a line feed, safe to paste into a page, a terminal or a build log.

    Args:
        deck: What to show.
        form: "markdown" (the brief) or "json" (the whole deck; `Deck.model_validate_json` gives the same deck back).
        templates: Where the template "markdown" comes from; the built-in ones when null.

    Raises:
        UsageError: if it is no deck, `form` is neither, or the templates are none.
        TemplateError: if the template is broken.
    """
    refuse_other(deck, Deck, "render takes a Deck")
    refuse_other(templates, Templates | None, "render takes Templates")
    if form == "json":
        return json_safe(deck.model_dump_json(indent=2)) + "\n"
    if form != "markdown":
        raise UsageError(f"a deck cannot be rendered as {form!r}.", hint='Use "markdown" or "json".')
    text = (templates or Templates()).render("markdown", **_View(deck).variables())
    return text.strip() + "\n"


def terminal_safe(text: str, *, lines: bool = False) -> str:
    """The text with whatever a terminal or a build log would obey made visible.

    Args:
        text: Untrusted.
        lines: Whether line feeds stay.
    """
    return escape.terminal(text, newlines=lines)


class _View:
    """One deck, and the numbers under which its cards are shown."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._groups = group_by_speaker(deck.cards)
        shown = [card.id for group in self._groups for card in group.cards]
        self._numbers = {ref: number for number, ref in enumerate(shown, start=1)}

    def variables(self) -> dict[str, object]:
        """What the template may use; strings are escaped, numbers are not strings."""
        deck = self._deck
        return {
            "title": escape.markdown(deck.brief.title),
            "source": self._source(),
            "summary": [{"text": escape.markdown(sentence.text), "refs": self._refs(sentence.cards)} for sentence in deck.brief.summary],
            "groups": [self._group(group) for group in self._groups],
            "withheld": [
                {
                    "text": escape.markdown(w.text),
                    "reason": escape.markdown(w.reason),
                    "code": w.code,
                    "refs": self._refs(w.cards),
                }
                for w in deck.brief.withheld
            ],
            "rejected": [
                {
                    "claim": escape.markdown(r.claim),
                    "quote": escape.markdown(r.quote),
                    "reason": escape.markdown(r.reason),
                    "code": r.code,
                }
                for r in deck.rejected
            ],
            "missing": [
                {
                    "start": chunk.start,
                    "end": chunk.end,
                    "outcome": chunk.outcome,
                    "message": escape.markdown(chunk.message or ""),
                }
                for chunk in deck.provenance.chunks
                if chunk.outcome != "ok"
            ],
            "footer": self._footer(),
        }

    def _refs(self, ids: tuple[str, ...]) -> str:
        return " ".join(f"\\[{self._numbers[ref]}\\]" for ref in ids)

    def _source(self) -> str:
        article = self._deck.article
        pieces = [article.byline, article.site, article.published, article.url, None if article.source == "-" else article.source]
        return " · ".join(escape.markdown(piece) for piece in pieces if piece)

    def _group(self, group: Group) -> dict[str, object]:
        name = "The article itself" if group.name is None else escape.markdown(group.name)
        role = f" ({escape.markdown(group.role)})" if group.role else ""
        return {"name": name + role, "cards": [self._card(card) for card in group.cards]}

    def _card(self, card: Card) -> dict[str, object]:
        return {
            "number": self._numbers[card.id],
            "claim": escape.markdown(card.claim),
            "quote": self._quote(card),
            "context": escape.markdown(" ".join(unmarked(self._deck.article.text, span.start, span.end).text for span in card.context)),
            "meta": self._meta(card),
            "flags": [f"{_SEVERITY[found.severity]}: {escape.markdown(found.message)}" for found in card.findings],
        }

    def _quote(self, card: Card) -> str:
        """The article's own words, with the hedges in bold."""
        pieces = []
        for span in card.content:
            shown = unmarked(self._deck.article.text, span.start, span.end)
            bold = [
                (shown.place(max(h.start, span.start)), shown.place(min(h.end, span.end)))
                for h in card.hedges
                if h.start < span.end and span.start < h.end
            ]
            pieces.append(escape.markdown(shown.text, bold))
        joined = " […] ".join(pieces)
        return f"“{joined}”" if card.mode == "direct" else joined

    def _meta(self, card: Card) -> str:
        first, last = card.content[0], card.content[-1]
        place = place_in_file(self._deck.article, first.start)
        pieces = [card.mode, f"{card.certainty}, {card.polarity}"]
        if card.cue is not None:
            pieces.append(f"cue: {escape.markdown(card.cue.quote)} ({card.cue.strength})")
        if card.hedges:
            pieces.append("hedges: " + ", ".join(escape.markdown(hedge.quote) for hedge in card.hedges))
        pieces += map(_via, card.via)
        if card.speaker is not None:
            pieces += _resolution(card.speaker)
        if card.part != "body":
            pieces.append(card.part)
        if card.alignment == "fuzzy":
            pieces.append(f"fuzzy match {card.alignment_score:.2f}")
        pieces += [f"line {place[0]}"] if place is not None else []
        pieces += [f"{first.start}–{last.end}", f"`{card.id}`"]
        return " · ".join(pieces)

    def _footer(self) -> list[str]:
        deck = self._deck
        made = deck.provenance
        lines = [
            "Checked by code against this article, not for truth: every quotation stands in it at the offsets given "
            "(code points); hedges, speakers, negations and figures of each claim were compared with the article's words.",
            f"Article sha256 `{deck.article.sha256[:16]}` · factcards {made.factcards_version} · engine {made.engine}"
            + (f" · reader {escape.markdown(made.reader)}" if made.reader else " · not read by the local reader"),
        ]
        if made.engine == "openai":
            origins = Counter(chunk.origin for chunk in made.chunks if chunk.origin is not None)
            told = ", ".join(f"{count} {origin}" for origin, count in sorted(origins.items()))
            cost = "unknown" if made.cost_usd is None else f"{made.cost_usd:.6f} USD"
            tokens = f"{made.usage.input_tokens} in, {made.usage.output_tokens} out" if made.usage else "not counted"
            lines.append(
                f"Model {escape.markdown(made.model or 'unknown')} · chunks answered: {told or 'none'} · tokens {tokens} · cost {cost}"
            )
        return lines


def _via(level: Level) -> str:
    """Who tells of the claim, and how, where he does not plainly say it: "via Bo Marsh (denied: certain, negated)"."""
    name = escape.markdown(level.speaker.name) if level.speaker else "the article"
    if level.cue is None or (level.certainty, level.polarity) == ("certain", "affirmed"):
        return f"via {name}"
    return f"via {name} ({escape.markdown(level.cue.quote)}: {level.certainty}, {level.polarity})"


def _resolution(speaker: Speaker) -> list[str]:
    if speaker.resolved_by == "named":
        return []
    if speaker.resolved_by == "unresolved":
        return ["speaker not resolved"]
    words = f" “{escape.markdown(speaker.mention.quote)}”" if speaker.mention is not None else ""
    rivals = ", or " + ", ".join(escape.markdown(rival.name) for rival in speaker.candidates) if speaker.candidates else ""
    return [f"speaker from {_RESOLVED[speaker.resolved_by]}{words} ({speaker.score:.2f}{rivals})"]
