"""Words that go together across languages, learned from a newsroom's own declared translations.

No model is shipped and none is downloaded: `training_pairs` finds what the archive declares,
`learn` makes tables that a person can read, `compare` uses them. A table learned from one
newsroom helps another little, so none is shipped either.

Pure and repeatable: the same pairs give the same lexicon, in whatever order they come.
"""

from __future__ import annotations

from swifeeds.group.lexicon.learning import Text, TextPair, learn
from swifeeds.group.lexicon.pairs import training_pairs
from swifeeds.group.lexicon.table import Lexicon, Method, WordTable, from_plain, to_plain
from swifeeds.group.lexicon.translating import compare, translate

__all__ = [
    "Lexicon",
    "Method",
    "Text",
    "TextPair",
    "WordTable",
    "compare",
    "from_plain",
    "learn",
    "to_plain",
    "training_pairs",
    "translate",
]
