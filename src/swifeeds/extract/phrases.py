"""The lines that a publisher prints around articles, in ten languages, and how they are told.

An old CMS glues them to the text: the note about the import, the trust mark, the closed
contributions, the address for errors, the story block's heading, the account dialogs. Templates
change their wording, so no sentence is compared: a line is known by the stems that it must hold,
whatever stands between them, and by how long such a line can be. All languages are tried on every
page, because templates mix them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from swifeeds.extract.pointers import is_picture_credit, is_pointer
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

_NO_SENTENCES = frozenset({Line.SHARE, Line.PASSWORD, Line.STORY})


@lru_cache(maxsize=8192)
def recognise(text: str) -> Line | None:
    """Which line of page furniture a block is; None for text of the article.

    Args:
        text: a block's plain text.
    """
    if len(text) > max(_LONGEST.values()):
        return None
    if len(text) <= _LONGEST[Line.READING_TIME] and _READING_TIME.fullmatch(text):
        return Line.READING_TIME
    if is_pointer(text):
        return Line.RELATED
    if is_picture_credit(text):
        return Line.PICTURE
    folded = fold(text)
    parts = tuple(_parts(folded))
    for telling in _tellings():
        if _can_be(telling.line, text) and telling.tells(folded, parts):
            return telling.line
    return None


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


def fold(text: str) -> str:
    """The text for comparison: no case, accents, vowel signs or punctuation, single spaces."""
    # Some letters only fold once they are decomposed, and decompose anew once they are folded.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return f" {' '.join(decomposed.translate(_FOLDING).split())} "


class _Folding(dict[int, str]):
    """What each letter becomes, found out once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.isalnum():
            kept = letter
        else:
            kept = "" if unicodedata.category(letter) in {"Mn", "Cf", "Lm"} else " "
        if len(self) < _KNOWN_LETTERS:
            self[code] = kept
        return kept


_KNOWN_LETTERS = 20_000
_FOLDING = _Folding()


def without_external(label: str) -> str:
    """A link's label without the words for screen readers that some CMS glue to it."""
    return _EXTERNAL_LABEL.sub("", label) or label


def strip_external(html: str) -> str:
    """HTML whose link labels have lost those words; a label of nothing else keeps them."""
    # Looking for the words themselves costs a twentieth of looking for where they stand.
    folded = html.lower()
    if not any(word in folded for word in _EXTERNAL_WORDS):
        return html
    return _EXTERNAL_IN_HTML.sub(_behind_a_label, html)


def _behind_a_label(found: re.Match[str]) -> str:
    begin = found.string.rfind("<a", 0, found.start())
    is_all = begin >= 0 and _LINK_BEGINS.fullmatch(found.string, begin, found.start())
    return found[0] if is_all else ""


_LATIN = "latin"
_SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "kana": re.compile("[\u3040-\u30ff]"),
    "han": re.compile("[\u3400-\u9fff]"),
    "other": re.compile("[^\x00-\x7f]"),
}
"""A letter of which a text must have for stems of that script to be in it."""

_Need: TypeAlias = tuple[str, ...]
"""Stems, folded, of which a line has one."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """How a line is told: each of `wordings` is what one wording of it needs.

    `stems` are those of all first needs, by their script: few texts have one, and looking for
    letters without asking where they stand is quick.
    """

    line: Line
    stems: Mapping[str, tuple[str, ...]]
    wordings: tuple[tuple[_Need, ...], ...]

    def tells(self, folded: str, parts: Sequence[tuple[str, str]]) -> bool:
        """True for the text of such a line. `parts`: where each script's stems may be in it."""
        said = {
            stem for script, part in parts for stem in filter(part.__contains__, self.stems[script])
        }
        return bool(said) and any(
            not said.isdisjoint(needs[0]) and all(_has_one(folded, need) for need in needs)
            for needs in self.wordings
        )


@lru_cache(maxsize=1)
def _tellings() -> tuple[_Telling, ...]:
    return tuple(_telling(Line(name), found) for name, found in LINES.items())


def _telling(line: Line, found: tuple[str, ...]) -> _Telling:
    wordings = tuple(tuple(sorted(map(_stems, wording.split("+")), key=len)) for wording in found)
    stems = dict.fromkeys(stem for needs in wordings for stem in needs[0])
    by_script = {
        script: tuple(stem for stem in stems if _script_of(stem) == script)
        for script in (_LATIN, *_SCRIPTS)
    }
    return _Telling(line=line, stems=by_script, wordings=wordings)


def _parts(folded: str) -> Iterator[tuple[str, str]]:
    """The scripts of a text, each with what of the text may hold its stems."""
    latin = folded.encode("ascii", "ignore").decode()
    yield _LATIN, latin
    if len(latin) < len(folded):
        yield from ((name, folded) for name, letter in _SCRIPTS.items() if letter.search(folded))


def _script_of(stem: str) -> str:
    if stem.isascii():
        return _LATIN
    return next(name for name, letter in _SCRIPTS.items() if letter.search(stem))


def _stems(need: str) -> _Need:
    return tuple(fold(stem).strip() for stem in need.split("|"))


def _has_one(folded: str, need: _Need) -> bool:
    return any(stem in folded and _stands(folded, stem) for stem in need)


def _stands(folded: str, stem: str) -> bool:
    """Short Latin stems must begin a word, or they are found inside others."""
    return len(stem) > _SHORT or not stem.isascii() or _beginning(stem).search(folded) is not None


@lru_cache(maxsize=256)
def _beginning(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(stem)}")
