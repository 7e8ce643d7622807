"""BCubed: how well found clusters agree with the gold, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping


def bcubed(
    gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over the items of `gold`, each of which `found` places too.

    An item's precision is the share of its found cluster that is of its gold cluster, its recall
    the share of its gold cluster that is in its found one; both are means over the items.
    """
    if not gold:
        return (1.0, 1.0, 1.0)
    both = Counter((gold[item], found[item]) for item in gold)
    sizes = Counter(found[item] for item in gold)
    gold_sizes = Counter(gold.values())
    precision = sum(n * n / sizes[cluster] for (_, cluster), n in both.items()) / len(gold)
    recall = sum(n * n / gold_sizes[cluster] for (cluster, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
