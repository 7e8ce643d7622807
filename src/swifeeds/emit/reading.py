"""How long an article takes to read, where its whole text is known."""

from __future__ import annotations

import re

from swifeeds.localise.reading_time import reading_minutes
from swifeeds.model import Article

_MARKUP = re.compile(r"<[^>]*>")
_CUT_SHORT = ("…", "[…]", "...", "[...]", "[&hellip;]")
"""How a text ends of which a feed gave only the beginning."""


def minutes_to_read(article: Article) -> int | None:
    """Whole minutes; None where only a summary is stored, or the beginning of the text.

    Pictures are not counted. The text is sanitised, so that what looks like a tag is one.
    """
    if not article.content:
        return None
    text = _MARKUP.sub(" ", article.content).replace("&nbsp;", " ").strip()
    if text.endswith(_CUT_SHORT) or text in (article.summary or ""):
        return None
    return reading_minutes(text, article.language)
