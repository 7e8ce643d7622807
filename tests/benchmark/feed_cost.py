"""Processor time of feeds that nobody here made, ours beside feedparser's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.benchmark.feed_recall import RETRIEVED, SOURCE, URL, cases, parse_theirs
from tests.unit.extract.corrupted import sound_feed

from swifeeds.errors import ExtractError
from swifeeds.extract import extract
from swifeeds.model import Document, Extraction, Remembered

NEW = Remembered(digests=frozenset(), circumstances="benchmark")


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _read(document: Document, remembered: Remembered | None) -> Extraction | None:
    try:
        return extract(document, SOURCE, remembered)
    except ExtractError:
        return None


def _memory(document: Document) -> Remembered:
    first = _read(document, NEW)
    drafts = first.drafts if first else ()
    return replace(NEW, digests=frozenset(d.digest for d in drafts if d.digest))


def measure_cpu(folder: Path) -> dict[str, float]:
    """Processor time of our two polls and of feedparser, in turn."""
    import feedparser

    warm_up = Document(
        source_id=SOURCE.id, url=URL, final_url=URL, body=sound_feed(), retrieved=RETRIEVED
    )
    feedparser.parse(warm_up.body)
    _memory(warm_up)
    full = later = theirs = 0.0
    known = entries = 0
    for case in cases(folder):
        document = case.document
        full += _seconds(lambda document=document: _read(document, None))
        memory = _memory(document)
        later += _seconds(lambda document=document, memory=memory: _read(document, memory))
        theirs += _seconds(lambda case=case: parse_theirs(case))
        again = _read(document, memory)
        known += len(again.seen) if again else 0
        entries += len(again.seen) + len(again.drafts) if again else 0
    return {
        "feed_cpu_ms": round(full * 1000, 1),
        "feed_cpu_ms_known": round(later * 1000, 1),
        "feed_cpu_ms_feedparser": round(theirs * 1000, 1),
        "feed_cpu_ratio": round(full / theirs, 4),
        "feed_cpu_ratio_known": round(later / theirs, 4),
        "entries_known": known,
        "entries_known_of": entries,
    }
