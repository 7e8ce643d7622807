"""The text of a WordPress post as HTML: paragraphs made, shortcodes gone.

What the editor writes is no HTML yet: blank lines are paragraphs, and square brackets stand for
what plugins put there. A shortcode is never printed; brackets that a writer meant stay.
"""

from __future__ import annotations

import re

from swifeeds.markup import escape

_BLOCK_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CAPTION = re.compile(
    r"\[(?:wp_)?caption\b([^\]]*)\](.*?)\[/(?:wp_)?caption\]", re.DOTALL | re.IGNORECASE
)
_CAPTION_WORDS = re.compile(r"\bcaption=(?:\"([^\"]*)\"|'([^']*)')")
_PICTURE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_EMBED = re.compile(r"\[embed\b[^\]]*\]\s*(https?://[^\s\[\]<>\"']+)\s*\[/embed\]", re.IGNORECASE)
_CODE = re.compile(r"\[(/?)([A-Za-z][\w-]{1,40})((?:\s[^\[\]<>]*)?)/?\]")
_ATTRIBUTE = re.compile(r"[\w-]+\s*=\s*[\"'“”„]?\S")
_MOST_CODES = 2000
"""Beyond that many a text is no article, and looking for their ends would take for ever."""

_KNOWN = frozenset({
    "gallery", "playlist", "audio", "video", "embed", "caption", "dropcap", "more", "button",
    "youtube", "vimeo", "soundcloud", "tweet", "instagram", "contact-form-7", "columns", "column",
    "row", "spacer", "divider", "toc", "raw", "social", "googlemaps", "slideshow", "poll",
})  # fmt: skip
_HOLDS_NO_TEXT = frozenset({"gallery", "playlist", "audio", "video", "script", "raw", "googlemaps"})
_BLOCK = (
    "address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|iframe|li|main|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead"
    "|tr|ul"
)
_BLOCK_TAG = re.compile(rf"<(/?)({_BLOCK})\b[^>]*>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_PREFORMATTED = re.compile(r"(<(pre|script|style)\b.*?(?:</\2\s*>|\Z))", re.DOTALL | re.IGNORECASE)


def as_html(written: str | None) -> str | None:
    """What WordPress keeps as HTML that nobody has cleaned yet."""
    if written is None:
        return None
    text = _BLOCK_COMMENT.sub("", written.replace("\r\n", "\n").replace("\r", "\n"))
    text = without_shortcodes(text)
    return paragraphed(text).strip() or None


def without_shortcodes(text: str) -> str:
    """Captions become figures, embedded addresses links; all other shortcodes go."""
    if text.lower().count("caption") <= _MOST_CODES:
        text = _CAPTION.sub(_figure, text)
    text = _EMBED.sub(lambda match: f'<a href="{escape(match[1])}">{escape(match[1])}</a>', text)
    closed = {match[2].lower() for match in _CODE.finditer(text) if match[1]}
    for name in (_HOLDS_NO_TEXT & closed) if text.count("[") <= _MOST_CODES else ():
        text = re.sub(
            rf"\[{name}\b[^\]]*\].*?\[/{name}\]", "", text, flags=re.DOTALL | re.IGNORECASE
        )
    return _CODE.sub(lambda match: "" if _is_code(match, closed) else match[0], text)


def _is_code(match: re.Match[str], closed: set[str]) -> bool:
    name = match[2].lower()
    is_paired = name in closed
    return is_paired or name in _KNOWN or "_" in name or _ATTRIBUTE.search(match[3]) is not None


def _figure(match: re.Match[str]) -> str:
    picture = _PICTURE.search(match[2])
    stated = _CAPTION_WORDS.search(match[1])
    words = (stated[1] or stated[2]) if stated else _PICTURE.sub("", match[2], count=1).strip()
    if picture is None:
        return match[2]
    return f"\n\n<figure>{picture[0]}<figcaption>{words}</figcaption></figure>\n\n"


def paragraphed(text: str) -> str:
    """Paragraphs at blank lines and breaks at single ones, where no block stands already."""
    parts = _PREFORMATTED.split(text)
    if len(parts) > 1:
        # Of three parts, the second is kept as it is and the third only its name.
        return "".join(
            part if index % 3 == 1 else paragraphed(part)
            for index, part in enumerate(parts)
            if index % 3 != 2  # noqa: PLR2004
        )
    spaced = _BLOCK_TAG.sub(_on_its_own, text)
    return "".join(filter(None, map(_paragraph, _BLANK_LINE.split(spaced))))


def _on_its_own(match: re.Match[str]) -> str:
    return f"{match[0]}\n\n" if match[1] else f"\n\n{match[0]}"


def _paragraph(block: str) -> str:
    bare = block.strip()
    if not bare or _BLOCK_TAG.match(bare):
        return bare
    if _BLOCK_TAG.search(bare):
        return bare
    return "<p>" + re.sub(r"(?<!<br>)(?<!<br/>)(?<!<br />)\n", "<br>\n", bare) + "</p>"
