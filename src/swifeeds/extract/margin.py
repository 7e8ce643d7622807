"""What the lines around an article say: import note, trust mark, contributions, contact.

They are read from any page that carries them and never stored as text: the language-neutral facts
travel on, and each feed words them in its own language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from swifeeds.extract.blocks import Block
from swifeeds.extract.page import Page
from swifeeds.extract.phrases import Line, ends_a_sentence, recognise
from swifeeds.extract.pointers import is_pointer, points_elsewhere
from swifeeds.model import Contributions, Provenance, TrustEvidence

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_UNFINISHED = re.compile(r"[^.!?。！？؟」』）]\s*$")
_NEAR = 3
"""Blocks within which the address follows that a line announces."""


class Sighted(NamedTuple):
    """A block, and which line of furniture it is (None: text)."""

    block: Block
    line: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """The facts of the lines around an article."""

    provenance: Provenance | None
    trust: tuple[TrustEvidence, ...]
    contributions: Contributions | None
    contact: str | None


def sight(blocks: Sequence[Block]) -> tuple[Sighted, ...]:
    """Every block with the line that it is.

    Words alone could be the article's own, so some lines also need their surroundings: a story's
    heading its links, the invitation to debate the closed contributions before it.
    """
    lines = [_line(block) for block in blocks]
    return tuple(
        Sighted(block=block, line=line if line and _fits(index, lines, blocks) else None)
        for index, (block, line) in enumerate(zip(blocks, lines, strict=True))
    )


def _fits(index: int, lines: Sequence[Line | None], blocks: Sequence[Block]) -> bool:
    match lines[index]:
        case Line.DEBATES:
            return any(line in _BEFORE_DEBATES for line in lines[max(0, index - 2) : index])
        case Line.STORY:
            after = range(index + 1, min(len(blocks), index + 1 + _NEAR))
            is_last = index == len(blocks) - 1
            return (
                is_last
                or bool(blocks[index].links)
                or any(lines[near] or blocks[near].link_share > _MOSTLY for near in after)
            )
        case Line.RELATED:
            return is_pointer(blocks[index].text) or _leads_away(index, blocks)
        case _:
            return True


def _leads_away(index: int, blocks: Sequence[Block]) -> bool:
    """A line that is mostly a link to what it announces, or a heading of nothing but links."""
    block = blocks[index]
    if block.link_share > _MOSTLY:
        return True
    after = blocks[index + 1 : index + 2]
    is_heading = len(block.text) <= _HEADING and not ends_a_sentence(block.text)
    return is_heading and all(next_one.link_share > _MOSTLY for next_one in after)


_HEADING = 60
_BEFORE_DEBATES = frozenset({Line.CONTRIBUTIONS, Line.DEBATES})
_MOSTLY = 0.5


def _line(block: Block) -> Line | None:
    found = recognise(block.text)
    if found is Line.CONTACT and not (_mail(block) or _UNFINISHED.search(block.text)):
        # A whole sentence about errors and letters, without an address, is the article's.
        return None
    if found is None and block.links and recognise(_beside_links(block)) is Line.STORY:
        return Line.STORY
    return Line.RELATED if found is None and points_elsewhere(block.text) else found


def _beside_links(block: Block) -> str:
    """A block's text without its links: the heading of a list that stands in one line."""
    text = block.text
    for _, label in block.links:
        text = text.replace(label, " ", 1)
    return " ".join(text.split()).rstrip(" ,;|•·:：")


def read_margin(page: Page, sighted: Sequence[Sighted]) -> Margin:
    """The facts that the recognised lines state."""
    lines = {seen.line for seen in sighted}
    closed = Line.CONTRIBUTIONS in lines
    return Margin(
        provenance=Provenance.LEGACY_IMPORT if Line.IMPORT in lines else None,
        trust=_trust(page, sighted),
        contributions=Contributions.CLOSED if closed else None,
        contact=_contact(sighted),
    )


def _trust(page: Page, sighted: Sequence[Sighted]) -> tuple[TrustEvidence, ...]:
    """One piece of evidence, however often the page repeats the line."""
    standards = [seen.block for seen in sighted if seen.line is Line.STANDARDS]
    certified = [seen.block for seen in sighted if seen.line is Line.CERTIFIED]
    if not standards and not certified:
        return ()
    links = (
        address
        for block in (*certified, *standards)
        for href, _ in block.links
        if (address := page.absolute(href))
    )
    text = (standards or certified)[0].text
    return (TrustEvidence(scheme="JTI", text=text, url=next(links, None)),)


def _contact(sighted: Sequence[Sighted]) -> str | None:
    """The address in the contact line, or in the blocks that follow it."""
    for index, seen in enumerate(sighted):
        if seen.line is Line.CONTACT:
            after = (later.block for later in sighted[index + 1 : index + 1 + _NEAR])
            near = (seen.block, *(block for block in after if is_mail(block)))
            found = next((mail for block in near if (mail := _mail(block))), None)
            if found:
                return found
    return None


def is_mail(block: Block) -> bool:
    """True for a line that is an e-mail address and next to nothing else."""
    mail = _mail(block)
    return mail is not None and (
        len(block.text) <= len(mail) + _MAIL_WORDS or block.text == block.links[0][1]
        if block.links
        else len(block.text) <= len(mail) + _MAIL_WORDS
    )


_MAIL_WORDS = 12


def _mail(block: Block) -> str | None:
    for href, _ in block.links:
        if href.strip().lower().startswith("mailto:") and (found := _MAIL.search(href)):
            return found[0]
    found = _MAIL.search(block.text) if "@" in block.text else None
    return found[0] if found else None
