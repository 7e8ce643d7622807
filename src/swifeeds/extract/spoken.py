"""The language that an item of a feed is in, where it only inherits one.

Programs state the language of their installation: many a German feed says `en-US` of itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from swifeeds.extract.item import Item
from swifeeds.extract.weight import weight
from swifeeds.localise.han import han_script
from swifeeds.localise.languages import LANGUAGES, detect_language
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.localise.scripts import script_of
from swifeeds.markup import plain_text
from swifeeds.model import Source

_PLAIN = 200
"""Weight of a text that may prove a declared language wrong; less may be a quotation."""

_SAMPLE = 400
_MARKUP = 2
"""So many times the sample is cut out before its tags are taken away."""

_ASKED = 3
"""Items by which a feed is judged: asking all of them would cost as much as reading them."""


def is_doubtful(items: Iterable[Item], language: str, source: Source) -> bool:
    """Whether one of the first items is in another language than it inherits."""
    first = islice((item for item in items if not item.is_known), _ASKED)
    return any(spoken_language(item, language, source) != language for item in first)


def in_own_language(item: Item, language: str, source: Source) -> tuple[Item, str]:
    """The item and the language that its words are plainly in, else the one that it inherits."""
    spoken = spoken_language(item, language, source)
    if spoken == language:
        return item, language
    return replace(item, provenances=(*item.provenances, ("language", "text"))), spoken


def spoken_language(item: Item, language: str, source: Source) -> str:
    """By its words; of Chinese also by its script."""
    sample = _sample(item)
    if primary_subtag(language) not in LANGUAGES or weight(sample) < _PLAIN:
        return _in_script(language, sample)
    spoken = detect_language(sample)
    if spoken is None or spoken == primary_subtag(language):
        return _in_script(language, sample)
    is_expected = primary_subtag(source.language) == spoken
    return _in_script(source.language if is_expected else spoken, sample)


def _in_script(language: str, sample: str) -> str:
    if primary_subtag(language) != "zh":
        return language
    written = han_script(sample)
    return language if written in {None, script_of(language)} else f"zh-{written}"


def _sample(item: Item) -> str:
    markup = (item.content or item.summary or "")[: _SAMPLE * _MARKUP]
    words = plain_text(markup) if markup else None
    return " ".join(filter(None, (item.title, words)))[:_SAMPLE]
