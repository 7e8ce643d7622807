"""Archives as files: folders looked through, packed files read as a stream, nothing unpacked to a
disk.

Names of strangers never lead anywhere: a member of a packed file is read where it lies, links are
passed over, and what is packed may not grow without end. All of this blocks: call it in a thread.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from swifeeds.collect.counted_file import CountedFile
from swifeeds.errors import CollectError, TooLarge, Unreachable
from swifeeds.model import Reject

PIECE = 256 * 1024
"""Bytes read at a time."""

BEGINNING = 64 * 1024
"""Bytes that tell what a file is, and which one."""

MAX_UNPACKED = 64 * 1024**3
MAX_RATIO = 200
"""Unpacked over packed bytes that is still believed beyond `_BELIEVED`. Archives of text stay under
20, generated ones under 60; a bomb reaches 1000."""

_BELIEVED = 16 * 1024**2
_MOST_MEMBERS = 200_000
_DEEPEST = 16
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_TAR, _TAR_AT = b"ustar", 257


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


def archive_files(paths: Iterable[Path]) -> Iterator[ArchiveFile | Reject]:
    """The files that are named and those in the folders that are named, in the order of their
    names; of packed ones their members. What cannot be one is told. Read each before the next is
    asked for: a packed tar goes forward alone.

    Raises:
        Unreachable: a path that was named is not there.
    """
    for path in paths:
        if path.is_dir():
            yield from _below(path, 0)
        elif path.is_file():
            yield from _opened(path)
        else:
            raise Unreachable("is neither a file nor a folder", url=str(path))


def _below(folder: Path, depth: int) -> Iterator[ArchiveFile | Reject]:
    if depth > _DEEPEST:
        yield Reject(subject=str(folder), reason="lies too deep in folders")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Reject(subject=str(folder), reason=f"cannot be read ({error.strerror})")
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith((".", "~")):
            continue
        if entry.is_symlink():
            yield Reject(subject=str(path), reason="is a link; name what it points to")
        elif entry.is_dir():
            yield from _below(path, depth + 1)
        elif entry.is_file():
            yield from _opened(path)


def _opened(path: Path) -> Iterator[ArchiveFile | Reject]:
    try:
        identity, size = _identity(path)
        with path.open("rb") as file:
            beginning = file.read(BEGINNING)
    except OSError as error:
        yield Reject(subject=str(path), reason=f"cannot be read ({error.strerror})")
        return
    if not beginning.strip():
        yield Reject(subject=str(path), reason="is empty")
    elif beginning.startswith(_ZIP):
        yield from _zip_members(path, identity)
    elif _is_tar(beginning):
        yield from _tar_members(path, identity)
    elif beginning.startswith(_GZIP):
        yield from _unzipped(path, identity, size)
    else:
        yield ArchiveFile(name=str(path), identity=identity, size=size, open=partial(_plain, path))


def _identity(path: Path) -> tuple[str, int]:
    """A digest of size, beginning and end; and the size."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        digest = hashlib.sha256(b"%d\n" % size + file.read(BEGINNING))
        file.seek(max(size - BEGINNING, 0))
        digest.update(file.read(BEGINNING))
    return digest.hexdigest(), size


def _is_tar(beginning: bytes) -> bool:
    return beginning[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR


def _plain(path: Path, stack: ExitStack) -> Opened:
    file = stack.enter_context(path.open("rb"))
    return file, file.tell


def _gunzipped(path: Path, stack: ExitStack) -> Opened:
    packed = CountedFile(stack.enter_context(path.open("rb")))
    return stack.enter_context(gzip.GzipFile(fileobj=packed)), packed.count


def _unzipped(path: Path, identity: str, size: int) -> Iterator[ArchiveFile | Reject]:
    whole = ArchiveFile(
        name=str(path), identity=identity, size=size, open=partial(_gunzipped, path)
    )
    try:
        is_tar = _is_tar(next(whole.pieces(), b""))
    except CollectError as error:
        yield _told(error)
        return
    if is_tar:
        yield from _tar_members(path, identity)
    else:
        yield whole


def _zip_members(path: Path, identity: str) -> Iterator[ArchiveFile | Reject]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.infolist(), key=lambda one: one.filename)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
        yield Reject(subject=str(path), reason=f"is no zip file that can be read ({error})")
        return
    for number, member in enumerate(members):
        name = f"{path}/{member.filename}"
        if number >= _MOST_MEMBERS:
            yield Reject(subject=str(path), reason=f"has more than {_MOST_MEMBERS} members")
            return
        if member.is_dir() or _is_hidden(member.filename):
            continue
        if stat.S_ISLNK(member.external_attr >> 16):
            yield Reject(subject=name, reason="is a link; it was passed over")
            continue
        yield ArchiveFile(
            name=name,
            identity=f"{identity}/{member.header_offset}/{member.CRC}",
            size=member.compress_size,
            open=partial(_zip_member, path, member),
        )


def _zip_member(path: Path, member: zipfile.ZipInfo, stack: ExitStack) -> Opened:
    archive = stack.enter_context(zipfile.ZipFile(path))
    # What the directory says of the packed size is a claim; the ratio is held against it.
    return stack.enter_context(archive.open(member)), lambda: member.compress_size


def _tar_members(path: Path, identity: str) -> Iterator[ArchiveFile | Reject]:
    """In the order in which they lie: a packed tar can only be read forward."""
    try:
        with ExitStack() as stack:
            packed = CountedFile(stack.enter_context(path.open("rb")))
            archive = stack.enter_context(tarfile.open(fileobj=packed, mode="r:*"))
            for number, member in enumerate(archive):
                name = f"{path}/{member.name}"
                if number >= _MOST_MEMBERS:
                    yield Reject(subject=str(path), reason=f"has more than {_MOST_MEMBERS} members")
                    return
                if member.isdir() or _is_hidden(member.name):
                    continue
                if not member.isreg():
                    yield Reject(subject=name, reason="is a link or a device; it was passed over")
                    continue
                yield ArchiveFile(
                    name=name,
                    identity=f"{identity}/{member.offset_data}/{member.size}",
                    size=member.size,
                    open=partial(_tar_member, archive, packed, member),
                )
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        yield Reject(subject=str(path), reason=f"is damaged: {error}; what follows was not read")


def _tar_member(
    archive: tarfile.TarFile, packed: CountedFile, member: tarfile.TarInfo, stack: ExitStack
) -> Opened:
    file = archive.extractfile(member)
    if file is None:
        raise tarfile.TarError(f"{member.name} is no file")
    return stack.enter_context(file), packed.count


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or parts[-1].startswith((".", "~"))


def _check_size(name: str, total: int, packed: int) -> None:
    if total > MAX_UNPACKED:
        raise TooLarge(f"unpacks into more than {MAX_UNPACKED >> 30} GiB", url=name)
    if total > _BELIEVED and total > packed * MAX_RATIO:
        raise TooLarge(
            f"unpacks into more than {MAX_RATIO} times its size, which no archive does; if it is"
            " sound, unpack it and import what comes out",
            url=name,
        )


def _told(error: CollectError) -> Reject:
    return Reject(subject=error.url, reason=str(error).removeprefix(f"{error.url}: "))
