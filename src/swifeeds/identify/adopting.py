"""Which id a subscriber of the feed that ours replaces knows an article by."""

from __future__ import annotations

from swifeeds.markup import strip_control
from swifeeds.model import Draft

_LONGEST = 2000
"""Characters of an id. No feed that means well has longer ones, and every reader must keep them."""


def adoptable(draft: Draft) -> str | None:
    """The guid, or the address where the feed gives none: readers take that for the id then.

    Verbatim but for white space around it, which no reader counts. None where it could not be
    written again as it was: nothing in it, control characters, or no end of it.
    """
    stated = (draft.guid or draft.url or "").strip()
    is_clean = bool(stated) and len(stated) <= _LONGEST and strip_control(stated) == stated
    return stated if is_clean else None
