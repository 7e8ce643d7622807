"""Archives as files: packed or not, every byte is a stream, and no name leads anywhere."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile

import pytest

from swifeeds.collect.archive_file import ArchiveFile
from swifeeds.collect.archive_files import archive_files
from swifeeds.errors import TooLarge, Unreachable

TEXT = b"<rss/>\n" * 1000


def found(*paths):
    """What was read, each file before the next is looked for, and what was told."""
    read, told = {}, {}
    for one in archive_files(paths):
        if isinstance(one, ArchiveFile):
            read[one.name] = b"".join(one.pieces())
        else:
            told[one.subject] = one.reason
    return read, told


def read_until(error, match, file):
    """How many bytes came before it was refused."""
    sizes = []
    with pytest.raises(error, match=match):
        sizes.extend(map(len, file.pieces()))
    return sum(sizes)


def packed_tar(path, mode, **members: bytes | tarfile.TarInfo):
    with tarfile.open(path, mode) as archive:
        for name, member in members.items():
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(member)
            archive.addfile(info, io.BytesIO(member))


def test_folders_are_looked_through_in_the_order_of_names(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.xml", "a.xml", "b/2.xml", "b/1.xml", ".hidden"):
        (tmp_path / name).write_bytes(name.encode())
    read, rejects = found(tmp_path)
    assert list(read) == [str(tmp_path / one) for one in ("a.xml", "b/1.xml", "b/2.xml", "c.xml")]
    assert rejects == {}


def test_gzip_zip_and_tar_come_unpacked_whatever_they_are_called(tmp_path):
    (tmp_path / "one.bin").write_bytes(gzip.compress(TEXT))
    with zipfile.ZipFile(tmp_path / "two.bin", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.xml", TEXT + b"b")
        archive.writestr("sub/a.xml", TEXT + b"a")
        archive.writestr("__MACOSX/._b.xml", b"no")
    packed_tar(tmp_path / "three.bin", "w:gz", **{"x.xml": TEXT, "y.xml": b"y"})
    packed_tar(tmp_path / "zfour.bin", "w", **{"z.xml": b"z"})
    read, rejects = found(tmp_path)
    assert {name.removeprefix(f"{tmp_path}/"): body for name, body in read.items()} == {
        "one.bin": TEXT,
        "three.bin/x.xml": TEXT,
        "three.bin/y.xml": b"y",
        "two.bin/b.xml": TEXT + b"b",
        "two.bin/sub/a.xml": TEXT + b"a",
        "zfour.bin/z.xml": b"z",
    }
    assert rejects == {}


def test_links_and_devices_are_passed_over_and_told(tmp_path):
    link = tarfile.TarInfo("link.xml")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device = tarfile.TarInfo("device")
    device.type = tarfile.CHRTYPE
    packed_tar(tmp_path / "a.tar", "w", **{"link.xml": link, "device": device, "x": b"x"})
    (tmp_path / "b.xml").symlink_to("/etc/passwd")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        info = zipfile.ZipInfo("link.xml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    read, rejects = found(tmp_path)
    assert list(read.values()) == [b"x"]
    assert {name.removeprefix(f"{tmp_path}/") for name in rejects} == {
        "a.tar/link.xml",
        "a.tar/device",
        "b.xml",
        "c.zip/link.xml",
    }


def test_names_that_climb_are_names_and_nothing_else(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    packed_tar(inside / "a.tar", "w", **{"../../climbed.xml": b"x", "/absolute.xml": b"y"})
    read, _ = found(inside)
    assert sorted(read.values()) == [b"x", b"y"]
    assert list(tmp_path.iterdir()) == [inside]


def test_a_bomb_is_refused_long_before_it_is_unpacked(tmp_path):
    bomb = gzip.compress(bytes(64 * 1024 * 1024))
    (tmp_path / "bomb.gz").write_bytes(bomb)
    packed_tar(tmp_path / "bomb.tgz", "w:gz", zeros=bytes(64 * 1024 * 1024))
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(64 * 1024 * 1024))
    for file in archive_files([tmp_path]):
        assert read_until(TooLarge, "200 times its size", file) < 32 * 1024 * 1024


def test_what_is_damaged_gives_what_comes_before_and_says_so(tmp_path):
    whole = gzip.compress(os.urandom(2_000_000))
    (tmp_path / "half.gz").write_bytes(whole[: len(whole) // 2])
    (file,) = archive_files([tmp_path])
    assert read_until(Unreachable, "is damaged or cannot be read", file) > 0


def test_an_encrypted_or_broken_zip_and_an_empty_file_are_told(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(100))
    (tmp_path / "empty.xml").write_bytes(b" \n")
    read, rejects = found(tmp_path)
    assert read == {}
    assert "is no zip file that can be read" in rejects[str(tmp_path / "broken.zip")]
    assert rejects[str(tmp_path / "empty.xml")] == "is empty"


def test_what_is_not_there_is_told_and_the_others_are_read(tmp_path):
    (tmp_path / "a.xml").write_bytes(TEXT)
    read, told = found(tmp_path / "nothing", tmp_path / "a.xml")
    assert told == {str(tmp_path / "nothing"): "is neither a file nor a folder"}
    assert list(read.values()) == [TEXT]


def test_the_same_content_is_the_same_archive_wherever_it_lies(tmp_path):
    names = ("a.xml", "b.xml")
    for name in names:
        (tmp_path / name).write_bytes(TEXT)
    one, two = archive_files([tmp_path / name for name in names])
    assert one.identity == two.identity
    (tmp_path / "b.xml").write_bytes(TEXT[:-2] + b"x\n")
    (changed,) = archive_files([tmp_path / "b.xml"])
    assert changed.identity != one.identity


def test_progress_counts_the_bytes_that_lie_on_the_disk(tmp_path):
    path = tmp_path / "one.gz"
    path.write_bytes(gzip.compress(os.urandom(1_000_000)))
    (file,) = archive_files([path])
    told = []
    for _ in file.pieces(told.append):
        pass
    assert told == sorted(told)
    assert told[-1] == file.size == path.stat().st_size


def test_a_packed_file_cannot_make_a_list_of_its_members_as_long_as_it_likes(tmp_path):
    endless = tarfile.TarInfo("././@LongLink")
    endless.type, endless.size = tarfile.GNUTYPE_LONGNAME, 100 * 1024 * 1024
    head = endless.tobuf(tarfile.GNU_FORMAT)
    (tmp_path / "a.tgz").write_bytes(gzip.compress(head + bytes(endless.size)))
    chained = tarfile.TarInfo("././@LongLink")
    chained.type, chained.size = tarfile.GNUTYPE_LONGNAME, 1
    (tmp_path / "b.tar").write_bytes((chained.tobuf(tarfile.GNU_FORMAT) + bytes(512)) * 5000)
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        for number in range(90_000):
            archive.writestr(f"{number:040}", b"")
    read, told = found(tmp_path)
    assert read == {}
    assert set(told) == {str(tmp_path / name) for name in ("a.tgz", "b.tar", "c.zip")}
    assert all("larger than in any that is sound" in reason for reason in told.values())


def test_members_of_a_zip_file_are_read_though_there_are_many(tmp_path):
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(3000):
            archive.writestr(f"{number:04}.xml", str(number))
    read, told = found(tmp_path / "many.zip")
    assert list(read.values()) == [b"%d" % number for number in range(3000)]
    assert told == {}
