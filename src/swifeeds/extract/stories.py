"""The story that a page declares: its block of links under a heading, and JSON-LD `isPartOf`.

Only what stands in the block is a member. The trust mark, "more", share buttons, the page
itself and addresses of people stand near it on real pages and are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from swifeeds.extract import jsonld
from swifeeds.extract.blocks import Block
from swifeeds.extract.declared import Declared
from swifeeds.extract.jsonld import Node
from swifeeds.extract.margin import Sighted
from swifeeds.extract.page import Page
from swifeeds.extract.phrases import Line, recognise, without_external
from swifeeds.markup import canonical_url, url_key
from swifeeds.model import DeclaredStory, Member

_SERIES = frozenset({
    "CreativeWorkSeries", "Collection", "CollectionPage", "SpecialReport", "Dossier", "ItemList",
    "NewsSeries", "ArticleSeries", "CreativeWork", "Series",
})  # fmt: skip
_TEASER = 300
_MOST = 60


def read_stories(
    page: Page, declared: Declared, sighted: Sequence[Sighted]
) -> tuple[DeclaredStory, ...]:
    """The declared stories; a block and a named series on one page are the same story."""
    blocks = tuple(_blocks(page, sighted))
    named = tuple(_series(page, declared))
    if len(blocks) == 1 and len(named) == 1:
        one, series = blocks[0], named[0]
        members = {url_key(member.url): member for member in (*one.members, *series.members)}
        return (
            DeclaredStory(
                members=tuple(members.values()),
                heading=one.heading,
                title=series.title,
                url=series.url,
            ),
        )
    return (*blocks, *named)


def _blocks(page: Page, sighted: Sequence[Sighted]) -> Iterator[DeclaredStory]:
    for index, seen in enumerate(sighted):
        if seen.line is Line.STORY:
            members = _members(page, list(_listed(seen.block, sighted[index + 1 :])))
            if members:
                yield DeclaredStory(members=members, heading=_heading(seen.block))


def _heading(block: Block) -> str:
    """The words above the links, where heading and links share a line."""
    text = block.text
    for _, label in block.links:
        if recognise(label) is not Line.STORY:
            text = text.replace(label, " ", 1)
    return " ".join(text.split()).rstrip(" :：,;|•·")


def _listed(heading: Block, after: Sequence[Sighted]) -> Iterator[Block]:
    """The blocks of the list: up to the next furniture, heading or paragraph."""
    if heading.links:
        yield heading
    box = _box(heading, after)
    for seen in after:
        if seen.line is not None and seen.line is not Line.READING_TIME:
            return
        inside = box is not None and _is_within(seen.block.element, box)
        if box is not None and not inside:
            return
        if not seen.block.links and not _is_teaser(seen.block, boxed=box is not None):
            return
        yield seen.block


def _box(heading: Block, after: Sequence[Sighted]) -> HtmlElement | None:
    """The smallest element that holds the heading and links after it; None for the whole page."""
    linked = [seen.block.element for seen in after[:4] if seen.block.links]
    for around in (heading.element, *heading.element.iterancestors()):
        if around.tag in {"body", "html", "main", "article"}:
            return None
        if any(_is_within(element, around) for element in linked) and around.tag != "tr":
            return around
    return None


def _is_within(element: HtmlElement, around: HtmlElement) -> bool:
    return element is around or any(one is around for one in element.iterancestors())


def _is_teaser(block: Block, *, boxed: bool) -> bool:
    """A date, a section or a summary between the links."""
    return len(block.text) <= (_TEASER if boxed else 40)


def _members(page: Page, blocks: Sequence[Block]) -> tuple[Member, ...]:
    own = {url_key(page.url), url_key(page.document.url)}
    members: dict[str, Member] = {}
    for block in blocks:
        for href, label in block.links:
            address = None if href.strip().startswith("#") else page.absolute(href)
            if address is None or url_key(address) in own or recognise(label):
                continue
            title = without_external(label)
            known = members.get(url_key(address))
            if known is None or len(title) > len(known.title or ""):
                members[url_key(address)] = Member(url=canonical_url(address), title=title)
    return tuple(members.values())[:_MOST]


def _series(page: Page, declared: Declared) -> Iterator[DeclaredStory]:
    if declared.article is None:
        return
    for node in jsonld.follow(declared.article.get("isPartOf"), declared.nodes):
        kinds = set(jsonld.types(node))
        if not kinds & _SERIES or "Product" in kinds:
            continue
        title = jsonld.text(node.get("name")) or jsonld.text(node.get("headline"))
        if title:
            yield DeclaredStory(
                members=tuple(_parts(page, node, declared.nodes)),
                title=title,
                url=_address(page, node),
            )


def _parts(page: Page, node: Node, nodes: Sequence[Node]) -> Iterator[Member]:
    listed = node.get("hasPart") or node.get("itemListElement")
    for part in jsonld.follow(listed, nodes)[:_MOST]:
        item = part.get("item")
        inner = item if isinstance(item, dict) else part
        address = _address(page, inner)
        if address and url_key(address) != url_key(page.url):
            title = jsonld.text(inner.get("headline")) or jsonld.text(inner.get("name"))
            yield Member(url=address, title=title)


def _address(page: Page, node: Node) -> str | None:
    stated = node.get("url") or node.get("@id")
    return page.absolute(stated) if isinstance(stated, str) else None
