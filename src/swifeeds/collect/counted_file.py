"""A file that tells how much of it was read, and does not let itself be read without end: what
unpacks it seeks at will, and takes the size of a list or a name from the file itself."""

from __future__ import annotations

import io
from typing import IO


class CountedFile(io.RawIOBase):
    """Reads through to another file. `count` is how far it got, in bytes."""

    def __init__(self, file: IO[bytes] | io.BufferedIOBase) -> None:
        self._file = file
        self._furthest = 0
        self._left: int | None = None

    def allow(self, size: int | None) -> None:
        """From here on so many bytes may be read; None for as many as there are."""
        self._left = size

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def seekable(self) -> bool:
        """It can be read again."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            OSError: they are more than is allowed.
        """
        if self._left is None:
            found = self._file.read(size)
        else:
            found = self._file.read(self._left + 1 if size < 0 else min(size, self._left + 1))
            self._left -= len(found)
            if self._left < 0:
                raise OSError("what it says of its members is larger than in any that is sound")
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
