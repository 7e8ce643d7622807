"""What an export of WordPress states before its first item: of any size, in any order."""

from __future__ import annotations

import os
import signal
import tracemalloc
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.extract.archives.archive_files import NOW, make_source, pieces_of, read_file
from tests.unit.extract.archives.wordpress import export, group, post

from swifeeds.collect.archive_files import archive_files
from swifeeds.collect.register import Register
from swifeeds.extract.archives import (
    cut,
    cut_smaller,
    heads,
    read_portion,
    survey_portion,
)
from swifeeds.isolate import IsolateSettings, Isolation
from swifeeds.model import ArchiveFormat, Extraction
from swifeeds.pipeline.archive import Archive, look_at
from swifeeds.pipeline.archive_reading import read_ahead, survey_archive

WXR = ArchiveFormat.WXR
TOLD = {"name": "e", "retrieved": NOW}


def author(login: str, name: str) -> str:
    return (
        f"<wp:author><wp:author_login>{login}</wp:author_login>"
        f"<wp:author_display_name>{name}</wp:author_display_name></wp:author>"
    )


def category(number: int, name: str) -> str:
    return (
        f"<wp:category><wp:term_id>{number}</wp:term_id><wp:cat_name><![CDATA[{name}]]>"
        "</wp:cat_name><wp:category_nicename>c</wp:category_nicename></wp:category>"
    )


def filed(number: int, *, login: str = "am", primary: int = 1, polylang: str = "g") -> str:
    names = "".join(f'<category domain="category" nicename="c{n}">C{n}</category>' for n in (1, 2))
    more = (
        f"<dc:creator>{login}</dc:creator>{names}<wp:postmeta><wp:meta_key>"
        f"rank_math_primary_category</wp:meta_key><wp:meta_value>{primary}</wp:meta_value>"
        "</wp:postmeta></item>"
    )
    return post(number, polylang=polylang).replace("</item>", more)


ITEMS = [filed(1, polylang="a"), filed(2, login="br", primary=2, polylang="a"),
         filed(3, login="nobody", polylang="b")]  # fmt: skip
ELEMENTS = [
    author("am", "Ada Meier"), author("br", "Ben Rossi"), category(1, "C1"), category(2, "C2"),
    group("a", [("de", 1), ("fr", 2)]), group("b", [("it", 3)]),
]  # fmt: skip
ASIDE = [
    "<!-- <item> <wp:term> -->", "<title>S &amp; Co</title>", "<category>RSS's own</category>",
    "<wp:tag><wp:tag_slug>t</wp:tag_slug></wp:tag>", '<itunes:category xmlns:itunes="urn:i"/>',
    "<image><url>https://n.example.org/i.png</url><title>S</title></image>", "\n\t", "<wp:tag/>",
    "<wp:term><wp:term_name><![CDATA[</wp:term> <item>]]></wp:term_name></wp:term>",
]  # fmt: skip


def imported(body: bytes, size: int = 2**16) -> Extraction:
    """As `swifeeds import` does: looked through, then read."""
    with Register() as register:
        for portion in cut(pieces_of(body, size), WXR, lean=True):
            survey = survey_portion(portion, make_source(), WXR, **TOLD)
            register.keep("e", portion, survey)
        return Extraction.joined(
            read_portion(portion, make_source(), WXR, **TOLD, needed=register.of("e", portion))
            for portion in cut(pieces_of(body, size), WXR, lean=True)
            if not portion.is_head
        )


def looked(found: Extraction) -> list[tuple[object, ...]]:
    return [
        (one.language, [person.name for person in one.authors or ()], one.section,
         [other.url.rpartition("/")[2] for other in one.translations])
        for one in found.drafts
    ]  # fmt: skip


ALL = [
    ("de", ["Ada Meier"], "C1", ["2"]),
    ("fr", ["Ben Rossi"], "C2", ["1"]),
    ("it", ["nobody"], "C1", []),
]


@settings(deadline=None, max_examples=60)
@given(
    head=st.lists(st.sampled_from(ASIDE), max_size=20).flatmap(
        lambda more: st.permutations([*ELEMENTS, *more])
    ),
    most=st.integers(1, 5), items=st.integers(1, 4), size=st.integers(1, 3000),
)  # fmt: skip
def test_a_head_in_any_order_and_any_pieces_gives_the_articles_of_the_whole(
    head, most, items, size
):
    body = export(*ITEMS, head="".join(head))
    whole = read_file(body)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(heads, "MOST_BYTES", 150 * most)
        patched.setattr("swifeeds.extract.archives.cutting.MOST_ITEMS", items)
        found = imported(body, size)
    assert looked(found) == looked(whole) == ALL
    assert found == whole


@pytest.mark.parametrize("groups", [0, 3000, 12_000])
def test_a_head_of_any_size_gives_the_same_articles(groups):
    more = "\n".join(group(f"g{n}" + "x" * 100, [("en", n + 9), ("ru", n)]) for n in range(groups))
    head = "".join(ELEMENTS[:3]) + more + "".join(ELEMENTS[3:])
    assert looked(imported(export(*ITEMS, head=head))) == ALL


def test_a_portion_is_given_nothing_of_a_long_head_but_what_its_items_name():
    more = "".join(group(f"g{n}", [("en", n), ("de", n + 1)]) for n in range(5000))
    body = export(*ITEMS, head="".join(ELEMENTS) + more)
    (portion,) = (one for one in cut((body,), WXR, lean=True) if not one.is_head)
    assert len(portion.body) < len(export(*ITEMS)) + 10
    with Register() as register:
        for one in cut((body,), WXR, lean=True):
            register.keep("e", one, survey_portion(one, make_source(), WXR, **TOLD))
        assert len(register.of("e", portion).stated) == len(ELEMENTS)


def test_no_more_of_a_long_head_is_kept_than_a_portion_of_it():
    element = group("g" * 100, [("en", 1), ("de", 2)]).encode()
    before, behind = export(head="@").split(b"@")
    pieces = chain((before,), (element for _ in range(60_000)), (ITEMS[0].encode(), behind))
    tracemalloc.start()
    try:
        portions = sum(1 for _ in cut(pieces, WXR, lean=True))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert portions > 10
    assert most < 8 * 1024 * 1024 < 60_000 * len(element)


@pytest.mark.parametrize("broken", [
    "<wp:term><wp:term_slug>a & b</wp:term_slug></wp:term>",
    "<wp:term><wp:term_slug>never ends",
    "<wp:author><wp:author_login>am</wp:author>",
    "</wp:term>", "</wp:author></wp:category>", "<wp:tag>", "</item>",
    "<wp:term><x:y/></wp:term>", "<wp:term" + " a='1'" * 9000 + "/>",
])  # fmt: skip
@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_broken_element_costs_nothing_but_itself(broken, place):
    head = [*ELEMENTS[:place], broken, *ELEMENTS[place:]]
    found = imported(export(*ITEMS, head="".join(head)))
    assert looked(found) == ALL
    assert found.noted == found.rejects == ()


@pytest.mark.parametrize(
    "text", ["A" * 5000, "<x>" * 2000, "<wp:y>&amp;</wp:y> " * 300, "<" * 4000]
)
@pytest.mark.parametrize("size", [50, 2**16])
def test_an_element_that_is_too_large_is_left_out_alone(monkeypatch, text, size):
    monkeypatch.setattr(heads, "LARGEST_ELEMENT", 1000)
    large = f"<wp:term><wp:term_slug>large</wp:term_slug>{text}</wp:term>"
    body = export(*ITEMS, head="".join([*ELEMENTS[:3], large, *ELEMENTS[3:]]))
    found = imported(body, size)
    assert looked(found) == ALL
    portions = list(cut(pieces_of(body, size), WXR, lean=True))
    (left_out,) = (one for one in portions if one.is_head and not one.body)
    assert body[left_out.offset :].startswith(b"<wp:term><wp:term_slug>large")
    assert left_out.first == 3
    assert portions == list(cut((body,), WXR, lean=True))


def test_what_is_left_of_a_head_is_bounded(monkeypatch):
    monkeypatch.setattr(heads, "LARGEST_HEAD", 1000)
    body = export(*ITEMS, head="".join(f"<a>{n}</a>{group('g', [])}" for n in range(300)))
    with pytest.raises(Exception, match="holds no item in its first"):
        list(cut((body,), WXR, lean=True))


def test_a_head_without_items_says_so():
    portions = list(cut((export(head="".join(ELEMENTS)),), WXR, lean=True))
    assert [(one.is_head, one.items) for one in portions] == [(True, 6), (False, 0)]


def test_the_parts_of_a_portion_of_a_head_hold_its_elements_at_their_places():
    body = export(*ITEMS, head="\n".join(ELEMENTS))
    portion, _ = cut((body,), WXR, lean=True)
    parts = cut_smaller(portion, WXR)
    assert [part.first for part in parts] == list(range(len(ELEMENTS)))
    for part, element in zip(parts, ELEMENTS, strict=True):
        assert body[part.offset : part.end].decode() == element
        assert cut_smaller(part, WXR) == ()


def test_an_interrupted_import_goes_on_with_a_small_head(monkeypatch):
    monkeypatch.setattr("swifeeds.extract.archives.cutting.MOST_ITEMS", 1)
    body = export(*ITEMS, head="".join(ELEMENTS))
    portions = [one for one in cut((body,), WXR, lean=True) if not one.is_head]
    for done, portion in enumerate(portions, 1):
        rest = cut((body,), WXR, start=portion.end, lean=True)
        assert [one for one in rest if not one.is_head] == portions[done:]


def test_a_post_is_in_the_language_that_its_group_has_it_under():
    found = imported(export(post(7, polylang="g"), head=group("g", [("en", 6), ("rm", 7)])))
    assert [one.language for one in found.drafts] == ["rm"]
    stated = post(7, polylang="g", language="de")
    found = imported(export(stated, head=group("g", [("en", 6), ("rm", 7)])))
    assert [one.language for one in found.drafts] == ["de"]


class Perilous(Isolation):
    """Children that die of one element."""

    async def run(self, function, *arguments, **named):
        return await super().run(_Perilous(function), *arguments, **named)


class _Perilous:
    def __init__(self, function):
        self.function = function

    def __call__(self, portion, *arguments):
        if b"deadly" in portion.body:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.function(portion, *arguments)


async def test_an_element_that_ends_the_child_over_it_costs_itself_alone_and_is_told_once(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("swifeeds.extract.archives.cutting.MOST_ITEMS", 1)
    path = tmp_path / "export.xml"
    deadly = group("deadly", [("en", 1), ("de", 2)])
    path.write_bytes(export(*ITEMS, head="".join([*ELEMENTS[:4], deadly, *ELEMENTS[4:]])))

    def opened() -> Archive:
        (file,) = archive_files([path])
        kind, pieces = look_at(file, None, lambda _: None)
        return Archive(file=file, format=kind, source=make_source(), pieces=pieces)

    async with Perilous(IsolateSettings(workers=1)) as isolation:
        with Register() as register:
            await survey_archive(opened(), register, isolation=isolation, retrieved=NOW)
            portions = read_ahead(opened(), 0, isolation, NOW, register)
            found = Extraction.joined([one async for _, one in portions])
    assert looked(found) == ALL
    assert [(one.subject, one.reason) for one in found.noted] == [(str(path), heads.LEFT_OUT)]
