"""Which coding of a body a request gets (RFC 9110 12.5.3), decided without I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping

from swifeeds.model import Encoding

_WEIGHT = re.compile(r"q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)
_ALIASES = {"x-gzip": "gzip"}
_UNNAMED_IDENTITY = 0.0001
"""Identity that nobody forbade is acceptable, but less welcome than any coding that was named."""


def choose_encoding(accept_encoding: str | None, sizes: Mapping[Encoding, int]) -> Encoding | None:
    """The coding to send: highest weight first, then fewest bytes.

    Args:
        accept_encoding: the field's value; None when the request has no such field, which gets
            the body as it is.
        sizes: the bytes of each coding at hand.

    Returns:
        None when the client forbids every coding there is (406).
    """
    if accept_encoding is None:
        return Encoding.IDENTITY
    weights = _weights(accept_encoding)
    offers = {encoding: _weight(encoding, weights) for encoding in sizes}
    accepted = [encoding for encoding, weight in offers.items() if weight > 0]
    return min(accepted, key=lambda one: (-offers[one], sizes[one]), default=None)


def _weight(encoding: Encoding, weights: Mapping[str, float]) -> float:
    unnamed = _UNNAMED_IDENTITY if encoding is Encoding.IDENTITY else 0.0
    return weights.get(encoding, weights.get("*", unnamed))


def _weights(field: str) -> dict[str, float]:
    """Codings and their weights; an element whose weight cannot be read is left out."""
    weights: dict[str, float] = {}
    for element in field.split(","):
        name, _, parameter = (part.strip() for part in element.partition(";"))
        match = _WEIGHT.fullmatch(parameter)
        if name and (match or not parameter):
            weights[_ALIASES.get(name.lower(), name.lower())] = float(match[1]) if match else 1.0
    return weights
