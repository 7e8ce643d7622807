"""What a server was asked, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An answer: `headers` by lower-case name, several of one name joined; `body` decompressed.

    `status` is 0 where the server gave no answer.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def header(self, name: str) -> str:
        """A field's value without white space around it; empty when it is not there."""
        return self.headers.get(name, "").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Requests for one feed, one after the other.

    `redirect` is the answer of the address itself where it was a redirect; `answer` that to the
    whole GET with `Accept-Encoding: gzip`. `by_etag` and `by_date` are those to the same GET with
    the ETag, and with the date, that `answer` gave; None where it gave none.
    """

    answer: Served
    redirect: Served | None = None
    by_etag: Served | None = None
    by_date: Served | None = None

    @property
    def is_answered(self) -> bool:
        """True when the feed itself came, and not an error."""
        return self.answer.status == HTTPStatus.OK
