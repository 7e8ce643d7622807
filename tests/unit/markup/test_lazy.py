"""Lazy pictures: the address that a script would use."""

from __future__ import annotations

import pytest

from swifeeds.markup import parse_html
from swifeeds.markup.lazy import best_candidate, real_source


@pytest.mark.parametrize(
    ("attributes", "source"),
    [
        ('src="a.jpg"', "a.jpg"),
        ('src="blank.gif" data-src="a.jpg"', "a.jpg"),
        ('src="data:image/gif;base64,R0" data-original="a.jpg"', "a.jpg"),
        ('data-srcset="s.jpg 200w, l.jpg 1200w"', "l.jpg"),
        ('src="a.jpg" srcset="l.jpg 1200w"', "a.jpg"),
        ('src=""', None),
        ("", None),
    ],
)
def test_the_address_that_is_shown_in_the_end(attributes, source):
    assert real_source(parse_html(f"<img {attributes}>").find(".//img")) == source


@pytest.mark.parametrize(
    ("srcset", "best"),
    [
        ("a.jpg", "a.jpg"),
        ("a.jpg 1x, b.jpg 2x", "b.jpg"),
        ("/w,800/a.jpg 800w, /w,1600/a.jpg 1600w, /w,400/a.jpg 400w", "/w,1600/a.jpg"),
        ("a.jpg 1.2.3x", "a.jpg"),
        ("", None),
        (" , ", None),
    ],
)
def test_the_widest_candidate_wins_and_commas_belong_to_addresses(srcset, best):
    assert best_candidate(srcset) == best
