from __future__ import annotations

import pytest
from multidict import CIMultiDict

from swifeeds.serve.delta import delta_headers, delta_since, wants_feed


@pytest.mark.parametrize("field", ["feed", "Feed", "vcdiff, feed", "feed;q=0.5", " gzip , feed "])
def test_a_reader_that_accepts_the_manipulation_wants_deltas(field):
    assert wants_feed(field)


@pytest.mark.parametrize("field", [None, "", "vcdiff", "feeds", "feed;q=0", "feed; q=0.000"])
def test_anybody_else_does_not(field):
    assert not wants_feed(field)


@pytest.mark.parametrize(
    "field",
    ['"b"', 'W/"b"', '"b-gzip"', '"b-br"', 'W/"b-zstd"', '"x", "b-gzip"', '"x","y" , "b"'],
)
def test_the_version_that_a_reader_names_in_any_coding_is_found(field):
    assert delta_since(field, {'"a"': 1, '"b"': 2}) == 2


@pytest.mark.parametrize("field", [None, "", "*", "b", '"c"', '"b-deflate"', '"B"', '"'])
def test_a_version_that_nobody_knows_has_no_delta(field):
    assert delta_since(field, {'"a"': 1, '"b"': 2}) is None


def test_no_cache_keeps_a_delta_and_the_tag_is_that_of_the_whole():
    whole = CIMultiDict({"ETag": '"n-gzip"', "Vary": "Accept-Encoding", "Cache-Control": "public"})
    made = delta_headers(whole)
    assert dict(made) == {
        "ETag": '"n-gzip"', "IM": "feed", "Cache-Control": "no-store, im",
        "Vary": "A-IM, If-None-Match, Accept-Encoding",
    }  # fmt: skip
    assert whole["Cache-Control"] == "public"
