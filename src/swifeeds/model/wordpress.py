"""What WordPress's REST interface says of a site and of its entries, before they are read whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RestSite:
    """A REST interface. `posts` is the address of its entries, without a question; `time_zone` the
    IANA zone of its bare times, None where the site does not tell one."""

    posts: str
    time_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestEntry:
    """One line of a list of entries: its number, public address, and last change (UTC)."""

    number: int
    url: str
    modified: datetime
