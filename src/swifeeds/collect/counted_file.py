"""A file that tells how much of it was read: what unpacks it seeks at will."""

from __future__ import annotations

import io
from typing import IO


class CountedFile(io.RawIOBase):
    """Reads through to another file. `count` is how far it got, in bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._furthest = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def seekable(self) -> bool:
        """It can be read again."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        found = self._file.read(size)
        self._furthest = max(self._furthest, self._file.tell())
        return found

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere."""
        return self._file.seek(place, whence)

    def tell(self) -> int:
        """Where it is."""
        return self._file.tell()

    def count(self) -> int:
        """How far it got."""
        return self._furthest
