"""How well dates are read as public pages write them, beside dateparser and htmldate.

`python -m tests.benchmark.date_phrases [CORPUS]` prints, per language, how many days each reader
says rightly, wrongly, and not at all:

1. of the lines of `phrase_table`, the sentences and ways of writing of public pages;
2. of the lines that `dated_lines` finds in the pages of CORPUS/html-dates and CORPUS/html-meta;
3. of those pages whole, extraction's published day beside htmldate's;
4. of the same pages without what they say to machines (`dated_pages`).

`public_phrases` is the share of right days over all lines of 1 and 2; without a corpus, of 1 alone.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from tests.benchmark.date_readers import READERS
from tests.benchmark.dated_lines import DatedLine, dated_lines, pages
from tests.benchmark.dated_pages import measure_pages
from tests.benchmark.phrase_table import PHRASES

TEN = ("en", "de", "fr", "it", "es", "pt", "ja", "ar", "zh", "ru")

Counts: TypeAlias = Mapping[str, Counter[str]]
"""Per reader: how many were `right`, `wrong` and `none`."""

Table: TypeAlias = dict[str, dict[str, Counter[str]]]
"""Per language, in the order in which it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseCounts:
    """Of one language: the lines that show a day, and how many each reader reads as that day.

    `right` is by reader: `swifeeds`, `htmldate`, `dateparser`.
    """

    lines: int
    right: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was counted. A table is None where no corpus was named."""

    phrases: Table
    lines: Table | None
    pages: Table | None
    bare_pages: Table | None

    @property
    def public_phrases(self) -> float:
        """The share of right days of ours, over both sets of lines."""
        return share(total(joined(self.phrases, self.lines or {}))["swifeeds"])

    def figures(self) -> dict[str, float | None]:
        """By name, for machines: shares of right answers and numbers of wrong ones."""
        named: dict[str, float | None] = {"public_phrases": self.public_phrases}
        for name, table in (
            ("phrases", self.phrases),
            ("lines", self.lines),
            ("pages", self.pages),
            ("bare_pages", self.bare_pages),
        ):
            for reader, counts in total(table).items() if table else ():
                named[f"{name}_{reader}"] = share(counts)
                named[f"{name}_{reader}_wrong"] = counts["wrong"]
        return named


def measure(corpus: Path | None) -> Measured:
    """All of it; what needs the corpus only where one is named."""
    if corpus is None:
        return Measured(
            phrases=measure_lines(stated_lines()), lines=None, pages=None, bare_pages=None
        )
    found = (line for page in pages(corpus) for line in dated_lines(page))
    return Measured(
        phrases=measure_lines(stated_lines()),
        lines=measure_lines(found),
        pages=measure_pages(corpus, bare=False),
        bare_pages=measure_pages(corpus, bare=True),
    )


def phrase_counts(corpus: Path) -> Mapping[str, PhraseCounts]:
    """The counts of each language, over the phrases and the lines of `corpus`."""
    found = measure_lines(line for page in pages(corpus) for line in dated_lines(page))
    return {
        language: PhraseCounts(
            lines=next(iter(row.values())).total(),
            right={reader: counts["right"] for reader, counts in row.items()},
        )
        for language, row in joined(measure_lines(stated_lines()), found).items()
    }


def stated_lines() -> Iterator[DatedLine]:
    """The phrases, each with its day."""
    for phrase in PHRASES:
        day = date.fromisoformat(phrase.stated[:10])
        yield DatedLine(text=phrase.line, day=day, language=phrase.language)


def measure_lines(lines: Iterable[DatedLine]) -> Table:
    """Each line by each reader."""
    table: Table = {}
    for line in lines:
        row = table.setdefault(line.language.partition("-")[0], {})
        for name, read in READERS.items():
            answers = tuple(read(line.text, line.language))
            row.setdefault(name, Counter())[_outcome(answers, line.day)] += 1
    return table


def _outcome(answers: tuple[date, ...], day: date) -> str:
    return "right" if day in answers else "wrong" if answers else "none"


def joined(*tables: Table) -> Table:
    """The sums of several tables."""
    sums: Table = {}
    for table in tables:
        for language, row in table.items():
            for reader, counts in row.items():
                sums.setdefault(language, {}).setdefault(reader, Counter()).update(counts)
    return sums


def total(table: Table) -> dict[str, Counter[str]]:
    """Over all languages."""
    sums: dict[str, Counter[str]] = {}
    for row in table.values():
        for reader, counts in row.items():
            sums[reader] = sums.get(reader, Counter()) + counts
    return sums


def share(counts: Counter[str]) -> float:
    return round(counts["right"] / max(1, counts.total()), 4)


def print_table(title: str, table: Table) -> None:
    """The ten languages first, then the others, then the sum."""
    readers = next(iter(table.values()))
    print(f"\n{title}\n{'':6}{'':>6}", *(f"{reader:>26}" for reader in readers))
    print(f"{'':6}{'of':>6}", *(f"{'right   wrong   none':>26}" for _ in readers))
    others = sorted(language for language in table if language not in TEN)
    rows = {language: table[language] for language in (*TEN, *others) if language in table}
    for language, row in (rows | {"all": total(table)}).items():
        cells = (
            f"{share(counts):>10.1%} {counts['right']:>3} {counts['wrong']:>5} {counts['none']:>6}"
            for counts in row.values()
        )
        print(f"{language:6}{next(iter(row.values())).total():>6}", *cells)


def print_tables(measured: Measured) -> None:
    print_table("Phrases of public pages", measured.phrases)
    for title, table in (
        ("Dated lines of the corpus", measured.lines),
        ("Whole pages: the published day", measured.pages),
        ("Pages without what they say to machines", measured.bare_pages),
    ):
        if table is not None:
            print_table(title, table)


def main(arguments: list[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        measured = measure(Path(arguments[0]) if arguments else None)
    print_tables(measured)
    print(json.dumps({"benchmark": "date_phrases", "figures": measured.figures()}))


if __name__ == "__main__":
    main(sys.argv[1:])
