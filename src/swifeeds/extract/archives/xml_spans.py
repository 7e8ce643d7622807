"""The items of a file of XML, by its angle brackets alone.

No parse: one broken item must not cost the others. What is hidden in comments and CDATA sections
is no item; a section that never ends hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from swifeeds.errors import ExtractError
from swifeeds.extract.archives.span import LARGEST_HEAD, LARGEST_ITEM, Layout, Span
from swifeeds.extract.archives.tape import Found, Tape

_NAME = rb"(?:[A-Za-z_][\w.-]{0,40}:)?"
_ENDS_OF_HIDDEN = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_HIDDEN = re.compile(rb"<!--|<!\[CDATA\[|<\?")
_TAG = re.compile(
    rb"<(/?)([A-Za-z_][^\s/<>\"'=]{0,80})(?:[^<>\"'/]++|/(?!>)|\"[^\"<]*+\"|'[^'<]*+')*+(/?)>"
)
_TAG_END = re.compile(rb"[<>]")
_REACH = 128
_LONGEST_TAG = 65536
_DEEPEST = 64


def lay_out(tape: Tape, names: tuple[str, ...], *, nests: bool = False) -> Layout | None:
    """The items of those (local) names; None when the file has none.

    Args:
        tape: from its beginning.
        names: of the elements that are items.
        nests: an item may hold items, which belong to it.

    Raises:
        ExtractError: no item begins where one should have begun by then.
    """
    first = next_token(tape, _tokens(names), 0, LARGEST_HEAD, opening=True)
    if first is None:
        if tape.has(LARGEST_HEAD):
            raise without_items()
        return None
    return lay_out_behind(tape, names, tape.cut(0, first.start), first, nests=nests)


def lay_out_behind(
    tape: Tape, names: tuple[str, ...], head: bytes, first: Found, *, nests: bool = False
) -> Layout:
    """The items from the first one on, with what is to stand before them."""
    prefix = (first.groups[1] or b"").rpartition(b":")[0].decode("ascii", "ignore")
    meant = tuple(f"{prefix}:{name}" if prefix else name for name in names)
    return Layout(
        head=head, tail=closing(head), spans=_spans(tape, _tokens(meant), first.start, nests=nests)
    )


def without_items() -> ExtractError:
    """What is wrong where not one item begins."""
    reason = f"holds no item in its first {LARGEST_HEAD} bytes; is it another kind of file?"
    return ExtractError(reason, url="")


@cache
def _tokens(names: tuple[str, ...]) -> re.Pattern[bytes]:
    """Openings of hidden sections, and tags of items: group 1 is the slash, 2 the name."""
    either = b"|".join(re.escape(name).encode() for name in names)
    bare = b"" if any(":" in name for name in names) else _NAME
    return re.compile(rb"<!--|<!\[CDATA\[|<(/?)(" + bare + rb"(?:" + either + rb"))(?=[\s/>])")


def _spans(tape: Tape, tokens: re.Pattern[bytes], start: int, *, nests: bool) -> Iterator[Span]:
    """Item after item. One that lost its end ends where the next begins."""
    token = next_token(tape, tokens, start, None, opening=True)
    while token is not None:
        span, following = element(tape, tokens, token, nests=nests)
        yield span
        tape.mark(None)
        token = following or next_token(tape, tokens, span.end, None, opening=True)


def element(
    tape: Tape,
    tokens: re.Pattern[bytes],
    opened: Found,
    *,
    nests: bool = False,
    largest: int | None = None,
) -> tuple[Span, Found | None]:
    """The element that is opened there, and the next opening where that was its end."""
    tape.mark(opened.start)
    limit = opened.start + (largest or LARGEST_ITEM)
    depth, token = 0, opened
    while True:
        after = after_tag(tape, token.end)
        if token.groups[0]:
            depth -= 1
        elif not _is_empty(tape, after):
            depth += 1
        if depth <= 0:
            return Span(start=opened.start, end=after, is_too_large=after > limit), None
        following = next_token(tape, tokens, after, limit)
        if following is None:
            return _endless(tape, opened.start, limit), None
        if not following.groups[0] and not nests:
            return Span(start=opened.start, end=following.start), following
        token = following


def _endless(tape: Tape, start: int, limit: int) -> Span:
    """An item that is larger than any, or the last one of a file that breaks off."""
    is_too_large = tape.has(limit)
    return Span(start=start, end=limit if is_too_large else tape.length, is_too_large=is_too_large)


def next_token(
    tape: Tape,
    tokens: re.Pattern[bytes],
    start: int,
    limit: int | None,
    *,
    opening: bool = False,
) -> Found | None:
    """The next tag of an item that is not hidden."""
    while (found := tape.search(tokens, start, reach=_REACH, limit=limit)) is not None:
        if found.groups[1] is None:
            start = _behind_hidden(tape, found)
        elif opening and found.groups[0]:
            start = found.end
        else:
            return found
    return None


def _behind_hidden(tape: Tape, opener: Found) -> int:
    """Behind the section that begins there; behind its opening where it has no end."""
    mark = _ENDS_OF_HIDDEN[tape.cut(opener.start, opener.end)]
    end = tape.find(mark, opener.end, opener.start + LARGEST_ITEM)
    return opener.end if end is None else end + len(mark)


def after_tag(tape: Tape, name_end: int) -> int:
    """Behind the `>` of a tag; where it has none, behind its name."""
    end = tape.search(_TAG_END, name_end, reach=1, limit=name_end + _LONGEST_TAG)
    return end.end if end and tape.cut(end.start, end.end) == b">" else name_end


def _is_empty(tape: Tape, after: int) -> bool:
    return tape.cut(after - 2, after) == b"/>"


def closing(head: bytes) -> bytes:
    """The end tags of what the head leaves open."""
    is_open: list[bytes] = []
    for slash, name, empty in _TAG.findall(_visible(head)):
        if slash:
            if name in is_open:
                del is_open[len(is_open) - 1 - is_open[::-1].index(name) :]
        elif not empty and len(is_open) < _DEEPEST:
            is_open.append(name)
    return b"".join(b"</" + name + b">" for name in reversed(is_open))


def _visible(head: bytes) -> bytes:
    """The head without comments, sections and instructions that end; each end is sought once."""
    parts: list[bytes] = []
    endless: set[bytes] = set()
    at = 0
    for opened in _HIDDEN.finditer(head):
        mark = _ENDS_OF_HIDDEN[opened[0]]
        if opened.start() < at or mark in endless:
            continue
        end = head.find(mark, opened.end())
        if end < 0:
            endless.add(mark)
            continue
        parts.append(head[at : opened.start()])
        at = end + len(mark)
    return b"".join((*parts, head[at:]))
