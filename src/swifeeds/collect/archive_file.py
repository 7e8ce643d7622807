"""One archive as a stream of unpacked bytes that cannot grow without end."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Protocol

from swifeeds.errors import TooLarge, Unreachable

PIECE = 256 * 1024
"""Bytes read at a time."""

BEGINNING = 64 * 1024
"""Bytes that tell what a file is, and which one."""

MAX_UNPACKED = 64 * 1024**3
MAX_RATIO = 200
"""Unpacked over packed bytes that is still believed beyond `_BELIEVED`. Archives of text stay under
20, generated ones under 60; a bomb reaches 1000."""

_BELIEVED = 16 * 1024**2


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, none at the end."""


Opened = tuple[Readable, Callable[[], int]]
"""A file's unpacked bytes, and what tells how many packed ones were read for them."""

Opener = Callable[[ExitStack], Opened]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFile:
    """A file that may hold articles, or a member of a packed one.

    `name` is for people. `identity` is the same for the same content, wherever it lies: of its
    size, its beginning and its end. `size` are the bytes that `read` counts, packed as they lie.
    """

    name: str
    identity: str
    size: int
    open: Opener

    def pieces(self, seen: Callable[[int], None] = lambda _: None) -> Iterator[bytes]:
        """The unpacked bytes in order. `seen` hears how many of `size` were read.

        Raises:
            TooLarge: it unpacks into more than anybody packs.
            Unreachable: it cannot be read, or is damaged.
        """
        total = 0
        try:
            with ExitStack() as stack:
                file, position = self.open(stack)
                while piece := file.read(PIECE):
                    total += len(piece)
                    packed = max(position(), 1)
                    _check_size(self.name, total, packed)
                    seen(min(packed, self.size))
                    yield piece
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError) as error:
            raise Unreachable(f"is damaged or cannot be read ({error})", url=self.name) from error
        except (RuntimeError, NotImplementedError) as error:  # zipfile: encrypted, unknown method
            raise Unreachable(f"cannot be unpacked ({error})", url=self.name) from error


def _check_size(name: str, total: int, packed: int) -> None:
    if total > MAX_UNPACKED:
        raise TooLarge(f"unpacks into more than {MAX_UNPACKED >> 30} GiB", url=name)
    if total > _BELIEVED and total > packed * MAX_RATIO:
        raise TooLarge(
            f"unpacks into more than {MAX_RATIO} times its size, which no archive does; if it is"
            " sound, unpack it and import what comes out",
            url=name,
        )
