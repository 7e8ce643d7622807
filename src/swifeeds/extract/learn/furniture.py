"""What to take out of the text: blocks that recur, and what the teacher left out as furniture.

A paragraph that the teacher passed over on one page is not removed for that: it must be furniture
by what it is (repeated on other pages, made of links, named as such).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block
from swifeeds.extract.furniture import is_outside
from swifeeds.extract.learn.containers import gold_in
from swifeeds.extract.learn.sample import Sample
from swifeeds.extract.learn.selectors import TOO_MUCH
from swifeeds.extract.weight import weight

_MOST_RULES = 12
_LINKED = 0.5
_PASSAGE = 200
"""Letters from which a block that nothing else speaks against is a passage of the text."""

_LOST = 0.005
"""Share of a page's text that a rule may take along: a line that the teacher should not have."""

_MOST_LOST = 0.25
"""Share of one page's text that a rule may take, if it takes none on most other pages."""

_BARE = 5
"""How many times less a rule is worth that names an element only by where it stands."""

_WORTH = 12
"""Letters below which a rule is not worth its place."""


def furniture_selectors(samples: Sequence[Sample], content: str) -> tuple[str, ...]:
    """Rules for `remove`, those that take most first.

    Args:
        samples: the pages.
        content: the selector of their text.
    """
    recurring = _recurring(samples)
    noise = [_noise(sample, content, recurring) for sample in samples]
    gains, prices = _candidates(samples, noise)
    chosen: list[str] = []
    left = [dict(one) for one in noise]
    while len(chosen) < _MOST_RULES and (best := _best(gains, prices, left)):
        chosen.append(best)
        for index, taken in gains.pop(best).items():
            for block in taken:
                left[index].pop(block, None)
    return tuple(chosen)


def _recurring(samples: Sequence[Sample]) -> frozenset[str]:
    counts = Counter(key for sample in samples for key in set(sample.keys))
    return frozenset(key for key, count in counts.items() if key.strip() and count > 1)


def _noise(sample: Sample, content: str, recurring: frozenset[str]) -> dict[int, int]:
    """The blocks of the container that are furniture, with their weights."""
    return {
        index: weight(sample.blocks[index].text)
        for index in sample.blocks_in(sample.pick(content))
        if sample.keys[index] not in sample.gold
        and _is_furniture(sample.blocks[index], sample.keys[index], recurring)
    }


def _is_furniture(block: Block, key: str, recurring: frozenset[str]) -> bool:
    return (
        key in recurring
        or block.link_share > _LINKED
        or is_outside(block.element)
        or weight(block.text) < _PASSAGE
    )


def _candidates(
    samples: Sequence[Sample], noise: Sequence[Mapping[int, int]]
) -> tuple[dict[str, dict[int, frozenset[int]]], dict[str, float]]:
    """For each possible rule the furniture that it takes from each page, and its price."""
    prices: dict[str, float] = {}
    for sample, blocks in zip(samples, noise, strict=True):
        for element in _pieces(sample, blocks):
            for selector, price in sample.names.selectors(element).items():
                prices[selector] = min(price, prices.get(selector, price))
    passages = [_passages(sample) for sample in samples]
    gains: dict[str, dict[int, frozenset[int]]] = {}
    for selector in prices:
        taken = {
            index: found
            for index, sample in enumerate(samples)
            if (found := frozenset(noise[index]) & set(sample.blocks_in(sample.pick(selector))))
        }
        if taken and not _takes_text(selector, samples, passages):
            gains[selector] = taken
    return gains, prices


def _pieces(sample: Sample, noise: Mapping[int, int]) -> Iterator[HtmlElement]:
    """The elements around each block of furniture that hold nothing of the text."""
    seen: set[HtmlElement] = set()
    for index in noise:
        element = sample.blocks[index].element
        for around in (element, *element.iterancestors()):
            if around in seen or around.tag in {"body", "html"}:
                break
            if any(sample.keys[one] in sample.gold for one in sample.below[around]):
                break
            seen.add(around)
            yield around


def _takes_text(
    selector: str, samples: Sequence[Sample], passages: Sequence[frozenset[int]]
) -> bool:
    """True for a rule that takes text: more than the teacher may have taken wrongly on a page."""
    wrong = 0
    for sample, kept in zip(samples, passages, strict=True):
        indexes = sample.blocks_in(sample.pick(selector))
        lost = gold_in(sample, indexes)
        if lost > _MOST_LOST:
            return True
        wrong += lost > _LOST or not kept.isdisjoint(indexes)
    return wrong > len(samples) // 3


def _passages(sample: Sample) -> frozenset[int]:
    """Blocks that may be text which the teacher passed over: long, no list, nothing named so."""
    return frozenset(
        index
        for index, block in enumerate(sample.blocks)
        if sample.keys[index] not in sample.gold
        and weight(block.text) >= _PASSAGE
        and block.link_share <= _LINKED
        and not is_outside(block.element)
    )


def _best(
    gains: Mapping[str, Mapping[int, frozenset[int]]],
    prices: Mapping[str, float],
    left: Sequence[Mapping[int, int]],
) -> str | None:
    def worth(selector: str) -> int:
        taken = gains[selector].items()
        whole = sum(left[index].get(block, 0) for index, blocks in taken for block in blocks)
        # A bare element within another (`.text > div`) may hold text on the next page.
        return whole // _BARE if selector.rsplit(" ", maxsplit=1)[-1] in TOO_MUCH else whole

    best = min(gains, key=lambda one: (-worth(one), prices[one], one), default=None)
    return best if best is not None and worth(best) >= _WORTH else None
