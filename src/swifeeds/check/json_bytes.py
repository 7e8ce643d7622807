"""From bytes to the text of a JSON document: UTF-8, without a mark before it (RFC 8259, 8.1)."""

from __future__ import annotations

import codecs

from swifeeds.check.notes import Notes

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"{\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00{", "utf-32-be"),
    (b"{\x00", "utf-16-le"),
    (b"\x00{", "utf-16-be"),
)
"""Longer marks first: that of UTF-32 begins with that of UTF-16."""


def read_utf8(body: bytes, notes: Notes) -> str:
    """The text. What is in another encoding is noted, and read all the same."""
    for mark, name in _WIDE:
        if body.startswith(mark):
            notes.note("json-not-utf8", line=1, column=1)
            return body.decode(name, "replace")
    if body.startswith(codecs.BOM_UTF8):
        notes.note("json-bom", line=1, column=1)
        body = body.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        before = body[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        notes.note("json-not-utf8", line=line, column=column)
        return body.decode(errors="replace")
