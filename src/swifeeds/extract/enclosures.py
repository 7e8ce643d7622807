"""Pictures, sound and film of a feed's item: Media RSS, enclosures, iTunes pictures, Atom links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields as fields_of_type
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from swifeeds.extract.names import Fields, attributes_of, fields_of
from swifeeds.extract.text_constructs import first_plain
from swifeeds.markup import loadable_url
from swifeeds.markup.xml import Element
from swifeeds.model import Media

_TYPES = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif",
    ".webp": "image/webp", ".avif": "image/avif", ".svg": "image/svg+xml",
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".oga": "audio/ogg",
    ".opus": "audio/opus", ".wav": "audio/wav", ".aac": "audio/aac",
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm",
    ".ogv": "video/ogg", ".pdf": "application/pdf",
}  # fmt: skip
"""IANA types by the ending of a path: what the servers of news send for them."""

_TYPE = re.compile(r"[a-z]+/[a-z0-9.+_-]+")
_NUMBER = re.compile(r"\d{1,12}")
_PLAYERS = frozenset({"text/html", "application/x-shockwave-flash"})
"""A page that plays a film is no film."""


def make_media(
    url: str | None,
    base: str,
    *,
    stated_type: str | None = None,
    medium: str | None = None,
    length: object = None,
    width: object = None,
    height: object = None,
    caption: str | None = None,
    credit: str | None = None,
    alt: str | None = None,
) -> Media | None:
    """A medium as stated from outside; None for what has no public address or no known type.

    A picture may go without a type. Numbers that are none, or zero, are unknown.
    """
    absolute = loadable_url(url or "", base)
    if absolute is None:
        return None
    mime = _mime(stated_type, absolute)
    if mime in _PLAYERS or (mime is None and medium not in (None, "image")):
        return None
    if mime is None and medium is None:
        return None
    return Media(
        url=absolute,
        type=mime,
        length=_number(length),
        width=_number(width),
        height=_number(height),
        alt=alt,
        caption=caption,
        credit=credit,
    )


def _mime(stated: str | None, url: str) -> str | None:
    mime = (stated or "").partition(";")[0].strip().lower()
    if _TYPE.fullmatch(mime) and mime != "application/octet-stream":
        return mime.replace("image/jpg", "image/jpeg")
    return _TYPES.get(PurePosixPath(urlsplit(url).path).suffix.lower())


def _number(stated: object) -> int | None:
    match = _NUMBER.match(str(stated or ""))
    return int(match[0]) or None if match else None


def media_of(item: Fields, base: str) -> tuple[Media, ...]:
    """All media of an RSS or Atom item, each address once, pictures of the article first."""
    found = [*_media_rss(item, base), *_enclosures(item, base)]
    if not any(medium.medium == "image" for medium in found):
        found += _pictures(item.all("media:thumbnail", "itunes:image"), base)
        found += [
            picture
            for group in item.all("media:content", "media:group")
            for picture in _pictures(fields_of(group, home="").all("media:thumbnail"), base)
        ][:1]
    return merged(found)


def merged(media: Iterable[Media]) -> tuple[Media, ...]:
    """One medium per address; what one statement leaves open another fills."""
    by_url: dict[str, Media] = {}
    for medium in media:
        known = by_url.setdefault(medium.url, medium)
        if known is medium:
            continue
        gaps = {
            field.name: getattr(medium, field.name)
            for field in fields_of_type(Media)
            if getattr(known, field.name) is None
        }
        by_url[medium.url] = replace(known, **gaps)
    return tuple(by_url.values())


def _media_rss(item: Fields, base: str) -> Iterator[Media]:
    for content in item.all("media:content"):
        yield from filter(None, [_content(content, [item], base)])
    for group in item.all("media:group"):
        members = fields_of(group, home="")
        contents = members.all("media:content")
        # The members of a group are one thing in several sizes (Media RSS): the best one stands.
        for content in sorted(contents, key=_rank, reverse=True)[:1]:
            yield from filter(None, [_content(content, [members, item], base)])


def _rank(content: Element) -> tuple[bool, int]:
    return content.get("isDefault") == "true", _number(content.get("width")) or 0


def _content(content: Element, around: list[Fields], base: str) -> Media | None:
    own = fields_of(content, home="")
    stated = own.attributes
    return make_media(
        stated.get("url"),
        base,
        stated_type=stated.get("type"),
        medium=stated.get("medium"),
        length=stated.get("filesize"),
        width=stated.get("width"),
        height=stated.get("height"),
        caption=first_plain(own.all("media:description", "media:title")),
        credit=first_plain(_nearest("media:credit", own, *around)),
    )


def _nearest(name: str, *around: Fields) -> list[Element]:
    """Optional elements hold for what is inside the one that they stand in (Media RSS)."""
    return [element for fields in around for element in fields.all(name)]


def _enclosures(item: Fields, base: str) -> Iterator[Media]:
    enclosures = [attributes_of(element) for element in item.all("enclosure")]
    links = [attributes_of(element) for element in item.all("atom:link", "link") if element.attrib]
    for stated in (*enclosures, *(link for link in links if link.get("rel") == "enclosure")):
        if stated:
            medium = make_media(
                stated.get("url") or stated.get("href"),
                base,
                stated_type=stated.get("type"),
                length=stated.get("length"),
            )
            yield from filter(None, [medium])


def _pictures(elements: Iterable[Element], base: str) -> list[Media]:
    stated = map(attributes_of, elements)
    found = (
        make_media(
            attributes.get("url") or attributes.get("href"),
            base,
            medium="image",
            width=attributes.get("width"),
            height=attributes.get("height"),
        )
        for attributes in stated
    )
    return list(filter(None, found))
