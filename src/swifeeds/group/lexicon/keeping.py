"""Tables as the store keeps them, and the lexicon that they are together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from swifeeds.group.lexicon.learning import Texts
from swifeeds.group.lexicon.table import Lexicon, Method, WordTable
from swifeeds.model import LearnedTable

_FORM = 1
"""Version of the text that a table is kept as."""

_MADE = 1
"""Raised when the same pairs would make other tables: all are then learned anew."""


def digest_of(texts: Texts) -> str:
    """The same for the same texts, whenever they are learned from again."""
    plain = [[(side.language, side.title, side.lead) for side in sides] for sides in texts]
    return hashlib.sha256(json.dumps([_FORM, _MADE, plain]).encode()).hexdigest()


def kept(table: WordTable, *, digest: str, trained: datetime) -> LearnedTable:
    """The table for the store; `lexicon_of` gives it back."""
    return LearnedTable(
        source=table.source,
        target=table.target,
        pairs=table.pairs,
        digest=digest,
        trained=trained,
        body=json.dumps(_plain(table), ensure_ascii=False, separators=(",", ":")),
    )


def lexicon_of(tables: Collection[LearnedTable]) -> Lexicon | None:
    """The lexicon of the tables that were kept, trained when the last of them was; None of none.

    Raises:
        ValueError: one cannot be read; it says which, and what to do.
    """
    if not tables:
        return None
    return Lexicon(
        trained=max(one.trained for one in tables),
        tables=tuple(_read(one) for one in tables),
    )


def _plain(table: WordTable) -> dict[str, Any]:
    return {
        "form": _FORM,
        "method": table.method.value,
        "counts": dict(table.counts),
        "entries": {word: [list(link) for link in links] for word, links in table.entries.items()},
    }


def readable(tables: Iterable[LearnedTable]) -> Mapping[tuple[str, str], str]:
    """The digests of what can be read, by languages (source, target)."""
    found: dict[tuple[str, str], str] = {}
    for one in tables:
        with suppress(ValueError):
            _read(one)
            found[one.source, one.target] = one.digest
    return found


def _read(kept: LearnedTable) -> WordTable:
    try:
        return _table(kept, json.loads(kept.body))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = (
            f"the word table from {kept.source} to {kept.target} cannot be read ({error}); "
            f"`swifeeds story learn` makes it anew"
        )
        raise ValueError(message) from error


def _table(kept: LearnedTable, plain: Mapping[str, Any]) -> WordTable:
    if plain["form"] != _FORM:
        raise ValueError(f"it is of form {plain['form']!r}, which this version does not read")
    return WordTable(
        source=kept.source,
        target=kept.target,
        method=Method(plain["method"]),
        pairs=kept.pairs,
        counts=dict(plain["counts"]),
        entries={
            word: tuple((target, weight) for target, weight in links)
            for word, links in plain["entries"].items()
        },
    )
