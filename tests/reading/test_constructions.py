"""Which words a construction is looked for at: it would hold at no other."""

from __future__ import annotations

from factcards.engines.local.parsing.parse import parse
from factcards.engines.local.ruled.constructions import rules_for
from factcards.engines.local.ruled.tellers import is_source, mention_of
from factcards.segment import lay_out
from tests.reading.test_cases import TABLE
from tests.support.tables import english

EVERY = 2
"""Of so many texts one is asked of: the whole table takes ten seconds."""


def test_a_construction_holds_only_where_it_is_looked_for() -> None:
    """At whatever word of the table's texts a rule answers when it is asked, it is asked by its row in the table of rules, too."""
    articles = [english(text) for text in [text for rows in TABLE.values() for text, _ in rows][::EVERY]]
    spared: list[str] = []
    answers = 0
    for article, blocks in zip(articles, parse(articles, [lay_out(article) for article in articles]), strict=True):
        for block in blocks:
            for token in block.tokens:
                for rule in rules_for(token.pos_):
                    if rule.ask(block, token, mention_of, is_source) is None:
                        continue
                    answers += 1
                    if not rule.is_for(token.tag_, token.dep_, token.lemma_.lower(), token.lower_):
                        spared.append(f"{token}: {article.text}")
    assert answers > 20
    assert spared == []
