"""What an export left in its folder: the memory that makes the next one small, and careful.

Only what stands here is ever removed. A file is entered before it is written (`edition` empty), so
that a killed export leaves nothing behind that the next one does not know as its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

import orjson

from swifeeds.deliver.export.names import why_unsafe
from swifeeds.errors import DeliverError

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One file. `edition` is that of the address's item; empty: begun and perhaps not
    finished. `modified` is UTC in whole seconds, `size` in bytes."""

    edition: str
    modified: datetime
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Files by name, and whose site they are: the authority of its ids, which never changes."""

    site: str
    files: Mapping[str, Kept] = field(default_factory=lambda: MappingProxyType({}))


def write_manifest(manifest: Manifest) -> bytes:
    """As JSON. Equal manifests give equal bytes."""
    files = {
        name: [one.edition, int(one.modified.timestamp()), one.size]
        for name, one in sorted(manifest.files.items())
    }
    return orjson.dumps({"version": _VERSION, "site": manifest.site, "files": files})


def read_manifest(data: bytes) -> Manifest:
    """From JSON.

    Raises:
        DeliverError: it is damaged, of a newer program, or names a file outside the folder.
    """
    try:
        read = orjson.loads(data)
        if read["version"] != _VERSION:
            raise DeliverError("it is of another version of swifeeds")
        files = {str(name): _kept(*entry) for name, entry in read["files"].items()}
        site = str(read["site"])
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError) as error:
        raise DeliverError("it is damaged") from error
    for name in files:
        if why_unsafe(name):
            raise DeliverError(f"it names a file that no export would write ({name!r})")
    return Manifest(site=site, files=MappingProxyType(files))


def _kept(edition: str, seconds: int, size: int) -> Kept:
    return Kept(edition=edition, modified=datetime.fromtimestamp(seconds, UTC), size=size)
