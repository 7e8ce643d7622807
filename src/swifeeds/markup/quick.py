"""The quick HTML parser: lexbor, for pages of which only named parts are wanted.

It reads a page as browsers do in a third of lxml's time, and selects by CSS; what is selected comes
out as HTML, for `parse_html` to read. Nothing outside the document is ever loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from swifeeds.errors import ExtractError
from swifeeds.markup.size import check_utf8
from swifeeds.markup.skimming import skimmed

_ANYWHERE = 'meta, script[type="application/ld+json"]'
_IN_HEAD = (
    "title", "base", "link[rel~=canonical]", "link[hreflang]", "link[rel~=license]",
    "link[rel~=alternate]",
)  # fmt: skip
_OF_HEAD = ", ".join(_IN_HEAD)

DECLARING = f"{_ANYWHERE}, {', '.join(f'head {rule}' for rule in _IN_HEAD)}"
"""The elements in which a page declares what it is."""


@lru_cache(maxsize=256)
def is_quick(rule: str) -> bool:
    """True for a rule that the quick parser can select by; some CSS only lxml's does."""
    try:
        LexborHTMLParser("").css(rule)
    except SelectolaxError:
        return False
    return True


class QuickTree:
    """A page's tree, to be selected from.

    Args:
        page: in UTF-8; a letter that is not is read as U+FFFD.
        url: names it in errors.

    Raises:
        ExtractError: far too large.
    """

    def __init__(self, page: bytes, *, url: str) -> None:
        read = skimmed(page)
        check_utf8(page, read, url)
        self._url = url
        self._tree = LexborHTMLParser(read)

    @property
    def language(self) -> str | None:
        """What the root says of the language."""
        root = self._tree.root
        return None if root is None else root.attributes.get("lang")

    def declaring(self) -> tuple[str, ...]:
        """The HTML of what `DECLARING` selects; the head is looked through apart from the page."""
        head = self._tree.head
        in_head = () if head is None else self._outermost(head.css(_OF_HEAD))
        return (*_html_of(in_head), *self.find(_ANYWHERE))

    def remove(self, rule: str) -> None:
        """Take out what a rule selects.

        Raises:
            ExtractError: the rule cannot be read.
        """
        for node in self._outermost(self._select(rule)):
            node.decompose()

    def find(self, rule: str) -> tuple[str, ...]:
        """The HTML of what a rule selects, in page order; what stands inside another is left out.

        Raises:
            ExtractError: the rule cannot be read.
        """
        return _html_of(self._outermost(self._select(rule)))

    def _select(self, rule: str) -> list[LexborNode]:
        try:
            return self._tree.css(rule)
        except SelectolaxError as error:
            raise ExtractError(f"the rule {rule!r} cannot be read", url=self._url) from error

    @staticmethod
    def _outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
        found = list(nodes)
        if len(found) < 2:  # noqa: PLR2004
            return found
        selected = {node.mem_id for node in found}
        return [node for node in found if not _is_inside(node, selected)]


def _html_of(nodes: Iterable[LexborNode]) -> tuple[str, ...]:
    return tuple(html for node in nodes if (html := node.html))


def _is_inside(node: LexborNode, selected: set[int]) -> bool:
    around = node.parent
    while around is not None:
        if around.mem_id in selected:
            return True
        around = around.parent
    return False
