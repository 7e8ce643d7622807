"""Pictures, sound and film of NewsML-G2: which rendition stands for one, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from swifeeds.extract.archives.g2_meta import code_of
from swifeeds.extract.archives.xml_tree import every, first, local_name, words
from swifeeds.extract.enclosures import make_media
from swifeeds.markup.xml import Element
from swifeeds.model import Media

_FAMILIES = {"picture": "image", "photo": "image", "graphic": "image", "image": "image",
             "video": "video", "audio": "audio"}  # fmt: skip
_TOO_SMALL = 300
_WIDEST = 2600
"""Pixels: the largest picture that a page of news shows. Above lies what printers use."""


def picture_of(item: Element) -> Media | None:
    """The medium that a news item is, None for an item that is none or has no public address."""
    family = _FAMILIES.get((code_of(first(item, "itemMeta/itemClass")) or "").lower())
    if local_name(item) != "newsItem" or family is None:
        return None
    return next(iter(_renditions(item, family)), None)


def media_in(item: Element) -> tuple[Media, ...]:
    """What an item of text has beside its text."""
    if not every(item, "contentSet/remoteContent"):
        return ()
    return tuple(_renditions(item, None))[:1]


def company_of(
    items: Sequence[Element], pictures: Mapping[str, Media]
) -> dict[str, tuple[Media, ...]]:
    """The pictures that belong to each text: those listed with it, or that it links to itself."""
    found: dict[str, tuple[Media, ...]] = {}
    for item in items:
        if local_name(item) == "packageItem":
            listed = [one.get("residref") or "" for one in every(item, "//itemRef")]
            shown = tuple(pictures[guid] for guid in listed if guid in pictures)
            texts = [guid for guid in listed if guid and guid not in pictures]
            # Where a package has several texts nobody can tell whose picture it is.
            if len(texts) == 1:
                found[texts[0]] = (*found.get(texts[0], ()), *shown)
        else:
            links = [
                one.get("residref") or one.get("guidref") or ""
                for one in every(item, "itemMeta/link")
            ]
            linked = tuple(pictures[guid] for guid in links if guid in pictures)
            guid = item.get("guid") or ""
            if guid not in pictures and linked:
                found[guid] = (*found.get(guid, ()), *linked)
    return found


def _renditions(item: Element, family: str | None) -> list[Media]:
    """The media of an item, the rendition that suits a page first."""
    about = first(item, "contentMeta")
    caption = _caption(about) if family else None
    credit = words(about, "creditline") or words(about, "by") if family else None
    made = [
        make_media(
            one.get("href"),
            "",
            stated_type=one.get("contenttype"),
            medium=family,
            length=one.get("size"),
            width=one.get("width"),
            height=one.get("height"),
            caption=caption,
            credit=credit,
        )
        for one in every(item, "contentSet/remoteContent")
    ]
    return sorted(filter(None, made), key=_suitability, reverse=True)


def _suitability(medium: Media) -> tuple[bool, int]:
    width = medium.width or _TOO_SMALL
    return width <= _WIDEST, width


def _caption(about: Element | None) -> str | None:
    described = every(about, "description")
    captions = [one for one in described if "caption" in (one.get("role") or "").lower()]
    return next(filter(None, map(words, [*captions, *described])), None)
