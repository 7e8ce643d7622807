"""Archives as files: folders looked through, packed files read as a stream, nothing unpacked to a
disk.

Names of strangers never lead anywhere: a member of a packed file is read where it lies, links are
passed over, and what is packed may not grow without end. All of this blocks: call it in a thread.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from swifeeds.collect.archive_file import BEGINNING, ArchiveFile, Opened
from swifeeds.collect.packed import is_tar, tar_members, unzipped, zip_members
from swifeeds.model import Reject

_DEEPEST = 16
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


def archive_files(paths: Iterable[Path]) -> Iterator[ArchiveFile | Reject]:
    """The files that are named and those in the folders that are named, in the order of their
    names; of packed ones their members. What cannot be one is told. Read each before the next is
    asked for: a packed tar goes forward alone.
    """
    for path in paths:
        if path.is_dir():
            yield from _below(path, 0)
        elif path.is_file():
            yield from _opened(path)
        else:
            yield Reject(subject=str(path), reason="is neither a file nor a folder")


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
        yield from zip_members(path, identity)
    elif is_tar(beginning):
        yield from tar_members(path, identity)
    elif beginning.startswith(_GZIP):
        yield from unzipped(path, identity, size)
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


def _plain(path: Path, stack: ExitStack) -> Opened:
    file = stack.enter_context(path.open("rb"))
    return file, file.tell
