"""What the items of a WXR file are to each other, by the numbers that WordPress gave them.

An attachment stands anywhere in an export, as a rule far from the article that shows it, and so do
the translations of an article. What others need of an item is a `Companion`, made here; `Company`
is all of them that are known where articles are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from swifeeds.extract.archives.wxr_post import Post, number_in
from swifeeds.extract.archives.wxr_site import Site
from swifeeds.markup import plain_text
from swifeeds.model import Companion, Survey
from swifeeds.model.companion import MOST_TOGETHER, Sought, StatedKind

_CREDITS = ("_media_credit", "media_credit", "_photo_credit", "photo_credit", "credit")
"""Where plug-ins keep who made a picture."""

_SIZE = re.compile(r'a:\d+:\{s:5:"width";i:(\d{1,6});s:6:"height";i:(\d{1,6});')
_CREDIT = re.compile(r's:6:"credit";s:\d+:"([^"]{1,400})"')
"""What WordPress serialises of a picture's own data."""

_LONGEST_ADDRESS = 2000
_LONGEST_TEXT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The companions that are known, by number."""

    by_number: dict[int, Companion]
    by_parent: dict[int, list[Companion]]
    by_group: dict[str, list[Companion]]

    @classmethod
    def of(cls, companions: Iterable[Companion]) -> Self:
        """Of several with one number the last holds: so it is however a file is cut."""
        by_number = {one.number: one for one in companions}
        by_parent: dict[int, list[Companion]] = {}
        by_group: dict[str, list[Companion]] = {}
        for _, one in sorted(by_number.items()):
            if one.parent is not None:
                by_parent.setdefault(one.parent, []).append(one)
            for name in one.groups:
                by_group.setdefault(name, []).append(one)
        return cls(by_number=by_number, by_parent=by_parent, by_group=by_group)

    def hanging_on(self, number: int | None) -> list[Companion]:
        """Media of an article."""
        return [] if number is None else self.by_parent.get(number, [])[:MOST_TOGETHER]

    def sharing(self, name: str) -> list[Companion]:
        """Articles that are translations of each other."""
        return self.by_group.get(name, [])[:MOST_TOGETHER]


def companions_of(posts: Iterable[Post]) -> tuple[Companion, ...]:
    """What others may need of these items, in their order: any article may be a translation that
    the head of the file lists."""
    return tuple(filter(None, map(_companion, posts)))


def survey_of(posts: Iterable[Post], site: Site) -> Survey:
    """The companions among these items, and those whom their articles need."""
    posts = tuple(posts)
    articles = [post for post in posts if post.is_article]
    listed = (number for post in articles for _, number in site.translations(post))
    shown = (number for post in articles for number in post.pictures)
    return Survey(
        site=site.name,
        companions=companions_of(posts),
        sought=Sought(
            numbers=tuple(dict.fromkeys((*shown, *listed))),
            parents=tuple(dict.fromkeys(filter(None, (post.id for post in articles)))),
            groups=tuple(dict.fromkeys(name for post in articles for name in post.groups)),
            stated=tuple(dict.fromkeys(pair for post in articles for pair in _stated(post))),
        ),
    )


def _stated(post: Post) -> Iterator[tuple[StatedKind, str]]:
    """What it names of the head."""
    for kind, names in (
        (StatedKind.AUTHOR, post.logins),
        (StatedKind.CATEGORY, post.primaries),
        (StatedKind.GROUP, post.translated),
    ):
        yield from ((kind, name) for name in names)


def _companion(post: Post) -> Companion | None:
    if post.id is None:
        return None
    if post.attachment:
        return _medium(post, post.id, post.attachment)
    if not post.is_article:
        return None
    return Companion(
        number=post.id,
        url=(post.url or "")[:_LONGEST_ADDRESS],
        groups=post.groups,
        language=post.language,
        title=_plain(post.title),
        status=post.status,
    )


def _medium(post: Post, number: int, address: str) -> Companion:
    about = post.meta.get("_wp_attachment_metadata", "")
    size, credit = _SIZE.match(about), _CREDIT.search(about)
    named = next(filter(None, map(post.meta.get, _CREDITS)), None)
    return Companion(
        number=number,
        url=address[:_LONGEST_ADDRESS],
        is_medium=True,
        parent=number_in(post.parent),
        status=post.status,
        alt=_plain(post.meta.get("_wp_attachment_image_alt")),
        caption=_plain(post.excerpt or post.meta.get("_wp_attachment_caption")),
        credit=_plain(named or (credit[1] if credit else None)),
        width=int(size[1]) or None if size else None,
        height=int(size[2]) or None if size else None,
    )


def _plain(written: str | None) -> str | None:
    return plain_text(written[:_LONGEST_TEXT]) if written else None
