"""Words of nginx's configuration language, written so that nothing from outside can end them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

DOLLAR = "swifeeds_dollar"
"""A variable that holds `$`: the language has no other way to write one in a value."""

LONGEST_WORD = 4000
"""Bytes of a written word: nginx reads no longer one than 4,096."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def quoted(text: str) -> str:
    """A word as it is, where nothing is replaced (a key of a map).

    Raises:
        ValueError: it has a control character, which no address and no field may have.
    """
    if not is_speakable(text):
        raise ValueError("a control character")
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def is_speakable(text: str) -> bool:
    """True when it has no control character."""
    return _CONTROL.search(text) is None


def fits(word: str) -> bool:
    """True when nginx reads a written word of this length."""
    return len(word.encode()) <= LONGEST_WORD


def valued(text: str) -> str:
    """A word where variables would be replaced (a value)."""
    return quoted(text).replace("$", f"${{{DOLLAR}}}")


def exactly(text: str) -> str:
    """A key that matches this text alone. Plain keys of a map ignore the case of letters."""
    return quoted(f"~^{pattern(text)}$")


def pattern(text: str) -> str:
    """The text as a regular expression of PCRE."""
    return re.sub(r"[^A-Za-z0-9_/\u0080-\U0010ffff-]", lambda found: f"\\{found[0]}", text)


def a_map(source: str, name: str, lines: Iterable[tuple[str, str]], default: str = '""') -> str:
    """A `map` block. Keys and values are words that are written already; `default` too."""
    body = "".join(f"    {key} {value};\n" for key, value in lines)
    return f"map {source} ${name} {{\n    default {default};\n{body}}}\n"


def keyed(values: Mapping[str, str], others: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Lines of a map from plain text to plain text.

    Args:
        values: text by key.
        others: keys that must not be met by one of `values` that differs in case alone.
    """
    spellings: dict[str, set[str]] = {}
    for key in (*values, *others):
        spellings.setdefault(_lowered(key), set()).add(key)
    for key, value in sorted(values.items()):
        is_alone = len(spellings[_lowered(key)]) == 1
        yield (quoted(key) if is_alone else exactly(key)), valued(value)


def _lowered(key: str) -> str:
    """As nginx does: the letters of ASCII."""
    return key.encode().lower().decode()


def pieces(text: str) -> list[str]:
    """The text in parts whose values each fit into a word; at least one."""
    if fits(valued(text)):
        return [text]
    parts, room = [""], 0
    for letter in text:
        size = len(valued(letter).encode()) - len('""')
        if room + size > LONGEST_WORD:
            parts.append("")
            room = 0
        parts[-1] += letter
        room += size
    return parts
