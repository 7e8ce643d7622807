"""JSON read strictly, into a tree with places.

Python's own reader forgets places and repeated members, lets NaN pass and trips over depth and
over long numbers. Here the first fault ends the reading, with its place.
"""

from __future__ import annotations

import json
import re

from swifeeds.check.json_outline import LONG, Kind, Value

DEEPEST = 60
"""Levels of nesting that are read. No feed needs ten; a stack has an end."""

MOST_VALUES = 250_000
"""Values that are read: a feed of ten thousand items has that many, and a tree takes memory."""

_SPACE = re.compile(r"[ \t\r\n]*+")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_PLAIN = re.compile(r'[^"\\\x00-\x1f]*+')
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_WORD = re.compile(r"[A-Za-z_+-]{1,20}")


_BROKEN_OFF = "the document breaks off"
_WORDS = {"true": Kind.BOOLEAN, "false": Kind.BOOLEAN, "null": Kind.NULL}


class JsonFault(Exception):
    """Why reading ended, and where (characters from 0)."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


def read_json_outline(text: str) -> Value:
    """The outermost value of a document.

    Raises:
        JsonFault: it is no JSON (RFC 8259), or nested more than `DEEPEST` deep.
    """
    reading = _Reading(text)
    value = reading.value(None, "", 0)
    if reading.peek():
        raise JsonFault("something follows the end of the document", reading.position)
    return value


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._count = 0
        self.position = 0

    def peek(self) -> str:
        """The next character that is no white space, empty at the end."""
        match = _SPACE.match(self._text, self.position)
        self.position = match.end() if match else self.position
        return self._text[self.position : self.position + 1]

    def value(self, parent: Value | None, key: str | int, depth: int) -> Value:
        """The value that begins here."""
        self._count += 1
        if depth > DEEPEST:
            raise JsonFault(f"it is nested more than {DEEPEST} deep", self.position)
        if self._count > MOST_VALUES:
            raise JsonFault(f"it holds more than {MOST_VALUES} values", self.position)
        match self.peek():
            case "{":
                return self._object(Value(Kind.OBJECT, self.position, parent, key), depth)
            case "[":
                return self._array(Value(Kind.ARRAY, self.position, parent, key), depth)
            case '"':
                start = self.position
                return Value(Kind.STRING, start, parent, key, self._string())
            case _:
                return self._number_or_word(parent, key)

    def _object(self, value: Value, depth: int) -> Value:
        while self._goes_on("}", first=not value.members):
            start = self.position
            member = self._member_name()
            inner = self.value(value, member, depth + 1)
            if member in value.members:
                value.repeated.append(Value(inner.kind, start, value, member))
            value.members[member] = inner
        return value

    def _member_name(self) -> str:
        sign = self.peek()
        if sign != '"':
            complaint = "the name of a member must stand in double quotes"
            raise JsonFault(complaint if sign else _BROKEN_OFF, self.position)
        name = self._string()
        if self.peek() != ":":
            raise JsonFault(f"a colon is missing after {name[:LONG]}", self.position)
        self.position += 1
        return name

    def _array(self, value: Value, depth: int) -> Value:
        while self._goes_on("]", first=not value.items):
            value.items.append(self.value(value, len(value.items), depth + 1))
        return value

    def _goes_on(self, end: str, *, first: bool) -> bool:
        """Step over an opening sign or a comma to the next value, or over the closing sign."""
        if first:
            self.position += 1
        sign = self.peek()
        if sign == end:
            self.position += 1
            return False
        if first:
            return True
        if sign != ",":
            raise JsonFault(_missing(sign, end), self.position)
        self.position += 1
        if self.peek() == end:
            raise JsonFault(f"a comma stands before {end}", self.position)
        return True

    def _string(self) -> str:
        match = _STRING.match(self._text, self.position)
        if match is None:
            raise JsonFault(_string_complaint(self._text, self.position), self.position)
        self.position = match.end()
        written = match[0]
        return str(json.loads(written)) if "\\" in written else written[1:-1]

    def _number_or_word(self, parent: Value | None, key: str | int) -> Value:
        start = self.position
        word = _WORD.match(self._text, start)
        if word and word[0] in _WORDS:
            self.position = word.end()
            return Value(_WORDS[word[0]], start, parent, key, word[0])
        number = _NUMBER.match(self._text, start)
        if number is None:
            raise JsonFault(_no_value(self._text, start, word), start)
        self.position = number.end()
        return Value(Kind.NUMBER, start, parent, key, number[0])


def _missing(sign: str, end: str) -> str:
    return _BROKEN_OFF if not sign else f"a comma or {end} is missing"


def _no_value(text: str, start: int, word: re.Match[str] | None) -> str:
    if start >= len(text):
        return _BROKEN_OFF if start else "it is empty"
    if text.startswith(("//", "/*"), start):
        return "JSON has no comments"
    return f"{word[0] if word else text[start]} is no value of JSON"


def _string_complaint(text: str, start: int) -> str:
    """Why no string could be read: what ends the part that is sound."""
    position = start + 1
    while True:
        match = _PLAIN.match(text, position)
        position = match.end() if match else position
        if position >= len(text):
            return "a string breaks off"
        if text[position] != "\\":
            return f"a string holds the control character U+{ord(text[position]):04X} unescaped"
        escape = _ESCAPE.match(text, position)
        if escape is None:
            return f"a string holds {text[position : position + 2]}, which is no escape of JSON"
        position = escape.end()
