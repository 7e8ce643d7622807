"""Addresses of the feeds that ours replace, and where each leads."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""`{story}` in an address: one segment of a path, or a part of one, or of a value of the query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding:
    """An old address and the one that it leads to for good (301).

    `path` begins with a slash; `query` are the parameters that the old address names, in the order
    of the file; others that a request has do not count. `location` is a path of the site or an
    absolute address. All three are percent-encoded or not, as the operator wrote them; `path`, the
    values of `query` and `location` may have placeholders.
    """

    path: str
    location: str
    query: tuple[tuple[str, str], ...] = ()

    @property
    def is_plain(self) -> bool:
        """True for one path that leads to one address, with nothing to be filled in or asked."""
        return not self.query and not PLACEHOLDER.search(self.path)
