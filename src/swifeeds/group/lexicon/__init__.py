"""Words that go together across languages, learned from a newsroom's own declared translations.

No model is shipped and none is downloaded: `training_pairs` finds what the archive declares,
`learn` makes tables that a person can read, `compare` uses them. A table learned from one
newsroom helps another little, so none is shipped either.

Pure and repeatable: the same pairs give the same lexicon, in whatever order they come.
"""

from __future__ import annotations

from swifeeds.group.lexicon.keeping import digest_of, kept, lexicon_of, readable
from swifeeds.group.lexicon.learning import Text, TextPair, Texts, by_languages, learn, tables_of
from swifeeds.group.lexicon.pairs import nearest_of_each_language, training_pairs
from swifeeds.group.lexicon.table import Lexicon, Method, Tables, WordTable
from swifeeds.group.lexicon.translating import compare, translate

__all__ = [
    "Lexicon",
    "Method",
    "Tables",
    "Text",
    "TextPair",
    "Texts",
    "WordTable",
    "by_languages",
    "compare",
    "digest_of",
    "kept",
    "learn",
    "lexicon_of",
    "nearest_of_each_language",
    "readable",
    "tables_of",
    "training_pairs",
    "translate",
]
