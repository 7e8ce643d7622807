"""The head of a long file of XML, element by element.

An export of a large site states authors, categories and translations before its first item: a
hundred thousand elements. They come as portions of their own, and what is left of the head, which
goes before the items of every portion, stays small. Memory is flat however many there are.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace

from swifeeds.extract.archives import xml_spans
from swifeeds.extract.archives.span import LARGEST_ELEMENT, LARGEST_HEAD, Layout, Span
from swifeeds.extract.archives.tape import Found, Tape
from swifeeds.extract.archives.xml_spans import after_tag, element, next_token
from swifeeds.model import Portion

MOST_ELEMENTS = 2000
"""Elements of one portion of a head. Each is a few lines, an item is an article."""

MOST_BYTES = 256 * 1024
"""Bytes of one, unless a single element has more."""

LEFT_OUT = (
    f"states an author or a term before its first item in more than {LARGEST_ELEMENT >> 20} MiB, or"
    " in a way that cannot be read; that was left out, and the rest was read"
)
"""What is told once of a file with such an element."""

_ITEM = "item"
_PREFIX = rb"[A-Za-z_][\w.-]{0,40}:"
_TOKENS = re.compile(
    rb"<!--|<!\[CDATA\[|<(/?)((?:" + _PREFIX + rb")?" + _ITEM.encode() + rb"|" + _PREFIX
    + rb"(?:author|category|tag|term))(?=[\s/>])"
)  # fmt: skip
"""What WordPress writes has a prefix there; RSS has a `category` of its own, without one."""


def cut_head(
    tape: Tape, *, most: int = MOST_ELEMENTS
) -> Generator[Portion, None, tuple[bytes, Found] | None]:
    """The elements of a head in portions.

    Args:
        tape: from its beginning.
        most: elements of one portion.

    Yields:
        Portions that are `is_head`. An element that is too large is one without a body.

    Returns:
        The head without those elements, and where the first item begins; None where none does.

    Raises:
        ExtractError: no item begins where one should have begun by then.
    """
    gathered = _Gathered()
    at, token = 0, _following(tape, 0, gathered)
    while token is not None and not _begins_item(token):
        gathered.add_between(tape.cut(at, token.start))
        at, following = after_tag(tape, token.end), None
        if not token.groups[0]:
            span, following = element(tape, _TOKENS, token, largest=LARGEST_ELEMENT)
            if gathered.spans and (span.is_too_large or not gathered.has_room(span, most)):
                yield gathered.portion()
            if span.is_too_large:
                yield gathered.left_out(span)
                following = _behind(tape, span)
                at = tape.length if following is None else following.start
            else:
                gathered.add(span, tape.cut(span.start, span.end))
                at = span.end
            tape.mark(None)
        tape.hold(at)
        token = following or _following(tape, at, gathered)
    if gathered.spans:
        yield gathered.portion()
    if token is None:
        return None
    gathered.add_between(tape.cut(at, token.start))
    return bytes(gathered.head), token


def head_apart(portion: Portion, most: int = 1) -> tuple[Portion, ...]:
    """A portion of a head in several, each about at its place in the file."""
    parts = tuple(cut_head(Tape((portion.body,)), most=most))
    shift = portion.offset - parts[0].offset if parts else 0
    return tuple(
        replace(
            one,
            offset=one.offset + shift,
            end=one.end + shift,
            first=portion.first + one.first,
        )
        for one in parts
    )


def lay_out(tape: Tape) -> Generator[Portion, None, Layout | None]:
    """The portions of the head, and then the items with what is left of it; None without items."""
    found = yield from cut_head(tape)
    return None if found is None else xml_spans.lay_out_behind(tape, (_ITEM,), *found)


class _Gathered:
    """What was passed so far: the head that is left, and the elements of the next portion."""

    def __init__(self) -> None:
        self.head = bytearray()
        self.spans: list[Span] = []
        self._run = bytearray()
        self._count = 0

    def add_between(self, between: bytes) -> None:
        """White space would make a long head of its own."""
        if between.strip():
            self.head += between
        elif self.spans:
            self._run += between

    def add(self, span: Span, body: bytes) -> None:
        self.spans.append(span)
        self._run += body

    def has_room(self, span: Span, most: int) -> bool:
        return len(self.spans) < most and len(self._run) + span.end - span.start <= MOST_BYTES

    def portion(self) -> Portion:
        """The elements so far, as a whole document; and none is left."""
        head = bytes(self.head)
        made = Portion(
            body=head + bytes(self._run) + xml_spans.closing(head),
            offset=self.spans[0].start,
            end=self.spans[-1].end,
            first=self._count,
            items=len(self.spans),
            is_head=True,
        )
        self._count += len(self.spans)
        self._run.clear()
        self.spans.clear()
        return made

    def left_out(self, span: Span) -> Portion:
        """A portion of an element that is not even looked at."""
        self._count += 1
        return Portion(
            body=b"",
            offset=span.start,
            end=span.end,
            first=self._count - 1,
            items=1,
            is_head=True,
        )


def _following(tape: Tape, at: int, gathered: _Gathered) -> Found | None:
    """The next tag of an element or an item, if what lies before it may stay in the head."""
    limit = at + LARGEST_HEAD - len(gathered.head)
    token = next_token(tape, _TOKENS, at, limit)
    if token is None and tape.has(limit):
        raise xml_spans.without_items()
    return token


def _behind(tape: Tape, span: Span) -> Found | None:
    """The next tag behind what is left out. What lies before it belongs to that."""
    tape.hold(None)
    tape.mark(None)
    return next_token(tape, _TOKENS, span.end, None)


def _begins_item(token: Found) -> bool:
    name = (token.groups[1] or b"").rpartition(b":")[2]
    return not token.groups[0] and name == _ITEM.encode()
