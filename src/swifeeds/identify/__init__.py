"""Which stored article is this draft: new, revised, a duplicate, or better held?

Rules of the room. One article per canonical address, or per guid within one source. A batch is
screened as a whole first (`screen`): names that stand on different articles are no names. An equal
text is evidence within one source alone, where the names say nothing (`recognise`). What a source
no longer says is not forgotten: only what a draft states can change an article. An article is
revised by the source that brought it; another source only sights it, unless that other source is
the publisher's own and the first was not. A revision that looks like damage is put aside and told,
never stored over the good one. `updated` rises when what a reader reads has changed, and never
falls.
"""

from __future__ import annotations

from swifeeds.identify.decide import identify, withdraw
from swifeeds.identify.fingerprint import fingerprint
from swifeeds.identify.marks import (
    Candidate,
    marks_of,
    recognise,
    stated_moment,
    worth_asking,
)
from swifeeds.identify.names import Names, known_article, names_of
from swifeeds.identify.oddities import KINDS as ODDITIES
from swifeeds.identify.oddities import of_habits
from swifeeds.identify.plausible import make_plausible
from swifeeds.identify.records import Residents, reunite
from swifeeds.identify.screening import Distrusted, Screened, screen
from swifeeds.identify.sections import file_under, section_named
from swifeeds.identify.sequence import identify_all
from swifeeds.identify.suspicion import suspicion

__all__ = [
    "ODDITIES",
    "Candidate",
    "Distrusted",
    "Names",
    "Residents",
    "Screened",
    "file_under",
    "fingerprint",
    "identify",
    "identify_all",
    "known_article",
    "make_plausible",
    "marks_of",
    "names_of",
    "of_habits",
    "recognise",
    "reunite",
    "screen",
    "section_named",
    "stated_moment",
    "suspicion",
    "withdraw",
    "worth_asking",
]
