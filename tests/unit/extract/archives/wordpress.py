"""Exports of WordPress made for tests: posts and attachments that name each other by numbers."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

SITE = "https://n.example.org"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel>'
    f"<language>en</language><wp:base_blog_url>{SITE}</wp:base_blog_url>"
)


def export(*items: str, head: str = "") -> bytes:
    """A file of these items."""
    return f"{HEAD}{head}{''.join(items)}</channel></rss>".encode()


def post(
    number: object,
    *,
    text: str = "It rose by a hand's breadth.",
    thumbnail: object = None,
    polylang: str | None = None,
    wpml: str | None = None,
    language: str | None = None,
    status: str = "publish",
) -> str:
    """An article."""
    meta = {"_thumbnail_id": thumbnail, "_wpml_import_translation_group": wpml}
    filed = {"language": language, "post_translations": polylang}
    return _item(
        number,
        "post",
        f"<link>{SITE}/{number}</link><wp:status>{status}</wp:status>"
        f"<content:encoded>{escape(text)}</content:encoded>"
        + "".join(
            f'<category domain="{domain}" nicename="{slug}">{slug}</category>'
            for domain, slug in filed.items()
            if slug
        ),
        meta,
    )


def attachment(
    number: object,
    *,
    url: str | None = None,
    parent: object = 0,
    caption: str = "",
    alt: str | None = None,
    credit: str | None = None,
    status: str = "inherit",
) -> str:
    """A picture, unless its address says otherwise."""
    meta = {"_wp_attachment_image_alt": alt, "_media_credit": credit}
    return _item(
        number,
        "attachment",
        f"<wp:status>{status}</wp:status><wp:post_parent>{parent}</wp:post_parent>"
        f"<wp:attachment_url>{escape(url or f'{SITE}/p/{number}.jpg')}</wp:attachment_url>"
        f"<excerpt:encoded>{escape(caption)}</excerpt:encoded>",
        meta,
    )


def group(slug: str, numbers: Iterable[tuple[str, int]]) -> str:
    """What the head of a file says of articles that are translations of each other."""
    pairs = "".join(f's:2:"{language}";i:{number};' for language, number in numbers)
    return (
        "<wp:term><wp:term_taxonomy>post_translations</wp:term_taxonomy>"
        f"<wp:term_slug>{slug}</wp:term_slug>"
        f"<wp:term_description>a:9:{{{pairs}}}</wp:term_description></wp:term>"
    )


def _item(number: object, kind: str, inner: str, meta: dict[str, object]) -> str:
    stated = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{escape(str(value))}"
        "</wp:meta_value></wp:postmeta>"
        for key, value in meta.items()
        if value is not None
    )
    return (
        f"<item><title>Title {number}</title><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_type>{kind}</wp:post_type>{inner}{stated}</item>"
    )
