"""What a site calls itself, and titles without it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from swifeeds.extract.declared import Declared
from swifeeds.extract.page import Page

_SEPARATOR = re.compile(
    r"\s+[-–—|·•»«:/‹›~]{1,3}\s+|\s*[|｜]\s*|\s*(?:::|»|—|＿|_-_)\s*|(?<=\S)_(?=\S+$)"
)
_UNFILLED = re.compile(r"\s[-–—|·•»]\s*$")
"""`Lake Post -`: the site's name, and no headline in its place."""

_SURE = 8
"""Letters of a name's beginning that no headline has by chance."""

_SIGNS = re.compile(r"[^\w ]+|_+")
_LONGEST = 40
"""Characters; some pages put their headline where the name of the site belongs."""


def without_site(title: str, names: frozenset[str]) -> str | None:
    """The title without leading or trailing parts that name the site; None where it says no more.

    Args:
        title: as declared.
        names: the site's names, folded.
    """
    if _UNFILLED.search(title):
        return None
    parts = _cut(title)
    while len(parts) > 1 and _is_name(parts[-1][0], names):
        parts.pop()
    while len(parts) > 1 and _is_name(parts[0][0], names):
        parts.pop(0)
    return _joined(parts) or None


def _cut(title: str) -> list[tuple[str, str]]:
    """(part, separator after it) for each part of a title."""
    cuts = list(_SEPARATOR.finditer(title))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(title)]
    separators = [*(cut[0] for cut in cuts), ""]
    return [
        (title[start:end], separator)
        for start, end, separator in zip(starts, ends, separators, strict=True)
    ]


def stands_before_site(line: str, title: str, names: frozenset[str]) -> bool:
    """True for the folded beginning of a title behind which the site's name follows, whatever
    follows that."""
    parts = _cut(title)
    return any(
        fold_title(_joined(parts[:index])) == line and _is_name(parts[index][0], names)
        for index in range(1, len(parts))
    )


def is_site(text: str, names: frozenset[str]) -> bool:
    """True for a line that is the site's name, with or without spaces."""
    return fold_title(text) in names or fold_title(text).replace(" ", "") in names


def _is_name(part: str, names: frozenset[str]) -> bool:
    folded = fold_title(part)
    return not folded or any(
        folded == name
        or (len(name) > 3 and len(folded) < 2 * len(name) and name in folded)  # noqa: PLR2004
        or _is_written_together(folded, name)
        for name in names
    )


def _is_written_together(words: str, name: str) -> bool:
    """`Point of Sail` of `pointofsail-kiel.example`: a host has no spaces."""
    together = words.replace(" ", "")
    is_most = len(name) < 2 * len(together) and len(together) >= _SURE
    return together == name or (together != words and is_most and name.startswith(together))


def site_names(page: Page, declared: Declared) -> frozenset[str]:
    """What the site is called: declared names, the source's title, the parts of the host."""
    host = page.url.partition("://")[2].partition("/")[0].partition(":")[0]
    labels = [label for label in host.removeprefix("www.").split(".") if len(label) > 2]  # noqa: PLR2004
    named = [*declared.site_names, page.source.title, host.removeprefix("www."), *labels]
    return frozenset(
        folded for name in named if len(name) <= _LONGEST and (folded := fold_title(name))
    )


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    return "".join(part + separator for part, separator in parts[:-1]) + parts[-1][0]


def fold_title(text: str) -> str:
    """A title for comparison: letters, digits and single spaces."""
    return _SIGNS.sub("", unicodedata.normalize("NFKD", text).casefold()).strip()
