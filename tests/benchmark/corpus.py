"""How well pages and feeds are read, against gold that nobody here made.

`python -m tests.benchmark.corpus [DIR]` reads a folder of the corpus's shape and prints tables: the
figures, the same by language, and the body's on a second set of pages; the last line is one JSON
object for machines. Beside every figure stands what trafilatura, htmldate or feedparser says of the
same input in the same run.

Rules. A title is exact when it equals the gold letter for letter, after NFC and with white space
collapsed. Authors are exact when all names together are equal in letters and digits, whatever the
case and the punctuation between them (trafilatura drops dots by design). A day is exact when it is
the gold's (a page without a gold date must give none): a moment's day is read on the page's own
clock, which `page_readers.page_day` finds. The body figure follows the
article-extraction-benchmark: both texts are cut into runs of four words, shared and unshared runs
are counted per page, precision and recall are means over the pages, and F1 is made of the two. The
time of a page is CPU time of the whole reading, title to text, with everything loaded.
"""

from __future__ import annotations

import json
import sys
import time
import unicodedata
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tests.benchmark.page_golds import (
    Page,
    body_pages,
    dated_pages,
    meta_pages,
    newspaper_pages,
    readability_pages,
)
from tests.benchmark.page_readers import (
    RETRIEVED,
    Read,
    read_htmldate,
    read_ours,
    read_trafilatura,
)
from tests.benchmark.word_runs import Overlap

from swifeeds.errors import ExtractError
from swifeeds.extract import extract
from swifeeds.model import Document, Source, SourceId, SourceKind

ALL = "all"
NAMES = (
    "body_f1", "body_f1_trafilatura", "day_exact", "day_total", "day_exact_htmldate",
    "title_exact", "title_total", "title_exact_trafilatura",
    "author_exact", "author_total", "author_exact_trafilatura",
    "kept", "kept_total", "kept_trafilatura", "dropped", "dropped_total", "dropped_trafilatura",
    "milliseconds_per_page", "milliseconds_per_page_trafilatura",
    "second_body_f1", "second_body_f1_trafilatura",
    "feed_entries", "feed_entries_feedparser", "feed_cpu_ratio",
)  # fmt: skip
Reader: TypeAlias = Callable[[bytes, str], Read]
Rows: TypeAlias = dict[str, dict[str, float]]
"""Figures by name, for each language and for all."""


@dataclass(slots=True)
class Tally:
    """Counts and overlaps of one reader, by language and for all; and the time that it took."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    overlaps: dict[str, Overlap] = field(default_factory=lambda: defaultdict(Overlap))
    seconds: float = 0.0
    pages: int = 0

    def read(self, reader: Reader, page: Page) -> Read:
        start = time.process_time()
        found = reader(page.body, page.url)
        self.seconds += time.process_time() - start
        self.pages += 1
        return found

    def count(self, page: Page, name: str, *, hit: bool) -> None:
        for language in (ALL, page.language):
            self.counts[language][f"{name}_total"] += 1
            self.counts[language][name] += hit

    def compare(self, page: Page, found: str) -> None:
        for language in (ALL, page.language):
            self.overlaps[language].add(page.gold["articleBody"], found)


def collapse(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFC", text or "").split())


def letters(names: str | list[str] | None) -> str:
    joined = "".join(names) if isinstance(names, list) else names or ""
    return "".join(one for one in collapse(joined).casefold() if one.isalnum())


def measure_meta(pages: Iterable[Page], reader: Reader, tally: Tally) -> None:
    """Titles, authors, and snippets that must and must not be in the text."""
    for page in pages:
        gold, found = page.gold, tally.read(reader, page)
        text = collapse(found.text)
        if gold.get("title"):
            tally.count(page, "title", hit=collapse(gold["title"]) == collapse(found.title))
        if gold.get("author"):
            tally.count(page, "author", hit=letters(gold["author"]) == letters(found.authors))
        for snippet in gold.get("with") or ():
            tally.count(page, "kept", hit=collapse(snippet) in text)
        for snippet in gold.get("without") or ():
            tally.count(page, "dropped", hit=collapse(snippet) not in text)


def measure_days(pages: Iterable[Page], reader: Reader, tally: Tally) -> None:
    for page in pages:
        gold = page.gold["date"]
        wanted = gold if isinstance(gold, str) else None
        tally.count(page, "day", hit=reader(page.body, page.url).day == wanted)


def measure_bodies(pages: Iterable[Page], reader: Reader, tally: Tally) -> None:
    for page in pages:
        tally.compare(page, tally.read(reader, page).text)


def measure_feeds(folder: Path) -> dict[str, float]:
    """Entries and CPU time of our reader and of feedparser, file by file in turn."""
    import feedparser

    figures = {"feed_entries": 0, "feed_entries_feedparser": 0}
    ours = theirs = 0.0
    url = "http://corpus.invalid/feed"
    source = Source(id=SourceId("corpus"), kind=SourceKind.FEED, url=url, language="en", title="-")
    for path in sorted(folder.iterdir()):
        if path.suffix in {".tsv", ".md"}:
            continue
        body = path.read_bytes()
        document = Document(
            source_id=source.id, url=url, final_url=url, body=body, retrieved=RETRIEVED
        )
        start = time.process_time()
        with suppress(ExtractError):
            figures["feed_entries"] += len(extract(document, source).drafts)
        ours += time.process_time() - start
        start = time.process_time()
        figures["feed_entries_feedparser"] += len(feedparser.parse(body).entries)
        theirs += time.process_time() - start
    return figures | {"feed_cpu_ratio": round(ours / theirs, 4)}


def measure_pages(corpus: Path) -> dict[str, Tally]:
    """A tally for each reader of pages."""
    tallies = {}
    for name, reader in (("", read_ours), ("_trafilatura", read_trafilatura)):
        warm = next(body_pages(corpus))
        reader(warm.body, warm.url)
        tallies[name] = tally = Tally()
        measure_meta(meta_pages(corpus), reader, tally)
        measure_bodies(body_pages(corpus), reader, tally)
    for name, reader in (("", read_ours), ("_htmldate", read_htmldate)):
        measure_days(dated_pages(corpus), reader, tallies.setdefault(name, Tally()))
    return tallies


def measure_second_opinion(corpus: Path) -> dict[str, Tally]:
    """The body alone, on the pages of `html-readability` and `html-newspaper4k`."""
    tallies = {}
    for name, reader in (("", read_ours), ("_trafilatura", read_trafilatura)):
        tallies[name] = tally = Tally()
        for pages in (readability_pages(corpus), newspaper_pages(corpus)):
            measure_bodies(pages, reader, tally)
    return tallies


def figures_of(tallies: Mapping[str, Tally]) -> Rows:
    rows: Rows = defaultdict(dict)
    for suffix, tally in tallies.items():
        for language, counts in tally.counts.items():
            for name, count in counts.items():
                stated = name if name.endswith("_total") else _named(name, suffix)
                rows[language][stated] = count
        for language, overlap in tally.overlaps.items():
            rows[language][f"body_f1{suffix}"] = overlap.f1
            rows[language]["body_total"] = len(overlap.recall)
    return rows


def _named(name: str, suffix: str) -> str:
    return f"{name if name in {'kept', 'dropped'} else f'{name}_exact'}{suffix}"


def milliseconds(tally: Tally) -> float:
    return round(1000 * tally.seconds / tally.pages, 2) if tally.pages else 0.0


def measure(corpus: Path) -> tuple[dict[str, float | None], Rows, Rows]:
    """All figures, those of pages by language, and those of the second set by language."""
    pages, second = measure_pages(corpus), measure_second_opinion(corpus)
    rows, more = figures_of(pages), figures_of(second)
    figures: dict[str, float | None] = dict(rows[ALL])
    for suffix in ("", "_trafilatura"):
        figures[f"milliseconds_per_page{suffix}"] = milliseconds(pages[suffix])
        figures[f"second_body_f1{suffix}"] = more.get(ALL, {}).get(f"body_f1{suffix}")
    return figures | measure_feeds(corpus / "feeds-real"), rows, more


LINES = (
    ("titles exact", "title_exact", "title_exact_trafilatura", "title_total"),
    ("authors exact", "author_exact", "author_exact_trafilatura", "author_total"),
    ("days exact (htmldate)", "day_exact", "day_exact_htmldate", "day_total"),
    ("text kept", "kept", "kept_trafilatura", "kept_total"),
    ("boilerplate dropped", "dropped", "dropped_trafilatura", "dropped_total"),
    ("body F1", "body_f1", "body_f1_trafilatura", None),
    ("ms per page", "milliseconds_per_page", "milliseconds_per_page_trafilatura", None),
    ("feed entries (feedparser)", "feed_entries", "feed_entries_feedparser", None),
    ("feed CPU (feedparser = 1)", "feed_cpu_ratio", None, None),
)
COLUMNS = ("title", "author", "day", "kept", "dropped")


def print_table(figures: Mapping[str, float | None]) -> None:
    def line(label: str, *cells: object) -> None:
        print(f"{label:34}", *(f"{cell!s:>14}" for cell in cells))

    line("", "ours", "others", "of")
    for label, name, other, total in LINES:
        line(label, figures[name], figures[other] if other else "", figures[total] if total else "")


def print_languages(rows: Rows) -> None:
    """A line for each language: ours, what the others reach in brackets, and of how many."""
    print(f"\n{'language':10}", *(f"{name:>16}" for name in COLUMNS), f"{'body F1':>24}")
    for language in sorted(rows, key=lambda one: (-_pages(rows[one]), one)):
        row = rows[language]
        cells = (_cell(row, name) for name in COLUMNS)
        print(f"{language:10}", *(f"{cell:>16}" for cell in cells), f"{_body(row):>24}")


def _pages(row: Mapping[str, float]) -> float:
    return sum(count for name, count in row.items() if name.endswith("_total"))


def _cell(row: Mapping[str, float], name: str) -> str:
    if f"{name}_total" not in row:
        return "-"
    other = row.get(_named(name, "_htmldate" if name == "day" else "_trafilatura"), 0)
    return f"{row.get(_named(name, ''), 0)} ({other}) of {row[f'{name}_total']}"


def _body(row: Mapping[str, float]) -> str:
    if "body_total" not in row:
        return "-"
    return f"{row['body_f1']} ({row['body_f1_trafilatura']}) on {row['body_total']}"


def print_second_opinion(rows: Rows) -> None:
    print("\nbody F1 on html-readability and html-newspaper4k, trafilatura's in brackets")
    for language in sorted(rows, key=lambda one: (-rows[one]["body_total"], one)):
        print(f"{language:10} {_body(rows[language]):>24}")


def main(arguments: list[str]) -> None:
    if not arguments:
        why = "no corpus was named: make benchmark-corpus CORPUS=DIR"
        empty = dict.fromkeys(NAMES)
        print(json.dumps({"benchmark": "corpus", "figures": empty, "why": why}))
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figures, rows, more = measure(Path(arguments[0]))
    print_table(figures)
    print_languages(rows)
    print_second_opinion(more)
    print(json.dumps({"benchmark": "corpus", "figures": {name: figures[name] for name in NAMES}}))


if __name__ == "__main__":
    main(sys.argv[1:])
