"""Where the text stands: the smallest element, by the same selector on all pages, that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from swifeeds.extract.learn.sample import Sample
from swifeeds.extract.learn.selectors import TOO_MUCH
from swifeeds.extract.weight import weight

_LEAST_SHARE = 0.2
"""Share of a page's text that an element must hold to be looked at."""

_NOISE = 0.35
"""How much it counts that an element holds other text as well: much of it can be removed."""

_FROM = 3
"""Pages whose elements give the candidates; all pages judge them."""

_PRICE = 0.01
"""What a point of a selector's price counts beside the share of the text that it holds."""

_PIECES = TOO_MUCH - {"div", "section", "table", "td"} | {"tr", "tbody", "h1", "blockquote", "pre"}
"""Elements that are parts of a text: whoever selects them loses its other parts."""


def content_selectors(samples: Sequence[Sample]) -> dict[str, float]:
    """The selectors of the text with their prices, the most promising first."""
    prices: dict[str, float] = {}
    for sample in samples[:_FROM]:
        for element in _holders(sample):
            for selector, price in sample.names.selectors(element).items():
                prices[selector] = min(price, prices.get(selector, price))
    scores = {one: _score(samples, one) for one in prices}
    ranked = sorted(prices, key=lambda one: (-scores[one] + _PRICE * prices[one], one))
    return {one: prices[one] for one in ranked if scores[one] > 0}


def gold_in(sample: Sample, indexes: Sequence[int]) -> float:
    """The share of the teacher's text that stands in these blocks (0 to 1)."""
    whole = sum(map(len, sample.gold.values()))
    keys = {sample.keys[index] for index in indexes}
    return sum(len(sample.gold[key]) for key in keys & sample.gold.keys()) / max(1, whole)


def _holders(sample: Sample) -> list[HtmlElement]:
    return [
        element
        for element, indexes in sample.below.items()
        if element.tag not in _PIECES | {"html", "body"}
        and gold_in(sample, indexes) >= _LEAST_SHARE
    ]


def _score(samples: Sequence[Sample], selector: str) -> float:
    """The mean over the pages of what a selector holds of the text, less what else it holds."""
    return sum(_held(sample, selector) for sample in samples) / len(samples)


def _held(sample: Sample, selector: str) -> float:
    indexes = sample.blocks_in(sample.pick(selector))
    kept = gold_in(sample, indexes)
    if kept < _LEAST_SHARE:
        return 0.0
    noise = sum(
        weight(sample.blocks[index].text)
        for index in indexes
        if sample.keys[index] not in sample.gold
    )
    return kept - _NOISE * noise / (noise + kept * max(1, weight(sample.text)))
