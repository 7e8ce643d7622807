from __future__ import annotations

import gzip
import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import brotli
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.emit.shelve import (
    SMALLEST_CODED,
    encode,
    etag_of,
    last_modified_for,
    shelve,
    shelve_all,
)
from swifeeds.model import Encoding, Representation

NOW = datetime(2026, 5, 4, 12, 0, 0, 750000, tzinfo=UTC)
TEXT = b"Delegations return to the table in Geneva. " * 40


def page(body: bytes = TEXT, **changes) -> Representation:
    return Representation(path="/en/", media_type="text/html; charset=utf-8", body=body, **changes)


def test_every_coding_unpacks_to_the_body():
    made = encode(page())
    assert set(made) == set(Encoding)
    assert made[Encoding.IDENTITY] == TEXT
    assert gzip.decompress(made[Encoding.GZIP]) == TEXT
    assert brotli.decompress(made[Encoding.BROTLI]) == TEXT
    assert zstandard.ZstdDecompressor().decompress(made[Encoding.ZSTD]) == TEXT


def test_gzip_carries_no_time():
    assert encode(page())[Encoding.GZIP][4:8] == bytes(4)


def test_a_small_body_is_not_coded():
    assert set(encode(page(b"a" * (SMALLEST_CODED - 1)))) == {Encoding.IDENTITY}
    assert Encoding.GZIP in encode(page(b"a" * SMALLEST_CODED))


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=2000))
def test_no_coding_is_larger_than_the_body(body):
    made = encode(page(body))
    assert made[Encoding.IDENTITY] == body
    assert all(len(one) < len(body) for name, one in made.items() if name != "identity")


def test_the_tag_is_strong_quoted_and_of_the_bytes():
    assert etag_of(b"a") == etag_of(b"a") != etag_of(b"b")
    assert etag_of(b"a").startswith('"')
    assert etag_of(b"a").endswith('"')


def test_equal_bytes_and_headers_are_no_change():
    first = shelve(page(), None, now=NOW)
    assert shelve(page(), first, now=NOW + timedelta(days=1)) is None


def test_every_change_raises_generation_and_date():
    first = shelve(page(), None, now=NOW)
    assert first is not None
    assert first.generation == 1
    assert first.last_modified == NOW.replace(microsecond=0)
    for changed in (
        shelve(page(b"other"), first, now=NOW),
        shelve(page(language="de"), first, now=NOW),
        shelve(page(links=("<x>; rel=self",)), first, now=NOW),
        shelve(page(), first, now=NOW, max_age=60),
    ):
        assert changed is not None
        assert changed.generation == 2
        assert changed.last_modified == first.last_modified + timedelta(seconds=1)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.timedeltas(min_value=timedelta(days=-1), max_value=timedelta(days=1))))
def test_the_date_rises_by_a_second_even_when_the_clock_goes_back(steps):
    previous = None
    for step in steps:
        found = last_modified_for(previous, NOW + step)
        assert found.microsecond == 0
        assert found >= (NOW + step).replace(microsecond=0)
        assert previous is None or found - previous >= timedelta(seconds=1)
        previous = found


def test_publications_two_seconds_apart_are_never_dated_ahead():
    now, previous = NOW, None
    for _ in range(20):
        previous = last_modified_for(previous, now)
        assert previous <= now
        now += timedelta(seconds=2)


def test_an_item_travels_to_a_child_and_back():
    item = shelve(page(), None, now=NOW)
    assert pickle.loads(pickle.dumps(item)) == item


def test_of_a_batch_only_what_changed_is_given_back():
    old = shelve_all((page(), replace(page(), path="/de/")), {}, now=NOW)
    assert [item.path for item in old] == ["/en/", "/de/"]
    known = {item.path: item for item in old}
    new = shelve_all((page(), replace(page(b"new"), path="/de/")), known, now=NOW)
    assert [(item.path, item.generation) for item in new] == [("/de/", 2)]
