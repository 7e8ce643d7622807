"""A profile from pages, and the evidence for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from swifeeds.errors import ExtractError, NotAnArticle
from swifeeds.extract.learn.agreement import compare, likeness, text_of_draft
from swifeeds.extract.learn.containers import content_selectors
from swifeeds.extract.learn.fields import field_selector
from swifeeds.extract.learn.furniture import furniture_selectors
from swifeeds.extract.learn.room import Room
from swifeeds.extract.learn.sample import Sample, teach, without_recurring
from swifeeds.extract.learn.surroundings import surrounding_selectors
from swifeeds.extract.profiled import read_by_profile
from swifeeds.markup import skimmed
from swifeeds.model import Document, Draft, LearnedProfile, PageReading, Rules, Source

_SPARE = 3
"""Pages from which one is held out."""

_FIELDS = ("published", "authors", "summary", "section", "image")
"""Fields that get a rule where what the page declares does not give what the teacher read."""

_TRIED = 8
_PRICE, _RULE = 0.003, 0.003
"""What the price of a selector, and each rule to remove something, count beside the agreement."""


def learn_profile(documents: Sequence[Document], source: Source) -> LearnedProfile:
    """Learn how a source builds its pages.

    Args:
        documents: article pages of the source, two or more for a profile worth anything.
        source: whose language, zone and rules hold; a profile that it has already is not asked.

    Raises:
        NotAnArticle: none of the pages holds an article, or no selector gives its text.
    """
    samples, unread = _teach(documents, source)
    if not samples:
        raise NotAnArticle("no page holds an article to learn from", url=source.url)
    rules = _rules(samples, source)
    if rules is None:
        raise NotAnArticle(
            "no selector gives headline and text of these pages; write the rules by hand",
            url=source.url,
        )
    held_out = _held_out(samples, source) if len(samples) >= _SPARE else None
    return LearnedProfile(
        rules=rules,
        pages=tuple(_reading(sample, rules) for sample in samples),
        held_out=held_out,
        unread=unread,
    )


def _teach(
    documents: Iterable[Document], source: Source
) -> tuple[tuple[Sample, ...], tuple[str, ...]]:
    samples, unread = [], []
    room = Room()
    for whole in documents:
        document = replace(whole, body=skimmed(whole.body))  # as it is read by the profile
        if not room.takes(document.body):
            unread.append(f"{document.url}: is too large to be learned from beside the others")
            continue
        try:
            sample = teach(document, source)
        except ExtractError as error:
            unread.append(str(error))
        else:
            if sample.gold:
                samples.append(sample)
            else:
                unread.append(f"{document.url}: holds no text to learn from")
    return tuple(samples), tuple(unread)


def _rules(samples: Sequence[Sample], source: Source) -> Rules | None:
    """The best profile for the pages."""
    cleared = without_recurring(tuple(samples))
    title = field_selector("title", cleared)
    if title is None:
        return None
    start = Rules(links=source.rules.links, title=title, alone=True)
    rules = _with_content(cleared, start)
    return None if rules is None else _with_fields(cleared, rules)


def _with_content(samples: Sequence[Sample], start: Rules) -> Rules | None:
    best: tuple[float, Rules] | None = None
    for content, price in list(content_selectors(samples).items())[:_TRIED]:
        rules = replace(
            start,
            content=content,
            remove=furniture_selectors(samples, content),
            around=", ".join(surrounding_selectors(samples, content)) or None,
        )
        score = sum(_text_agreement(sample, rules) for sample in samples) / len(samples)
        worth = score - _PRICE * price - _RULE * len(rules.remove)
        if score and (best is None or worth > best[0]):
            best = worth, rules
    return None if best is None else best[1]


def _with_fields(samples: Sequence[Sample], rules: Rules) -> Rules:
    """The rules with one for each field that the pages do not declare as the teacher read it."""
    for name in _FIELDS:
        before = _agreement(samples, rules, name)
        if before == len(samples) or (rule := field_selector(name, samples)) is None:
            continue
        tried = replace(rules, **{name: rule})  # type: ignore[arg-type]
        if _agreement(samples, tried, name) > before:
            rules = tried
    return rules


def _agreement(samples: Sequence[Sample], rules: Rules, name: str) -> float:
    """On how many pages the field is read as the teacher read it."""
    found = (_reading(sample, rules, dated=True).agreement(name) for sample in samples)
    return sum(1.0 if one is None else one for one in found)


def _text_agreement(sample: Sample, rules: Rules) -> float:
    draft = _read(sample, rules, dated=True)
    if isinstance(draft, str):
        return 0.0
    return likeness(sample.text, text_of_draft(draft))


def _read(sample: Sample, rules: Rules, *, dated: bool) -> Draft | str:
    """A page read by rules; `dated` helps where no rule for the date is known yet."""
    taught = sample.draft
    hint = Draft(
        source_id=taught.source_id,
        retrieved=taught.retrieved,
        language=taught.language,
        title=taught.title,
        published=taught.retrieved,
    )
    source = replace(sample.source, rules=rules)
    return read_by_profile(sample.document, source, hint if dated else None)


def _reading(
    sample: Sample, rules: Rules, *, held_out: bool = False, dated: bool = False
) -> PageReading:
    draft = _read(sample, rules, dated=dated)
    found = None if isinstance(draft, str) else draft
    return PageReading(
        url=sample.document.url,
        fields=compare(sample.draft, found),
        missed=draft if isinstance(draft, str) else None,
        held_out=held_out,
    )


def _held_out(samples: Sequence[Sample], source: Source) -> PageReading | None:
    """The last page, read by a profile that was learned from the others."""
    rules = _rules(samples[:-1], source)
    return None if rules is None else _reading(samples[-1], rules, held_out=True)
