"""Packed archives that are small to send and dear to unpack, or to list."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping

from tests.safety.bombs import MIB, Shape

_MANY = 150_000


def _gzipped(body: bytes) -> bytes:
    return gzip.compress(body, 1)


def _text(shape: Shape, size: int) -> bytes:
    item = shape.item.replace("@", "word " * 100)
    return f"{shape.head}{item * (size // len(item))}{shape.foot}".encode()


def _tar(*members: tuple[tarfile.TarInfo, bytes], kind: int = tarfile.GNU_FORMAT) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=kind) as archive:
        for member, body in members:
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    return written.getvalue()


def _named(name: str, kind: bytes = tarfile.REGTYPE, **said: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.pax_headers = kind, said
    return member


def _zip(members: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return written.getvalue()


def _block(size: int) -> bytes:
    """The long name of a member to come, as long as it says."""
    member = _named("././@LongLink", tarfile.GNUTYPE_LONGNAME)
    member.size = size
    return member.tobuf(tarfile.GNU_FORMAT) + b"n" * size + bytes(-size % 512)


def _sparse() -> bytes:
    """A file of holes whose list of holes never ends."""
    head = bytearray(_named("s", tarfile.GNUTYPE_SPARSE).tobuf(tarfile.GNU_FORMAT))
    head[482] = 1
    checked = head[:148] + b" " * 8 + head[156:512]
    head[148:156] = b"%06o\0 " % sum(checked)
    row = b"00000000001\0" * 42
    return bytes(head[:512]) + (row + b"\x01" + bytes(7)) * 200_000


PACKED: Mapping[str, Callable[[Shape], bytes]] = {
    "200 MiB in a gzip": lambda shape: _gzipped(_text(shape, 200 * MIB)),
    "zeros in a gzip": lambda _: _gzipped(bytes(200 * MIB)),
    "a gzip in a gzip": lambda _: _gzipped(_gzipped(bytes(200 * MIB))),
    "zeros in a zip": lambda _: _zip({"a.xml": bytes(200 * MIB)}),
    "200 MiB in a zip": lambda shape: _zip({"a.xml": _text(shape, 200 * MIB)}),
    "members as many as fit in a zip": lambda _: _zip({f"{n:05}.xml": b"" for n in range(93_000)}),
    "more members than fit in a zip": lambda _: _zip({f"{n:06}.xml": b"" for n in range(_MANY)}),
    "200 MiB in a tar": lambda shape: _gzipped(_tar((_named("a.xml"), _text(shape, 200 * MIB)))),
    "zeros in a tar": lambda _: _gzipped(_tar((_named("a.xml"), bytes(200 * MIB)))),
    "members without end in a tar": lambda _: _gzipped(
        _tar(*((_named(f"{n}.xml"), b"") for n in range(_MANY)))
    ),
    "links without end in a tar": lambda _: _gzipped(
        _tar(*((_named(f"{n}", tarfile.SYMTYPE), b"") for n in range(_MANY)))
    ),
    "a name without end in a tar": lambda _: _gzipped(_block(200 * MIB)),
    "names upon names in a tar": lambda _: _gzipped(_block(100_000) * 2_000),
    "short names upon names in a tar": lambda _: _gzipped(_block(1) * 100_000),
    "words about a member without end in a tar": lambda _: _gzipped(
        _tar((_named("a", **{f"k{n}": "v" for n in range(200_000)}), b""), kind=tarfile.PAX_FORMAT)
    ),
    "a long word about a member in a tar": lambda _: _gzipped(
        _tar((_named("a", comment="v" * 100 * MIB), b""), kind=tarfile.PAX_FORMAT)
    ),
    "holes without end in a tar": lambda _: _gzipped(_sparse()),
}
"""None is larger than what is sent in a minute; each is unpacked as a stream."""
