"""The lines that a publisher prints around articles, in ten languages, and how they are told.

An old CMS glues them to the text: the note about the import, the trust mark, the closed
contributions, the address for errors, the story block's heading, the account dialogs. Templates
change their wording, so no sentence is compared: a line is known by the stems that it must hold,
whatever stands between them, and by how long such a line can be. All languages are tried on every
page, because templates mix them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, reduce
from itertools import repeat
from operator import or_
from typing import TypeAlias

from swifeeds.extract.folding import fold
from swifeeds.extract.pointers import is_picture_credit, is_pointer
from swifeeds.extract.sieve import Sieve
from swifeeds.extract.wording import EXTERNAL_LINK, LINES

_SHORT = 4
_SENTENCE_END = re.compile(r"[.!?。！？؟…][\"'”»«」』)]*$")
_QUESTION = re.compile(r"[?？؟]\W*$|か[。．]?$|吗[。]?$|嗎[。]?$")
_READING_LABEL = (
    r"reading time|lesezeit|lesedauer|lecture|temps de lecture|(?:tempo di )?lettura"
    r"|(?:tiempo de )?lectura|(?:tempo de )?leitura|время (?:на )?чтени[ея]|время прочтения"
    r"|読了(?:時間|目安|まで)?|(?:预计|預計)?(?:阅读|閱讀)(?:时间|時間|时长|時長)?"
    r"|(?:مدة|وقت|زمن) القراءة"
)
_READING_TIME = re.compile(
    rf"\W*(?:(?:{_READING_LABEL})\W*(?:ca\.|env\.|about|約|约|大约)?\W*)?"
    r"(?:\d+[-\s]*(?:min\w*|мин\w*|分(?:钟|鐘|間)?|دقيق\w*|دقائق)|دقيقتان|دقيقة(?: واحدة)?)"
    r"(?:\s+\w{2,10}){0,2}\W*",
    re.IGNORECASE,
)
_EXTERNAL = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in EXTERNAL_LINK)
_EXTERNAL_WORDS = frozenset(words.split()[0].lower() for words in EXTERNAL_LINK)
_EXTERNAL_PHRASES = frozenset(words.lower() for words in EXTERNAL_LINK)
_EXTERNAL_LABEL = re.compile(rf"\s*[(\[]?(?:{_EXTERNAL})[)\]]?\s*$", re.IGNORECASE)
_EXTERNAL_IN_HTML = re.compile(
    rf"(?<=[^\s])\s*[(\[（]?(?:{_EXTERNAL})[)\]）]?(?=\s*(?:</\w+>\s*)*</a>|\s*</span>)",
    re.IGNORECASE,
)
_LINK_BEGINS = re.compile(r"<a\b[^>]*>(?:\s*<\w+[^>]*>)*\s*")


class Line(StrEnum):
    """What a line around an article is."""

    IMPORT = "import"
    STANDARDS = "standards"
    CERTIFIED = "certified"
    CONTRIBUTIONS = "contributions"
    DEBATES = "debates"
    CONTACT = "contact"
    SHARE = "share"
    PASSWORD = "password"  # noqa: S105 - the name of a line, not a secret
    PROFILE = "profile"
    STORY = "story"
    FOLLOW = "follow"
    RELATED = "related"
    PICTURE = "picture"
    READING_TIME = "reading-time"


_LONGEST = {
    Line.IMPORT: 420,
    Line.STANDARDS: 130,
    Line.CERTIFIED: 150,
    Line.CONTRIBUTIONS: 340,
    Line.DEBATES: 240,
    Line.CONTACT: 360,
    Line.SHARE: 44,
    Line.PASSWORD: 60,
    Line.PROFILE: 120,
    Line.STORY: 60,
    Line.FOLLOW: 260,
    Line.READING_TIME: 40,
}
"""Characters; what is longer is a paragraph that happens to hold the words."""

_LONGEST_OF_ALL = max(_LONGEST.values())

_NO_SENTENCES = frozenset({Line.SHARE, Line.PASSWORD, Line.STORY})


@lru_cache(maxsize=8192)
def recognise(text: str) -> Line | None:
    """Which line of page furniture a block is; None for text of the article.

    Args:
        text: a block's plain text.
    """
    if len(text) > _LONGEST_OF_ALL:
        return None
    if len(text) <= _LONGEST[Line.READING_TIME] and _READING_TIME.fullmatch(text):
        return Line.READING_TIME
    if is_pointer(text):
        return Line.RELATED
    if is_picture_credit(text):
        return Line.PICTURE
    tellings, first, sieve = _tellings()
    bits = sieve.bits_of(text)
    if not bits & first:
        return None
    told = (
        one.line
        for one in tellings
        if bits & one.first and _can_be(one.line, text) and one.tells(text, bits)
    )
    return next(told, None)


def _can_be(line: Line, text: str) -> bool:
    """By its length and its end alone."""
    if len(text) > _LONGEST[line]:
        return False
    if line is Line.PROFILE:
        return _QUESTION.search(text) is not None
    return line not in _NO_SENTENCES or not ends_a_sentence(text)


def ends_a_sentence(text: str) -> bool:
    """True for a text that ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def without_external(label: str) -> str:
    """A link's label without the words for screen readers that some CMS glue to it."""
    return _EXTERNAL_LABEL.sub("", label) or label


def strip_external(html: str) -> str:
    """Clean HTML whose link labels have lost those words; a label of nothing else keeps them."""
    if "</a>" not in html and "</span>" not in html:
        return html
    # Looking for the words themselves costs a twentieth of looking for where they stand.
    folded = html.lower()
    if not any(word in folded for word in _EXTERNAL_WORDS):
        return html
    spaced = " ".join(folded.split())
    if not any(words in spaced for words in _EXTERNAL_PHRASES):
        return html
    return _EXTERNAL_IN_HTML.sub(_behind_a_label, html)


def _behind_a_label(found: re.Match[str]) -> str:
    begin = found.string.rfind("<a", 0, found.start())
    is_all = begin >= 0 and _LINK_BEGINS.fullmatch(found.string, begin, found.start())
    return found[0] if is_all else ""


_Need: TypeAlias = tuple[str, ...]
"""Stems, folded, of which a line has one."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """One wording of a line: what it needs, and the bits of all of that."""

    needs: tuple[_Need, ...]
    bits: int

    def is_in(self, folded: str) -> bool:
        return all(_has_one(folded, need) for need in self.needs)


@dataclass(frozen=True, slots=True)
class _Telling:
    """How a line is told. `first` are the bits of which every wording needs one."""

    line: Line
    first: int
    wordings: tuple[_Wording, ...]

    def tells(self, text: str, bits: int) -> bool:
        """True for the text of such a line; `bits`: what it may hold."""
        likely = [wording for wording in self.wordings if bits & wording.bits == wording.bits]
        return bool(likely) and any(map(_Wording.is_in, likely, repeat(fold(text))))


@lru_cache(maxsize=1)
def _tellings() -> tuple[tuple[_Telling, ...], int, Sieve]:
    """How each line is told, the bits of which any needs one, and the sieve that knows all their
    stems."""
    bits: dict[_Need, int] = {}
    tellings = tuple(_telling(Line(name), found, bits) for name, found in LINES.items())
    stems: dict[str, int] = defaultdict(int)
    for need, bit in bits.items():
        for stem in need:
            stems[f" {stem}" if _is_short(stem) else stem] |= bit
    return tellings, reduce(or_, (one.first for one in tellings)), Sieve(stems)


def _telling(line: Line, found: tuple[str, ...], bits: dict[_Need, int]) -> _Telling:
    """`bits` has one for each need, and gets those that are new."""
    wordings, first = [], 0
    for wording in found:
        needs = tuple(sorted(map(_stems, wording.split("+")), key=len))
        own = [bits.setdefault(need, 1 << len(bits)) for need in needs]
        wordings.append(_Wording(needs=needs, bits=reduce(or_, own)))
        first |= own[0]
    return _Telling(line=line, first=first, wordings=tuple(wordings))


def _stems(need: str) -> _Need:
    return tuple(fold(stem).strip() for stem in need.split("|"))


def _is_short(stem: str) -> bool:
    """Short Latin stems must begin a word, or they are found inside others."""
    return len(stem) <= _SHORT and stem.isascii()


def _has_one(folded: str, need: _Need) -> bool:
    return any(stem in folded and _stands(folded, stem) for stem in need)


def _stands(folded: str, stem: str) -> bool:
    return not _is_short(stem) or _beginning(stem).search(folded) is not None


@lru_cache(maxsize=256)
def _beginning(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(stem)}")
