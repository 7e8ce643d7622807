"""The vectors of headlines, asked of the operator's embedder before grouping, and kept for a while.

Grouping never waits for one that fails: it goes on by words, the operator is told once, and the
embedder is asked again after a minute.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from swifeeds.errors import CollectError
from swifeeds.group import Embedder, Passage, passage_of
from swifeeds.group.events import Embedding
from swifeeds.model import Article, ArticleId, Notice
from swifeeds.store import Store

_log = logging.getLogger(__name__)

NOTICE = "embedder-failing"

_PAUSE = timedelta(minutes=1)
"""How long an embedder that failed is left alone."""

_NUMBERS = 16_000_000
"""Numbers kept in memory, at four bytes each: 20,000 headlines of a model with 800."""


@dataclass(slots=True, kw_only=True)
class Embeddings:
    """The vectors of one embedder. A headline that reads the same is asked for once."""

    embedder: Embedder
    store: Store
    most: int = _NUMBERS
    _kept: OrderedDict[Passage, Embedding] = field(default_factory=OrderedDict)
    _numbers: int = 0
    _failed: datetime | None = None
    _is_known_well: bool = False

    async def of(self, articles: Sequence[Article], now: datetime) -> Mapping[ArticleId, Embedding]:
        """The vectors of these headlines, as far as they are to be had.

        Args:
            articles: with titles of any language.
            now: UTC, for the pause after a failure.
        """
        passages = {one.id: passage_of(one.title, one.language) for one in articles}
        known = {one: self._kept[one] for one in passages.values() if one in self._kept}
        new = [one for one in dict.fromkeys(passages.values()) if one not in known]
        known |= await self._asked(new, now)
        return {article: known[one] for article, one in passages.items() if one in known}

    async def _asked(
        self, passages: Sequence[Passage], now: datetime
    ) -> Mapping[Passage, Embedding]:
        if not passages or (self._failed and timedelta(0) <= now - self._failed < _PAUSE):
            return {}
        try:
            vectors = await self.embedder.embed(passages)
        except CollectError as error:
            await self._tell(error, now)
            return {}
        await self._tell_well()
        found = dict(zip(passages, vectors, strict=True))
        self._keep(found.items())
        return found

    def _keep(self, found: Iterable[tuple[Passage, Embedding]]) -> None:
        """Remember, and forget what was asked for longest ago beyond what fits."""
        for passage, vector in found:
            self._kept[passage] = vector
            self._numbers += len(vector)
        while self._numbers > self.most:
            self._numbers -= len(self._kept.popitem(last=False)[1])

    async def _tell(self, error: CollectError, now: datetime) -> None:
        """Once for a failure that lasts."""
        is_new, self._failed = self._failed is None, now
        self._is_known_well = False
        if is_new:
            message = f"{error}; grouped by words alone meanwhile, asked again each minute"
            _log.error("embedder: %s", message)
            await self.store.tell(
                [Notice(kind=NOTICE, subject=self.embedder.model, message=message, at=now)]
            )

    async def _tell_well(self) -> None:
        """Close the notice, which an earlier process may have left."""
        self._failed = None
        if not self._is_known_well:
            await self.store.settle(NOTICE, self.embedder.model)
            self._is_known_well = True
