"""Tables as the store keeps them, and the lexicon that they are together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
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
        ValueError: one is of a form that this version does not read, or a value is out of its
            range.
        KeyError: a part is missing.
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


def _read(kept: LearnedTable) -> WordTable:
    plain: Mapping[str, Any] = json.loads(kept.body)
    if plain["form"] != _FORM:
        message = (
            f"the word table from {kept.source} to {kept.target} is of form {plain['form']!r}, "
            f"which this version does not read; `swifeeds story learn` makes it anew"
        )
        raise ValueError(message)
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
