from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.http.sample import NOW, sample_shelf

from swifeeds.model import Encoding
from swifeeds.serve import ServeSettings
from swifeeds.serve.blocks import make_blocks
from swifeeds.serve.headers import Terms

ITEM = sample_shelf().items["/de/stories/caucasus-talks/feed.rss"]
TERMS = Terms.of(ServeSettings(), {})


def test_a_block_is_a_status_line_and_fields_up_to_where_the_date_follows():
    made = make_blocks(ITEM, Encoding.GZIP, terms=TERMS, now=NOW)
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
    assert make_blocks(ITEM, Encoding.IDENTITY, terms=TERMS, now=before) is None


@pytest.mark.parametrize("broken", ["</x>\r\nSet-Cookie: a=b", "</x>\nX: y"])
def test_a_line_break_in_a_field_never_becomes_a_second_field(broken):
    with pytest.raises(ValueError, match="line break"):
        make_blocks(replace(ITEM, links=(broken,)), Encoding.IDENTITY, terms=TERMS, now=NOW)


def test_a_reservation_against_mining_goes_with_feeds_and_not_with_the_programs_own_files():
    settings = ServeSettings(tdm_reservation=True, tdm_policy="https://example.org/mining.json")
    made = make_blocks(ITEM, Encoding.IDENTITY, terms=Terms.of(settings, {}), now=NOW)
    assert made is not None
    assert b"tdm-reservation: 1\r\ntdm-policy: https://example.org/mining.json" in made.found
    own = Terms.of(settings, {ITEM.path: ITEM})
    ours = make_blocks(ITEM, Encoding.IDENTITY, terms=own, now=NOW)
    assert ours is not None
    assert b"tdm-" not in ours.found


def test_a_right_that_is_not_reserved_is_said_so_and_an_unset_one_not_at_all():
    freed = Terms.of(ServeSettings(tdm_reservation=False), {})
    assert freed.mining(ITEM) == {"tdm-reservation": "0"}
    assert TERMS.mining(ITEM) == {}


@pytest.mark.parametrize(("kept", "said"), [(9000, 300), (21600, 21600), (86400, 86400)])
def test_the_setting_caps_what_is_kept_but_for_stories_that_rest(kept, said):
    control = TERMS.control(replace(ITEM, max_age=kept))
    assert control.startswith(f"public, max-age={said}, ")
