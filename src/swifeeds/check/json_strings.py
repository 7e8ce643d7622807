"""What may be wrong with any value of a JSON document, wherever it stands."""

from __future__ import annotations

import re

from swifeeds.check.json_outline import Kind, Value
from swifeeds.check.json_places import Places

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRECISE = 15
"""Digits that every reader's numbers keep (IEEE 754, double)."""

_DIGITS = re.compile(r"\d")
_EXPONENT = re.compile(r"[eE]\+?(\d+)")
_LARGEST_EXPONENT = 300


def check_strings(places: Places, root: Value) -> None:
    """Repeated members, half characters, control characters and numbers out of range."""
    for value in root.everything():
        for repeated in value.repeated:
            places.note("json-duplicate-member", repeated)
        if value.kind is Kind.STRING:
            _check_letters(places, value)
        elif value.kind is Kind.NUMBER and _is_out_of_range(value.text):
            places.note("json-number-range", value, value=value.text)


def _check_letters(places: Places, value: Value) -> None:
    if _SURROGATE.search(value.text):
        places.note("json-lone-surrogate", value)
    if found := _CONTROL.search(value.text):
        places.note("json-control-character", value, value=f"U+{ord(found[0]):04X}")


def _is_out_of_range(written: str) -> bool:
    mantissa, _, _ = written.lower().partition("e")
    if "." not in mantissa and len(_DIGITS.findall(mantissa)) > _PRECISE:
        return True
    exponent = _EXPONENT.search(written)
    return exponent is not None and (
        len(exponent[1]) > len(str(_LARGEST_EXPONENT)) or int(exponent[1]) > _LARGEST_EXPONENT
    )
