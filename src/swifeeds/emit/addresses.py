"""Feed <-> path, and the ids that never change. CONTRACT 4 is the table behind this module."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never
from urllib.parse import quote, unquote

from swifeeds.model import FeedKey, Publication, Scope

SUFFIXES = ("rss", "atom", "json")

MEDIA_TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}

_ARTICLE_PATH = re.compile("/[^/]+/articles/([^/]+)/")

_STORY_PATH = re.compile("(?:/(?!stories/)([^/]+))?/stories/([^/]+)/")

_FURTHER_SHEET = re.compile(r"((?:/[^/]+)?/stories/[^/]+/(?:archive/\d+/)?)\d+/")

_TAG_SAFE = "/-._~!$&'()*+,;=:@"
"""What RFC 4151 lets stand in the specific part of a tag."""

NAMESPACE = "https://swifeeds.example/ns/1"
"""Our small XML namespace: one constant name, the same for every site. It names, it is not
fetched; each site explains it at `/ns/`."""


def feed_path(key: FeedKey, suffix: str, slug: str) -> str:
    """Where a feed stands: `/de/stories/talks/feed.rss`, `/stories/talks/feed.rss` for all
    languages, and its archive pages at `…/archive/1.rss`. `slug` is a story's address; section and
    source use their ids."""
    document = f"archive/{key.page}" if key.page else "feed"
    return f"{_folder(key, slug)}{document}.{suffix}"


def page_path(key: FeedKey, slug: str) -> str:
    """The page for people: the folder of the language's feeds, or `/` for all languages."""
    return _folder(key, slug) if key.language else "/"


def _folder(key: FeedKey, slug: str) -> str:
    language = f"/{key.language}/" if key.language else "/"
    name = quote(slug, safe="")
    match key.scope:
        case Scope.STORY:
            return f"{language}stories/{name}/"
        case Scope.SECTION:
            return f"{language}sections/{name}/"
        case Scope.SOURCE:
            return f"{language}sources/{name}/"
        case Scope.ARTICLE:
            return f"{language}articles/{name}/"
        case Scope.ALL:
            return language
        case _:
            assert_never(key.scope)


def article_path(language: str, article_id: str) -> str:
    """The article's own page."""
    return f"/{language}/articles/{quote(article_id, safe='')}/"


def articles_at(paths: Iterable[str]) -> frozenset[str]:
    """The ids of the articles that have a page at one of these paths."""
    found = (_ARTICLE_PATH.fullmatch(path) for path in paths)
    return frozenset(unquote(match[1]) for match in found if match)


def moved_path(path: str, former: str, slug: str) -> str | None:
    """Where a page or feed of a story stands, now that its slug is another.

    Args:
        path: an address under the former slug, or any other.
        former: the slug that the story had.
        slug: the one it has.

    Returns:
        None for a path of something else.
    """
    language, folder, rest = path.partition(f"/stories/{quote(former, safe='')}/")
    if not folder or "/" in language.removeprefix("/"):
        return None
    return f"{language}/stories/{quote(slug, safe='')}/{rest}"


def story_place(path: str) -> tuple[str, str] | None:
    """Language ("" for all) and slug of the story that a page or feed belongs to; None for a path
    of something else."""
    found = _STORY_PATH.match(path)
    return (found[1] or "", unquote(found[2])) if found else None


def first_sheet(path: str) -> str | None:
    """The page of a story that a further sheet of its list belongs to; None for anything else."""
    found = _FURTHER_SHEET.fullmatch(path)
    return found[1] if found else None


def merged_paths(path: str, former: str, slug: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Where a page or feed of a story leads that was merged into another, the best first.

    Another story's archive has other articles, so its pages lead to the current document of the
    same form, in the same language, else in all (a page: in the first of the site that there is).

    Args:
        path: an address under the former slug, or any other.
        former: the slug of the story that was merged.
        slug: the slug of the one that it was merged into.
        languages: of the site.

    Returns:
        Nothing for a path of something else.
    """
    moved = moved_path(path, former, slug)
    if moved is None:
        return ()
    folder = f"/stories/{quote(slug, safe='')}/"
    own, suffix = moved.partition(folder)[0] + folder, moved.rpartition(".")[2]
    if suffix in SUFFIXES:
        return f"{own}feed.{suffix}", f"{folder}feed.{suffix}"
    return own, *(f"/{language}{folder}" for language in languages)


def opml_path(language: str | None) -> str:
    """The directory for readers, of one language or of all."""
    return f"/{language}/feeds.opml" if language else "/feeds.opml"


def absolute(publication: Publication, path: str) -> str:
    """A path on the public site; the only way to an absolute address of ours."""
    return publication.base_url + path


def tag_uri(publication: Publication, kind: str, name: str) -> str:
    """`tag:{authority}:{kind}/{name}` (RFC 4151): no scheme, no host, no address in it, so that
    nothing that moves can change it."""
    return f"tag:{publication.tag_authority}:{kind}/{quote(name, safe=_TAG_SAFE)}"


def feed_id(publication: Publication, key: FeedKey) -> str:
    """The id of a feed: scope, key and language.

    Archive pages have it too: `atom:id` names a feed (RFC 4287 4.2.6), and RFC 5005 (1.2, 4)
    makes current document and pages parts of one logical feed, without naming an id of their own.
    """
    parts = "/".join(part for part in (key.key, key.language) if part)
    return tag_uri(publication, key.scope.value, parts or "feed")


def scheme(publication: Publication, name: str) -> str:
    """The scheme of our categories: `story`, `section` or `keyword`."""
    return absolute(publication, f"/ns/{name}")
