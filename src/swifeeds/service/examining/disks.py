"""Disks: what kind of file system holds a path, and whether there is room. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from swifeeds.service.examining.diagnosis import Diagnosis, broken, ok, warning

_MIB = 1024 * 1024
_GIB = 1024 * _MIB

_REMOTE = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "glusterfs", "lustre", "fuse.sshfs",
           "fuse.s3fs", "fuse.rclone", "vboxsf", "virtiofs")  # fmt: skip
"""Beginnings of the names of file systems that other machines write to as well."""

_FLEETING = ("tmpfs", "ramfs")

_FEWEST = 64 * _MIB
"""Bytes without which a write of ours may fail: a journal before it is taken in."""

_FEW = 5 * _GIB
_SHARE = 10
"""Room is scarce below 5 GiB, where that is less than a tenth of the disk."""

_ESCAPED = re.compile(r"\\([0-7]{3})")


def file_system_of(path: str, mounts: str) -> str | None:
    """The kind of file system that a path lies on (`ext4`, `nfs4`).

    Args:
        path: absolute, without links.
        mounts: Linux's `/proc/self/mountinfo` (proc(5)); None is the answer where it is empty.
    """
    found: tuple[int, str] | None = None
    for point, kind in _mounted(mounts):
        # The later of two at the same place lies above the earlier.
        if PurePosixPath(path).is_relative_to(point):
            depth = len(PurePosixPath(point).parts)
            if found is None or depth >= found[0]:
                found = depth, kind
    return found[1] if found else None


def _mounted(mounts: str) -> Iterator[tuple[str, str]]:
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split(" ")
        if separator and len(fields) > 4:  # noqa: PLR2004 - proc(5): the fifth is the mount point
            yield _ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4]), after.split(" ")[0]


def kind_diagnosis(what: str, path: str, kind: str | None) -> Diagnosis | None:
    """What to say of a database on this kind of file system; None where nothing is to be said."""
    if kind is None:
        return None
    if kind.startswith(_REMOTE):
        return broken(
            f"{what} {path} lies on {kind}, where SQLite cannot keep two processes apart: it will"
            " be damaged",
            "move it to a disk of this machine, or use PostgreSQL",
            subject=path,
        )
    if kind in _FLEETING:
        return warning(
            f"{what} {path} lies on {kind}, in memory: all is lost when the machine restarts",
            "name a place on a disk in storage.url",
            subject=path,
        )
    return None


def room_diagnosis(path: str, *, free: int, total: int) -> Diagnosis:
    """What to say of the room on the disk of a path. Bytes."""
    shown = f"{size_of(free)} of {size_of(total)} are free at {path}"
    advice = "make room, or move it to a larger disk"
    if free < _FEWEST:
        return broken(f"the disk is full: {shown}", advice, subject=path)
    if free < min(_FEW, total // _SHARE):
        return warning(f"the disk is nearly full: {shown}", advice, subject=path)
    return ok(shown, subject=path)


def size_of(count: int) -> str:
    """Bytes for people: `12 MB`, `3.4 GB`."""
    if count < 10 * 1000**3:
        return f"{count / 1000**2:,.0f} MB" if count < 1000**3 else f"{count / 1000**3:.1f} GB"
    return f"{count / 1000**3:,.0f} GB"
