"""Reading inside a folder that strangers may write to, without being led out of it.

Every step down is taken relative to the folder above and refuses symbolic links, so that a name
that is exchanged for a link between looking and opening leads nowhere. All of this blocks: call it
in a thread.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".json": "application/json",
    ".xml": "application/xml",
    ".nitf": "application/xml",
    ".txt": "text/plain",
}
"""What a file is by the ending of its name. Files of other endings are passed over."""

_SUFFIXES = tuple(suffix.encode() for suffix in TYPES)

_DEEPEST = 16
"""Folders below the first. Deeper trees are an accident, or a try to exhaust us."""

_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Without O_NONBLOCK, opening a named pipe would wait for somebody to write into it.
_FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file that may be a document.

    `path` is relative to the folder, in bytes as the system names it; `size` in bytes; `changed`
    is the time of the last change in nanoseconds since 1970.
    """

    path: bytes
    size: int
    changed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a folder holds: files that may be documents, and the paths of symbolic links, which are
    not followed. Each by path."""

    files: tuple[Candidate, ...]
    links: tuple[bytes, ...]


def list_folder(folder: Path) -> Listing:
    """The folder and all below it. Hidden and temporary names are passed over.

    Raises:
        OSError: the folder is not there or may not be read.
    """
    with os.scandir(os.fsencode(folder)) as entries:
        found = list(_below(list(entries), b"", 0))
    files = [one for one in found if isinstance(one, Candidate)]
    links = [one for one in found if isinstance(one, bytes)]
    return Listing(
        files=tuple(sorted(files, key=lambda candidate: candidate.path)),
        links=tuple(sorted(links)),
    )


def read_whole(folder: Path, candidate: Candidate) -> bytes | None:
    """The bytes of a file; None when it changed since it was found, or while it was read.

    Raises:
        OSError: it is gone, a link by now, or may not be read.
    """
    with ExitStack() as opened:
        handle = _open(folder, candidate.path, opened)
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or _candidate(candidate.path, status) != candidate:
            return None
        with open(handle, "rb", closefd=False) as file:
            # One more byte than expected shows that it grew.
            body = file.read(candidate.size + 1)
        unchanged = _candidate(candidate.path, os.fstat(handle)) == candidate
        return body if unchanged and len(body) == candidate.size else None


def _below(
    entries: list[os.DirEntry[bytes]], prefix: bytes, depth: int
) -> Iterator[Candidate | bytes]:
    for entry in entries:
        if entry.name.startswith((b".", b"~")):
            continue
        path = prefix + entry.name
        if entry.is_symlink():
            yield path
        elif entry.is_dir(follow_symlinks=False):
            if depth < _DEEPEST:
                yield from _below(_entries(entry.path), path + b"/", depth + 1)
        elif entry.name.lower().endswith(_SUFFIXES):
            # It may be gone since it was listed; then there is nothing to say of it.
            with suppress(FileNotFoundError):
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode):
                    yield _candidate(path, status)


def _entries(path: bytes) -> list[os.DirEntry[bytes]]:
    try:
        with os.scandir(path) as entries:
            return list(entries)
    except OSError:
        # Gone since it was listed, or not ours to read: the rest of the tree goes on.
        return []


def _open(folder: Path, path: bytes, opened: ExitStack) -> int:
    *folders, name = PurePosixPath(os.fsdecode(path)).parts
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    opened.callback(os.close, handle)
    for part in folders:
        handle = os.open(part, _FOLDER_FLAGS, dir_fd=handle)
        opened.callback(os.close, handle)
    handle = os.open(name, _FILE_FLAGS, dir_fd=handle)
    opened.callback(os.close, handle)
    return handle


def _candidate(path: bytes, status: os.stat_result) -> Candidate:
    return Candidate(path=path, size=status.st_size, changed=status.st_mtime_ns)
