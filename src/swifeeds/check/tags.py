"""HTML cut into tags, in one pass and without backtracking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")

_BETWEEN = " \t\n\r\f/"
_RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE | re.ASCII)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
"""Elements that hold text, whatever it looks like, and what ends them."""

_NOT_BARE = frozenset("<=`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A start or end tag; names in lower case. `closes_itself` for `<br/>`, `fault` is what is
    wrong with its attributes."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    is_end: bool = False
    closes_itself: bool = False
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is no HTML."""

    reason: str


def tokens(html: str) -> Iterator[Tag | Fault]:
    """Tags and faults in order; a tag or a comment that never ends is the last of them."""
    position = html.find("<")
    while position >= 0:
        if html.startswith("<!--", position):
            position = html.find("-->", position + 4)
            if position < 0:
                yield Fault(reason="a comment is not closed")
        elif html.startswith(("<!", "<?"), position):
            yield Fault(reason=f"“{html[position : position + 20]}” does not belong inside a text")
            position = html.find(">", position)
        elif html[position + 1 : position + 2].isalpha() or html.startswith("</", position):
            match = _TAG.match(html, position)
            if match is None:
                yield Fault(reason="a tag is not closed")
                return
            tag = _tag(match)
            yield tag
            position = _behind(tag, html, match.end()) - 1
        else:
            yield Fault(reason="“<” stands alone; write &lt;")
        position = html.find("<", position + 1) if position >= 0 else -1


def _behind(tag: Tag, html: str, end: int) -> int:
    """Where markup goes on."""
    if tag.is_end or tag.closes_itself or tag.name not in _RAW:
        return end
    closing = _RAW[tag.name].search(html, end)
    return closing.start() if closing else len(html)


def _tag(match: re.Match[str]) -> Tag:
    inside = match[2].rstrip()
    found = tuple(_ATTRIBUTE.finditer(inside))
    return Tag(
        name=match[1].lower(),
        attributes=tuple((it[1].lower(), it[2] or it[3] or it[4] or "") for it in found),
        is_end=match[0].startswith("</"),
        fault=_fault(match[1].lower(), inside, found),
        closes_itself=inside.endswith("/") or match[0].endswith("/>"),
    )


def _fault(name: str, inside: str, found: Sequence[re.Match[str]]) -> str | None:
    end = 0
    for match in found:
        if inside[end : match.start()].strip(_BETWEEN):
            return f"an attribute of <{name}> is broken"
        if 0 < end == match.start():
            return f"no space parts two attributes of <{name}>"
        if match[4] and not _NOT_BARE.isdisjoint(match[4]):
            return f"an attribute of <{name}> needs quotes"
        end = match.end()
    return f"an attribute of <{name}> is broken" if inside[end:].strip(_BETWEEN) else None
