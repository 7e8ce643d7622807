"""What a source's own rules take from a page."""

from __future__ import annotations

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block, flatten
from swifeeds.extract.page import Page
from swifeeds.extract.selectors import select
from swifeeds.markup import text_of


def remove_ruled(page: Page) -> None:
    """Take out what `rules.remove` selects, before anything is read.

    Raises:
        ExtractError: a rule cannot be read.
    """
    for rule in page.source.rules.remove:
        for element in select(page.root, rule, url=page.document.url):
            element.drop_tree()


def ruled_text(page: Page, rule: str | None) -> str | None:
    """The text of the first element that a rule selects: `datetime` of a `<time>`, `content` of a
    `<meta>`.

    Raises:
        ExtractError: the rule cannot be read.
    """
    found = select(page.root, rule, url=page.document.url) if rule else ()
    texts = (stated_value(element) or text_of(element) for element in found)
    return next((text for text in texts if text), None)


def stated_value(element: HtmlElement) -> str | None:
    """What an element says to machines: `datetime` of `<time>`, `content` of `<meta>`."""
    name = {"time": "datetime", "meta": "content", "data": "value"}.get(str(element.tag))
    return element.get(name) if name else None


def ruled_blocks(page: Page, rule: str | None) -> tuple[Block, ...]:
    """The blocks of all elements that a rule selects.

    Raises:
        ExtractError: the rule cannot be read.
    """
    found = select(page.root, rule, url=page.document.url) if rule else ()
    return tuple(block for element in found for block in flatten(element))


def ruled_lines(page: Page, rule: str | None) -> tuple[str, ...]:
    """What each element says that a rule selects, to machines or to people.

    Raises:
        ExtractError: the rule cannot be read.
    """
    found = select(page.root, rule, url=page.document.url) if rule else ()
    return tuple(text for element in found if (text := stated_value(element) or text_of(element)))
