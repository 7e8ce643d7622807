"""The text of an article on a page that nobody described to us.

Where the page marks its body (microdata, the class names that CMS use, one `<article>`), the
blocks inside the mark are the text. Elsewhere trafilatura decides, with precision before recall:
a missing paragraph is told from a lost one by the next revision, a cookie notice is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block, flatten
from swifeeds.markup import parse_html, plain_text

_MARKS = re.compile(
    r"(?:^|[\s_-])(?:article|story|entry|post|news|artikel|articulo|articolo|noticia|detail)[_-]*"
    r"(?:body|text|content|main-?content|copy)(?:$|[\s_-])|^(?:body-?text|text-?body|article-?text|body-?copy|main-?text|fulltext)$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|share|sharing|social|related|recommend\w*|newsletter|promo\w*|callout\w*|overlay|copyrights?|login|advert\w*|ads?"
    r"|sponsor\w*|comments?|tags?|breadcrumbs?|byline|author\w*|meta|toolbar|teaser|teasers|sidebar|widget"
    r"|paywall|subscribe|signup|cookie\w*|print|read-?more|more-?on|topics?|rating|footer|caption|credit|bio)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTSIDE = frozenset({"nav", "aside", "footer", "form", "menu"})
_PREAMBLE = re.compile(r"title|date|time|resiz|text-?size", re.IGNORECASE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ENOUGH = 250
"""Letters (signs of CJK count double) below which a text is a teaser."""

_LEAST = 80
"""Below it a page has no text to speak of."""

_MOST_LINKS = 0.3
_LISTED_LINKS = 0.75


def find_body(root: HtmlElement, *, url: str) -> tuple[tuple[Block, ...], str]:
    """The blocks of the body, and how it was found (`marked`, `trafilatura`, `paragraphs`).

    No blocks at all where the page has next to no text.
    """
    if marked := _marked(root):
        return marked, "marked"
    if guessed := _guessed(root, url):
        return flatten(parse_html(f"<div>{guessed}</div>")), "trafilatura"
    rest = _readable(_bodies(flatten(root)))
    return (rest if _weight_of(rest) >= _LEAST else ()), "paragraphs"


def weight(text: str) -> int:
    """How much a text says: letters, with signs that stand for words counted double."""
    wide = sum("\u2e80" <= letter <= "\ua4cf" or "\uac00" <= letter <= "\ud7a3" for letter in text)
    return len(text) + wide


def _weight_of(blocks: Iterable[Block]) -> int:
    return sum(weight(block.text) for block in blocks)


def _marked(root: HtmlElement) -> tuple[Block, ...]:
    """The blocks of the innermost marked element that holds nearly all marked text."""
    best: tuple[Block, ...] = ()
    for element in _marks(root):
        blocks = _readable(_bodies(flatten(element)))
        paragraphs = [block for block in blocks if block.kind == "p"]
        linked = sum(block.link_share * len(block.text) for block in blocks)
        if len(paragraphs) < 2 or linked > _MOST_LINKS * max(1, _weight_of(blocks)):  # noqa: PLR2004
            continue
        if _weight_of(blocks) > 1.1 * _weight_of(best):
            best = blocks
    return best if _weight_of(best) >= _ENOUGH else ()


def _marks(root: HtmlElement) -> list[HtmlElement]:
    """Elements that say they are the body, deepest last."""
    by_property = root.xpath("//*[contains(@itemprop, 'articleBody')]")
    if by_property:
        return list(by_property)
    by_name = [
        element
        for element in root.xpath(
            "//*[self::div or self::section or self::article or self::span][@class or @id]"
        )
        if _MARKS.search(element.get("class") or "") or _MARKS.search(element.get("id") or "")
    ]
    if by_name:
        return by_name
    articles = root.xpath("//article[not(ancestor::article)]")
    return list(articles) if len(articles) == 1 else []


def _bodies(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if not is_outside(block.element)]


def is_outside(element: HtmlElement) -> bool:
    """True inside navigation, asides, footers, forms, and what is named like them."""
    for around in (element, *element.iterancestors()):
        if around.tag in {"body", "html", "article", "main"}:
            return False
        if around.tag in _OUTSIDE or (around.tag == "header"):
            return True
        if _FURNITURE.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
    return False


def _readable(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Without headlines, captions, mere links, and headings that nothing follows."""
    kept = [
        block
        for block in blocks
        if block.kind not in {"h1", "caption"} and block.link_share < _LISTED_LINKS
    ]
    while kept and kept[-1].kind in _HEADINGS:
        kept.pop()
    first = next((index for index, block in enumerate(kept) if not _is_preamble(block)), 0)
    return tuple(kept[first:])


def _is_preamble(block: Block) -> bool:
    """Headings, dates and tools before the first paragraph."""
    return block.kind in _HEADINGS or bool(_PREAMBLE.search(block.element.get("class") or ""))


def _guessed(root: HtmlElement, url: str) -> str | None:
    """What trafilatura finds. Imported here: it costs half a second to load."""
    import trafilatura  # noqa: PLC0415

    try:
        html = trafilatura.extract(
            deepcopy(root),
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
