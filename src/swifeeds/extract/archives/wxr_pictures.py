"""Which media belong to a WordPress post: its featured picture, its galleries, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.extract.archives.wxr_companions import Company
from swifeeds.extract.archives.wxr_post import Post
from swifeeds.extract.enclosures import make_media, merged
from swifeeds.model import Companion, Media

_PUBLIC = frozenset({"inherit", "publish", ""})
_SHOWN = frozenset({"image", "audio", "video"})


def media_of(post: Post, company: Company) -> tuple[Media, ...]:
    """The featured picture first, then galleries as they stand in the text, then what was put up
    for the article; each once."""
    return merged((*_pictures(post, company), *_hanging(post, company)))


def lacks_its_picture(post: Post, company: Company) -> bool:
    """True where a featured picture is named of which nobody knows the address."""
    return post.thumbnail is not None and post.thumbnail not in company.by_number


def _pictures(post: Post, company: Company) -> Iterator[Media]:
    for number in post.pictures:
        if (one := company.by_number.get(number)) is not None:
            yield from filter(None, [_medium(one, "image")])


def _hanging(post: Post, company: Company) -> Iterator[Media]:
    """Not documents: they stand in the text as links, or nowhere."""
    for one in company.hanging_on(post.id):
        medium = _medium(one, None)
        if medium is not None and medium.medium in _SHOWN:
            yield medium


def _medium(one: Companion, medium: str | None) -> Media | None:
    if not one.is_medium or one.status not in _PUBLIC:
        return None
    return make_media(
        one.url,
        "",
        medium=medium,
        width=one.width,
        height=one.height,
        alt=one.alt,
        caption=one.caption,
        credit=one.credit,
    )
