from __future__ import annotations

import pytest

from swifeeds.service.examining.diagnosis import Verdict
from swifeeds.service.examining.disks import (
    file_system_of,
    kind_diagnosis,
    room_diagnosis,
    size_of,
)

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /run rw - tmpfs tmpfs rw
41 22 0:40 / /srv/news rw,noatime master:3 - nfs4 nas:/news rw
42 41 8:2 / /srv/news/local rw - xfs /dev/sdb1 rw
43 22 8:3 / /mnt/two\040words rw - btrfs /dev/sdc1 rw
44 43 8:4 / /mnt/two\040words rw - zfs pool/above rw
a line that says nothing
"""
GIB = 1024**3


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/swifeeds/a.db", "ext4"),
        ("/srv/news/a.db", "nfs4"),
        ("/srv/newsroom/a.db", "ext4"),
        ("/srv/news/local/a.db", "xfs"),
        ("/mnt/two words/a.db", "zfs"),
        ("/run", "tmpfs"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(path, kind):
    assert file_system_of(path, MOUNTS) == kind


def test_nothing_is_said_where_the_system_does_not_tell():
    assert file_system_of("/var/a.db", "") is None
    assert kind_diagnosis("the database", "/var/a.db", None) is None


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [("nfs4", "broken"), ("cifs", "broken"), ("fuse.sshfs", "broken"), ("tmpfs", "warning")],
)
def test_a_database_belongs_on_a_local_disk(kind, verdict):
    found = kind_diagnosis("the database", "/srv/a.db", kind)
    assert found.verdict == verdict
    assert "/srv/a.db" in found.sentence
    assert kind in found.sentence


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "zfs", "overlay", "apfs"])
def test_a_local_disk_needs_no_words(kind):
    assert kind_diagnosis("the database", "/srv/a.db", kind) is None


@pytest.mark.parametrize(
    ("free", "total", "verdict"),
    [
        (63 * 1024**2, GIB, Verdict.BROKEN),
        (GIB, 20 * GIB, Verdict.WARNING),
        (3 * GIB, 20 * GIB, Verdict.OK),
        (6 * GIB, 4000 * GIB, Verdict.OK),
        (4 * GIB, 4000 * GIB, Verdict.WARNING),
        (200 * 1024**2, GIB, Verdict.OK),
    ],
)
def test_room_is_scarce_by_share_and_by_bytes(free, total, verdict):
    assert room_diagnosis("/srv", free=free, total=total).verdict is verdict


def test_sizes_read_well():
    assert [size_of(n) for n in (0, 12_400_000, 3_400_000_000, 2_100_000_000_000)] == [
        "0 MB", "12 MB", "3.4 GB", "2,100 GB",
    ]  # fmt: skip
