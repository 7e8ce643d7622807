"""Every error that swifeeds raises on purpose.

    SwifeedsError            one plain sentence: what is wrong, where, what to do
    ├── ConfigError          ours to refuse: the operator's file; carries every fault at once
    ├── UsageError           a command asked for something that is not there
    ├── CollectError         a source did not give what it should; carries source and URL
    │   ├── Unreachable      no connection, a broken answer
    │   │   └── TimedOut     no answer in time, or one that drips
    │   ├── Refused          the egress policy or the site's robots.txt forbids the address
    │   ├── TooLarge         a byte or ratio cap was reached
    │   └── BadStatus        an HTTP status that is not a document; carries status and Retry-After
    ├── ExtractError         the document could not be read; carries its URL
    │   ├── NotAnArticle     a page without an article
    │   ├── NotAFeed         HTML, an empty body or something else where a feed was promised
    │   └── Killed           the child that parsed it ran out of time or memory, or crashed
    │       └── NoChild      no child lives long enough to begin on it
    ├── StoreError           the database; carries what to do
    │   ├── StoreBusy        locked by somebody else for longer than we wait
    │   ├── StoreMissing     no database, or one that was never migrated
    │   ├── StoreNewer       written by a newer swifeeds than this one
    │   └── LeaseLost        somebody else took the source over meanwhile; nothing was written
    ├── DeliverError         what goes out of the house could not be put there
    └── ServeError           a listener could not be opened (a port in use)

Expected outcomes are values, not errors: `NotModified` and `Gone` live in `model.document`.
Driver exceptions (aiohttp, SQLAlchemy, lxml) are translated at the edge of their room and kept
as `__cause__`. Anything else is a bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


class SwifeedsError(Exception):
    """Base of all; `str()` is one sentence fit for an operator."""


def single_errors(error: BaseException) -> Iterator[BaseException]:
    """The error itself, or all that a group holds: tasks that fail side by side raise a group."""
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from single_errors(inner)
    else:
        yield error


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong in a configuration.

    `file` as the operator named it, `key` the dotted path (`sources[1].schedule.every`), `line`
    1-based or None where it cannot be known, `message` what is wrong and what would be right.
    """

    file: str
    key: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class ConfigError(SwifeedsError):
    """A configuration that cannot be used. All faults at once, in the order of the files."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class UsageError(SwifeedsError):
    """A command named something that does not exist or cannot be done."""


class CollectError(SwifeedsError):
    """A source did not give what it should. `url` is the address that failed."""

    def __init__(self, message: str, *, url: str) -> None:
        super().__init__(f"{url}: {message}")
        self.url = url


class Unreachable(CollectError):
    """No connection, a timeout, or an answer that broke off."""


class TimedOut(Unreachable):
    """No answer in time, or one that came too slowly: it held us up."""


class Refused(CollectError):
    """The egress policy or the site's robots.txt forbids this address; nothing was sent."""


class TooLarge(CollectError):
    """The body went over the byte cap or the decompression ratio; it was not kept."""


class BadStatus(CollectError):
    """An HTTP status that carries no document.

    `retry_after` is the header's text, verbatim, or None; `plan` reads it.
    """

    def __init__(self, message: str, *, url: str, status: int, retry_after: str | None) -> None:
        super().__init__(message, url=url)
        self.status = status
        self.retry_after = retry_after


class ExtractError(SwifeedsError):
    """A document could not be read. `url` names it; it is empty where others know the name."""

    def __init__(self, message: str, *, url: str) -> None:
        super().__init__(f"{url}: {message}" if url else message)
        self.message = message
        self.url = url

    def __reduce__(self) -> tuple[object, ...]:
        """Raised in a child, read in the parent: keyword arguments survive the pickle."""
        return (_rebuild, (type(self), self.message, self.url))


def _rebuild(kind: type[ExtractError], message: str, url: str) -> ExtractError:
    return kind(message, url=url)


class NotAnArticle(ExtractError):
    """The page holds no article: no headline, or next to no text."""


class NotAFeed(ExtractError):
    """A feed was promised; HTML, nothing, or something else came."""


class Killed(ExtractError):
    """The child that worked on the document was ended: time, memory or a crash."""


class NoChild(Killed):
    """Children die before they begin: the machine is to blame, and no document."""


class StoreError(SwifeedsError):
    """The database cannot do what was asked."""


class StoreBusy(StoreError):
    """Somebody else holds the lock for longer than we wait; nothing was written."""


class StoreMissing(StoreError):
    """No database, or one without our tables: `swifeeds db migrate` makes it."""


class StoreNewer(StoreError):
    """The schema is newer than this program; nothing was touched."""


class LeaseLost(StoreError):
    """Another worker took the source over; the transaction was rolled back."""


class DeliverError(SwifeedsError):
    """The published tree could not be written, or its folder is not one to write to."""


class ServeError(SwifeedsError):
    """A listener could not be opened."""
