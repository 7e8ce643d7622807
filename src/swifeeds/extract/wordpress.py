"""An entry of WordPress's REST interface (`/wp-json/wp/v2/posts`) in the words of our drop format.

Which entries are translations of each other it says by plug-ins: WPML lists address and locale
(`wpml_translations`), Polylang the ids by language (`translations`), which are looked up among the
entries that came together. What is embedded (`_embed`) gives authors, picture and terms; the terms
of one taxonomy may be stories, if the operator says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.extract.wordpress_parts import (
    Term,
    authors,
    excerpt,
    is_section,
    media,
    section,
    terms,
)

_MOST = 60
_PUBLISHED = frozenset({None, "publish"})


def posts_in(data: object) -> tuple[Table, ...]:
    """The public entries of a REST answer: a list of them, or one alone."""
    stated = (table(value) for value in entries(data))
    return tuple(one for one in stated if _is_post(one))


def _is_post(stated: Table) -> bool:
    has_title = "rendered" in table(stated.get("title"))
    return has_title and text(stated.get("link")) is not None and "date" in stated


def as_drops(
    posts: Iterable[Table],
    *,
    story_taxonomy: str | None = None,
    addresses: Iterable[tuple[int, str]] = (),
) -> tuple[Table, ...]:
    """The same articles with the keys of the drop format; drafts, private ones and those behind a
    password are left out.

    Args:
        posts: entries as the interface states them.
        story_taxonomy: the one whose terms are stories.
        addresses: number and address of other entries that are translations of these.
    """
    public = [post for post in posts if is_public(post)]
    by_id: dict[str, Table] = {str(number): {"link": url} for number, url in addresses}
    by_id |= {number: post for post in public if (number := text(post.get("id")))}
    return tuple(_as_drop(post, by_id, story_taxonomy) for post in public)


def is_public(post: Table) -> bool:
    """True for what everybody may read."""
    is_protected = table(post.get("content")).get("protected") is True
    return text(post.get("status")) in _PUBLISHED and not is_protected


def _as_drop(post: Table, by_id: Mapping[str, Table], story_taxonomy: str | None) -> Table:
    filed = tuple(terms(post))
    section_name = section(filed)
    drop: dict[str, object] = {
        "title": _rendered(post, "title"),
        "guid": _rendered(post, "guid"),
        "url": text(post.get("link")),
        "language": _language(post),
        "summary": excerpt(_rendered(post, "excerpt")),
        "content": _rendered(post, "content"),
        "published": _moment(post, "date"),
        "updated": _moment(post, "modified"),
        "translations": list(_translations(post, by_id)) or None,
        "authors": authors(post) or None,
        "section": section_name,
        "keywords": _keywords(filed, section_name, story_taxonomy) or None,
        "media": media(post) or None,
        "stories": _stories(filed, story_taxonomy) or None,
    }
    return {name: value for name, value in drop.items() if value is not None}


def _keywords(
    filed: Iterable[Term], section_name: str | None, story_taxonomy: str | None
) -> list[str]:
    return [
        term.name
        for term in filed
        if term.taxonomy != story_taxonomy
        and (is_section(term) or term.taxonomy != "category")
        and term.name != section_name
    ]


def _stories(filed: Iterable[Term], story_taxonomy: str | None) -> list[Table]:
    """A story has an address by which its entries are known as its members, in any language."""
    return [
        {"title": term.name, "url": term.url}
        for term in filed
        if term.taxonomy == story_taxonomy and term.url
    ]


def _rendered(post: Table, key: str) -> str | None:
    return text(table(post.get(key)).get("rendered"))


def _moment(post: Table, key: str) -> str | None:
    """UTC where it is told; the other is in the site's zone, as the source states it."""
    in_utc = text(post.get(f"{key}_gmt"))
    return f"{in_utc}Z" if in_utc else text(post.get(key))


def _language(post: Table) -> str | None:
    return text(post.get("lang")) or text(post.get("wpml_current_locale"))


def _translations(post: Table, by_id: Mapping[str, Table]) -> Iterator[Table]:
    for stated in map(table, entries(post.get("wpml_translations"))[:_MOST]):
        yield {
            "language": text(stated.get("locale")),
            "url": text(stated.get("href")),
            "title": text(stated.get("post_title")),
            "evidence": "rest",
        }
    for language, number in list(table(post.get("translations")).items())[:_MOST]:
        other = by_id.get(text(number) or "")
        if other is not None and other is not post:
            yield {
                "language": language,
                "url": text(other.get("link")),
                "title": _rendered(other, "title"),
                "evidence": "rest",
            }
