"""A file in portions: the same ones however its bytes arrive, and nothing lost between them."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.extract.archives.archive_files import NOW, make_source, pieces_of, read_as
from tests.unit.extract.archives.test_archives_golden import GOLDEN, SAMPLES

from swifeeds.errors import ExtractError
from swifeeds.extract.archives import (
    cut,
    cut_smaller,
    cutting,
    json_spans,
    read_portion,
    tape,
    text_spans,
    xml_spans,
)
from swifeeds.model import ArchiveFormat

WXR_HEAD = (
    '<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title>'
    "<!-- an <item> that is none --><wp:base_blog_url>https://n.example</wp:base_blog_url>"
)
TEXTS = st.sampled_from([
    "plain", "<![CDATA[a </item> <item> in a section]]>", "<!-- <item> -->", "&lt;item&gt;",
    "<![CDATA[]]>", "عربي 中文 日本語", "<b/>", "]]&gt;", "a - b",
])  # fmt: skip


def wxr(*texts: str) -> bytes:
    items = "\n".join(
        f"<item><title>T{n}</title><wp:post_id>{n}</wp:post_id><wp:post_type>post</wp:post_type>"
        f"<content:encoded>{text}</content:encoded></item>"
        for n, text in enumerate(texts, 1)
    )
    return f"{WXR_HEAD}{items}</channel></rss>".encode()


def movable_type(*texts: str) -> bytes:
    return "".join(
        f"TITLE: T{n}\nDATE: 01/02/2009 10:00:00\n-----\nBODY:\n{text}\n-----\n--------\n"
        for n, text in enumerate(texts, 1)
    ).encode()


def ninjs(*texts: str) -> bytes:
    items = [{"uri": f"urn:x:{n}", "headline": f"T{n}", "body_text": text, "deep": {"a": ['"}']}}
             for n, text in enumerate(texts, 1)]  # fmt: skip
    return json.dumps(items, ensure_ascii=False, indent=1).encode()


def json_rows(*texts: str) -> bytes:
    return b"\n".join(json.dumps(item).encode() for item in json.loads(ninjs(*texts)))


def wires(*texts: str) -> bytes:
    return "".join(
        f"\x16\x16\x01eca{n:03} 4 i 20 dpa 061\r\n\r\nX/\r\n\x02T{n} =\r\n\r\n   {text} words\r\n"
        f"\x03131137 GMT Nov 13\r\n\x04"
        for n, text in enumerate(texts, 1)
    ).encode()


def feed(*texts: str) -> bytes:
    items = "".join(f"<entry><id>urn:x:{n}</id><title>T{n}</title><content>{text}</content></entry>"
                    for n, text in enumerate(texts, 1))  # fmt: skip
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>{items}</feed>'.encode()


MADE = {
    ArchiveFormat.WXR: wxr,
    ArchiveFormat.MOVABLE_TYPE: movable_type,
    ArchiveFormat.NINJS: ninjs,
    ArchiveFormat.IPTC7901: wires,
    ArchiveFormat.FEED: feed,
}
ARCHIVES = st.one_of(
    st.tuples(st.just(kind), st.lists(TEXTS, min_size=1, max_size=7).map(lambda t, m=make: m(*t)))
    for kind, make in MADE.items()
)


@pytest.fixture
def small_portions(monkeypatch):
    monkeypatch.setattr(cutting, "MOST_ITEMS", 2)


@given(archive=ARCHIVES, size=st.integers(1, 40))
@settings(deadline=None)
def test_portions_do_not_depend_on_how_the_bytes_arrive(archive, size):
    kind, body = archive
    assert list(cut(pieces_of(body, size), kind)) == list(cut((body,), kind))


@given(archive=ARCHIVES, most=st.integers(1, 3))
@settings(deadline=None)
def test_portions_give_together_what_the_whole_file_gives(archive, most):
    kind, body = archive
    whole = read_as(body, kind)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cutting, "MOST_ITEMS", most)
        parted = read_as(body, kind)
    assert parted.drafts == whole.drafts
    assert len(whole.drafts) >= 1


@given(archive=ARCHIVES)
@settings(deadline=None)
def test_portions_follow_each_other_and_count_on(archive):
    kind, body = archive
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cutting, "MOST_ITEMS", 2)
        portions = list(cut((body,), kind))
    for before, after in pairwise(portions):
        assert before.end <= after.offset
        assert after.first == before.first + before.items
    assert portions[0].first == 0
    assert all(portion.items <= 2 for portion in portions)


@pytest.mark.usefixtures("small_portions")
@pytest.mark.parametrize("kind", MADE)
def test_an_interrupted_import_goes_on_behind_the_last_portion(kind):
    body = MADE[kind](*("text",) * 7)
    portions = list(cut((body,), kind))
    assert len(portions) == 4
    for done, portion in enumerate(portions, 1):
        assert list(cut(pieces_of(body, 100), kind, start=portion.end)) == portions[done:]


@pytest.mark.usefixtures("small_portions")
def test_an_import_that_stopped_elsewhere_takes_up_the_next_item():
    body = wxr(*("text",) * 5)
    third = body.index(b"<title>T3")
    (portion,) = cut((body,), ArchiveFormat.WXR, start=third)
    assert (portion.first, portion.items) == (3, 2)


def test_objects_in_a_row_are_items_and_a_broken_line_costs_itself():
    lines = json_rows("one", "two", "three").split(b"\n")
    lines[1] = lines[1][:-9]
    found = read_as(b"\n".join(lines), ArchiveFormat.NINJS, "rows.json")
    assert [draft.title for draft in found.drafts] == ["T1", "T3"]
    (reject,) = found.rejects
    assert reject.subject == f"rows.json, item 2 (byte {len(lines[0]) + 1})"
    assert "not valid JSON" in reject.reason


def test_the_items_of_a_list_inside_an_object_are_cut():
    body = b'{"version": "x", "n": [1, {"items": 2}], "items": [{"id":"a"}, {"id":"b"}], "z": 1}'
    portions = list(cut((body,), ArchiveFormat.FEED))
    assert [portion.items for portion in portions] == [2]
    assert json.loads(portions[0].body)["items"] == [{"id": "a"}, {"id": "b"}]


def test_a_section_that_never_ends_hides_nothing():
    body = wxr("one", "two <![CDATA[ that breaks off", "three")
    found = read_as(body, ArchiveFormat.WXR, "site.xml")
    assert [draft.title for draft in found.drafts] == ["T1", "T2", "T3"]
    (reject,) = found.noted
    assert reject.subject.startswith("site.xml, item 2 (byte ")
    assert reject.reason.startswith("is not well-formed XML")


def test_an_item_that_lost_its_end_ends_where_the_next_begins():
    body = wxr("one", "two", "three").replace(b"</item>\n<item><title>T2", b"<item><title>T2")
    found = read_as(body, ArchiveFormat.WXR)
    assert [draft.title for draft in found.drafts] == ["T1", "T2", "T3"]


def test_a_file_that_breaks_off_gives_what_it_has():
    body = wxr("one", "two", "three")
    found = read_as(body[: body.index(b"T3</title>") + 2], ArchiveFormat.WXR)
    assert [draft.title for draft in found.drafts] == ["T1", "T2"]
    (reject,) = found.rejects
    assert reject.reason.endswith("and was left out")


@pytest.mark.parametrize(
    ("kind", "make"), [(k, m) for k, m in MADE.items() if k is not ArchiveFormat.FEED]
)
def test_an_item_that_is_too_large_is_told_and_costs_no_other(monkeypatch, kind, make):
    for module in (xml_spans, json_spans, text_spans):
        monkeypatch.setattr(module, "LARGEST_ITEM", 2000)
    body = make("one", "two " * 1000, "three")
    found = read_as(body, kind, "large")
    assert [draft.title for draft in found.drafts if draft.title in ("T1", "T3")] == ["T1", "T3"]
    assert any("was left out; take it apart" in reject.reason for reject in found.rejects)
    assert list(cut(pieces_of(body, 50), kind)) == list(cut((body,), kind))


def test_a_file_without_items_says_so():
    (portion,) = cut((wxr(),), ArchiveFormat.WXR)
    assert portion.items == 0
    found = read_portion(portion, make_source(), ArchiveFormat.WXR, name="empty.xml", retrieved=NOW)
    assert [reject.reason for reject in found.rejects] == [
        "holds no article: not one begins in it; export it again with its articles"
    ]


def test_a_file_whose_first_item_never_comes_is_refused(monkeypatch):
    monkeypatch.setattr(xml_spans, "LARGEST_HEAD", 1000)
    body = b'<rss xmlns:wp="http://wordpress.org/export/1.2/">' + b"<a/>" * 1000 + b"<item/></rss>"
    with pytest.raises(ExtractError, match=r"\Aholds no item in its first 1000 bytes"):
        list(cut((body,), ArchiveFormat.WXR))


def test_no_more_of_a_long_file_is_kept_than_a_portion(monkeypatch):
    kept = []
    fill = tape.Tape._fill

    def watched(self):
        kept.append(len(self._window))
        return fill(self)

    monkeypatch.setattr(tape.Tape, "_fill", watched)
    monkeypatch.setattr(cutting, "MOST_BYTES", 20_000)
    body = wxr(*("some words " * 50,) * 2000)
    assert sum(p.items for p in cut(pieces_of(body, 4096), ArchiveFormat.WXR)) == 2000
    assert max(kept) < 40_000 < len(body)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_utf16_is_cut_like_every_other(monkeypatch, encoding):
    monkeypatch.setattr(cutting, "MOST_ITEMS", 1)
    text = wxr("one", "двое", "three").decode().replace("?><rss", ' encoding="utf-16"?><rss')
    body = text.encode(encoding)
    portions = list(cut(pieces_of(body, 5), ArchiveFormat.WXR))
    assert [portion.items for portion in portions] == [1, 1, 1]
    assert portions == list(cut((body,), ArchiveFormat.WXR))
    found = read_as(body, ArchiveFormat.WXR)
    assert [draft.title for draft in found.drafts] == ["T1", "T2", "T3"]
    assert found.drafts[1].content == "<p>двое</p>"
    assert list(cut((body,), ArchiveFormat.WXR, start=portions[0].end)) == portions[1:]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_parts_of_a_portion_hold_its_items_at_their_places(name):
    kind = SAMPLES[name]
    for portion in cut(((GOLDEN / name).read_bytes(),), kind):
        parts = cut_smaller(portion, kind)
        assert sum(part.items for part in parts) == (portion.items if portion.items > 1 else 0)
        if parts:
            assert (parts[0].first, parts[0].offset) == (portion.first, portion.offset)
            assert parts[-1].end == portion.end
            assert len(parts) > 1
