"""Terms for machines that a line of ours brings: XML that goes into feeds letter by letter."""

from __future__ import annotations

from collections.abc import Collection

from swifeeds.errors import ExtractError
from swifeeds.extract.rsl import rsl_elements
from swifeeds.markup import parse_xml


def are_pure_terms(written: Collection[str]) -> bool:
    """True when each is one element of RSL, written as `extract.rsl` writes it."""
    if not written:
        return True
    whole = f"<item>{''.join(written)}</item>"
    try:
        return rsl_elements(parse_xml(whole.encode())) == tuple(written)
    except ExtractError:
        return False
