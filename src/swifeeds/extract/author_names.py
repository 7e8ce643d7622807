"""Names as publishers write them, cut out of the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.extract.credits import read_credit

_BY = re.compile(
    r"^\s*(?:(?:written |posted |reported |story |article )?by\b|(?:ein (?:artikel|beitrag) )?von\b"
    r"|par\b|di\b|a cura di\b|por\b|escrito por\b|texto(?: de)?\b|text\b|autor(?:in|es|a)?\b"
    r"|auteurs?\b|autor[ei]\b|authors?\b|автор[ы]?\b|текст\b|بقلم|كتب(?:ه|ت)?|المؤلف|تحرير|文責?\b|著者|執筆者?|取材|作者|记者|記者|撰文"
    r"|责任编辑|編輯|编辑|文)\s*[:：/／｜|・]?\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:[;|•\n]|(?<![\u3400-\u9fff])·|·(?![\u3400-\u9fff])|\s(?:am|on|le|il|el|em)\s+(?=\w+day|\w+tag|\d)|\s[-–—]\s|／)\s*"
)
_AND = re.compile(r"\s*[,،，、/]\s*|\s+(?:and|und|et|e|y|и|with|mit|avec|con|com|с|&)\s+")
_SENTENCE = re.compile(r"[。！？!?؟]|\.\s*$")
_PLACE = re.compile(r"\s+(?:in|aus|à|en|em)\s+(?=[^\W\d_a-z])[^,;|]{2,30}$")
"""Where the author is: "By Jane Doe in Dover"."""

_DEGREES = re.compile(
    r"(?:,? (?:Ph\.? ?D|M\.?D|M\.?P\.?H|R\.?D|R\.?N|M\.?Sc|B\.?Sc|LL\.?M|MBA|Esq)\b\.?)+$"
)
"""What a name is followed by in some trades; titles before a name stay."""

_SIGNS = " ,:;-–|"
_NO_NAME = re.compile(
    r"https?:|www\.|@|\[email|\d|^\W*$|^(?:admin\w*|administrator|webmaster|user|editor|root|guest"
    r"|anonymous|follow|tweet|facebook|twitter|unknown|none|null|undefined|test|author|by|share"
    r"|staff|print)$"
    r"|copyright|©|drupal|wordpress|gmbh\b|\binc\.?$",
    re.IGNORECASE,
)
LONGEST = 70
"""Characters of a name with all its particles, and of a line that holds no more than one."""

_MOST_WORDS = 6
_LONGEST_SIGNS = 12
_LONGEST_LABEL = 24
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff・]{2,12}")
_PARTICLES = frozenset(
    "de da di do del dos das des du della van von der den la las los le les el al bin ben".split()  # noqa: SIM905
)


def names_in(text: str) -> Iterator[str]:
    """The names in a byline, without "by" and what else is no name."""
    for part in _SPLIT.split(text):
        name = _DEGREES.sub("", _BY.sub("", part.lstrip(_SIGNS)).strip(_SIGNS))
        # "Doe, Jane" is one name; "Jane Doe, Joan Roe" are two.
        pieces = _AND.split(_PLACE.sub("", name))
        several = len(pieces) > 1 and all(map(_can_stand_alone, pieces))
        for single in pieces if several else [_PLACE.sub("", name)]:
            if _is_a_name(single):
                yield single.strip()


def _can_stand_alone(piece: str) -> bool:
    """Half of "Doe, Jane" cannot; an agency and a name without spaces can."""
    return len(piece.split()) > 1 or _UNSPACED.fullmatch(piece) is not None or is_agency(piece)


def is_agency(name: str) -> bool:
    """True for what stands among authors and is a credit: an agency, "with agencies"."""
    return read_credit(name) is not None


def _is_a_name(text: str) -> bool:
    words = [word for word in text.split() if word not in _PARTICLES]
    return 1 < len(text) <= LONGEST and len(words) <= _MOST_WORDS and not _NO_NAME.search(text)


def is_author_label(text: str | None) -> bool:
    """True for a term that says "author" and nothing else."""
    return text is not None and len(text) <= _LONGEST_LABEL and _BY.fullmatch(text) is not None


def spoken_name(line: str) -> str | None:
    """The name, or the names, in a line that begins with "by" in one of the languages."""
    if len(line) > LONGEST or (stripped := _BY.sub("", line)) == line:
        return None
    name = _PLACE.sub("", _SPLIT.split(stripped)[0])
    return name if _looks_like_a_person(name) or _looks_like_people(name) else None


def is_byline(text: str) -> bool:
    """True for a line that is a byline and nothing else ("By Jane Doe")."""
    name = spoken_name(text)
    return name is not None and _PLACE.sub("", text).endswith(name)


def _looks_like_people(names: str) -> bool:
    """Two and more persons; agencies may stand among them."""
    persons = [piece for piece in _AND.split(names) if not is_agency(piece)]
    return bool(persons) and persons != [names] and all(map(_looks_like_a_person, persons))


def _looks_like_a_person(name: str) -> bool:
    """Two words or more that all begin with a capital, where the script has capitals."""
    if not _is_a_name(name):
        return False
    words = name.split()
    if not any(letter.islower() or letter.isupper() for letter in name):
        return len(name) <= _LONGEST_SIGNS and not _SENTENCE.search(name)
    return len(words) > 1 and all(word[:1].isupper() or word in _PARTICLES for word in words)


def fold_name(text: str) -> str:
    """A name for comparison: letters and digits alone."""
    return "".join(filter(str.isalnum, text.casefold()))
