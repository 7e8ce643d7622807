"""From accepted keys to the types of the rooms. Everything was checked before: nothing fails."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from swifeeds.config.matching import build_match
from swifeeds.config.shapes import _Tables
from swifeeds.config.source_shapes import AdaptiveShape, RulesShape, ScheduleShape, SourceShape
from swifeeds.config.story_shapes import StoryShape
from swifeeds.group import EmbedderSettings, GroupSettings
from swifeeds.localise import Writing, canonical_tag
from swifeeds.model import (
    USUAL_INTERVAL,
    Adaptive,
    Cron,
    Every,
    MiningTerms,
    Publication,
    Publish,
    Publisher,
    Rules,
    Schedule,
    Section,
    Source,
    SourceId,
    SourceKind,
    StoryId,
    StoryRule,
    TrustMark,
)
from swifeeds.plan import shortest_interval

_STRETCH = 4
"""How many times its interval a source may be left alone where no bound is stated."""

Settings = TypeVar("Settings")


def make_settings(settings: type[Settings], shape: Any, **others: object) -> Settings:
    """A room's settings from the table of the same names."""
    names = {field.name for field in dataclasses.fields(settings)}  # type: ignore[arg-type]
    values = {name: getattr(shape, name) for name in names - others.keys()}
    return settings(**values, **others)


def make_grouping(root: Any) -> GroupSettings:
    """The settings of grouping, with those of the embedder where the file has any."""
    shape = root.grouping.embedder
    embedder = None if shape is None else make_settings(EmbedderSettings, shape)
    return make_settings(GroupSettings, root.grouping, embedder=embedder)


def make_publication(
    root: _Tables, *, robots: str | None = None, trust_txt: str | None = None
) -> Publication:
    """The site. `robots` and `trust_txt` are the texts of the files that it names."""
    site = root.site
    named = site.publisher
    return Publication(
        base_url=site.base_url.rstrip("/"),
        tag_authority=site.tag_authority,
        titles=_titles(site.title),
        languages=tuple(tag.lower() for tag in site.languages),
        time_zone=site.time_zone,
        fallback_languages=tuple(tag.lower() for tag in site.fallback_languages),
        sections=tuple(
            Section(id=section.id, titles=_titles(section.title), match=tuple(section.match))
            for section in root.sections
        ),
        publisher=Publisher(name=named.name, url=named.url) if named else None,
        managing_editor=site.managing_editor,
        rights=_rights(site.rights),
        icon=site.icon,
        logo=site.logo,
        feed_size=site.feed_size,
        ttl_minutes=max(1, round(site.ttl / timedelta(minutes=1))) if site.ttl else None,
        metadata_line=site.metadata_line,
        dates_line=site.dates_line,
        reading_time=site.reading_time,
        credit_line=site.credit_line,
        import_note=site.import_note,
        trust_line=site.trust_line,
        contributions_line=site.contributions_line,
        also_in=site.also_in,
        story_articles=site.story_articles,
        lead_image=site.lead_image,
        withdrawn_notice=site.withdrawn_notice,
        image_enclosures=site.image_enclosures,
        rsl_elements=site.rsl_elements,
        robots=robots,
        trust_txt=trust_txt,
    )


def _rights(stated: str | Mapping[str, str] | None) -> tuple[tuple[str, str], ...]:
    if stated is None:
        return ()
    return (("", stated),) if isinstance(stated, str) else _titles(stated)


def make_styles(root: _Tables) -> Mapping[str, str]:
    """Which regional way of writing dates each language uses, where one is chosen."""
    return {tag.lower(): entry.style for tag, entry in root.languages.items() if entry.style}


def make_writings(root: _Tables) -> Mapping[str, Writing]:
    """What the desk of each language chose beyond the region."""
    return {
        tag.lower(): Writing(
            hours=entry.hours, spaces=entry.spaces, digits=entry.digits, zone=entry.zone
        )
        for tag, entry in root.languages.items()
    }


def make_sources(root: _Tables, base: Path) -> tuple[Source, ...]:
    """The sources, with the site's zone where they name none."""
    return tuple(
        _source(shape, root.site.time_zone, base, root.profiles.get(shape.id))
        for shape in root.sources
    )


def make_rules(root: _Tables) -> tuple[StoryRule, ...]:
    """The stories that the file states."""
    return tuple(_rule(shape) for shape in root.stories)


def _source(shape: SourceShape, site_zone: str, base: Path, profile: RulesShape | None) -> Source:
    schedule = _schedule(shape.schedule, site_zone)
    folder = shape.kind is SourceKind.DIRECTORY
    return Source(
        id=SourceId(shape.id),
        kind=shape.kind,
        url=str(base / shape.url) if folder else shape.url,
        language=canonical_tag(shape.language) or shape.language,
        title=shape.title or shape.id,
        time_zone=shape.time_zone or site_zone,
        section=shape.section,
        own=shape.own,
        publish=shape.publish or (Publish.FULL if shape.own else Publish.SUMMARY),
        licence=shape.licence,
        rsl=shape.rsl,
        mining=_mining(shape),
        article_pages=shape.article_pages,
        adopt_ids=shape.adopt_ids,
        trust=TrustMark(**shape.trust.model_dump()) if shape.trust else None,
        schedule=schedule,
        polled_every=shortest_interval(schedule.when),
        rules=build_rules(shape.rules, profile),
        expect_new_within=shape.expect_new_within,
        max_articles=shape.max_articles,
        story_taxonomy=shape.story_taxonomy,
        identity=shape.identity,
        aliases=tuple(host.lower() for host in shape.aliases),
        robots=not shape.own if shape.robots is None else shape.robots,
    )


def build_rules(own: RulesShape, profile: RulesShape | None) -> Rules:
    """A source's rules: its own keys, each over the profile's."""
    stated = own.model_dump(exclude_unset=True)
    learned = profile.model_dump(exclude_unset=True) if profile else {}
    merged = {**learned, **stated}
    return Rules(**{**merged, "remove": tuple(merged.get("remove", ()))})


def _mining(shape: SourceShape) -> MiningTerms | None:
    if shape.tdm_reservation is None:
        return None
    return MiningTerms(reserved=shape.tdm_reservation, policy=shape.tdm_policy)


def _schedule(shape: ScheduleShape, site_zone: str) -> Schedule:
    return Schedule(
        when=Cron(expression=shape.cron) if shape.cron else _every(shape),
        jitter=shape.jitter,
        time_zone=shape.time_zone or site_zone,
        quiet=tuple(shape.quiet),
    )


def _every(shape: ScheduleShape) -> Every:
    """What is stated is kept to; where nothing is, the source's own rhythm decides."""
    interval = shape.every or USUAL_INTERVAL
    if shape.every and shape.adaptive is None:
        return Every(interval=interval)
    stated = shape.adaptive or AdaptiveShape()
    bounds = Adaptive(shortest=stated.min or interval, longest=stated.max or _STRETCH * interval)
    return Every(interval=interval, adaptive=bounds)


def _rule(shape: StoryShape) -> StoryRule:
    return StoryRule(
        id=StoryId(shape.id),
        titles=_titles(shape.title),
        slug=shape.slug or shape.id,
        match=build_match(shape.match),
        include=tuple(shape.include),
        exclude=tuple(shape.exclude),
        parent=StoryId(shape.parent) if shape.parent else None,
    )


def _titles(titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((tag.lower(), title) for tag, title in titles.items())
