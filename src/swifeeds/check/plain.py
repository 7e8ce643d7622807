"""Text that should be plain, and HTML that stands escaped in an element."""

from __future__ import annotations

from swifeeds.check.addresses import MAIL
from swifeeds.check.hypertext import (
    judge_html,
    looks_like_markup,
    markup_in,
    relative_references,
)
from swifeeds.check.notes import Notes
from swifeeds.check.vocabulary import shown
from swifeeds.markup.outline import Node


def plain_text(node: Node, notes: Notes) -> None:
    """Plain text, in Atom and in extensions."""
    no_markup(node, node.text, notes)


def rss_text(node: Node, notes: Notes) -> None:
    """Plain text in RSS, whose readers guess: what only looks like markup is told too, unless
    it is written with hexadecimal references as the RSS Advisory Board's profile has it."""
    text = node.text.strip()
    if _is_hexadecimal(node, notes):
        return
    if not no_markup(node, text, notes) and looks_like_markup(text) and _is_rss_2(node):
        notes.note("character-data", node, element=shown(node))


def _is_rss_2(node: Node) -> bool:
    """The profile is of RSS 2.0: its forerunners knew no better."""
    root = node
    while root.parent is not None:
        root = root.parent
    return root.attributes.get((None, "version"), "2.0").startswith("2.")


def no_markup(
    node: Node, text: str, notes: Notes, rule: str = "contains-html", attribute: str | None = None
) -> bool:
    """Note markup in a text that should have none; True when there was some."""
    found = markup_in(text)
    if found is not None:
        notes.note(rule, node, attribute=attribute, value=found)
    return found is not None


def _is_hexadecimal(node: Node, notes: Notes) -> bool:
    """Does the source write references like `&#x26;` on the lines of this element?"""
    last = node.line + node.text.count("\n")
    return any(notes.hexadecimal[node.line - 1 : last])


def no_mail(node: Node, notes: Notes) -> None:
    """A name is no place for an address."""
    text = node.text
    start, end = text.find("<"), text.rfind(">")
    if 0 <= start < end and MAIL.fullmatch(text[start + 1 : end]):
        notes.note("contains-email", node)


def html_text(node: Node, notes: Notes) -> None:
    """Escaped HTML."""
    safe_html(node, node.text, notes)
    for address in relative_references(node.text):
        notes.note("contains-rel-ref", node, element=shown(node), value=address)


def safe_html(node: Node, html: str, notes: Notes, *, is_page: bool = False) -> None:
    """Note what is unsound or unsafe in a piece of HTML, or in a whole page."""
    for rule, value in judge_html(html, is_page=is_page):
        notes.note(rule, node, element=shown(node), value=value)
