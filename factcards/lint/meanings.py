"""What each code means, in a sentence: for reports and `factcards rules`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

__all__ = ["CODES", "MEANINGS", "Code"]

MEANINGS: Mapping[str, str] = {
    "negation_added": "The summary turns round what the source affirms.",
    "negation_dropped": "The source negates it; the summary does not.",
    "hedge_dropped": "The source hedges what the summary says flatly.",
    "hedge_strengthened": "A hedge became a certainty.",
    "less_sure": "The summary doubts what the source states.",
    "approximation_dropped": 'A figure lost its "about", "at least" or "up to".',
    "approximation_changed": "Before the same figure the summary says that it is more where the source says that it is less, or the other "
    "way round.",
    "scope_moved": "A hedge or a negation stands with another clause than in the source.",
    "quantity_changed": '"Some" became "all", "many" became "most", or the other way round.',
    "attribution_dropped": "What the source gives to somebody, the summary says in its own voice.",
    "speaker_swapped": "The words are given to somebody else than in the source.",
    "source_multiplied": "One source became several.",
    "cue_stronger": "The cue commits the speaker, or the writer, more than the source's.",
    "cue_weaker": "The cue commits the speaker less than the source's.",
    "quote_altered": "Words in quotation marks stand otherwise in the source.",
    "quote_absent": "Nobody says these words in the source.",
    "figure_changed": "Where the source has one figure the summary has another.",
    "figure_absent": "No source has this figure.",
    "figure_elsewhere": "The figure stands in the source, with other words.",
    "name_changed": "Where the source names one bearer the summary names another, or gives the name a title that the source never does.",
    "name_absent": "No source names this person or organization.",
    "name_misspelt": "The source spells the name otherwise.",
    "contrary": 'A word was turned into its opposite, by a list of pairs and by "un-".',
    "condition_dropped": "The source says so only under a condition that the summary leaves out.",
    "cause_claimed": 'The source says "after" or "amid"; the summary claims a cause.',
    "plan_as_fact": "The source plans or wants to, or has agreed or promised to; the summary says that it is done.",
    "pronoun_unresolved": 'The summary begins with "he", "their" or the like, and so nobody knows who is meant.',
    "roles_exchanged": "Who does it in the source is whom it is done to in the summary, and the other way round.",
    "ungrounded": "Hardly a word of the sentence stands in any source.",
}
"""Code -> what it means: the first words of its section in docs/rules.md, in the order of that page."""

CODES: tuple[str, ...] = tuple(MEANINGS)
"""Every code that a rule can give."""

Code = Annotated[str, Field(json_schema_extra={"enum": list(CODES)})]
"""One of them; a JSON Schema lists them."""
