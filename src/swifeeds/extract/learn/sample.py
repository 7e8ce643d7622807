"""A page with what the teacher read on it, and where that stands in its tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from swifeeds.extract.blocks import Block, flatten
from swifeeds.extract.declared import Declared, read_declared
from swifeeds.extract.folding import fold
from swifeeds.extract.learn.names import Names
from swifeeds.extract.marked_body import readable
from swifeeds.extract.page import Page, read_page
from swifeeds.extract.reading import read_draft
from swifeeds.markup import parse_html
from swifeeds.model import Document, Draft, Rules, Source

_KEY = 60
"""Letters by which a block of the page is known again in the teacher's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A page and its teacher's reading.

    `blocks` are the page's, `keys` their beginnings, folded; `gold` are the blocks of the teacher's
    text by their beginnings; `below` gives for each element the numbers of the blocks in it.
    """

    document: Document
    source: Source
    page: Page
    declared: Declared
    draft: Draft
    blocks: tuple[Block, ...]
    keys: tuple[str, ...]
    gold: Mapping[str, str]
    below: Mapping[HtmlElement, tuple[int, ...]]
    names: Names

    @property
    def text(self) -> str:
        """The teacher's text, as far as it is this article's own."""
        return "\n".join(self.gold.values())

    @property
    def root(self) -> HtmlElement:
        """The page's tree."""
        return self.page.root

    def pick(self, selector: str) -> tuple[HtmlElement, ...]:
        """What a selector selects, without what stands inside another."""
        return self.names.pick(selector)

    def blocks_in(self, elements: Iterable[HtmlElement]) -> tuple[int, ...]:
        """The numbers of the blocks that stand in any of the elements."""
        return tuple(sorted({index for one in elements for index in self.below.get(one, ())}))


def teach(document: Document, source: Source) -> Sample:
    """Read a page as one that nobody described.

    Raises:
        NotAnArticle: it holds none.
        ExtractError: it cannot be read.
    """
    rules = Rules(links=source.rules.links) if source.rules.alone else source.rules
    taught = replace(source, rules=rules)
    draft = read_draft(read_page(document, taught), None)
    page = read_page(document, source)
    blocks = flatten(page.root)
    keys = tuple(_key(block.text) for block in blocks)
    return Sample(
        document=document,
        source=source,
        page=page,
        declared=read_declared(page),
        draft=draft,
        blocks=blocks,
        keys=keys,
        gold=_gold(draft, set(keys)),
        below=_below(blocks),
        names=Names(page.root),
    )


def without_recurring(samples: tuple[Sample, ...]) -> tuple[Sample, ...]:
    """The samples without what the teacher took for text though other pages have it as well."""
    if len(samples) < 2:  # noqa: PLR2004
        return samples
    counts: dict[str, int] = defaultdict(int)
    for sample in samples:
        for key in set(sample.keys):
            counts[key] += 1
    most = max(1, len(samples) // 3)
    return tuple(
        replace(
            sample, gold={key: text for key, text in sample.gold.items() if counts[key] <= most}
        )
        for sample in samples
    )


def _gold(draft: Draft, known: set[str]) -> Mapping[str, str]:
    """The blocks of the teacher's text. A lead above it that is the summary is not of them."""
    if not draft.content:
        return {}
    blocks = readable(flatten(parse_html(f"<div>{draft.content}</div>")))
    found = {_key(block.text): block.text for block in blocks}
    lead = _key(draft.summary or "")
    if lead and next(iter(found), None) == lead:
        del found[lead]
    return {key: text for key, text in found.items() if key in known}


def _key(text: str) -> str:
    return fold(text)[:_KEY]


def _below(blocks: tuple[Block, ...]) -> Mapping[HtmlElement, tuple[int, ...]]:
    """For each element the numbers of the blocks in it."""
    found: dict[HtmlElement, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        for around in (block.element, *block.element.iterancestors()):
            found[around].append(index)
    return {element: tuple(indexes) for element, indexes in found.items()}
