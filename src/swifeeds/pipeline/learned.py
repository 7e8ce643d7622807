"""What was learned from translations, kept in memory until other tables are in the store."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from swifeeds.group.lexicon import Lexicon, lexicon_of
from swifeeds.store import Store

_log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Learned:
    """The tables as this process knows them."""

    store: Store
    _version: str | None = None
    _lexicon: Lexicon | None = None

    async def current(self) -> Lexicon | None:
        """The lexicon, the same object until another was learned; None where nothing was.

        Tables that cannot be read are told of once, and nothing is gone by meanwhile.
        """
        version = await self.store.learned_version()
        if version != self._version:
            self._lexicon = await self._read()
            self._version = version
        return self._lexicon

    async def _read(self) -> Lexicon | None:
        tables = await self.store.learned_tables()
        try:
            return await asyncio.to_thread(lexicon_of, tables)
        except ValueError as error:
            _log.error("word tables not used: %s", error)
            return None
