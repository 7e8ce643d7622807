"""Real feeds, good and broken, that nobody here wrote: no crash, and no item lost."""

from __future__ import annotations

import io
import os
import warnings

import feedparser
import pytest
from tests.benchmark.feed_recall import cases, parse_theirs, read_ours
from tests.corpus import CORPUS, needs_corpus
from tests.unit.extract.feed_documents import FULL, make_document

from swifeeds.errors import ExtractError
from swifeeds.extract.feed import read_feed

NO_FEEDS = {".tsv", ".md", ".html", ".htaccess"}

pytestmark = needs_corpus


def feeds_in(folder):
    paths = sorted((CORPUS / folder).rglob("*"))
    return [p for p in paths if p.is_file() and p.suffix not in NO_FEEDS and p.name[0] != "."]


def items_told(extraction):
    """Drafts, and items that were set aside with a reason."""
    aside = [r for r in extraction.rejects if r.reason.startswith(("has neither", "the guid"))]
    return len(extraction.drafts) + len(aside)


def items_by_feedparser(body):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        entries = feedparser.parse(io.BytesIO(body)).entries
    # The same guid twice is one item to us.
    return len({entry.get("id") or entry.get("link") or n for n, entry in enumerate(entries)})


def test_every_real_feed_is_read_and_gives_at_least_the_items_of_feedparser():
    """feedparser is slow: it reads every sixth feed, and all with SWIFEEDS_CORPUS_FULL."""
    step = 1 if os.environ.get("SWIFEEDS_CORPUS_FULL") else 6
    paths = [path for path in feeds_in("feeds-real") if path.suffix != ".json"]
    found = {path: items_told(read_feed(make_document(path.read_bytes()), FULL)) for path in paths}
    fewer = [
        (path.name, found[path], wanted)
        for path in paths[::step]
        if found[path] < (wanted := items_by_feedparser(path.read_bytes()))
    ]
    assert fewer == []
    assert len(paths) > 100


@pytest.mark.parametrize("folder", ["feedparser", "gofeed"])
def test_no_conformance_case_gives_fewer_entries_than_to_feedparser(folder):
    """Articles, entries set aside with a sentence, and doubles: `tests/benchmark/feeds.py`.

    feedparser is slow: every fourth case, and all with SWIFEEDS_CORPUS_FULL."""
    step = 1 if os.environ.get("SWIFEEDS_CORPUS_FULL") else 4
    read = [*cases(CORPUS / "feeds-conformance" / folder)][::step]
    fewer = [
        (case.path.name, found, wanted)
        for case in read
        if (found := read_ours(case).told) < (wanted := len(parse_theirs(case).entries))
    ]
    assert fewer == []
    assert len(read) > 100


def test_no_conformance_case_crashes_a_reader():
    paths = feeds_in("feeds-conformance")
    read = 0
    for path in paths:
        try:
            read_feed(make_document(path.read_bytes()), FULL)
        except ExtractError:
            continue
        read += 1
    assert read > len(paths) // 2
