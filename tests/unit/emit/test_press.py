"""Pressed brotli bytes say the same in fewer bytes, or are left as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import brotli
from hypothesis import given
from hypothesis import strategies as st

from swifeeds.emit import press, press_all
from swifeeds.emit.shelve import shelve
from swifeeds.model import Encoding, Representation, ShelfItem

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def shelved(body: bytes) -> ShelfItem:
    made = shelve(Representation(path="/feed.rss", media_type="text/xml", body=body), None, now=NOW)
    assert made is not None
    return made


@given(st.lists(st.text(max_size=40), min_size=1, max_size=40))
def test_pressed_bytes_decode_to_the_body_and_are_fewer(parts):
    item = shelved("<p>".join(parts * 9).encode())
    (one,) = press_all([item])
    assert one.is_pressed or one == item
    if one.is_pressed:
        assert brotli.decompress(one.encodings[Encoding.BROTLI]) == item.body
        assert len(one.encodings[Encoding.BROTLI]) < len(item.encodings[Encoding.BROTLI])
        assert one.edition != item.edition


WORDS = "".join(
    f"<p>{number} talks on the lake of number {number * 7919 % 613}</p>" for number in range(90)
)


def test_a_text_is_pressed():
    (one,) = press_all([shelved(WORDS.encode())])
    assert one.is_pressed


def test_an_item_without_brotli_bytes_is_left_alone():
    item = shelved(b"short")
    assert press_all([item]) == (item,)


def test_where_another_coding_is_smaller_readers_keep_what_they_have():
    item = shelved(WORDS.encode())
    smaller = replace(item, encodings={**item.encodings, Encoding.GZIP: b"x"})
    assert press_all([smaller]) == (smaller,)


def test_a_giant_stays_as_it_was_published(monkeypatch):
    monkeypatch.setattr(press, "LARGEST_PRESSED", 999)
    item = shelved(WORDS.encode())
    assert press_all([item]) == (item,)
