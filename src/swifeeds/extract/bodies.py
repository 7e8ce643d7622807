"""What of an item is its lead and what its text."""

from __future__ import annotations

import re

from swifeeds.extract.embargo_frames import may_speak_of_embargo
from swifeeds.extract.shorten import LEAD
from swifeeds.localise.folding import fold_date
from swifeeds.markup import clean_html, escape, plain_text

_HEAD = 600
_INLINE = r"</?(?:a|b|strong|em|i|u|span|font|small|time)\b[^<>]*+>"
_BLOCK = r"(?:br|p|div|h[1-6]|ul|ol|li|table|tr|td|section|article|header|figure|img|hr|blockquote)"
_FIRST_LINE = re.compile(
    rf"(?:\s|<[a-z][^<>]*+>)*+((?:[^<]|{_INLINE}){{6,300}}+)(?:</?{_BLOCK}\b|\Z)", re.IGNORECASE
)
_FIRST_PLAIN_LINE = re.compile(r"\s*+([^\n]{6,160})(?:\n|\Z)")
_LAST_TAGS = re.compile(r"(?:\s|</[a-z]+>)*\Z", re.IGNORECASE)
_OPEN = re.compile(r"<([a-z][a-z0-9]*)\b[^<>]*>\s*\Z", re.IGNORECASE)
_BREAK = re.compile(r"\A\s*<br\b[^<>]*>\s*", re.IGNORECASE)
_MARKUP = re.compile(r"</[a-zA-Z][a-zA-Z0-9]*\s*>|<(?:br|p|img|hr)\b[^<>]*>")


def is_markup(text: str) -> bool:
    """True where text that is said to be plain shows tags: producers forget to say `html`."""
    return _MARKUP.search(text) is not None


def paragraphs(text: str) -> str:
    """Plain text as HTML, a paragraph for each block of lines."""
    blocks = (escape(" ".join(block.split())) for block in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{block}</p>" for block in blocks if block)


def text_and_lead(
    content: str | None, description: str | None, base: str
) -> tuple[str | None, str | None, str | None]:
    """Clean content and plain summary of what an item gives as HTML, and the `opening_line`.

    A description that is longer than any lead, with no content beside it, is the text itself: so
    most weblogs and many newsrooms write their feeds.
    """
    summary = plain_text(description) if description else None
    if content is None and description and summary and len(summary) > LEAD:
        content = description if is_markup(description) else paragraphs(description)
    opening = opening_line(content or description or "")
    return clean_html(content, base) if content else None, summary, opening


def opening_line(text: str) -> str | None:
    """The first line of a text, if it may declare an embargo; what goes on is no line."""
    found = _first_line(text)
    if found is None or not may_speak_of_embargo(fold_date(found[1])):
        return None
    return plain_text(found[1])


def without_opening(content: str, line: str) -> str:
    """HTML without its first line, where that is `line`, and without what held nothing else."""
    found = _first_line(content)
    if found is None or plain_text(found[1]) != line:
        return content
    before, after = content[: found.start(1)], content[_line_end(found) :]
    while (opened := _OPEN.search(before)) and after.startswith(closing := f"</{opened[1]}>"):
        before, after = before[: opened.start()], after[len(closing) :]
    return (before + _BREAK.sub("", after, count=1)).strip()


def _first_line(text: str) -> re.Match[str] | None:
    head = text[:_HEAD]
    return (_FIRST_LINE if "<" in head else _FIRST_PLAIN_LINE).match(head)


def _line_end(found: re.Match[str]) -> int:
    """Without the tags that were opened before it."""
    tags = _LAST_TAGS.search(found[1])
    return found.end(1) - (len(tags[0]) if tags else 0)
