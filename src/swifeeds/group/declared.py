"""The third rung: story blocks that pages declare ("Articles in this story", JSON-LD `isPartOf`).

A block joins its page and the listed articles that we know. Blocks are one story when they name
the same story (same address, or same title in one language), or share two articles; a single
shared one makes a member of both, not a merger. A link that stands on most pages of a source and
never answers is furniture: a certification mark under every article must not make one giant story
(seen on the pages this product starts from).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from swifeeds.group.union import Union
from swifeeds.markup import url_key
from swifeeds.model import Article, ArticleId, DeclaredStory, Neighbourhood

FURNITURE_SHARE = 0.5
"""Share of a source's block pages above which an unanswered link is furniture. A real member of a
running story is listed by that story's pages alone."""

FURNITURE_PAGES = 4
"""Pages with a block below which a share says nothing."""


_SHARED = 2
"""Articles that two blocks must have in common to be one story: a new page lists old ones that do
not list it yet, but one shared article may just be related to both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A declared story: which articles, which page declared each, and its name where it has one.

    `declared_by` maps each article to the heading or title under which it was found.
    """

    articles: frozenset[ArticleId]
    declared_by: Mapping[ArticleId, str]
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listing:
    page: Article
    story: DeclaredStory
    members: tuple[Article, ...]

    @property
    def articles(self) -> frozenset[ArticleId]:
        return frozenset({self.page.id, *(member.id for member in self.members)})

    @property
    def language(self) -> str:
        return self.page.language.split("-")[0]

    @property
    def name(self) -> str:
        return self.story.title or self.story.heading or self.page.title


def declared_blocks(neighbourhood: Neighbourhood) -> tuple[Block, ...]:
    """The declared stories among these articles, of two articles or more, in a stable order."""
    listings = sorted(_listings(neighbourhood), key=lambda listing: listing.page.id)
    union = Union[int]()
    for one, listing in enumerate(listings):
        for other in range(one):
            if _same_story(listing, listings[other]):
                union.join(one, other)
    groups = union.groups(range(len(listings)))
    blocks = (_block([listings[index] for index in group]) for group in groups)
    return tuple(block for block in blocks if len(block.articles) > 1)


def _listings(neighbourhood: Neighbourhood) -> Iterator[_Listing]:
    by_key = {url_key(article.url): article for article in neighbourhood.articles if article.url}
    for page in neighbourhood.articles:
        for story in page.stories:
            known = (by_key.get(url_key(member.url)) for member in story.members)
            members = tuple(
                article
                for article in known
                if article and article.id != page.id
                and not _is_furniture(page, article, neighbourhood)
            )  # fmt: skip
            yield _Listing(page=page, story=story, members=members)


def _is_furniture(page: Article, target: Article, neighbourhood: Neighbourhood) -> bool:
    key = (str(page.source_id), url_key(target.url or ""))
    pages = neighbourhood.pages.get(str(page.source_id), 0)
    if pages < FURNITURE_PAGES or _lists(target, page):
        return False
    return neighbourhood.backlinks.get(key, 0) > FURNITURE_SHARE * pages


def _lists(page: Article, target: Article) -> bool:
    keys = {url_key(member.url) for story in page.stories for member in story.members}
    return bool(target.url) and url_key(target.url or "") in keys


def _same_story(one: _Listing, other: _Listing) -> bool:
    if one.story.url and other.story.url:
        return url_key(one.story.url) == url_key(other.story.url)
    if one.story.title and other.story.title and one.language == other.language:
        return one.story.title.casefold() == other.story.title.casefold()
    return len(one.articles & other.articles) >= _SHARED


def _block(listings: Iterable[_Listing]) -> Block:
    declared_by: dict[ArticleId, str] = {}
    titles: dict[str, str] = {}
    for listing in listings:
        declared_by.setdefault(listing.page.id, listing.name)
        for member in listing.members:
            declared_by.setdefault(member.id, listing.name)
        if listing.story.title:
            titles.setdefault(listing.language, listing.story.title)
    return Block(
        articles=frozenset(declared_by), declared_by=declared_by, titles=tuple(titles.items())
    )
