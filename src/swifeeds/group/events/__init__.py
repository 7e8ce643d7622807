"""Event clusters: headlines of one language that report the same event of some days.

Words and groups of letters, weighed by how rare they are; a headline joins the cluster that it is
most like, and clusters that grew alike are merged. No model, no dictionary; every decision keeps
its reason. Design and numbers were tried on labelled headlines of eight languages.
"""

from __future__ import annotations

from swifeeds.group.events.cluster import Cluster, Headline
from swifeeds.group.events.dense import Embedding
from swifeeds.group.events.index import EventIndex
from swifeeds.group.events.judging import Judge
from swifeeds.group.events.merging import Pair
from swifeeds.group.events.reasons import Reason
from swifeeds.group.events.settings import FINDING, FITTED, EventSettings
from swifeeds.group.events.texts import Text, read_text

__all__ = [
    "FINDING",
    "FITTED",
    "Cluster",
    "Embedding",
    "EventIndex",
    "EventSettings",
    "Headline",
    "Judge",
    "Pair",
    "Reason",
    "Text",
    "read_text",
]
