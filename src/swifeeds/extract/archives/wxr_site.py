"""What the head of a WXR file says of the site: its authors, its categories, its translations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from swifeeds.extract.archives.wxr_post import POLYLANG, Post, number_in
from swifeeds.extract.archives.xml_tree import every, first, words
from swifeeds.extract.text_constructs import raw_text
from swifeeds.markup import absolute_url
from swifeeds.markup.xml import Element
from swifeeds.model import Stated, StatedKind
from swifeeds.model.companion import MOST_TOGETHER

_LONGEST_NAME = 200
_ELEMENTS = ("author", "category", "tag", "term")
_LANGUAGES = re.compile(r's:\d+:"([\w-]+)";(?:i:(\d+)|s:\d+:"(\d+)")')
"""What Polylang serialises: language and number of each translation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`authors` by login, `categories` by term number, `groups` of translations by slug."""

    url: str | None
    language: str | None
    authors: Mapping[str, str]
    categories: Mapping[str, str]
    groups: Mapping[str, tuple[tuple[str, int], ...]]

    @property
    def name(self) -> str | None:
        """The same in every export of the site, whatever scheme its address has."""
        if not self.url:
            return None
        return self.url.lower().partition("://")[2].rstrip("/")[:_LONGEST_NAME] or None

    def translations(self, post: Post) -> tuple[tuple[str, int], ...]:
        """Language and number of each article of the groups that a post is filed under."""
        pairs = (pair for slug in post.translated for pair in self.groups.get(slug, ()))
        return tuple(islice(pairs, MOST_TOGETHER))

    def language_of(self, post: Post) -> str | None:
        """The language that its group has a post under."""
        number = post.id
        return next((told for told, other in self.translations(post) if other == number), None)

    @property
    def stated(self) -> tuple[Stated, ...]:
        """All of it that items name."""
        labels = ((StatedKind.AUTHOR, self.authors), (StatedKind.CATEGORY, self.categories))
        named = (
            Stated(kind=kind, name=name, label=label)
            for kind, found in labels
            for name, label in found.items()
        )
        groups = (
            Stated(kind=StatedKind.GROUP, name=slug, members=members)
            for slug, members in self.groups.items()
        )
        return (*named, *groups)

    def knowing(self, stated: Iterable[Stated]) -> Site:
        """The same site, with what its head states elsewhere."""
        told: dict[StatedKind, dict[str, Stated]] = {kind: {} for kind in StatedKind}
        for one in stated:
            told[one.kind][one.name] = one
        return replace(
            self,
            authors={**self.authors, **_labels(told[StatedKind.AUTHOR])},
            categories={**self.categories, **_labels(told[StatedKind.CATEGORY])},
            groups={
                **self.groups,
                **{name: one.members for name, one in told[StatedKind.GROUP].items()},
            },
        )

    def guid_of(self, number: str | None) -> str | None:
        """The guid that WordPress gives the post of that number; None for a site without an
        address, because every site has a post of the number 1."""
        return f"{self.url.rstrip('/')}/?p={number}" if self.url and number else None

    def term_url(self, taxonomy: str, slug: str) -> str | None:
        """Where WordPress shows the posts of a term, whatever the site makes of its addresses."""
        if not self.url or not slug:
            return None
        return absolute_url(f"/?{taxonomy}={slug}", self.url)


def site_of(root: Element) -> Site:
    """The site of a portion."""
    home = _home(root)
    return Site(
        url=words(home, "base_blog_url", "base_site_url", "link"),
        language=words(home, "language"),
        authors=_authors(home),
        categories=_categories(home),
        groups=_groups(home),
    )


def elements_of(root: Element) -> list[Element]:
    """What a portion of the head consists of."""
    return [one for name in _ELEMENTS for one in every(_home(root), name)]


def _home(root: Element) -> Element:
    channel = first(root, "channel")
    return root if channel is None else channel


def _labels(stated: Mapping[str, Stated]) -> dict[str, str]:
    return {name: one.label for name, one in stated.items() if one.label}


def _authors(home: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for author in every(home, "author"):
        login = words(author, "author_login")
        parts = (words(author, "author_first_name"), words(author, "author_last_name"))
        name = words(author, "author_display_name") or " ".join(filter(None, parts))
        if login and name:
            found[login] = name
    return found


def _categories(home: Element) -> dict[str, str]:
    stated = [(words(one, "term_id"), words(one, "cat_name")) for one in every(home, "category")]
    stated += [
        (words(one, "term_id"), words(one, "term_name"))
        for one in every(home, "term")
        if words(one, "term_taxonomy") == "category"
    ]
    return {number: name for number, name in stated if number and name}


def _groups(home: Element) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for term in every(home, "term"):
        slug = words(term, "term_slug")
        if slug and words(term, "term_taxonomy") == POLYLANG:
            description = first(term, "term_description")
            written = (raw_text(description) if description is not None else None) or ""
            pairs = (
                (language, number_in(bare or quoted))
                for language, bare, quoted in _LANGUAGES.findall(written)
            )
            named = tuple((language, number) for language, number in pairs if number)
            found[slug] = named[:MOST_TOGETHER]
    return found
