"""Makes the classes of words in names: by their Brown cluster, how often they are written small, and how rare they are.

usage: python training/make_name_classes.py LOOKUPS [--words 40000] [--out FILE]

LOOKUPS is the `data` folder of the package spacy-lookups-data (MIT; 1,000 Brown clusters and the frequencies of a million forms, by
Explosion). Only the commonest forms with a capital are kept, by class: {"01101000 -1 2": "Quill Marsh ..."}. The first figures are the
top of the way to the word's cluster in the tree of clusters ("?" for a word in none), the second is how much commoner it is written small
(halves of natural logarithms, -3 to 3), the third how rare it is (two and a half each, 0 to 4).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from factcards.engines.local.parsing.packed import NAME_CLASSES

BITS = 8
"""Steps into the tree of clusters."""
NEVER = -22.0
"""Log probability of a form that the package does not have."""
HALF, MOST = 2.0, 3
COMMON, STEP, RAREST = -10.0, 2.5, 4


def classes(cluster: Mapping[str, int], chance: Mapping[str, float], count: int) -> dict[str, str]:
    """The commonest capitalised forms by class."""
    found = sorted((word for word in chance if word[0].isupper() and word.isalpha() and len(word) > 1), key=lambda w: (-chance[w], w))
    by_class: defaultdict[str, list[str]] = defaultdict(list)
    for word in found[:count]:
        number = cluster.get(word, 0)
        branch = bin(number)[:1:-1][:BITS] if number else "?"
        small = max(-MOST, min(MOST, round((chance.get(word.lower(), NEVER) - chance[word]) / HALF)))
        rare = max(0, min(RAREST, round((COMMON - chance[word]) / STEP)))
        by_class[f"{branch} {small} {rare}"].append(word)
    return {name: " ".join(sorted(words)) for name, words in by_class.items()}


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lookups", type=Path)
    parser.add_argument("--words", type=int, default=40_000)
    parser.add_argument("--out", type=Path, default=Path("factcards/engines/local") / NAME_CLASSES)
    options = parser.parse_args()
    unpacked = (gzip.decompress((options.lookups / f"en_lexeme_{name}.json.gz").read_bytes()) for name in ("cluster", "prob"))
    cluster, chance = map(json.loads, unpacked)
    data = json.dumps(classes(cluster, chance, options.words), sort_keys=True, separators=(",", ":")).encode()
    options.out.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{options.out}: {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
