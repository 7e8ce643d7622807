"""What was learned of words: which of another language go with one. Only read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from swifeeds.errors import StoreError, UsageError
from swifeeds.group.crosslingual import LinkSettings
from swifeeds.group.lexicon import Method, WordTable, lexicon_of
from swifeeds.group.lexicon.terms import terms_of
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.model import LearnedTable
from swifeeds.store import Store

TRUSTED_FROM = LinkSettings().least_pairs
"""Pairs from which grouping goes by a table."""

Links = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """A table and what was asked of it: words of the source with those of the target that go with
    them, each with its weight (0 to 1), heaviest first. `seen` says in how many of the `pairs` each
    word asked for stands; it is empty where none was asked for."""

    source: str
    target: str
    method: Method
    pairs: int
    trained: datetime
    words: Mapping[str, Links]
    seen: Mapping[str, int]

    @property
    def is_trusted(self) -> bool:
        """True when grouping goes by it."""
        return self.pairs >= TRUSTED_FROM


async def read_words(
    store: Store, word: str | None, *, language: str, to: str | None = None, limit: int
) -> tuple[Learnt, ...]:
    """What tables from a language say of a word, or their heaviest entries.

    Args:
        store: only read.
        word: as a headline writes it; None: what is worth showing of each table.
        language: of the word; a region counts for nothing.
        to: the one other language that is asked about.
        limit: entries of each table.

    Raises:
        UsageError: nothing was learned of the languages, or the word has no letters.
        StoreError: a table cannot be read.
    """
    rows = await store.learned_tables()
    lexicon = _lexicon(rows)
    terms = None if word is None else _terms(word)
    found = tuple(
        Learnt(
            source=table.source, target=table.target, method=table.method, pairs=table.pairs,
            trained=row.trained, words=_words(table, terms, limit),
            seen={term: table.counts.get(term, 0) for term in terms or ()},
        )
        for row, table in zip(rows, lexicon, strict=True)
        if table.source == primary_subtag(language)
        and (to is None or table.target == primary_subtag(to))
    )  # fmt: skip
    if not found:
        raise UsageError(_nothing(language, to, sorted({one.source for one in rows})))
    return found


def _lexicon(rows: Collection[LearnedTable]) -> Collection[WordTable]:
    try:
        lexicon = lexicon_of(rows)
    except ValueError as error:
        raise StoreError(str(error)) from error
    return () if lexicon is None else lexicon.tables


def _terms(word: str) -> tuple[str, ...]:
    found = terms_of(word)
    if not found:
        raise UsageError(f"{word!r} is no word that a table could hold; give one of letters")
    return found


def _words(table: WordTable, terms: Collection[str] | None, limit: int) -> Mapping[str, Links]:
    if terms is None:
        return dict(islice(table.shown(), limit))
    return {term: table.entries[term][:limit] for term in terms if term in table.entries}


def _nothing(language: str, to: str | None, known: Collection[str]) -> str:
    if not known:
        return (
            "no words were learned yet; `swifeeds story learn` learns them from articles that "
            "declare translations"
        )
    asked = language if to is None else f"{language} and {to}"
    return f"no words were learned of {asked}; there are tables of {', '.join(known)}"
