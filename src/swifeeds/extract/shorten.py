"""Shorter text that still reads: cut behind a sentence, else behind a word."""

from __future__ import annotations

import re

LEAD = 500
"""Characters of a summary. Longer "summaries" are the article itself, which a source may not let
us publish as a summary."""

TITLE = 80
"""Characters of a title that is made of the first words."""

_SENTENCE_END = re.compile(r"[.!?؟…][\"'”’»)]*(?=\s)|[。！？]")
_WORD_END = re.compile(r"\s")


def lead(text: str) -> str:
    """The first sentences, at most `LEAD` characters."""
    if len(text) <= LEAD:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, LEAD + 1)]
    return text[: ends[-1]] if ends and ends[-1] >= LEAD // 4 else first_words(text, LEAD)


def first_words(text: str, limit: int = TITLE) -> str:
    """The first words, at most `limit` characters and an ellipsis; cut between letters where the
    script has no spaces."""
    if len(text) <= limit:
        return text
    ends = [match.start() for match in _WORD_END.finditer(text, 0, limit)]
    cut = ends[-1] if ends and ends[-1] >= limit // 2 else limit
    return text[:cut].rstrip(" ,;:-–—") + "…"
