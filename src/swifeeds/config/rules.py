"""What is wrong with extraction rules, of a source or of a profile."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.config.build import build_rules
from swifeeds.config.lines import Path
from swifeeds.config.references import Finding, unknown_name
from swifeeds.config.shapes import _Tables
from swifeeds.config.source_shapes import RulesShape
from swifeeds.extract.patterns import pattern_fault
from swifeeds.extract.selectors import selector_fault
from swifeeds.model import Rules

_NO_SELECTORS = frozenset({"links", "remove", "alone"})
_ONLY_ALONE = ("updated", "credit", "section", "image", "caption", "around")


def rules_findings(path: Path, rules: RulesShape) -> Iterator[Finding]:
    """Selectors and patterns that cannot be read."""
    if rules.links is not None and (fault := pattern_fault(rules.links)):
        yield (*path, "links"), fault
    for name, rule in rules.model_dump(exclude=set(_NO_SELECTORS), exclude_none=True).items():
        if fault := selector_fault(rule):
            yield (*path, name), f"{rule!r} cannot be read: {fault}"
    for index, rule in enumerate(rules.remove):
        if fault := selector_fault(rule):
            yield (*path, "remove", index), f"{rule!r} cannot be read: {fault}"


def profile_findings(root: _Tables) -> Iterator[Finding]:
    """What is wrong with each profile, and with what a source's rules and its profile make."""
    names = [source.id for source in root.sources]
    for name, profile in root.profiles.items():
        yield from unknown_name(("profiles", name), name, names, "source")
        yield from rules_findings(("profiles", name), profile)
    for index, source in enumerate(root.sources):
        path: Path = ("sources", index, "rules")
        yield from _whole(path, build_rules(source.rules, root.profiles.get(source.id)))


def _whole(path: Path, rules: Rules) -> Iterator[Finding]:
    if rules.alone and not (rules.title and rules.content):
        yield (*path, "alone"), "needs title and content: without them no page can be read alone"
    if not rules.alone:
        for name in _ONLY_ALONE:
            if getattr(rules, name) is not None:
                yield (*path, name), "is read only with alone = true; set both"
