"""Damaged archives: whatever is done to the bytes, reading ends in articles and sentences."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.extract.archives.archive_files import pieces_of, read_as
from tests.unit.extract.archives.test_archives_golden import GOLDEN, SAMPLES

from swifeeds.errors import ExtractError
from swifeeds.extract.archives import cut
from swifeeds.model import ArchiveFormat

BODIES = {name: (GOLDEN / name).read_bytes() for name in SAMPLES}
CONTROLS = set(map(chr, (*range(32), *range(127, 160))))
JUNK = st.sampled_from([
    b"", b"\x00", b"<", b">", b"<item>", b"</item>", b"<![CDATA[", b"]]>", b"<!--", b"&bad;", b"{",
    b"}", b'"', b"\\", b"[", b"--------\n", b"\x01", b"\x04", b"\xff\xfe", b"0000-00-00",
    b"9" * 400,
    b"99999999999999999999",
    b"<newsItem>", b"</nitf>", b"xmlns:wp='x'", b"\r", b"\xe2\x80",
])  # fmt: skip


@st.composite
def damaged(draw):
    name = draw(st.sampled_from(sorted(BODIES)))
    body = BODIES[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        length = draw(st.sampled_from([0, 0, 1, 7, 60]))
        body = body[:start] + draw(JUNK) + body[start + length :]
    return SAMPLES[name], body


GUID_OF_TWO_LINES = (
    b"<tle><rss><channel><item><guid>--------\nhttps://n.example.org/lake</guid>"
    b"<pubDate>nonsense</pubDate></item></channel></rss>"
)


def is_one_line(text: str) -> bool:
    return len(text.splitlines()) == 1 and not set(text) & CONTROLS


@given(damaged())
@example((ArchiveFormat.FEED, b"[" + BODIES["saved.rss"]))
@example((ArchiveFormat.FEED, GUID_OF_TWO_LINES))
@settings(deadline=None, max_examples=150)
def test_nothing_that_is_done_to_a_file_brings_its_reading_down(archive):
    kind, body = archive
    with suppress(ExtractError):
        found = read_as(body, kind, "damaged")
        assert found.drafts or found.rejects or found.noted or not body.strip()
        told = (*found.rejects, *found.noted)
        assert all(is_one_line(one.subject) and is_one_line(one.reason) for one in told)


@given(damaged(), st.integers(1, 50))
@settings(deadline=None)
def test_a_damaged_file_is_cut_the_same_however_it_arrives(archive, size):
    kind, body = archive
    with suppress(ExtractError):
        assert list(cut(pieces_of(body, size), kind)) == list(cut((body,), kind))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_that_breaks_off_anywhere_gives_what_it_has(name):
    body, kind = BODIES[name], SAMPLES[name]
    whole = len(read_as(body, kind).drafts)
    for share in (0.3, 0.6, 0.9):
        with suppress(ExtractError):
            found = read_as(body[: int(len(body) * share)], kind)
            assert len(found.drafts) <= whole


def test_one_broken_item_of_a_list_costs_itself_alone():
    items = [b'{"uri": "urn:x:%d", "headline": "H%d"}' % (n, n) for n in range(6)]
    items[2] = items[2][:-1]
    found = read_as(b"[" + b",\n".join(items) + b"]", ArchiveFormat.NINJS, "list.json")
    assert [draft.title for draft in found.drafts] == ["H0", "H1", "H3", "H4", "H5"]
    assert [reject.subject for reject in found.rejects] == [
        f"list.json, item 3 (byte {1 + 2 * (len(items[0]) + 2)})"
    ]


HOSTILE = {
    "comments that never end, before the first item": (
        ArchiveFormat.WXR, b"<rss><channel>" + b"<!--" * 100_000 + b"<item/></channel></rss>"
    ),
    "sections that never end, in items": (
        ArchiveFormat.WXR, b"<rss><channel>" + b"<item><![CDATA[</item>" * 2_000
    ),
    "instructions that never end": (ArchiveFormat.NITF, b"<?x " * 100_000 + b"<nitf/>"),
    "captions that never end": (
        ArchiveFormat.MOVABLE_TYPE,
        b"TITLE: T\n-----\nBODY:\n" + b"[caption]" * 60_000 + b"\n-----\n--------\n",
    ),
    "preformatted text that never ends": (
        ArchiveFormat.MOVABLE_TYPE,
        b"TITLE: T\n-----\nBODY:\n" + b"<pre><!--" * 60_000 + b"\n-----\n--------\n",
    ),
    "a paragraph of lines without an end": (
        ArchiveFormat.NINJS,
        b'{"uri": "urn:x:1", "headline": "H", "body_html": "<p>' + b"a\\n" * 100_000 + b'<br>"}',
    ),
    "brackets without an end": (ArchiveFormat.NINJS, b"[" * 100_000),
    "headings without an end": (
        ArchiveFormat.NINJS,
        b'{"uri": "urn:x:1", "headline": "H", "body_html": "' + b"<h1><head>" * 60_000 + b'"}',
    ),
    "signs of transmission": (ArchiveFormat.ANPA, b"\x16\x01\x04" * 4_000),
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_built_to_take_for_ever_is_read_in_one_pass(what):
    kind, body = HOSTILE[what]
    with suppress(ExtractError):
        found = read_as(body, kind, "hostile")
        assert found.drafts or found.rejects
