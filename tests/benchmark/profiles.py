"""Known sources: read by a profile that was learned from five pages, beside trafilatura.

`python -m tests.benchmark.profiles [DIR]` prints two tables and, as its last line, one JSON object.

The first is about made-up sites (templates of our own, see `profile_sites`; no real site is known
with enough pages): a profile is learned from five pages of each, and thirty others are read by it,
by our reader of unknown pages, and by trafilatura with its default and its precise setting, page by
page in turn. Times are processor time, medians of each reader's mean per site. In turn is the
harder way for the quickest reader: what it needs has left the processor's caches since its last
page. So thirty further pages that nobody has read are read by each reader one after another; those
ratios are called `by_itself`.

The second needs real pages, of which there is one per site: DIR/html-bodies. There the profile is
learned from the very page that it then reads, so its figure says only that selectors can express
what is text there, and nothing of other pages of that site.

The measure of text is that of `corpus`: F1 of runs of four words.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import mean, median

from tests.benchmark.page_golds import body_pages
from tests.benchmark.page_readers import RETRIEVED, read_ours, text_of_content
from tests.benchmark.profile_articles import MadeArticle
from tests.benchmark.profile_sites import SITES, MadeSite, pages
from tests.benchmark.word_runs import Overlap

from swifeeds.errors import ExtractError
from swifeeds.extract import extract_article, learn_profile
from swifeeds.model import Document, Source, SourceId, SourceKind

LEARNED, READ, FURTHER = range(5), range(100, 130), range(200, 230)
READERS = ("profile", "unknown", "trafilatura", "precision")
NAMES = ("f1", "f1_unknown", "f1_trafilatura", "f1_precision", "time_ratio", "time_ratio_precision",
         "worst_time_ratio", "worst_time_ratio_precision", "time_ratio_by_itself",
         "time_ratio_precision_by_itself", "ms_per_page", "ms_per_page_by_itself", "unread",
         "single_page_f1", "single_page_f1_unknown")  # fmt: skip


@dataclass(slots=True)
class Row:
    """One reader on one site. `seconds` in turn with the other readers, `by_itself` without."""

    overlap: Overlap = field(default_factory=Overlap)
    seconds: list[float] = field(default_factory=list)
    by_itself: list[float] = field(default_factory=list)
    unread: int = 0


def source_of(name: str, url: str, language: str) -> Source:
    return Source(
        id=SourceId(name),
        kind=SourceKind.PAGE,
        url=url,
        language=language,
        title="The Daily",
        time_zone="Europe/Zurich",
    )


def document(source: Source, body: bytes, url: str) -> Document:
    return Document(
        source_id=source.id,
        url=url,
        final_url=url,
        body=body,
        retrieved=RETRIEVED.replace(year=2026),
        media_type="text/html",
    )


def readers(source: Source, profiled: Source) -> dict[str, Callable[[Document], str]]:
    import trafilatura

    def ours(by: Source, one: Document) -> str:
        try:
            return text_of_content(extract_article(one, by).drafts[0].content)
        except ExtractError:
            return ""

    def theirs(one: Document, *, precise: bool) -> str:
        return trafilatura.extract(one.body, url=one.url, favor_precision=precise,
                                   include_comments=False) or ""  # fmt: skip

    return {
        "profile": lambda one: ours(profiled, one),
        "unknown": lambda one: ours(source, one),
        "trafilatura": lambda one: theirs(one, precise=False),
        "precision": lambda one: theirs(one, precise=True),
    }


def measure_site(site: MadeSite, numbers: range, further: range) -> dict[str, Row]:
    source = source_of(site.name, f"https://{site.name}.example/", site.language)
    known = [document(source, body, url) for body, url, _ in pages(site, LEARNED)]
    profiled = replace(source, rules=learn_profile(known, source).rules)
    rows = {name: Row() for name in READERS}
    reading = readers(source, profiled)
    for read in reading.values():
        read(known[0])
    for body, url, article in pages(site, numbers):
        _measure_page(document(source, body, url), article, reading, rows)
        rows["profile"].unread += bool(
            extract_article(document(source, body, url), profiled).remarks
        )
    unread = [document(source, body, url) for body, url, _ in pages(site, further)]
    for name, read in reading.items():
        rows[name].by_itself = [_timed(read, one)[0] for one in unread]
    return rows


def _measure_page(
    one: Document,
    article: MadeArticle,
    reading: dict[str, Callable[[Document], str]],
    rows: dict[str, Row],
) -> None:
    for name, read in reading.items():
        seconds, text = _timed(read, one)
        rows[name].seconds.append(seconds)
        rows[name].overlap.add(article.gold, text)


def _timed(read: Callable[[Document], str], one: Document) -> tuple[float, str]:
    start = time.process_time()
    text = read(one)
    return time.process_time() - start, text


def measure_sites(numbers: range = READ, further: range = FURTHER) -> dict[str, dict[str, Row]]:
    return {site.name: measure_site(site, numbers, further) for site in SITES}


def figures_of(table: dict[str, dict[str, Row]]) -> dict[str, float]:
    def f1(name: str) -> float:
        return round(mean(rows[name].overlap.f1 for rows in table.values()), 4)

    def ratios(other: str, way: str = "seconds") -> list[float]:
        return [
            mean(getattr(rows["profile"], way)) / mean(getattr(rows[other], way))
            for rows in table.values()
        ]

    def milliseconds(way: str) -> float:
        return round(1000 * median(mean(getattr(r["profile"], way)) for r in table.values()), 2)

    return {
        "f1": f1("profile"),
        "f1_unknown": f1("unknown"),
        "f1_trafilatura": f1("trafilatura"),
        "f1_precision": f1("precision"),
        "time_ratio": round(median(ratios("trafilatura")), 4),
        "time_ratio_precision": round(median(ratios("precision")), 4),
        "worst_time_ratio": round(max(ratios("trafilatura")), 4),
        "worst_time_ratio_precision": round(max(ratios("precision")), 4),
        "time_ratio_by_itself": round(median(ratios("trafilatura", "by_itself")), 4),
        "time_ratio_precision_by_itself": round(median(ratios("precision", "by_itself")), 4),
        "ms_per_page": milliseconds("seconds"),
        "ms_per_page_by_itself": milliseconds("by_itself"),
        "unread": sum(rows["profile"].unread for rows in table.values()),
    }


def single_pages(corpus: Path) -> Iterator[tuple[str, str, str]]:
    """Gold, and what the profile learned from that very page and the unknown reader give."""
    for page in body_pages(corpus):
        source = source_of("corpus", page.url, "en")
        try:
            one = document(source, page.body, page.url)
            profiled = replace(source, rules=learn_profile([one], source).rules)
            read = text_of_content(extract_article(one, profiled).drafts[0].content)
        except ExtractError:
            read = ""
        yield page.gold["articleBody"], read, read_ours(page.body, page.url).text


def measure_single_pages(corpus: Path) -> dict[str, float]:
    by_profile, unknown = Overlap(), Overlap()
    for gold, read, other in single_pages(corpus):
        by_profile.add(gold, read)
        unknown.add(gold, other)
    return {"single_page_f1": by_profile.f1, "single_page_f1_unknown": unknown.f1}


def print_table(table: dict[str, dict[str, Row]]) -> None:
    def line(label: str, cells: list[object]) -> None:
        print(f"{label:12}", *(f"{cell!s:>13}" for cell in cells))

    print("made-up sites: F1 of the text, and milliseconds per page")
    line("", [name for name in READERS for _ in (0, 1)])
    for name, rows in table.items():
        cells: list[object] = []
        for reader in READERS:
            cells += [rows[reader].overlap.f1, f"{1000 * mean(rows[reader].seconds):.2f} ms"]
        line(name, cells)


def main(arguments: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = measure_sites()
        figures: dict[str, float | None] = {**dict.fromkeys(NAMES), **figures_of(table)}
        print_table(table)
        if arguments:
            figures |= measure_single_pages(Path(arguments[0]))
            by_itself, unknown = figures["single_page_f1"], figures["single_page_f1_unknown"]
            print("real pages, each read by a profile learned from that page:", by_itself)
            print("the same, by the reader of unknown pages:", unknown)
    answer: dict[str, object] = {"benchmark": "profiles", "figures": figures}
    if not arguments:
        answer["why"] = "single_page figures need real pages: make benchmark-profiles CORPUS=DIR"
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1:])
