"""What NewsML-G2 says about an item: houses, people, subjects, rights, translations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from swifeeds.extract.archives.subjects import is_top_level, top_level, words_of
from swifeeds.extract.archives.xml_tree import every, first, words
from swifeeds.localise.languages import canonical_tag
from swifeeds.markup import absolute_url, canonical_url
from swifeeds.markup.xml import Element
from swifeeds.model import Person, Translation

_SECTION = re.compile(r"department|desk|section|ressort|rubri|service", re.IGNORECASE)
_WRITES = re.compile(r"author|writer|reporter|journalist|byline|creator|^$", re.IGNORECASE)
_TRANSLATION = re.compile(r"transl", re.IGNORECASE)
_PLACES = ("geoArea", "geoarea", "country", "city")
_NAMED_PERSON = 2
"""Words of a name at least: what has fewer is a login or a house."""


def code_of(element: Element | None) -> str | None:
    """`stat:usable`, `http://cv.iptc.org/…/usable` or `usable`: the last part."""
    if element is None:
        return None
    stated = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return stated.rstrip("/").replace("/", ":").rpartition(":")[2].strip() or None


def houses_of(item: Element) -> list[str]:
    """Providers, sources and credit lines by name."""
    about, rights = first(item, "contentMeta"), first(item, "rightsInfo")
    elements = [
        *every(about, "creditline"), *every(about, "infoSource"), *every(item, "itemMeta/provider"),
        *every(rights, "copyrightHolder"),
    ]  # fmt: skip
    named = [words(one, "name") or words(one) or one.get("literal") for one in elements]
    return list(dict.fromkeys(house.strip(" –-—") for house in named if house))


def creators_of(about: Element | None, houses: Sequence[str]) -> tuple[Person, ...] | None:
    """Creators that are people: neither the house itself nor a code."""
    beside = {house.casefold() for house in houses}
    people = []
    for creator in every(about, "creator"):
        name = words(creator, "name")
        role = (creator.get("role") or "").rpartition(":")[2]
        is_writer = _WRITES.search(role) is not None
        if name and is_writer and name.casefold() not in beside:
            uri = absolute_url(creator.get("uri") or "", "") if creator.get("uri") else None
            if len(name.split()) >= _NAMED_PERSON:
                people.append(Person(name=name, url=uri))
    return tuple(people) or None


def section_of(about: Element | None) -> str | None:
    """The desk's own department, else the first top level of IPTC's subjects."""
    subjects = every(about, "subject")
    for subject in subjects:
        if _SECTION.search((subject.get("qcode") or "").partition(":")[0]):
            return _name(subject)
    for subject in subjects:
        if is_top_level(subject.get("qcode") or subject.get("uri")):
            return _name(subject) or top_level(subject.get("qcode") or subject.get("uri"))
    coded = (top_level(subject.get("qcode") or subject.get("uri")) for subject in subjects)
    return next(filter(None, coded), None)


def keywords_of(about: Element | None) -> tuple[str, ...]:
    """Names of subjects, keywords, the slug line; codes without a name say nothing to a reader."""
    subjects = [_name(one) for one in every(about, "subject")]
    concepts = [words(one, "name") for one in every(about, "subject/mainConcept")]
    keywords = [words(one) for one in every(about, "keyword")]
    return words_of([*keywords, *subjects, *concepts, words(about, "slugline")])


def rights_of(item: Element) -> str | None:
    """The notice, else the holder's name."""
    rights = first(item, "rightsInfo")
    notice = words(rights, "copyrightNotice")
    if notice:
        return notice
    holder = first(rights, "copyrightHolder")
    named = None if holder is None else words(holder, "name") or holder.get("literal")
    return f"© {named}" if named else None


def translations_of(item: Element) -> tuple[Translation, ...]:
    """Links of a kind of translation that give a public address and a language."""
    found = []
    for link in every(item, "itemMeta/link"):
        address = absolute_url(link.get("href") or "", "") if link.get("href") else None
        tagged = first(link, "language")
        stated = link.get("hreflang") or (tagged.get("tag") if tagged is not None else None)
        language = canonical_tag(stated or "")
        if address and language and _TRANSLATION.search(link.get("rel") or ""):
            title = words(link, "title")
            found.append(
                Translation(
                    language=language,
                    url=canonical_url(address),
                    evidence="workTranslation",
                    title=title,
                )
            )
    return tuple(found)


def _name(subject: Element) -> str | None:
    """The subject's name; in English or first where it has several."""
    names = every(subject, "name")
    return next(filter(None, map(words, names)), None) or words(subject, "mainConcept/name")
