"""Which stored article is this draft: new, revised, a duplicate, or better held?

Rules of the room. One article per canonical address, or per guid within one source. What a
source no longer says is not forgotten: only what a draft states can change an article. An
article is revised by the source that brought it; another source only sights it, unless that
other source is the publisher's own and the first was not. A revision that looks like damage is
put aside and told, never stored over the good one. `updated` rises when what a reader reads has
changed, and never falls.
"""

from __future__ import annotations

from swifeeds.identify.decide import identify, withdraw
from swifeeds.identify.fingerprint import fingerprint
from swifeeds.identify.plausible import make_plausible
from swifeeds.identify.records import Residents, reunite
from swifeeds.identify.sections import file_under, section_named
from swifeeds.identify.suspicion import suspicion

__all__ = [
    "Residents",
    "file_under",
    "fingerprint",
    "identify",
    "make_plausible",
    "reunite",
    "section_named",
    "suspicion",
    "withdraw",
]
