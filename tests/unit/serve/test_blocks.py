from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.http.sample import NOW, sample_shelf

from swifeeds.model import Encoding
from swifeeds.serve import ServeSettings
from swifeeds.serve.blocks import make_blocks
from swifeeds.serve.headers import Caching

ITEM = sample_shelf().items["/de/stories/caucasus-talks/feed.rss"]
CACHING = Caching.of(ServeSettings(), {})


def test_a_block_is_a_status_line_and_fields_up_to_where_the_date_follows():
    made = make_blocks(ITEM, Encoding.GZIP, caching=CACHING, now=NOW)
    assert made is not None
    assert made.found.startswith(b"HTTP/1.1 200 OK\r\n")
    assert made.found.endswith(b"\r\n")
    assert b"\r\n\r\n" not in made.found
    assert f"Content-Length: {len(ITEM.encodings[Encoding.GZIP])}\r\n".encode() in made.found
    assert f'ETag: {ITEM.etag[:-1]}-gzip"\r\n'.encode() in made.unchanged
    assert b"\r\nContent-" not in made.unchanged
    assert b"Date:" not in made.found + made.unchanged


def test_nothing_is_made_ready_while_its_date_lies_ahead_of_the_clock():
    before = ITEM.last_modified - timedelta(seconds=1)
    assert make_blocks(ITEM, Encoding.IDENTITY, caching=CACHING, now=before) is None


@pytest.mark.parametrize("broken", ["</x>\r\nSet-Cookie: a=b", "</x>\nX: y"])
def test_a_line_break_in_a_field_never_becomes_a_second_field(broken):
    with pytest.raises(ValueError, match="line break"):
        make_blocks(replace(ITEM, links=(broken,)), Encoding.IDENTITY, caching=CACHING, now=NOW)
