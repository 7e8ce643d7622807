"""Pressed brotli bytes say the same in fewer bytes, or are left as they were."""

from __future__ import annotations

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
def test_pressed_bytes_decode_to_the_body_and_are_never_more(parts):
    item = shelved("<p>".join(parts * 9).encode())
    for pressed in press_all([item]):
        assert brotli.decompress(pressed.encodings[Encoding.BROTLI]) == item.body
        assert len(pressed.encodings[Encoding.BROTLI]) <= len(item.encodings[Encoding.BROTLI])
        assert pressed.is_pressed
        assert pressed.edition != item.edition


def test_an_item_without_brotli_bytes_is_left_alone():
    assert press_all([shelved(b"short")]) == ()


def test_a_giant_stays_as_it_was_published(monkeypatch):
    monkeypatch.setattr(press, "LARGEST_PRESSED", 999)
    item = shelved(b"<entry/>" * 125)
    (pressed,) = press_all([item])
    assert pressed.encodings == item.encodings
    assert pressed.is_pressed
