"""Where a key stands in a TOML file: `tomllib` does not say, and an operator needs to know.

A line scanner, not a parser: `tomllib` has accepted (or refused) the text already, so it only
has to follow table headers and keys. Keys inside inline tables get the line of the whole value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*="""
)
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def key_lines(text: str) -> Mapping[Path, int]:
    """Map the path of each table and key to its 1-based line.

    Array tables count from 0: the second `[[sources]]` is `("sources", 1)`.
    """
    lines: dict[Path, int] = {}
    for path, number in _places(text):
        lines.setdefault(path, number)
    return lines


def _places(text: str) -> Iterator[tuple[Path, int]]:
    counts: Counter[Path] = Counter()
    table: Path = ()
    for number, line in _logical_lines(text):
        if header := _HEADER.match(line):
            table = _enter(_parts(header[2]), counts, array=header[1] == "[[")
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_parts(key[1])), number


def _enter(names: Path, counts: Counter[Path], *, array: bool) -> Path:
    """The full path of a table header, with the indices of the array tables around it."""
    path: Path = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if array and position == len(names) - 1:
            counts[path] += 1
        if counts[path]:
            path = (*path, counts[path] - 1)
    return path


def _parts(dotted: str) -> Path:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines at which a statement may begin: not those inside multi-line strings and arrays."""
    depth, fence = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if depth == 0 and not fence:
            yield number, line
        depth, fence = _follow(line, depth, fence)


def _follow(line: str, depth: int, fence: str) -> tuple[int, str]:
    """Bracket depth and open multi-line string after this line."""
    if fence:
        return (depth, "") if line.count(fence) % 2 else (depth, fence)
    for mark in ('"""', "'''"):
        if line.count(mark) % 2:
            return depth, mark
    bare = re.sub(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*', "", line)
    if _HEADER.match(line):
        return depth, ""
    return max(0, depth + bare.count("[") - bare.count("]")), ""
