"""What stands around the text and still speaks of the article: notes, marks, blocks of stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from swifeeds.extract.learn.sample import Sample
from swifeeds.extract.margin import sight
from swifeeds.extract.phrases import Line

_MOSTLY = 0.5
_MOST = 4
_TELLING = frozenset({Line.IMPORT, Line.STANDARDS, Line.CERTIFIED, Line.CONTRIBUTIONS,
                      Line.DEBATES, Line.CONTACT, Line.STORY})  # fmt: skip


def surrounding_selectors(samples: Sequence[Sample], content: str) -> tuple[str, ...]:
    """Selectors of the elements outside the text that hold lines worth reading; often none."""
    chosen: list[str] = []
    for sample in samples:
        for element in _elements(sample, content):
            if len(chosen) < _MOST and not _is_covered(sample, chosen, element):
                chosen.extend(_best(samples, sample, element))
    return tuple(dict.fromkeys(chosen))


def _elements(sample: Sample, content: str) -> Iterator[HtmlElement]:
    """The largest elements around each telling line that hold nothing of the text."""
    inside = set(sample.blocks_in(sample.pick(content)))
    for index, seen in enumerate(sight(sample.blocks)):
        if seen.line not in _TELLING or index in inside:
            continue
        found = None
        for around in (seen.block.element, *seen.block.element.iterancestors()):
            if around.tag in {"body", "html"} or inside & set(sample.below[around]):
                break
            found = around
        if found is not None:
            yield found


def _is_covered(sample: Sample, chosen: Sequence[str], element: HtmlElement) -> bool:
    around = {element, *element.iterancestors()}
    return any(one in around for selector in chosen for one in sample.pick(selector))


def _best(samples: Sequence[Sample], sample: Sample, element: HtmlElement) -> Iterator[str]:
    """The cheapest selector of the element that most pages have."""
    prices = {
        selector: price
        for selector, price in sample.names.selectors(element).items()
        if sample.pick(selector) == (element,)
        and sum(bool(one.pick(selector)) for one in samples) >= _MOSTLY * len(samples)
    }
    if prices:
        yield min(prices, key=lambda one: (prices[one], one))
