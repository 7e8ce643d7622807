"""The article's lead picture, with what the page says of it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from swifeeds.extract import jsonld
from swifeeds.extract.blocks import Block
from swifeeds.extract.declared import Declared
from swifeeds.extract.furniture import is_outside
from swifeeds.extract.metatags import first
from swifeeds.extract.page import Page
from swifeeds.markup import plain_text, text_of
from swifeeds.markup.lazy import real_source
from swifeeds.model import Media

_CREDIT = re.compile(r"credit|copyright|source|quelle|photographer|byline|rights", re.IGNORECASE)
_NO_PICTURE = re.compile(
    r"logo|icon|sprite|spacer|blank|placeholder|loading|loader|transparent|default[-_]?(?:image|og|share)|avatar|1x1|pixel",
    re.IGNORECASE,
)
_SMALL = 120


def read_media(page: Page, declared: Declared) -> tuple[Media, ...]:
    """The lead picture: as declared, else the first one in the article's frame; or none."""
    declared_one = next(_declared(page, declared), None)
    shown = list(_shown(page))
    if declared_one is None:
        return tuple(shown[:1])
    same = (one for one in shown if _name(one.url) == _name(declared_one.url))
    beside = next(same, None)
    return (_completed(declared_one, beside) if beside else declared_one,)


def is_shown_in(media: tuple[Media, ...], block: Block) -> bool:
    """True for a picture block that is one of `media`: a reader need not see it twice."""
    return any(_name(one.url) in block.html for one in media if _name(one.url))


def _declared(page: Page, declared: Declared) -> Iterator[Media]:
    for value in _values(declared):
        if isinstance(value, str):
            yield from _media(page.absolute(value))
            continue
        stated = value.get("url") or value.get("contentUrl")
        stated = next(iter(stated), None) if isinstance(stated, list) else stated
        if isinstance(stated, str):
            for one in _media(page.absolute(stated)):
                yield replace(
                    one,
                    width=_number(value.get("width")),
                    height=_number(value.get("height")),
                    caption=jsonld.text(value.get("caption")),
                    credit=jsonld.text(value.get("creditText")) or jsonld.text(value.get("author")),
                )
    meta = declared.meta
    for one in _media(
        page.absolute(
            first(meta, "og:image:secure_url", "og:image", "twitter:image", "twitter:image:src")
        )
    ):
        yield replace(
            one,
            width=_number(first(meta, "og:image:width")),
            height=_number(first(meta, "og:image:height")),
            alt=first(meta, "og:image:alt", "twitter:image:alt"),
        )


def _values(declared: Declared) -> Iterator[str | jsonld.Node]:
    stated = declared.article.get("image") if declared.article else None
    for one in stated if isinstance(stated, list) else [stated]:
        if isinstance(one, str):
            yield one
    yield from jsonld.follow(stated, declared.nodes)


def _media(address: str | None) -> Iterator[Media]:
    if address and not _NO_PICTURE.search(_name(address)):
        kind = mimetypes.guess_type(urlsplit(address).path)[0]
        yield Media(url=address, type=kind if kind and kind.startswith("image/") else None)


def pictured(image: HtmlElement, page: Page) -> Iterator[Media]:
    """What an `img` shows in the end; nothing where that is a placeholder."""
    yield from _media(page.absolute(real_source(image)))


def _shown(page: Page) -> Iterator[Media]:
    """The framed pictures of the page's content, with alternative text, caption and credit."""
    for image in page.root.iter("img"):
        figure = next(image.iterancestors("figure"), None)
        width = _number(image.get("width"))
        if (figure is None and width is None) or (width and width < _SMALL) or is_outside(image):
            continue
        for one in pictured(image, page):
            caption, credit = _caption(figure) if figure is not None else (None, None)
            yield replace(
                one,
                width=width,
                height=_number(image.get("height")),
                alt=plain_text(image.get("alt") or ""),
                caption=caption,
                credit=credit,
            )


def _caption(figure: HtmlElement) -> tuple[str | None, str | None]:
    """Caption and credit, apart."""
    caption = next(iter(figure.iter("figcaption")), None)
    if caption is None:
        return None, None
    for part in caption.iter():
        named = f"{part.get('class') or ''} {part.get('itemprop') or ''}"
        if part is not caption and _CREDIT.search(named) and (credit := text_of(part)):
            whole = text_of(caption) or ""
            rest = whole.replace(credit, "", 1).strip(" |·–-/()")
            return rest or None, credit.strip(" ()")
    return text_of(caption), None


def _completed(one: Media, beside: Media) -> Media:
    return replace(
        one,
        width=one.width or beside.width,
        height=one.height or beside.height,
        alt=one.alt or beside.alt,
        caption=one.caption or beside.caption,
        credit=one.credit or beside.credit,
    )


def _name(address: str) -> str:
    return urlsplit(address).path.rpartition("/")[2]


def _number(value: object) -> int | None:
    found = re.match(r"\d{1,5}", str(value).strip()) if value is not None else None
    return int(found[0]) or None if found else None
