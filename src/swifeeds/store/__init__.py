"""The store: what is kept, and the contract that every engine fulfils.

`Store` is the contract; `store.sql` is its one implementation, on SQLite and PostgreSQL alike,
and only the composition root knows it. Promises to every caller:

- All times are aware UTC `datetime`s, all values `model` types; no row, cursor or driver
  exception leaves the room. Any method may raise `StoreBusy` (retry later) or `StoreError`.
- A method that writes is one transaction: all of it is kept, or nothing. What a method returned
  from survives `kill -9`.
- Work is owned through leases. A write that presents a lease checks its fence in the same
  transaction and raises `LeaseLost` when somebody else has taken over; nothing is written then.
- Every change of an article leaves a mark that `regroup` consumes, and every affected feed one
  that `publish` consumes, in the transactions that did the work: a crash between the steps
  loses no publication.
"""

from __future__ import annotations

from typing import Protocol

from swifeeds.store.contract.articles import Articles
from swifeeds.store.contract.grouping import Groupings
from swifeeds.store.contract.imports import Imports
from swifeeds.store.contract.learning import Learning
from swifeeds.store.contract.opening import Opening
from swifeeds.store.contract.publishing import Publishing
from swifeeds.store.contract.pushes import Pushes
from swifeeds.store.contract.sources import Sources
from swifeeds.store.contract.steering import Steering
from swifeeds.store.contract.telling import Telling
from swifeeds.store.contract.values import (
    GROUPER,
    IMPORT_HELD,
    EngineReport,
    SchemaStatus,
    StoryCount,
)
from swifeeds.store.contract.websub import WebSub
from swifeeds.store.settings import StorageSettings

__all__ = [
    "GROUPER",
    "IMPORT_HELD",
    "EngineReport",
    "SchemaStatus",
    "StorageSettings",
    "Store",
    "StoryCount",
]


class Store(
    Opening,
    Sources,
    Articles,
    Imports,
    Groupings,
    Steering,
    Learning,
    Publishing,
    WebSub,
    Pushes,
    Telling,
    Protocol,
):
    """Everything swifeeds remembers. See the module docstring for what holds for every method."""
