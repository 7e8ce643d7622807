"""Which posts of a WXR file are translations of each other, as Polylang and WPML tell."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract.archives.wxr_companions import Company
from swifeeds.extract.archives.wxr_post import Post
from swifeeds.extract.archives.wxr_site import Site
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import absolute_url, canonical_url
from swifeeds.model import Companion, Translation


def translations_of(post: Post, site: Site, company: Company) -> tuple[Translation, ...]:
    """Those that are published, each article once."""
    found = {other.number: (language, other) for language, other in _others(post, site, company)}
    return tuple(filter(None, (_translation(*pair) for pair in found.values())))


def _others(post: Post, site: Site, company: Company) -> Iterator[tuple[str, Companion]]:
    """The language that its own item states, else the one that the group has it under."""
    for language, number in site.translations(post):
        other = company.by_number.get(number)
        if other is not None and not other.is_medium and number != post.id:
            yield other.language or language, other
    for name in post.groups:
        for other in company.sharing(name):
            if other.language and other.number != post.id:
                yield other.language, other


def _translation(language: str, other: Companion) -> Translation | None:
    tag = canonical_tag(language)
    address = absolute_url(other.url, "") if other.url else None
    if tag is None or address is None or other.status not in ("publish", ""):
        return None
    return Translation(
        language=tag,
        url=canonical_url(address),
        evidence="workTranslation",
        title=other.title,
    )
