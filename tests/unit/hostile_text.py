"""Names and headlines as somebody might write them who wants to turn a page around."""

from __future__ import annotations

from hypothesis import strategies as st

OPENING = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
           **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}  # fmt: skip
CLOSING = frozenset(OPENING.values())

_PIECES = (
    *OPENING, *CLOSING, "\u200e", "\u200f", "\u061c", "\u2029", "\n", "(", ")", "[", "]", "«", "»",
    '"', "10", "2009", "٥", "-", ": ", " ", " & ", "<b>", "C++ <vector>", "Geneva", "SWI", "é",
    "جنيف", "محادثات", "שלום", "協議", "日本", "Москва", "%(title)s", "\ufffc", "🕊",
)  # fmt: skip


def hostile() -> st.SearchStrategy[str]:
    """Texts that have at least one letter: nobody is called nothing."""
    return st.lists(st.sampled_from(_PIECES), min_size=1, max_size=10).map(_named)


def _named(pieces: list[str]) -> str:
    text = "".join(pieces)
    return text if any(character.isalpha() for character in text) else f"{text}Geneva"


def left_open(text: str) -> bool:
    """True when a direction stays switched at the end, or something is closed that is not open."""
    expected: list[str] = []
    for character in text:
        if character in OPENING:
            expected.append(OPENING[character])
        elif character in CLOSING and (not expected or expected.pop() != character):
            return True
    return bool(expected)
