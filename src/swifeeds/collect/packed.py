"""Members of packed files, read where they lie. Links and devices are passed over, and told."""

from __future__ import annotations

import gzip
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from swifeeds.collect.archive_file import ArchiveFile, Opened
from swifeeds.collect.counted_file import CountedFile
from swifeeds.errors import CollectError
from swifeeds.model import Reject

_MOST_MEMBERS = 200_000
_LARGEST_DIRECTORY = 5 * 1024 * 1024
"""Bytes of the list of members that a zip file ends with: of some 60,000 members."""

_LARGEST_HEADER = 256 * 1024
"""Bytes of all that is said of one member of a tar file before it begins."""

_TAR, _TAR_AT = b"ustar", 257


def is_tar(beginning: bytes) -> bool:
    """True for what begins like a tar file."""
    return beginning[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR


def _gunzipped(path: Path, stack: ExitStack) -> Opened:
    packed = CountedFile(stack.enter_context(path.open("rb")))
    return stack.enter_context(gzip.GzipFile(fileobj=packed)), packed.count


def unzipped(path: Path, identity: str, size: int) -> Iterator[ArchiveFile | Reject]:
    """What a gzip file holds: one archive, or a tar file of them."""
    whole = ArchiveFile(
        name=str(path), identity=identity, size=size, open=partial(_gunzipped, path)
    )
    try:
        holds_tar = is_tar(next(whole.pieces(), b""))
    except CollectError as error:
        yield _told(error)
        return
    if holds_tar:
        yield from tar_members(path, identity, is_gzipped=True)
    else:
        yield whole


def zip_members(path: Path, identity: str) -> Iterator[ArchiveFile | Reject]:
    """The members of a zip file in the order of their names."""
    with ExitStack() as stack:
        try:
            file = CountedFile(stack.enter_context(path.open("rb")))
            file.allow(_LARGEST_DIRECTORY)
            archive = stack.enter_context(zipfile.ZipFile(file))
            file.allow(None)
        except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
            yield Reject(subject=str(path), reason=f"is no zip file that can be read ({error})")
            return
        yield from _zipped(path, identity, archive)


def _zipped(path: Path, identity: str, archive: zipfile.ZipFile) -> Iterator[ArchiveFile | Reject]:
    for member in sorted(archive.infolist(), key=lambda one: one.filename):
        name = f"{path}/{member.filename}"
        if member.is_dir() or _is_hidden(member.filename):
            continue
        if stat.S_ISLNK(member.external_attr >> 16):
            yield Reject(subject=name, reason="is a link; it was passed over")
            continue
        yield ArchiveFile(
            name=name,
            identity=f"{identity}/{member.header_offset}/{member.CRC}",
            size=member.compress_size,
            open=partial(_zip_member, archive, member),
        )


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, stack: ExitStack) -> Opened:
    # What the directory says of the packed size is a claim; the ratio is held against it.
    return stack.enter_context(archive.open(member)), lambda: member.compress_size


def tar_members(
    path: Path, identity: str, *, is_gzipped: bool = False
) -> Iterator[ArchiveFile | Reject]:
    """In the order in which they lie: a packed tar can only be read forward."""
    try:
        with ExitStack() as stack:
            packed = CountedFile(stack.enter_context(path.open("rb")))
            tar = packed
            if is_gzipped:
                tar = CountedFile(stack.enter_context(gzip.GzipFile(fileobj=packed)))
            for number, (archive, member) in enumerate(_tarred(tar)):
                name = f"{path}/{member.name}"
                if number >= _MOST_MEMBERS:
                    yield Reject(subject=str(path), reason=f"has more than {_MOST_MEMBERS} members")
                    return
                if member.isdir() or _is_hidden(member.name):
                    continue
                if not member.isreg() or member.issparse():
                    yield Reject(subject=name, reason="is a link or a device; it was passed over")
                    continue
                yield ArchiveFile(
                    name=name,
                    identity=f"{identity}/{member.offset_data}/{member.size}",
                    size=member.size,
                    open=partial(_tar_member, archive, packed, member),
                )
    except (OSError, EOFError, RecursionError, zlib.error, tarfile.TarError) as error:
        yield Reject(subject=str(path), reason=f"is damaged: {error}; what follows was not read")


def _tarred(file: CountedFile) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """Member after member; none is remembered, nor what is said of all that follow."""
    file.allow(_LARGEST_HEADER)
    with tarfile.open(fileobj=file, mode="r:") as archive:
        while (member := archive.next()) is not None:
            file.allow(None)
            yield archive, member
            archive.members = []  # type: ignore[attr-defined] # typeshed does not know it
            archive.pax_headers = {}
            file.allow(_LARGEST_HEADER)


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


def _told(error: CollectError) -> Reject:
    return Reject(subject=error.url, reason=str(error).removeprefix(f"{error.url}: "))
