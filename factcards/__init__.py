"""Fact cards from a news article: who said what, in which words, how surely; every card traced to the exact characters.

The public API is what `__all__` names. `make` does the main job:

    from factcards import make, render
    deck = make("Mayor Ada Quill said the bridge might close in May.")
    print(render(deck))
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcards.cards import Article as Article
    from factcards.cards import Brief as Brief
    from factcards.cards import Candidate as Candidate
    from factcards.cards import Card as Card
    from factcards.cards import Chunk as Chunk
    from factcards.cards import Cue as Cue
    from factcards.cards import Deck as Deck
    from factcards.cards import Entity as Entity
    from factcards.cards import Figure as Figure
    from factcards.cards import Finding as Finding
    from factcards.cards import Hedge as Hedge
    from factcards.cards import Level as Level
    from factcards.cards import Part as Part
    from factcards.cards import PromptVersion as PromptVersion
    from factcards.cards import Provenance as Provenance
    from factcards.cards import Rejected as Rejected
    from factcards.cards import SourceMapEntry as SourceMapEntry
    from factcards.cards import Speaker as Speaker
    from factcards.cards import SummarySentence as SummarySentence
    from factcards.cards import Usage as Usage
    from factcards.cards import Withheld as Withheld
    from factcards.choosing import EngineChoice as EngineChoice
    from factcards.choosing import choose as choose
    from factcards.config import UserConfig as UserConfig
    from factcards.drafts import Check as Check
    from factcards.drafts import Draft as Draft
    from factcards.drafts import Engine as Engine
    from factcards.drafts import Extracted as Extracted
    from factcards.drafts import Finished as Finished
    from factcards.drafts import Summarized as Summarized
    from factcards.engines.local.certainty.factuality import factualities as factualities
    from factcards.engines.local.certainty.factuality import factuality as factuality
    from factcards.errors import ArticleError as ArticleError
    from factcards.errors import BudgetError as BudgetError
    from factcards.errors import CassetteError as CassetteError
    from factcards.errors import CassetteMiss as CassetteMiss
    from factcards.errors import ConfigError as ConfigError
    from factcards.errors import FactcardsError as FactcardsError
    from factcards.errors import GoldError as GoldError
    from factcards.errors import LanguageError as LanguageError
    from factcards.errors import ModelOutputError as ModelOutputError
    from factcards.errors import OutputError as OutputError
    from factcards.errors import ProviderError as ProviderError
    from factcards.errors import TemplateError as TemplateError
    from factcards.errors import UsageError as UsageError
    from factcards.events import Event as Event
    from factcards.events import EventLevel as EventLevel
    from factcards.layout import Layout as Layout
    from factcards.layout import Paragraph as Paragraph
    from factcards.layout import Quotation as Quotation
    from factcards.layout import Sentence as Sentence
    from factcards.lint.coverage import Claim as Claim
    from factcards.lint.coverage import Coverage as Coverage
    from factcards.lint.findings import Edit as Edit
    from factcards.lint.findings import Objection as Objection
    from factcards.lint.findings import Passage as Passage
    from factcards.lint.report import Report as Report
    from factcards.lint.report import Suppressed as Suppressed
    from factcards.pipeline import make as make
    from factcards.read import Loaded as Loaded
    from factcards.read import from_text as from_text
    from factcards.read import read_file as read_file
    from factcards.reading import Attribution as Attribution
    from factcards.reading import Clause as Clause
    from factcards.reading import Name as Name
    from factcards.reading import Negation as Negation
    from factcards.reading import Reader as Reader
    from factcards.reading import Reading as Reading
    from factcards.rendering import render as render
    from factcards.spans import Span as Span
    from factcards.templates import Template as Template
    from factcards.templates import Templates as Templates
    from factcards.verifying import VerifySettings as VerifySettings
    from factcards.verifying import coverage as coverage
    from factcards.verifying import verify as verify

    __version__: str

_HOMES = {
    "cards": (
        "Article Brief Candidate Card Chunk Cue Deck Entity Figure Finding Hedge Level Part PromptVersion Provenance "
        "Rejected SourceMapEntry Speaker SummarySentence Usage Withheld"
    ),
    "choosing": "EngineChoice choose",
    "config": "UserConfig",
    "drafts": "Check Draft Engine Extracted Finished Summarized",
    "engines.local.certainty.factuality": "factualities factuality",
    "errors": (
        "ArticleError BudgetError CassetteError CassetteMiss ConfigError FactcardsError GoldError LanguageError "
        "ModelOutputError OutputError ProviderError TemplateError UsageError"
    ),
    "events": "Event EventLevel",
    "layout": "Layout Paragraph Quotation Sentence",
    "lint.coverage": "Claim Coverage",
    "lint.findings": "Edit Objection Passage",
    "lint.report": "Report Suppressed",
    "pipeline": "make",
    "read": "Loaded from_text read_file",
    "reading": "Attribution Clause Name Negation Reader Reading",
    "rendering": "render",
    "spans": "Span",
    "templates": "Template Templates",
    "verifying": "VerifySettings coverage verify",
}
"""Module -> what is public of it. Type checkers read the imports above instead; a test holds the two together."""

__all__ = [name for names in _HOMES.values() for name in names.split()]


def __getattr__(name: str) -> object:
    """Public names are imported when they are first used, so that `import factcards` costs next to nothing (PEP 562)."""
    from importlib import import_module

    if name == "__version__":
        from importlib.metadata import version

        return version(__name__)
    home = next((home for home, names in _HOMES.items() if name in names.split()), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
