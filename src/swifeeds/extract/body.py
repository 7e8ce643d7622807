"""The text of an article on a page that nobody described to us.

Where the page marks its body (microdata, the class names that CMS use, one `<article>`), the
blocks inside the mark are the text. Elsewhere trafilatura decides, with precision before recall:
a missing paragraph is told from a lost one by the next revision, a cookie notice is not.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block, flatten
from swifeeds.extract.furniture import remove_notes, surroundings
from swifeeds.extract.marked_body import marked_body, readable
from swifeeds.extract.weight import weight, weight_of
from swifeeds.markup import parse_html, plain_text

_LEAST = 80
"""Letters (signs of CJK count double) below which a page has no text to speak of."""


def find_body(root: HtmlElement, *, url: str) -> tuple[tuple[Block, ...], str]:
    """The blocks of the body, and how it was found (`marked`, `trafilatura`, `paragraphs`).

    No blocks at all where the page has next to no text.
    """
    if marked := marked_body(root):
        return marked, "marked"
    if guessed := _guessed(root, url):
        return flatten(parse_html(f"<div>{guessed}</div>")), "trafilatura"
    outside = surroundings()
    rest = readable(block for block in flatten(root) if not outside.around(block.element))
    return (rest if weight_of(rest) >= _LEAST else ()), "paragraphs"


def _guessed(root: HtmlElement, url: str) -> str | None:
    """What trafilatura finds. Imported here: it costs half a second to load."""
    import trafilatura  # noqa: PLC0415

    bare = deepcopy(root)
    remove_notes(bare)
    try:
        html = trafilatura.extract(
            bare,
            url=url,
            output_format="html",
            favor_precision=True,
            include_comments=False,
            include_links=True,
            include_formatting=True,
        )
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
    inner = re.sub(r"(?s)^.*?<body>|</body>.*$", "", html or "")
    return inner if weight(plain_text(inner) or "") >= _LEAST else None
