"""What WordPress's REST interface says of a site and of its entries, before they are read whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RestSite:
    """A REST interface. `root` is the address of its root, without a question for fields;
    `time_zone` the IANA zone of its bare times, None where it does not tell one."""

    root: str
    time_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestEntry:
    """One line of a list of entries: its number, public address, last change (UTC), and the
    numbers of its translations where a plug-in names them."""

    number: int
    url: str
    modified: datetime
    translations: tuple[int, ...] = ()
