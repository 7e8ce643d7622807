"""Pictures, sound and film that belong to an item of ninjs: its associations."""

from __future__ import annotations

from swifeeds.extract.archives.ninjs_items import associated, described, lowered
from swifeeds.extract.enclosures import make_media
from swifeeds.extract.hostile_json import Table, entries, table, text
from swifeeds.model import Media

_FAMILIES = {"picture": "image", "graphic": "image", "photo": "image", "image": "image",
             "video": "video", "audio": "audio"}  # fmt: skip
_WIDEST = 2600
_USUAL = 640


def media_of(stated: Table) -> tuple[Media, ...]:
    """A medium for each association that is one and has a public address."""
    made = (_medium(one) for _, one in associated(stated))
    return tuple(medium for medium in made if medium is not None)


def _medium(stated: Table) -> Media | None:
    """By the rendition that suits a page: the widest that is no print file."""
    family = _FAMILIES.get(text(stated.get("type")) or "")
    if family is None:
        return None
    caption = described(stated, "description_text", "descriptions", html="description_html")
    credit = text(stated.get("creditline")) or text(stated.get("byline")) or text(stated.get("by"))
    renditions = [
        make_media(
            text(one.get("href")),
            "",
            stated_type=text(one.get("mimetype")) or text(one.get("contenttype")),
            medium=family,
            length=one.get("sizeinbytes") or one.get("size"),
            width=one.get("width"),
            height=one.get("height"),
            alt=text(stated.get("alttext")),
            caption=caption or described(stated, "headline", "headlines"),
            credit=credit or text(stated.get("copyrightholder")),
        )
        for one in _renditions(stated)
    ]
    suited = [one for one in renditions if one is not None and one.medium == family]
    return max(suited, key=_suitability, default=None)


def _renditions(stated: Table) -> list[Table]:
    found = stated.get("renditions")
    if isinstance(found, dict):
        return [{"name": name, **lowered(table(one))} for name, one in found.items()]
    return [lowered(table(one)) for one in entries(found)]


def _suitability(medium: Media) -> tuple[bool, int]:
    width = medium.width or _USUAL
    return width <= _WIDEST, width
