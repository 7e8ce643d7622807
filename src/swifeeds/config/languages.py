"""What is wrong with the languages of a site, and with how their desks want them written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from swifeeds.config.lines import Path
from swifeeds.config.references import Finding, unknown_languages
from swifeeds.config.shapes import _Tables
from swifeeds.config.site_shapes import LanguageShape
from swifeeds.localise import canonical_tag, has_style, native_digits
from swifeeds.localise.negotiation import primary_subtag


def language_findings(root: _Tables) -> Iterator[Finding]:
    """Tags that name no language, or one under another name; choices that a language lacks."""
    site = root.site
    yield from _tags(("site", "languages"), site.languages)
    yield from _stated_twice(("site", "languages"), site.languages)
    fallbacks: Path = ("site", "fallback_languages")
    yield from _tags(fallbacks, site.fallback_languages)
    yield from unknown_languages(fallbacks, site.fallback_languages, site.languages)
    yield from unknown_languages(("site", "title"), site.title, site.languages)
    if isinstance(site.rights, dict):
        yield from unknown_languages(("site", "rights"), site.rights, site.languages)
    yield from unknown_languages(("languages",), root.languages, site.languages)
    yield from _stated_twice(("languages",), root.languages)
    for tag, entry in root.languages.items():
        yield from _choices(("languages", tag), tag, entry)


def _tags(path: Path, tags: Iterable[str]) -> Iterator[Finding]:
    """No article is ever in a language that is spelled otherwise than `canonical_tag` has it."""
    for tag in tags:
        known = canonical_tag(tag)
        if known is None:
            yield path, f"{tag!r} is no language tag; write one like pt or zh-Hant"
        elif known.lower() != tag.lower():
            yield path, f"{tag!r} is the language {known}; write that"


def _stated_twice(path: Path, tags: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for tag in tags:
        if tag.lower() in seen:
            yield path, f"{tag} is there twice; upper and lower case are one"
        seen.add(tag.lower())


def _choices(path: Path, tag: str, entry: LanguageShape) -> Iterator[Finding]:
    style = entry.style
    if style is not None and not has_style(style):
        yield (*path, "style"), f"no way of writing dates is known for {style!r}"
    elif style is not None and primary_subtag(style) != primary_subtag(tag):
        message = f"{style} is no way of writing {tag}; name a variant of {tag}, or none"
        yield (*path, "style"), message
    if entry.digits == "arabic" and not native_digits(style or tag):
        message = f"{tag} is not written in the Arabic script; leave digits out, or write latin"
        yield (*path, "digits"), message
