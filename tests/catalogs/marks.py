"""Punctuation as each language sets it, in our own sentences.

Quotation marks are no business of a catalog: `localise/typography.py` sets them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from tests.catalogs.fault import Fault, named
from tests.catalogs.files import AGENCIES, PLACEHOLDER, forms

from swifeeds.localise.negotiation import primary_subtag


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must not be found, and what to write in its place."""

    wrong: re.Pattern[str]
    instead: str


def _rule(wrong: str, instead: str) -> Rule:
    return Rule(wrong=re.compile(wrong), instead=instead)


_FILLED = "\ufffc"
_CJK = rf"[\u3000-\u9fff\uff00-\uffef{_FILLED}]"
_FULL_WIDTH = (
    _rule(r"[:;,?!()\[\]]|\.$", "full-width punctuation"),
    _rule(rf"{_CJK}\s|\s{_CJK}", "no space beside a character or placeholder"),
)
EVERYWHERE = (
    _rule(r"[“”„«»‹›「」『』‘‚\"]", "no quotation marks: they come with the title"),
    _rule(r"'", "an apostrophe: ’"),
    _rule(r"\.\.\.", "an ellipsis: …"),
    _rule(r"\s-\s|--", "a dash: – or —"),
    _rule(r"[ \u00a0\u202f][.,،。，、：；？！)]|\(\s", "no space there"),
)
_CLOSE = (_rule(r"[ \u00a0][:;?!]", "no space before : ; ? !"),)
BY_LANGUAGE: Mapping[str, tuple[Rule, ...]] = {
    "fr": (
        _rule(r"(?<!\u00a0)[:;?!]", "a no-break space (U+00A0) before : ; ? !"),
        _rule(r"\u202f", "U+00A0 in place of the narrow space, which many fonts lack"),
    ),
    "fr-CH": _CLOSE,
    "de": _CLOSE,
    "es": (
        _rule(r"^[^¿]*\?", "¿ where the question begins"),
        _rule(r"^[^¡]*!", "¡ where the exclamation begins"),
    ),
    "ja": (*_FULL_WIDTH, _rule(r"，", "the Japanese comma: 、")),
    "zh": _FULL_WIDTH,
    "ru": (
        _rule(r"(?<!\u00a0)[—–]\s", "a no-break space (U+00A0) before a dash"),
        _rule(r"\s–\s", "the long dash: —"),
    ),
    "ar": (
        _rule(r"[,;?]", "the Arabic marks: ، ؛ ؟"),
        _rule("\u0627\u064b", "tanwin before its alif: \u064b\u0627"),
        _rule(r"[\u0660-\u0669]", "Latin digits"),
    ),
}


def check_marks(file: str, tag: str, catalog: Catalog) -> Iterator[Fault]:
    """Each text by the rules of all languages, then those of its own."""
    own = BY_LANGUAGE.get(tag) or BY_LANGUAGE.get(primary_subtag(tag), ())
    for message in catalog:
        everywhere = EVERYWHERE[1:] if message.context == AGENCIES else EVERYWHERE
        rules = (*everywhere, *own)
        for text in forms(message) if message.id else ():
            filled = PLACEHOLDER.sub(_FILLED, text)
            for rule in rules:
                if rule.wrong.search(filled):
                    what = f"write {rule.instead} (“{text}”)"
                    yield Fault(file=file, where=named(message), what=what)
