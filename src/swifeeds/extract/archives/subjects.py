"""What an item is about: the words of its publisher, and names for IPTC's oldest codes."""

from __future__ import annotations

import re
from collections.abc import Iterable

TOP_LEVEL = {
    "01": "arts, culture and entertainment", "02": "crime, law and justice",
    "03": "disaster and accident", "04": "economy, business and finance", "05": "education",
    "06": "environment", "07": "health", "08": "human interest", "09": "labour",
    "10": "lifestyle and leisure", "11": "politics", "12": "religion and belief",
    "13": "science and technology", "14": "society", "15": "sport", "16": "conflicts",
    "17": "weather",
}  # fmt: skip
"""IPTC's seventeen: what subject codes (eight digits) begin with, and Media Topics had first."""

_CODE = re.compile(r"(?:^|[:/])(\d\d)(\d{6})$")
_NO_WORD = re.compile(r"^\W*$|^.$|^[\d\W]+$|://")
ROUTINE = frozenset({"news", "current", "none", "unknown", "default", "general", "text", "other"})


def top_level(code: str | None) -> str | None:
    """The name of the top level of an IPTC subject code (`subj:04016014`); None for other codes.

    Media Topics of the second generation (`medtop:20001057`) say nothing of their top level.
    """
    found = _CODE.search(code or "")
    return TOP_LEVEL.get(found[1]) if found else None


def is_top_level(code: str | None) -> bool:
    """True for a code that stands for one of the seventeen itself."""
    found = _CODE.search(code or "")
    return found is not None and found[2] == "000000" and found[1] in TOP_LEVEL


def words_of(stated: Iterable[str | None]) -> tuple[str, ...]:
    """What reads as a word: no codes of one letter, no numbers, no addresses."""
    plain = (" ".join(word.split()) for word in stated if word)
    return tuple(
        word for word in plain if not _NO_WORD.search(word) and word.lower() not in ROUTINE
    )
