"""The rule of one field: the cheapest selector that gives what the teacher read, on most pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from swifeeds.extract.bylines import people_named
from swifeeds.extract.folding import fold
from swifeeds.extract.learn.sample import Sample
from swifeeds.extract.media import pictured
from swifeeds.extract.printed import date_in
from swifeeds.extract.ruling import stated_value
from swifeeds.localise.reading.parse import parse_date
from swifeeds.markup import text_of

_LINE = 300
_MOST_TAGS = frozenset({"html", "body", "head", "script", "style", "noscript", "template", "svg"})
_MOSTLY = 0.75
"""Share of the pages on which a rule must be right."""

_FROM = 3
_LONG = 60
"""Letters of an element that cost as much as the difference between an id and a class: the smaller
element is the field, the larger one holds it."""

_VARYING = frozenset({"title", "summary", "image"})
"""Fields that no two articles share: what recurs is the site's."""

_MOST_TARGETS = 12

Values = Callable[[Sample, Iterable[HtmlElement]], str | None]


def field_selector(name: str, samples: Sequence[Sample]) -> str | None:
    """The rule for a field; None where no selector gives what the teacher found."""
    read, wanted = _READ[name], _WANTED[name]
    taught = [sample for sample in samples if wanted(sample)]
    if not taught or (name in _VARYING and len(taught) > len({*map(wanted, taught)}) + 1):
        return None
    prices: dict[str, float] = {}
    for sample in taught[:_FROM]:
        for element in _targets(sample, read, wanted(sample)):
            beside = len(element.text_content()) / _LONG
            for selector, price in sample.names.selectors(element).items():
                prices[selector] = min(price + beside, prices.get(selector, price + beside))
    rights = {one: _rights(one, samples, read, wanted) for one in prices}
    best = min(prices, key=lambda one: (-rights[one], prices[one], one), default=None)
    return best if best is not None and rights[best] >= _MOSTLY * len(taught) else None


def _rights(selector: str, samples: Sequence[Sample], read: Values, wanted: object) -> float:
    """On how many pages a selector gives the teacher's value; what it invents counts against it."""
    assert callable(wanted)
    rights = 0.0
    for sample in samples:
        want, found = wanted(sample), read(sample, sample.pick(selector))
        rights += 1.0 if want and found == want else -0.25 if found else 0.0
    return rights


def _targets(sample: Sample, read: Values, want: str | None) -> Iterator[HtmlElement]:
    """The elements that give the wanted value, the innermost first."""
    found = [
        element
        for element in sample.root.iter()
        if element.tag not in _MOST_TAGS and _is_short(element) and read(sample, (element,)) == want
    ]
    yield from sorted(found, key=len)[:_MOST_TARGETS]


def _is_short(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.tag in {"meta", "img"}:
        return True
    return len(element) <= 12 and 0 < len(element.text_content()) <= _LINE  # noqa: PLR2004


def _text(_sample: Sample, elements: Iterable[HtmlElement]) -> str | None:
    for element in elements:
        if text := stated_value(element) or text_of(element):
            return fold(text)
    return None


def _people(sample: Sample, elements: Iterable[HtmlElement]) -> str | None:
    lines = [text for one in elements if (text := stated_value(one) or text_of(one))]
    if not lines or max(map(len, lines)) > _LINE:
        return None
    found = people_named(lines, sample.page, sample.declared)
    return fold(", ".join(person.name for person in found)) if found else None


def _moment(sample: Sample, elements: Iterable[HtmlElement]) -> str | None:
    zone, language = sample.source.time_zone, sample.draft.language
    for element in elements:
        text = stated_value(element) or text_of(element) or ""
        if any(letter.isdigit() for letter in text) and len(text) <= _LINE:
            return _date(text, language, zone)
    return None


@lru_cache(maxsize=4096)
def _date(text: str, language: str, zone: str) -> str | None:
    found = parse_date(text, language=language, zone=zone) or date_in(text, language, zone)
    return found.moment.isoformat() if found else None


def _picture(sample: Sample, elements: Iterable[HtmlElement]) -> str | None:
    images = (image for element in elements for image in element.iter("img"))
    shown = (one for image in images for one in pictured(image, sample.page))
    return next((one.url for one in shown), None)


_READ: dict[str, Values] = {
    "title": _text,
    "summary": _text,
    "section": _text,
    "published": _moment,
    "authors": _people,
    "image": _picture,
}

_WANTED: dict[str, Callable[[Sample], str | None]] = {
    "title": lambda one: fold(one.draft.title) if one.draft.title else None,
    "summary": lambda one: fold(one.draft.summary) if one.draft.summary else None,
    "section": lambda one: fold(one.draft.section) if one.draft.section else None,
    "published": lambda one: one.draft.published.isoformat() if one.draft.published else None,
    "authors": lambda one: (
        fold(", ".join(person.name for person in one.draft.authors or ()))
        if one.draft.authors
        else None
    ),
    "image": lambda one: one.draft.media[0].url if one.draft.media else None,
}
