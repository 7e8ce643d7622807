"""Names of sites at the end of headlines ("Talks resume | The Daily Lake"), learnt by repetition.

They make articles of one site alike that have nothing else in common.
"""

from __future__ import annotations

import re
from collections import Counter

_CUT = re.compile(r"^(?P<title>.{15,}) [|–—-] (?P<name>.{1,40})$", re.DOTALL)
"""At least fifteen characters must be left, or the headline itself would be cut away."""

_MOST_WORDS = 5
_TIMES = 3
"""How often a last segment must have been seen: by then it is no part of a headline."""


class SiteNames:
    """Counts last segments and cuts off those that come again and again."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def cut(self, title: str, *, again: bool = False) -> str:
        """The headline without a name at its end that was seen three times, this one included.
        `again`: it was counted before."""
        found = _CUT.match(title.strip())
        if found is None or len(found["name"].split()) > _MOST_WORDS:
            return title
        name = found["name"].casefold()
        if not again:
            self._seen[name] += 1
        return found["title"] if self._seen[name] >= _TIMES else title
