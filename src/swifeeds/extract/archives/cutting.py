"""A long file in portions that can be read one by one.

By scanning bytes, those of UTF-16 as UTF-8, with flat memory; which portions there are never
depends on how the bytes arrive, so an interrupted import goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from swifeeds.extract.archives import heads, json_spans, xml_spans
from swifeeds.extract.archives.span import Layout, Span
from swifeeds.extract.archives.tape import Tape
from swifeeds.extract.archives.text_spans import BETWEEN_ENTRIES, BETWEEN_MESSAGES, split_at
from swifeeds.extract.archives.wide import narrowed
from swifeeds.model import ArchiveFormat, Portion

MOST_ITEMS = 200
"""Items of one portion: one child's work, and what an interruption costs at most."""

MOST_BYTES = 2 * 1024 * 1024
"""Bytes of the items of one portion, unless a single one has more."""

_PARTS = 8
"""What a portion is taken apart into: 200 items are single ones after three times, and pictures
stay beside their texts for as long as may be."""

_XML_ITEMS = {
    ArchiveFormat.WXR: ("item",),
    ArchiveFormat.NEWSML_G2: (
        "newsItem", "packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem",
    ),
    ArchiveFormat.NEWSML: ("NewsItem",),
    ArchiveFormat.NITF: ("nitf",),
    ArchiveFormat.RELEASE: ("message",),
}  # fmt: skip
"""Local names of what is an item; a file that is one document is its own item."""


LEAN = frozenset({ArchiveFormat.WXR})
"""Formats whose heads may be larger than any article."""


def cut(
    pieces: Iterable[bytes], kind: ArchiveFormat, *, start: int = 0, lean: bool = False
) -> Iterator[Portion]:
    """The portions of a file, in its order.

    Args:
        pieces: the unpacked file from its first byte, in pieces of any size.
        kind: as `recognise` told.
        start: where an earlier run stopped (a `Portion.end`): what begins before is passed over,
            yet counted.
        lean: authors and terms that stand before the first item come first, as portions that are
            `is_head` and are counted by themselves, whatever `start`; and no other portion has
            them. Else each has the whole head, which may not be large then.

    Yields:
        Portions of at most `MOST_ITEMS` items and about `MOST_BYTES` bytes. An item that is too
        large is a portion without a body, a file without items one without items: reading either
        tells so.

    Raises:
        ExtractError: not one item begins where one should have.
    """
    tape = Tape(narrowed(pieces))
    layout = (yield from heads.lay_out(tape)) if lean and kind in LEAN else _layout(tape, kind)
    if layout is None:
        yield Portion(body=b"", offset=0, end=tape.length, first=0, items=0)
        return
    count = 0
    gathered: list[Span] = []
    tape.hold(None)
    for span in layout.spans:
        if gathered and not _fits(span, gathered):
            yield _portion(tape, layout, gathered, count)
            count, gathered = count + len(gathered), []
        if span.is_too_large:
            if span.start >= start:
                yield Portion(body=b"", offset=span.start, end=span.end, first=count, items=1)
            count += 1
        elif span.start < start:
            count += 1
        else:
            gathered.append(span)
        tape.hold(gathered[0].start if gathered else None)
    if gathered:
        yield _portion(tape, layout, gathered, count)
    elif not count:
        yield Portion(body=b"", offset=0, end=tape.length, first=0, items=0)


def apart(portion: Portion, kind: ArchiveFormat) -> Iterator[Portion]:
    """Each item of a portion as a portion of its own, at its place in the file."""
    if portion.is_head:
        yield from heads.head_apart(portion)
        return
    tape = Tape((portion.body,))
    layout = _layout(tape, kind)
    if layout is None:
        return
    shift: int | None = None
    for count, span in enumerate(layout.spans):
        shift = portion.offset - span.start if shift is None else shift
        one = _portion(tape, layout, [span], portion.first + count)
        yield replace(one, offset=one.offset + shift, end=one.end + shift)


def cut_smaller(portion: Portion, kind: ArchiveFormat) -> tuple[Portion, ...]:
    """A portion in several, each at its place in the file; empty for one that has no parts."""
    if portion.is_head:
        step = -(-portion.items // _PARTS)
        return heads.head_apart(portion, step) if portion.items > 1 else ()
    tape = Tape((portion.body,))
    layout = _layout(tape, kind)
    spans = [] if layout is None else list(layout.spans)
    if layout is None or len(spans) < 2:  # noqa: PLR2004 - one is no several
        return ()
    step = -(-len(spans) // _PARTS)
    shift = portion.offset - spans[0].start
    parts = [
        _portion(tape, layout, spans[at : at + step], portion.first + at)
        for at in range(0, len(spans), step)
    ]
    return tuple(replace(one, offset=one.offset + shift, end=one.end + shift) for one in parts)


def _fits(span: Span, gathered: list[Span]) -> bool:
    within = span.end - gathered[0].start <= MOST_BYTES
    return within and len(gathered) < MOST_ITEMS and not span.is_too_large


def _portion(tape: Tape, layout: Layout, spans: list[Span], first: int) -> Portion:
    offset, end = spans[0].start, spans[-1].end
    return Portion(
        body=layout.head + tape.cut(offset, end) + layout.tail,
        offset=offset,
        end=end,
        first=first,
        items=len(spans),
    )


def _layout(tape: Tape, kind: ArchiveFormat) -> Layout | None:
    if kind in _XML_ITEMS:
        return xml_spans.lay_out(tape, _XML_ITEMS[kind], nests=kind is ArchiveFormat.NEWSML)
    match kind:
        case ArchiveFormat.FEED:
            return _feed(tape)
        case ArchiveFormat.NINJS:
            return json_spans.lay_out(tape)
        case ArchiveFormat.JSON_LINES:
            spans = json_spans.lines(tape)
        case ArchiveFormat.MOVABLE_TYPE:
            spans = split_at(tape, BETWEEN_ENTRIES)
        case _:
            spans = split_at(tape, BETWEEN_MESSAGES)
    return Layout(head=b"", tail=b"", spans=spans)


def _feed(tape: Tape) -> Layout | None:
    tape.has(3)
    beginning = tape.cut(0, min(64, tape.length)).lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning[:1] in (b"{", b"["):
        return json_spans.lay_out(tape)
    return xml_spans.lay_out(tape, ("item", "entry"))
