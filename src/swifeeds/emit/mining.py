"""What a document says of mining that holds articles of several publishers."""

from __future__ import annotations

from collections.abc import Sequence

from swifeeds.model import Entry, MiningTerms


def mining_of(entries: Sequence[Entry]) -> MiningTerms | None:
    """The strictest of what their publishers say; None where the site's own word holds.

    One reservation reserves the whole, because nobody can mine a document but for one entry; its
    policy is named only where it is everybody's. That mining is free is said where all say so.
    """
    stated = {entry.mining for entry in entries if not entry.is_notice}
    if len(stated) <= 1:
        return next(iter(stated), None)
    if any(terms and terms.reserved for terms in stated):
        return MiningTerms(reserved=True)
    return None if None in stated else MiningTerms(reserved=False)
