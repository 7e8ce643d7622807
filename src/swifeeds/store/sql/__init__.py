"""The store on SQLite and PostgreSQL: one code path through SQLAlchemy Core.

Rules of the room. Only the composition root imports it. A public method is one transaction.
Transactions that write begin at once with the write lock on SQLite (a transaction that read first
cannot take the lock later), one at a time per process; those that change articles, groupings or the
shelf also stand in one line on PostgreSQL, so that both engines see one such change after the
other. Marks and stale feeds are taken before they are answered, and only taken ones are cleared:
a mark that is renewed in between stays. Driver exceptions are told in our words at the edge.
"""

from __future__ import annotations

from swifeeds.store.sql.parents import RING
from swifeeds.store.sql.sql_store import SqlStore

__all__ = ["RING", "SqlStore"]
