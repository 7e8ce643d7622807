"""The store, put together from its parts."""

from __future__ import annotations

from swifeeds.store.sql.archives import Archives
from swifeeds.store.sql.articles import Articles
from swifeeds.store.sql.decisions import Decisions
from swifeeds.store.sql.dossiers import Dossiers
from swifeeds.store.sql.grouping import Groupings
from swifeeds.store.sql.holds import Holds
from swifeeds.store.sql.imports import Imports
from swifeeds.store.sql.keeping import Keeping
from swifeeds.store.sql.learning import Learning
from swifeeds.store.sql.lives import Lives
from swifeeds.store.sql.memories import Memories
from swifeeds.store.sql.naming import Naming
from swifeeds.store.sql.notices import Notices
from swifeeds.store.sql.opening import Opening
from swifeeds.store.sql.outbox import Outbox
from swifeeds.store.sql.pressing import Pressing
from swifeeds.store.sql.publishing import Publishing
from swifeeds.store.sql.pushes import Pushes
from swifeeds.store.sql.sources import Sources
from swifeeds.store.sql.steering import Steering
from swifeeds.store.sql.stories import Stories
from swifeeds.store.sql.subscriptions import Subscriptions
from swifeeds.store.sql.summaries import Summaries
from swifeeds.store.sql.upkeep import Upkeep


class SqlStore(
    Opening,
    Sources,
    Holds,
    Articles,
    Keeping,
    Imports,
    Decisions,
    Groupings,
    Stories,
    Steering,
    Lives,
    Naming,
    Learning,
    Dossiers,
    Archives,
    Summaries,
    Publishing,
    Pressing,
    Outbox,
    Subscriptions,
    Pushes,
    Memories,
    Notices,
    Upkeep,
):
    """Everything swifeeds remembers, on SQLite or PostgreSQL. Fulfils `swifeeds.store.Store`.

    Each part is a class of its own over the same connections, and knows no other part.
    """
