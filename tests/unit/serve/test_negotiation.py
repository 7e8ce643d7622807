from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swifeeds.model import Encoding
from swifeeds.serve.negotiation import choose_encoding

SIZES = {Encoding.IDENTITY: 1000, Encoding.GZIP: 300, Encoding.BROTLI: 250, Encoding.ZSTD: 280}


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, Encoding.IDENTITY),
        ("", Encoding.IDENTITY),
        ("identity", Encoding.IDENTITY),
        ("gzip", Encoding.GZIP),
        ("x-gzip", Encoding.GZIP),
        ("GZip, deflate", Encoding.GZIP),
        ("gzip, deflate, br, zstd", Encoding.BROTLI),
        ("gzip, zstd", Encoding.ZSTD),
        ("gzip;q=0.9, br;q=0.8", Encoding.GZIP),
        ("gzip ; q=0.2 ,br; Q=0.001", Encoding.GZIP),
        ("deflate", Encoding.IDENTITY),
        ("gzip;q=0, br;q=0", Encoding.IDENTITY),
        ("gzip;q=0.001", Encoding.GZIP),
        ("gzip;q=0.5, identity", Encoding.IDENTITY),
        ("*", Encoding.BROTLI),
        ("br;q=0, *;q=0.5", Encoding.ZSTD),
        ("*;q=0, gzip", Encoding.GZIP),
        ("identity;q=0, zstd", Encoding.ZSTD),
        ("gzip;q=2, br;level=9", Encoding.IDENTITY),
        ("identity;q=0", None),
        ("*;q=0", None),
    ],
)
def test_weights_go_before_sizes(accept, chosen):
    assert choose_encoding(accept, SIZES) is chosen


def test_a_coding_that_is_not_at_hand_is_not_promised():
    assert choose_encoding("br", {Encoding.IDENTITY: 10}) is Encoding.IDENTITY


def test_the_smallest_wins_whatever_its_name():
    assert choose_encoding("gzip, br", SIZES | {Encoding.GZIP: 200}) is Encoding.GZIP


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="gzip br*;q=01., identity", max_size=30))
def test_any_field_gets_something_at_hand_or_a_refusal(accept):
    assert choose_encoding(accept, SIZES) in {*SIZES, None}
