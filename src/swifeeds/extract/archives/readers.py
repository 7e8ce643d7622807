"""Which reader a format has. A reader is imported when its first portion comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from swifeeds.errors import ExtractError
from swifeeds.extract.archives.entry import Entry, NoArticle, PassedOver, Reading
from swifeeds.model import ArchiveFormat

_MODULES = {
    ArchiveFormat.WXR: "wxr",
    ArchiveFormat.NEWSML_G2: "newsml_g2",
    ArchiveFormat.NEWSML: "newsml",
    ArchiveFormat.NITF: "nitf",
    ArchiveFormat.NINJS: "ninjs",
    ArchiveFormat.IPTC7901: "iptc7901",
    ArchiveFormat.ANPA: "anpa",
    ArchiveFormat.RELEASE: "release",
    ArchiveFormat.MOVABLE_TYPE: "movable_type",
}
"""Modules of this package, each with the verb `read`."""


def reader_of(
    kind: ArchiveFormat,
) -> Callable[[bytes, Reading], Iterable[Entry | NoArticle | PassedOver]]:
    """The `read` of a format.

    Raises:
        ExtractError: nobody reads it yet.
    """
    if kind not in _MODULES:
        raise ExtractError(f"is {kind}, which cannot be imported yet", url="")
    module = import_module(f"{__package__}.{_MODULES[kind]}")
    read: Callable[[bytes, Reading], Iterable[Entry | NoArticle | PassedOver]] = module.read
    return read
