"""Who else had a hand in it: the credit that is glued to the end of an article's text.

"… will reconvene on July 1. with agencies": after the last sentence stand a few words that name
news agencies. They become a code that each language words for itself, and leave the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from swifeeds.extract.blocks import Block
from swifeeds.extract.folding import fold
from swifeeds.extract.wording import AGENCIES
from swifeeds.extract.wording.agency_names import AGENCY_NAMES
from swifeeds.localise.names.agencies import agency_of
from swifeeds.model import Credit

_QUOTES = "\"'”“»«」』’)）]"
_STOPS = (".", "!", "?", "…", "؟", "。", "！", "？")
_CLOSING = r"[\"'”“»«」』’)）\]]*"
_END = rf"(?:[.!?…؟]{_CLOSING}(?=\s|$)|[。！？]{_CLOSING})"
_AFTER = re.compile(rf"{_END}\s*(?P<tail>(?:(?!{_END}.).)+)$", re.DOTALL)
_ORDINAL = re.compile(r"\d\.\s*$")
"""The stop of "am 1. Juli" ends no sentence."""

_LONGEST = 70
_REACH = 2 * _LONGEST
"""Characters before the end of a text in which its credit must begin."""

_ABOVE = 3
"""Lines above a text among which its credit may stand: the author's, the date's."""

_ENDING = 3
_STEMS = tuple(fold(stem).strip() for stem in AGENCIES)
_NAMES = tuple(sorted(AGENCY_NAMES, key=len, reverse=True))
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def _spotted(name: str) -> str:
    """A pattern for the name as a word of its own; the Arabic "and" is written without a space."""
    if _NO_SPACES.search(name):
        return re.escape(name)
    begins = r"(?:(?<![^\W_])|(?<=\bو))" if _ARABIC.search(name) else r"(?<![^\W_])"
    return rf"{begins}{re.escape(name)}(?![^\W_])"


_NAME = re.compile("|".join(map(_spotted, _NAMES)))
_WITH = r"with|and|mit|und|avec|et|con|e|y|com|с|и|مع|و|与|和|及"
_GLUED = re.compile(
    r"(?<=\S)\s+[(\[（]?(?:(?:with|and) (?:news )?agencies|mit (?:den )?(?:nachrichten)?agenturen"
    r"|avec (?:les )?agences|con (?:le )?agenzie|con (?:las )?agencias|com (?:as )?agências"
    r"|с агентствами|مع ال?وكالات(?: الأنباء)?)[)\]）]?\.?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"^\W*(?:{_WITH})\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"[(\[]?(?:(?:[^\W\d_]{2,5}|[A-Z]{2,5}-[A-Z]{2,5})/)+[^\W\d_]{2,5}[)\]]?\.?", re.IGNORECASE
)
"""`aja/PAP`, `(dpa/lby)`: an agency and the initials of who took its text up."""

_CODE = re.compile(r"[A-Z]{3,5}")
_INITIALS = re.compile(r"[^\W\d_A-Z]{2,4}")
_SOURCE = r"source|quelle|fonte|fuente|источник|المصدر|来源|來源|出典|配信"
_JOINS = re.compile(
    rf"[\s\W]+|\b(?:{_WITH}|from|by|via|von|de|da|di)\b|^(?:{_SOURCE})\b", re.IGNORECASE
)


def read_credit(text: str) -> Credit | None:
    """The credit that a whole line states (`(with agencies)`, `AFP/Reuters`), else None."""
    bare = text.strip().strip("()（）[]【】–—- .。")
    if not bare or len(bare) > _LONGEST:
        return None
    return _read(bare, is_ended=text.rstrip().endswith((".", "。")))


@lru_cache(maxsize=4096)
def _read(bare: str, *, is_ended: bool) -> Credit | None:
    """The same names sign a source's articles over and over."""
    if signed := _signed(bare):
        return Credit(code="agencies", agencies=signed)
    folded = fold(bare).strip()
    # Most lines name no agency, and looking where one would have to end costs the most here.
    is_likely = any(map(bare.__contains__, _NAMES))
    named = tuple(dict.fromkeys(_NAME.findall(bare))) if is_likely else ()
    stem = next((stem for stem in _STEMS if stem in folded), None)
    code = "with-agencies" if _BEGINS.search(bare) else "agencies"
    if stem is None:
        return Credit(code=code, agencies=named) if named and not _rest(bare) else None
    if " " not in folded and len(folded) - len(stem) <= _ENDING:
        return Credit(code="agencies", agencies=named)
    return None if is_ended and code == "agencies" else Credit(code="with-agencies", agencies=named)


def _signed(text: str) -> tuple[str, ...]:
    """The agencies of a signature: known ones, else those in capitals beside initials."""
    if not _SIGNED.fullmatch(text):
        return ()
    parts = text.strip("()[].").split("/")
    known = tuple(part for part in parts if agency_of(part))
    initials = [part for part in parts if part not in known and _INITIALS.fullmatch(part)]
    codes = tuple(part for part in parts if part in known or _CODE.fullmatch(part))
    agencies = codes if initials else known
    return agencies if len(agencies) + len(initials) == len(parts) else ()


def _rest(text: str) -> str:
    """What stands there beside names of agencies and the words that join them."""
    return _JOINS.sub("", _NAME.sub("", text))


def take_credit(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Credit | None]:
    """The blocks without the credit at their end, or before their beginning, and the credit."""
    if not blocks:
        return (), None
    for index, block in enumerate(blocks[: min(_ABOVE, len(blocks) - 1)]):
        if above := read_credit(block.text):
            rest, below = _take_below((*blocks[:index], *blocks[index + 1 :]))
            return rest, below or above
        if len(block.text) > _LONGEST:
            break
    return _take_below(blocks)


def _take_below(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Credit | None]:
    last = blocks[-1]
    cut = _cut(last.text)
    if cut is None:
        alone = read_credit(last.text) if len(blocks) > 1 else None
        return tuple(blocks[:-1] if alone else blocks), alone
    text, credit = cut
    tail = last.text[len(text) :].strip()
    return (*blocks[:-1], replace(last, text=text, html=_without(last.html, tail))), credit


def _cut(text: str) -> tuple[str, Credit] | None:
    start = max(0, len(text) - _REACH)
    # Nearly every text ends where its last sentence does, and looking on costs the most here.
    is_ended = text.rstrip(_QUOTES).endswith(_STOPS)
    after = None if is_ended else _AFTER.search(text, start)
    if after and (credit := read_credit(after["tail"])):
        ends_in_ordinal = _ORDINAL.search(text[: after.start("tail")]) is not None
        if not ends_in_ordinal or _BEGINS.search(after["tail"]):
            return text[: after.start("tail")].rstrip(" (（[【"), credit
    glued = _GLUED.search(text, start)
    if glued and (credit := read_credit(glued[0])):
        return text[: glued.start()].rstrip(), credit
    return None


def _without(html: str, tail: str) -> str:
    """The markup without its last words; tags among them stay, and are empty then."""
    pattern = r"(?:\s|&nbsp;|<[^>]+>)*".join(map(re.escape, re.findall(r"\S", tail)))
    found = max(re.finditer(pattern, html), key=re.Match.start, default=None)
    if found is None:
        return html
    tags = "".join(re.findall(r"<[^>]+>", found[0]))
    return (html[: found.start()].rstrip() + tags + html[found.end() :]).strip()
