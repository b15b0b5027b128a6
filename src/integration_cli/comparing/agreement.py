"""How far each two partners name the same barriers."""

from collections.abc import Collection, Mapping
from itertools import combinations

from integration_cli.comparison import Pair


def pairs(named: Mapping[str, Collection[str]]) -> list[Pair]:
    """Each two partners with the barriers that they share, least agreement first; `named` gives barriers by partner.

    Agreement is the Jaccard index: barriers that both name over barriers that either names. Of two pairs with
    the same index the one that names more comes first: its gap is wider. Every partner must name something.
    """
    found = [
        Pair(one, other, len(set(named[one]) & set(named[other])), len(set(named[one]) | set(named[other])))
        for one, other in combinations(named, 2)
    ]
    return sorted(found, key=lambda pair: (pair.share, -pair.either))
