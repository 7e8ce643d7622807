"""Text from outside on a terminal: what would steer it, or turn the line around, is written out."""

from __future__ import annotations

_SURROGATES = range(0xD800, 0xE000)
"""Bytes of an argument that are no UTF-8: nothing can write them as they are."""

_STEERING = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *_SURROGATES)
"""What breaks a line or steers a terminal: ECMA-48's C0 and C1, and Unicode's two separators; and
what would end the command."""

_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Direction formatting (UAX 9) that can make a line read as something else."""


def _written_out(codes: tuple[int, ...]) -> dict[int, str]:
    return {code: chr(code).encode("unicode_escape", "surrogatepass").decode() for code in codes}


STEERING = _written_out(_STEERING)
"""For `str.translate`: each as Python would write it in a string."""

_LINE = STEERING | _written_out(_TURNING)
_TEXT = {code: text for code, text in _LINE.items() if chr(code) not in "\n\t"}


def one_line(text: str) -> str:
    """The text as one line that shows everything in it."""
    return text.translate(_LINE)


def visible(text: str) -> str:
    """The same for a text whose own line breaks and tabs are meant."""
    return text.translate(_TEXT)
