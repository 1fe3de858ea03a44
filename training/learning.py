"""What the scripts that learn log-linear weights share: their arguments, the labelled articles' texts, and the descent."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float64]


def arguments(purpose: str | None) -> argparse.Namespace:
    """The articles that a script is given (`articles`), and whether it writes what it learns (`write`)."""
    parser = argparse.ArgumentParser(description=purpose, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def texts(files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The name and the text of each article in files of articles, or of summaries with their articles."""
    for row in (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        if "article" in row:
            yield sha256(row["article"].encode()).hexdigest()[:16], row["article"]
        else:
            yield row["id"], row["text"]


def descended(slope_at: Callable[[Weights], Weights], begin: Weights, free: Weights, *, steps: int, rate: float) -> Weights:
    """The weights after so many steps of Adam (Kingma and Ba 2015) against a slope; where it is not `free` a weight stays."""
    weights, mean, square = begin.copy(), np.zeros_like(begin), np.zeros_like(begin)
    for step in range(1, steps + 1):
        slope = slope_at(weights)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - free * rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights
