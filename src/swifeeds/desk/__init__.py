"""What an operator does to articles and sources; commands and, later, the dashboard call it.

Every action works through the store, is logged with who did it, and is noticed by a running
service within two seconds. What the configuration file states the file owns: the desk refuses to
change it (DESIGN decision 19).
"""

from __future__ import annotations

from swifeeds.desk.articles import hold_article, release_article, withdraw_article
from swifeeds.desk.sources import pause_source, reset_source, resume_source

__all__ = [
    "hold_article",
    "pause_source",
    "release_article",
    "reset_source",
    "resume_source",
    "withdraw_article",
]
