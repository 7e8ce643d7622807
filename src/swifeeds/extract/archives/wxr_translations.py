"""Which posts of a WXR file are translations of each other, as Polylang and WPML tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from swifeeds.extract.archives.wxr_post import Post
from swifeeds.extract.archives.wxr_site import Site
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import absolute_url, canonical_url, plain_text
from swifeeds.model import Translation

_WPML_GROUP = "_wpml_import_translation_group"


def translations_of(post: Post, site: Site, by_id: Mapping[str, Post]) -> tuple[Translation, ...]:
    """Those whose posts lie in the same portion: their addresses are known there alone."""
    return tuple(filter(None, map(_translation, _others(post, site, by_id))))


def _others(post: Post, site: Site, by_id: Mapping[str, Post]) -> Iterator[tuple[str, Post]]:
    for domain, slug, _ in post.filed:
        if domain == "post_translations":
            for language, number in site.groups.get(slug, ()):
                other = by_id.get(number)
                if other is not None and other is not post:
                    yield language, other
    group = post.meta.get(_WPML_GROUP)
    for other in by_id.values() if group else ():
        if other is not post and other.meta.get(_WPML_GROUP) == group and other.language:
            yield other.language, other


def _translation(found: tuple[str, Post]) -> Translation | None:
    language, other = canonical_tag(found[0]), found[1]
    address = absolute_url(other.url or "", "") if other.url else None
    if language is None or address is None or other.status not in ("publish", ""):
        return None
    return Translation(
        language=language,
        url=canonical_url(address),
        evidence="workTranslation",
        title=plain_text(other.title or ""),
    )
