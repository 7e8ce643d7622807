from __future__ import annotations

import contextlib
import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.egress import Limits
from swifeeds.egress.body import Body
from swifeeds.errors import CollectError, TooLarge, Unreachable

URL = "https://news.example.org/feed"
MIB = 1024 * 1024
LIMITS = Limits(compressed=MIB, decompressed=2 * MIB, ratio=100)
WIDE = Limits(compressed=20 * MIB, decompressed=20 * MIB, ratio=10**9)


def read(data: bytes, coding: str | None, limits: Limits = LIMITS, step: int = 1000) -> bytes:
    body = Body(URL, coding, limits)
    for at in range(0, len(data), step):
        body.feed(data[at : at + step])
    return body.finish()


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


CODED = [
    pytest.param(None, bytes, id="plain"),
    pytest.param("identity", bytes, id="identity"),
    pytest.param("gzip", gzip.compress, id="gzip"),
    pytest.param("x-gzip", gzip.compress, id="x-gzip"),
    pytest.param("GZip", gzip.compress, id="upper case"),
    pytest.param("deflate", zlib.compress, id="deflate"),
    pytest.param("deflate", raw_deflate, id="raw deflate"),
    pytest.param("gzip, gzip", lambda data: gzip.compress(gzip.compress(data)), id="twice"),
    pytest.param("deflate, gzip", lambda data: gzip.compress(zlib.compress(data)), id="both"),
    pytest.param("identity, gzip", gzip.compress, id="identity and gzip"),
    pytest.param(
        "gzip", lambda data: gzip.compress(data[:7]) + gzip.compress(data[7:]), id="parts"
    ),
    pytest.param("gzip", lambda data: gzip.compress(data) + b"\0\0 rest", id="trailing bytes"),
]


@pytest.mark.parametrize(("coding", "pack"), CODED)
@given(data=st.binary(max_size=3000), step=st.integers(1, 500))
def test_what_was_packed_comes_out(coding, pack, data: bytes, step: int) -> None:
    if data.startswith(b"\x1f\x8b"):
        data = b"." + data
    assert read(pack(data), coding, step=step) == data


@given(
    data=st.binary(max_size=2000), coding=st.sampled_from([None, "gzip", "deflate", "gzip,gzip"])
)
def test_any_bytes_give_a_body_or_one_of_our_errors(data: bytes, coding: str | None) -> None:
    with contextlib.suppress(CollectError):
        assert len(read(data, coding)) <= LIMITS.decompressed


def test_a_body_that_is_still_gzip_is_unpacked_once_more() -> None:
    assert read(gzip.compress(b"<rss/>"), None) == b"<rss/>"


def test_a_body_that_was_packed_twice_and_announced_once_is_unpacked() -> None:
    assert read(gzip.compress(gzip.compress(b"<rss/>")), "gzip") == b"<rss/>"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip"])
def test_a_body_that_breaks_off_is_not_half_a_document(coding: str) -> None:
    data = gzip.compress(b"x" * 5000) if "gzip" in coding else zlib.compress(b"x" * 5000)
    whole = gzip.compress(data) if coding == "gzip, gzip" else data
    with pytest.raises(Unreachable, match="breaks off"):
        read(whole[:-9], coding)


def test_a_stored_gzip_file_that_breaks_off_is_not_half_a_document() -> None:
    with pytest.raises(Unreachable, match="breaks off"):
        read(gzip.compress(b"x" * 5000)[:-9], None)


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip, gzip"])
def test_a_coding_that_nobody_asked_for_is_refused(coding: str) -> None:
    with pytest.raises(Unreachable, match="coding nobody asked for"):
        Body(URL, coding, LIMITS)


def test_more_than_the_cap_from_the_wire_is_too_large() -> None:
    assert len(read(b"x" * MIB, None, step=MIB)) == MIB
    with pytest.raises(TooLarge, match="1048576"):
        read(b"x" * (MIB + 1), None, step=1000)


def test_more_than_the_cap_after_unpacking_is_too_large() -> None:
    limits = Limits(compressed=MIB, decompressed=1000, ratio=10**9)
    assert len(read(gzip.compress(b"x" * 1000), "gzip", limits)) == 1000
    for coding in ("gzip", None):
        with pytest.raises(TooLarge, match="1000 bytes"):
            read(gzip.compress(b"x" * 1001), coding, limits)


def test_an_unbelievable_ratio_is_refused_only_above_a_mebibyte() -> None:
    assert len(read(gzip.compress(b"x" * MIB), "gzip")) == MIB
    with pytest.raises(TooLarge, match="100 times"):
        read(gzip.compress(b"x" * (MIB + 70_000)), "gzip")


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip", None])
def test_a_bomb_takes_no_more_memory_than_the_cap(coding: str | None) -> None:
    bomb = gzip.compress(bytes(64 * MIB), 9)
    if coding == "gzip, gzip":
        bomb = gzip.compress(bomb)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            read(bomb, coding, WIDE, step=64 * 1024)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 40 * MIB


def test_a_layer_inside_counts_for_itself() -> None:
    """A gigabyte of empty members would pack to little and unpack to nothing."""
    inner = gzip.compress(gzip.compress(b"") * 200_000)
    with pytest.raises(CollectError, match=r"larger|times|parts"):
        read(inner, "gzip, gzip")


def test_a_flood_of_empty_members_is_refused() -> None:
    with pytest.raises(Unreachable, match="too many parts"):
        read(gzip.compress(b"") * 2000, "gzip")
