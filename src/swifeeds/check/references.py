"""Character references in HTML: `&nbsp;`, `&#8217;`, and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

_REFERENCE = re.compile(r"&(?![\s<&]|\Z)(#[xX]?[0-9a-fA-F]*|[a-zA-Z0-9]*)(;?)")
_LONGEST = 40
_LONGEST_BARE = 6
"""Letters of the longest name that HTML takes without its semicolon (`Aacute`, `there4`)."""

_HIGHEST = 0x10FFFF
_MOST_FAULTS = 20


def reference_faults(html: str) -> Iterator[str]:
    """Phrases on references that are none; not all of them, one fault tends to be everywhere."""
    left = _MOST_FAULTS
    for match in _REFERENCE.finditer(html):
        reason = _fault(match[1], match[2] == ";")
        if reason:
            yield reason
            left -= 1
        if not left:
            return


def _fault(name: str, is_closed: bool) -> str | None:  # noqa: FBT001 - a fact of the name
    shown = f"&{name[:_LONGEST]}"
    if name.startswith("#"):
        return _number_fault(name[1:], shown, is_closed=is_closed)
    if is_closed and f"{name};" in html5:
        return None
    if any(name[:length] in html5 for length in range(1, _LONGEST_BARE + 1)):
        return f"“{shown}” lacks its semicolon"
    return f"“{shown}” is no character; write &amp; for the sign itself"


def _number_fault(digits: str, shown: str, *, is_closed: bool) -> str | None:
    is_hex = digits[:1] in ("x", "X")
    try:
        code = int(digits[1:], 16) if is_hex else int(digits)
    except ValueError:
        return f"“{shown}” names no character"
    if not _is_character(code):
        return f"“{shown}” names no character"
    return None if is_closed else f"“{shown}” lacks its semicolon"


def _is_character(code: int) -> bool:
    """Whether HTML lets a reference name it: no control but white space, no half of a pair."""
    is_control = code < 0x20 and code not in (0x09, 0x0A, 0x0C)  # noqa: PLR2004 - ASCII
    is_c1 = 0x7F <= code <= 0x9F  # noqa: PLR2004 - ISO 6429
    is_half = 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - surrogates
    is_none = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE  # noqa: PLR2004 - noncharacters
    return not (is_control or is_c1 or is_half or is_none or code > _HIGHEST)
