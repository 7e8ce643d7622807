"""One item of a WXR file, whatever it is: post, page, attachment, entry of a menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.extract.archives.xml_tree import children, every, words
from swifeeds.extract.text_constructs import raw_text
from swifeeds.markup.size import shortened
from swifeeds.markup.xml import Element
from swifeeds.model.companion import MOST_TOGETHER

_ARTICLES = frozenset({"post", "article", "news", "story", ""})
_LANGUAGE_KEYS = ("_wpml_import_language_code", "_wpml_language", "wpml_language", "_language")
POLYLANG = "post_translations"
"""The taxonomy in which Polylang keeps what is a translation of what."""

_PRIMARY = ("_yoast_wpseo_primary_category", "rank_math_primary_category")
"""Where Yoast and Rank Math keep the number of the category that an editor calls the first."""

_WPML_GROUP = "_wpml_import_translation_group"
_GALLERY = re.compile(
    r"\[gallery\b[^\[\]]{0,400}?\bids\s*=\s*[\"'“”″]?([\d,\s]{1,2000})", re.IGNORECASE
)
_LONGEST_NUMBER = 18
_LONGEST_NAME = 200
_MOST_GROUPS = 4
"""An article is in one. What is in more makes others of one item than any plug-in does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The fields of an item as written. `filed` are domain, slug and name of its terms."""

    number: str | None
    parent: str | None
    kind: str
    status: str
    title: str | None
    url: str | None
    guid: str | None
    creators: tuple[str, ...]
    content: str | None
    excerpt: str | None
    published: str | None
    date: str | None
    date_utc: str | None
    modified: str | None
    comments: str | None
    is_protected: bool
    attachment: str | None
    filed: tuple[tuple[str, str, str], ...]
    meta: Mapping[str, str]

    @property
    def id(self) -> int | None:
        """Its number, by which others of its site name it."""
        return number_in(self.number)

    @property
    def is_article(self) -> bool:
        """False for pages, attachments and what else WordPress keeps as posts."""
        return self.kind in _ARTICLES

    @property
    def thumbnail(self) -> int | None:
        """The number of its featured picture."""
        return number_in(self.meta.get("_thumbnail_id"))

    @property
    def pictures(self) -> tuple[int, ...]:
        """Numbers of the pictures that it names: the featured one, then those of its galleries."""
        galleries = _GALLERY.findall(self.content or "")
        written = (part.strip() for ids in galleries for part in ids.split(","))
        numbers = filter(None, (self.thumbnail, *map(number_in, written)))
        return tuple(dict.fromkeys(numbers))[:MOST_TOGETHER]

    @property
    def groups(self) -> tuple[str, ...]:
        """Names that Polylang and WPML give to all translations of it."""
        filed = [f"polylang {slug}" for slug in self.translated]
        group = self.meta.get(_WPML_GROUP)
        names = (*filed, f"wpml {group}") if group else filed
        return tuple(name[:_LONGEST_NAME] for name in names[-_MOST_GROUPS:])

    @property
    def translated(self) -> tuple[str, ...]:
        """Slugs of the groups of Polylang that it is filed under."""
        return tuple(slug for domain, slug, _ in self.filed if domain == POLYLANG)[:MOST_TOGETHER]

    @property
    def logins(self) -> tuple[str, ...]:
        """Its authors; several where a plug-in (Co-Authors Plus) files it under them."""
        filed = tuple(login for login in self.terms("author") if login)
        return (filed or self.creators)[:MOST_TOGETHER]

    @property
    def primaries(self) -> tuple[str, ...]:
        """Numbers of the categories that are its first one."""
        return tuple(filter(None, map(self.meta.get, _PRIMARY)))

    @property
    def categories(self) -> tuple[tuple[str, str], ...]:
        """Slug and name of each category."""
        return tuple((slug, name) for domain, slug, name in self.filed if domain == "category")

    @property
    def language(self) -> str | None:
        """What Polylang or WPML say of it."""
        for domain, slug, _ in self.filed:
            if domain == "language":
                return slug
        return next((self.meta[key] for key in _LANGUAGE_KEYS if self.meta.get(key)), None)

    def terms(self, taxonomy: str) -> tuple[str, ...]:
        """Names of the terms that it has in a taxonomy."""
        return tuple(name for domain, _, name in self.filed if domain == taxonomy)


def number_in(written: str | None) -> int | None:
    """The number of an item; None for what is none, and for 0, which WordPress means as none."""
    if written is None or not (written.isascii() and written.isdigit()):
        return None
    return int(written) or None if len(written) <= _LONGEST_NUMBER else None


def posts_of(root: Element) -> tuple[Post, ...]:
    """The items of a portion, in its order."""
    return tuple(map(_post, every(root, "//item")))


def _post(item: Element) -> Post:
    parts = children(item)

    def stated(name: str) -> str | None:
        return _words(parts.get(name, ()))

    modified = stated("post_modified_gmt")
    is_known = modified is not None and not modified.startswith("0000")
    return Post(
        number=stated("post_id"),
        parent=stated("post_parent"),
        kind=(stated("post_type") or "").lower(),
        status=(stated("status") or "").lower(),
        title=stated("title"),
        url=stated("link"),
        guid=stated("guid"),
        creators=tuple(filter(None, map(words, parts.get("creator", ())))),
        content=_encoded(parts, "content"),
        excerpt=_encoded(parts, "excerpt") or _text(parts.get("description", ())),
        published=stated("pubDate"),
        date=stated("post_date"),
        date_utc=stated("post_date_gmt"),
        modified=f"{modified}Z" if is_known else stated("post_modified"),
        comments=stated("comment_status"),
        is_protected=stated("post_password") is not None,
        attachment=stated("attachment_url"),
        filed=tuple(_filed(parts.get("category", ()))),
        meta=_meta(parts.get("postmeta", ())),
    )


def _encoded(parts: Mapping[str, Sequence[Element]], module: str) -> str | None:
    """`content:encoded` and `excerpt:encoded` have one local name and two namespaces."""
    is_excerpt = module == "excerpt"
    return _text(
        one for one in parts.get("encoded", ()) if ("excerpt" in str(one.tag)) == is_excerpt
    )


def _text(elements: Iterable[Element]) -> str | None:
    for element in elements:
        if text := raw_text(element):
            return text
    return None


def _filed(categories: Iterable[Element]) -> list[tuple[str, str, str]]:
    found = []
    for category in categories:
        name = words(category)
        domain, slug = category.get("domain") or "category", category.get("nicename") or ""
        # The oldest exports name each category twice, once without its slug.
        if name and (slug or category.get("domain") is None):
            found.append(("post_tag" if domain == "tag" else domain, slug, name))
    return found


def _meta(fields: Iterable[Element]) -> dict[str, str]:
    found = {}
    for parts in map(children, fields):
        key, value = _words(parts.get("meta_key", ())), _words(parts.get("meta_value", ()))
        if key and value:
            found[key] = value
    return found


def _words(elements: Iterable[Element]) -> str | None:
    """The text of the first that has some, white space collapsed."""
    text = _text(elements)
    return " ".join(shortened(text).split()) or None if text else None
