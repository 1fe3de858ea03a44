"""Nine tenths of a check go into reading both sides: here a module's texts are read in one pass, and none is read twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcards import verifying
from factcards.engines.local.reader import LocalReader
from factcards.errors import FactcardsError
from factcards.lint.documents import open_document
from factcards.read import article_of
from tests.support.readers import LONG, Remembering


@pytest.fixture(scope="session")
def _remembering() -> Remembering:
    """The reader that `verify` takes by itself, with a memory."""
    return Remembering(LocalReader("said"))


@pytest.fixture(scope="module", autouse=True)
def _read_together(request: pytest.FixtureRequest, _remembering: Remembering) -> Iterator[None]:
    """The texts in the parameters of a module's tests, as far as these were chosen to run: a `source` is one, any other a summary."""
    sources, summaries = set(), set()
    for item in request.session.items:
        if isinstance(item, pytest.Function) and item.path == request.path and hasattr(item, "callspec"):
            for name, value in item.callspec.params.items():
                if isinstance(value, str) and " " in value and len(value) < LONG:
                    (sources if name == "source" else summaries).add(value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verifying, "comparing_reader", lambda: _remembering)
        try:
            if sources:
                verifying.index_sources([article_of(text) for text in sorted(sources)], _remembering)
            _remembering.read([open_document(text, "-").article for text in sorted(summaries)])
        except FactcardsError:
            pass  # what is not to be read is a test's own concern, and the rest is read when it is asked for
        yield
