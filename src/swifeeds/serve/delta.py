"""Delta answers (RFC 3229, instance manipulation `feed`): what is asked, and since when. Pure.

Only a reader that names a version we still know gets one: feedparser and reader ask for deltas
without naming any, and newsboat loses entries where the date does not rise, which ours always
does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from multidict import CIMultiDict

Delta = TypeVar("Delta")

STATUS = 226
"""IM Used."""

_TAG = re.compile(r'(?:W/)?"([^"]*)"')
_REFUSED = re.compile(r"q=0(?:\.0{0,3})?", re.IGNORECASE)
_CODINGS = ("-gzip", "-br", "-br11", "-zstd")


def wants_feed(a_im: str | None) -> bool:
    """True when the field `A-IM` accepts the manipulation `feed`."""
    for element in (a_im or "").split(","):
        name, _, parameter = (part.strip() for part in element.partition(";"))
        if name.lower() == "feed":
            return not _REFUSED.fullmatch(parameter)
    return False


def delta_since(if_none_match: str | None, deltas: Mapping[str, Delta]) -> Delta | None:
    """The delta since the first version named that there is one for.

    Args:
        if_none_match: the field's value; a tag may be that of any coding of the version.
        deltas: by the quoted tag of the version as it is.
    """
    for opaque in _TAG.findall(if_none_match or ""):
        found = deltas.get(f'"{_bare(opaque)}"')
        if found is not None:
            return found
    return None


def delta_headers(headers: CIMultiDict[str]) -> CIMultiDict[str]:
    """The fields of a 226, from those of the whole document in the same coding.

    The entity tag stays: it names the instance that the reader has once it has applied the delta.
    No cache may keep it, but one that knows the manipulation (RFC 3229 10.8.2).
    """
    made = headers.copy()
    made["IM"] = "feed"
    made["Cache-Control"] = "no-store, im"
    made["Vary"] = f"A-IM, If-None-Match, {headers['Vary']}"
    return made


def _bare(opaque: str) -> str:
    return next((opaque.removesuffix(one) for one in _CODINGS if opaque.endswith(one)), opaque)
