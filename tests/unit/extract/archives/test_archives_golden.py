"""Sample archives of our own writing, read whole: every field, in every format.

`SWIFEEDS_UPDATE_GOLDEN=1` writes what is read now; look at the difference before it is committed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.extract.archives.archive_files import NOW, make_source, pieces_of, read_file
from tests.unit.extract.test_feeds_golden import lines

from swifeeds.extract.archives import cut, cutting, recognise
from swifeeds.extract.feed import read_feed
from swifeeds.model import ArchiveFormat, Document, Provenance

GOLDEN = Path(__file__).parents[3] / "golden" / "extract" / "archives"
FEEDS = GOLDEN.parent / "feeds"
SAMPLES = {
    "site.wxr.xml": ArchiveFormat.WXR,
    "message.g2.xml": ArchiveFormat.NEWSML_G2,
    "items.newsml1.xml": ArchiveFormat.NEWSML,
    "story.nitf.xml": ArchiveFormat.NITF,
    "items.ninjs1.json": ArchiveFormat.NINJS,
    "rows.ninjs3.json": ArchiveFormat.NINJS,
    "wire.iptc7901.txt": ArchiveFormat.IPTC7901,
    "wire.anpa.txt": ArchiveFormat.ANPA,
    "release.xml": ArchiveFormat.RELEASE,
    "blog.mt.txt": ArchiveFormat.MOVABLE_TYPE,
    "saved.rss": ArchiveFormat.FEED,
}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_field_by_field(name):
    extraction = read_file((GOLDEN / name).read_bytes(), name)
    outline = "\n".join(lines(extraction)) + "\n"
    expected = GOLDEN / f"{name}.expected.txt"
    if os.environ.get("SWIFEEDS_UPDATE_GOLDEN"):
        expected.write_text(outline, encoding="utf-8")
    assert outline == expected.read_text(encoding="utf-8")
    assert {draft.provenance for draft in extraction.drafts} == {Provenance.LEGACY_IMPORT}


@pytest.mark.parametrize(("name", "kind"), SAMPLES.items())
def test_a_sample_is_recognised_and_cut_the_same_however_it_arrives(name, kind):
    body = (GOLDEN / name).read_bytes()
    assert recognise(body[:65536], name) is kind
    assert recognise(body[:600], name) is kind
    assert list(cut(pieces_of(body, 13), kind)) == list(cut((body,), kind))


def test_every_format_has_a_sample():
    assert set(ArchiveFormat) - set(SAMPLES.values()) == {ArchiveFormat.JSON_LINES}


@pytest.mark.parametrize("name", ["world.rss", "world.rdf", "world.atom", "world.json"])
def test_a_saved_feed_gives_in_portions_what_the_live_one_gives(name, monkeypatch):
    body = (FEEDS / name).read_bytes()
    document = Document(
        source_id=make_source().id, url="", final_url="", body=body, retrieved=NOW
    )  # fmt: skip
    live = read_feed(document, make_source())
    monkeypatch.setattr(cutting, "MOST_ITEMS", 1)
    saved = read_file(body, name)
    assert len(saved.drafts) == len(live.drafts) > 0
    for ours, theirs in zip(saved.drafts, live.drafts, strict=True):
        assert ours == replace(theirs, provenance=ours.provenance)
