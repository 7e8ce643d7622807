"""An archive of an older system, in the portions that it is read in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ArchiveFormat(StrEnum):
    """What wire services and content management systems write."""

    WXR = "wxr"
    NEWSML_G2 = "newsml-g2"
    NEWSML = "newsml"
    NITF = "nitf"
    NINJS = "ninjs"
    IPTC7901 = "iptc7901"
    ANPA = "anpa"
    RELEASE = "release"
    MOVABLE_TYPE = "movable-type"
    FEED = "feed"
    JSON_LINES = "jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A piece of an archive file that can be read by itself.

    `body` is a whole document of the file's format with the items of this portion alone. `offset`
    is where its first item begins and `end` where the last one ends, in bytes of the (unpacked)
    file, or of UTF-16 as UTF-8; `first` counts the items of the file before it, `items` those in
    it.

    `is_head` tells one of what stands before the items, which are then elements of the head,
    counted by themselves.
    """

    body: bytes
    offset: int
    end: int
    first: int
    items: int
    is_head: bool = False
