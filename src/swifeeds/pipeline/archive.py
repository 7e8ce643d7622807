"""A file of an archive, known for what it is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from swifeeds.collect.archive_file import BEGINNING, ArchiveFile
from swifeeds.extract.archives import recognise
from swifeeds.model import ArchiveFormat, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A file that is known for what it is. `source` is None where it names its sources itself."""

    file: ArchiveFile
    format: ArchiveFormat
    source: Source | None
    pieces: Iterator[bytes]

    @property
    def key(self) -> str:
        """The same for the same content, source and format."""
        named = (self.file.identity, self.source.id if self.source else "", self.format.value)
        return hashlib.sha256("\n".join(named).encode()).hexdigest()[:16]


def look_at(
    file: ArchiveFile,
    stated: ArchiveFormat | None,
    seen: Callable[[int], None],
) -> tuple[ArchiveFormat, Iterator[bytes]]:
    """What the file is, and its bytes from the first on. Blocks.

    Raises:
        ExtractError: it is nothing that can be read.
        CollectError: its bytes cannot be had.
    """
    pieces = file.pieces(seen)
    beginning = b""
    for piece in pieces:
        beginning += piece
        if len(beginning) >= BEGINNING:
            break
    found = stated or recognise(beginning[:BEGINNING], file.name.removesuffix(".gz"))
    return found, chain((beginning,), pieces)
