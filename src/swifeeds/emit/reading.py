"""How long an article takes to read, where its whole text is known."""

from __future__ import annotations

import re

from swifeeds.localise.reading_time import reading_minutes
from swifeeds.model import Article

_MARKUP = re.compile(r"<[^>]*+(?:>|\Z)")
_KEPT = 8192
"""Texts whose minutes are remembered: a megabyte and a half of numbers, no text among them."""

_minutes_of: dict[int, int | None] = {}
"""By the hash of the text, with what else its minutes hang on. It serves this process alone."""

_CUT_SHORT = ("…", "[…]", "...", "[...]", "[&hellip;]")
"""How a text ends of which a feed gave only the beginning."""


def minutes_to_read(article: Article) -> int | None:
    """Whole minutes; None where only a summary is stored, or the beginning of the text.

    Pictures are not counted. The text is sanitised, so that what looks like a tag is one. A text
    is counted once and not for every feed that shows it, every time that one of them changes.
    """
    if not article.content:
        return None
    version = hash((article.content, article.summary, article.language))
    if version not in _minutes_of:
        if len(_minutes_of) >= _KEPT:
            del _minutes_of[next(iter(_minutes_of))]
        _minutes_of[version] = _counted(article, article.content)
    return _minutes_of[version]


def _counted(article: Article, content: str) -> int | None:
    text = _MARKUP.sub(" ", content).replace("&nbsp;", " ").strip()
    if text.endswith(_CUT_SHORT) or text in (article.summary or ""):
        return None
    return reading_minutes(text, article.language)
