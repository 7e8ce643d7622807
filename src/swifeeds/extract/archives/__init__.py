"""Archives of older systems: recognised, cut into portions, read portion by portion.

`recognise` looks at how a file begins, `cut` finds its items by scanning bytes and never parses
them, `read_portion` reads some of them and belongs into a child that can be killed, as does
`read_whole`, which reads all of a file that lies in memory. One module for each format has the verb
`read`; what they say of an item is an `Entry`, and `drafting` makes drafts of them.
docs/archives.md says what is read from which format.
"""

from __future__ import annotations

from swifeeds.extract.archives.cutting import cut, cut_smaller
from swifeeds.extract.archives.reading import read_portion
from swifeeds.extract.archives.recognising import recognise
from swifeeds.extract.archives.surveying import SURVEYED, joined, survey_portion
from swifeeds.extract.archives.whole import read_whole

__all__ = [
    "SURVEYED",
    "cut",
    "cut_smaller",
    "joined",
    "read_portion",
    "read_whole",
    "recognise",
    "survey_portion",
]
