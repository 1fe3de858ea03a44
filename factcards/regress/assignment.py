"""The best pairing of two lists by a score: the whole sum is greatest, not each pair in turn (Kuhn 1955; Jonker and Volgenant 1987)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

__all__ = ["assign"]


def assign(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pairs of left and right places whose scores add up to the most.

    Args:
        scores: For each pair that may be made its score above 0; pairs that are not there are never made.

    Returns:
        For each paired left place its right place.

    >>> assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7})
    {0: 1, 1: 0}
    """
    result: dict[int, int] = {}
    for lefts, rights in _components(scores):
        result.update(_solve(sorted(lefts), sorted(rights), scores))
    return dict(sorted(result.items()))


def _components(scores: Mapping[tuple[int, int], float]) -> Iterator[tuple[set[int], set[int]]]:
    """Places that hang together, so that each small problem is solved for itself."""
    rights_of: dict[int, set[int]] = defaultdict(set)
    lefts_of: dict[int, set[int]] = defaultdict(set)
    for left, right in scores:
        rights_of[left].add(right)
        lefts_of[right].add(left)
    while rights_of:
        lefts, rights = {next(iter(rights_of))}, set[int]()
        waiting = list(lefts)
        while waiting:
            for right in rights_of.pop(waiting.pop()) - rights:
                rights.add(right)
                waiting += lefts_of[right] - lefts
                lefts |= lefts_of[right]
        yield lefts, rights


def _solve(lefts: list[int], rights: list[int], scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The Hungarian method on a square matrix of costs; a pair that may not be made costs nothing and is dropped afterwards."""
    size = max(len(lefts), len(rights))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for i, left in enumerate(lefts, start=1):
        for j, right in enumerate(rights, start=1):
            cost[i][j] = -scores.get((left, right), 0.0)
    u, v, matched, way = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        matched[0] = row
        column = _augment(cost, u, v, matched, way, size)
        while column:
            matched[column] = matched[way[column]]
            column = way[column]
    pairs = {}
    for j in range(1, len(rights) + 1):
        i = matched[j]
        if 0 < i <= len(lefts) and (lefts[i - 1], rights[j - 1]) in scores:
            pairs[lefts[i - 1]] = rights[j - 1]
    return pairs


def _augment(cost: list[list[float]], u: list[float], v: list[float], matched: list[int], way: list[int], size: int) -> int:
    """Extend the matching by one row along the cheapest path; gives the column where it ends."""
    least, used, column = [float("inf")] * (size + 1), [False] * (size + 1), 0
    while matched[column]:
        used[column] = True
        row, delta, following = matched[column], float("inf"), 0
        for j in range(1, size + 1):
            if used[j]:
                continue
            reduced = cost[row][j] - u[row] - v[j]
            if reduced < least[j]:
                least[j], way[j] = reduced, column
            if least[j] < delta:
                delta, following = least[j], j
        for j in range(size + 1):
            if used[j]:
                u[matched[j]] += delta
                v[j] -= delta
            else:
                least[j] -= delta
        column = following
    return column
