"""Fact cards from a news article: who said what, in which words, how surely; every card traced to the exact characters.

The public API is what `__all__` names. `make` does the main job:

    from factcards import make, render
    deck = make("Mayor Ada Quill said the bridge might close in May.")
    print(render(deck))
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcards.cards import Article, Brief, Card, Deck, Finding, Hedge, Speaker
    from factcards.choosing import EngineChoice, choose
    from factcards.config import UserConfig
    from factcards.drafts import Engine
    from factcards.engines.local.certainty.factuality import factualities, factuality
    from factcards.errors import (
        ArticleError,
        BudgetError,
        CassetteError,
        CassetteMiss,
        ConfigError,
        FactcardsError,
        GoldError,
        LanguageError,
        ModelOutputError,
        OutputError,
        ProviderError,
        TemplateError,
        UsageError,
    )
    from factcards.events import Event, EventLevel
    from factcards.lint.coverage import Claim, Coverage
    from factcards.lint.findings import Objection, Passage
    from factcards.lint.report import Report
    from factcards.pipeline import make
    from factcards.read import Loaded, from_text, read_file
    from factcards.reading import Reader
    from factcards.rendering import render
    from factcards.spans import Span
    from factcards.templates import Templates
    from factcards.verifying import VerifySettings, coverage, verify

__all__ = [
    "Article",
    "ArticleError",
    "Brief",
    "BudgetError",
    "Card",
    "CassetteError",
    "CassetteMiss",
    "Claim",
    "ConfigError",
    "Coverage",
    "Deck",
    "Engine",
    "EngineChoice",
    "Event",
    "EventLevel",
    "FactcardsError",
    "Finding",
    "GoldError",
    "Hedge",
    "LanguageError",
    "Loaded",
    "ModelOutputError",
    "Objection",
    "OutputError",
    "Passage",
    "ProviderError",
    "Reader",
    "Report",
    "Span",
    "Speaker",
    "TemplateError",
    "Templates",
    "UsageError",
    "UserConfig",
    "VerifySettings",
    "choose",
    "coverage",
    "factualities",
    "factuality",
    "from_text",
    "make",
    "read_file",
    "render",
    "verify",
]

_HOMES = {
    "Article": "cards",
    "Brief": "cards",
    "Card": "cards",
    "Claim": "lint.coverage",
    "Coverage": "lint.coverage",
    "Deck": "cards",
    "Engine": "drafts",
    "EngineChoice": "choosing",
    "Event": "events",
    "EventLevel": "events",
    "Finding": "cards",
    "Hedge": "cards",
    "Loaded": "read",
    "Objection": "lint.findings",
    "Passage": "lint.findings",
    "Reader": "reading",
    "Report": "lint.report",
    "Span": "spans",
    "Speaker": "cards",
    "Templates": "templates",
    "UserConfig": "config",
    "VerifySettings": "verifying",
    "choose": "choosing",
    "coverage": "verifying",
    "factualities": "engines.local.certainty.factuality",
    "factuality": "engines.local.certainty.factuality",
    "from_text": "read",
    "make": "pipeline",
    "read_file": "read",
    "render": "rendering",
    "verify": "verifying",
}


def __getattr__(name: str) -> object:
    """Public names are imported when they are first used, so that `import factcards` costs next to nothing (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
    globals()[name] = value
    return value
