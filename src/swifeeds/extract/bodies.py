"""What of an item is its lead and what its text."""

from __future__ import annotations

import re

from swifeeds.extract.shorten import LEAD
from swifeeds.markup import clean_html, escape, plain_text

_MARKUP = re.compile(r"</[a-zA-Z][a-zA-Z0-9]*\s*>|<(?:br|p|img|hr)\b[^<>]*>")


def is_markup(text: str) -> bool:
    """True where text that is said to be plain shows tags: producers forget to say `html`."""
    return _MARKUP.search(text) is not None


def paragraphs(text: str) -> str:
    """Plain text as HTML, a paragraph for each block of lines."""
    blocks = (escape(" ".join(block.split())) for block in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{block}</p>" for block in blocks if block)


def text_and_lead(
    content: str | None, description: str | None, base: str
) -> tuple[str | None, str | None]:
    """Clean content and plain summary of what an item gives as HTML.

    A description that is longer than any lead, with no content beside it, is the text itself: so
    most weblogs and many newsrooms write their feeds.
    """
    summary = plain_text(description) if description else None
    if content is None and description and summary and len(summary) > LEAD:
        content = description if is_markup(description) else paragraphs(description)
    return clean_html(content, base) if content else None, summary
