"""The checker against conformance cases that nobody here wrote."""

from __future__ import annotations

import pytest
from tests.benchmark.check import cases, passes
from tests.corpus import CORPUS, needs_corpus

pytestmark = needs_corpus


@pytest.mark.parametrize("form", ["atom", "rss"])
@pytest.mark.parametrize(("clean", "least"), [(False, 0.98), (True, 0.99)])
def test_faults_are_found_and_clean_feeds_are_left_alone(form, clean, least):
    asked = [one for one in cases(CORPUS) if one.format == form and one.is_clean == clean]
    missed = [one.name for one in asked if not passes(one)]
    assert len(asked) > 100
    assert len(missed) <= (1 - least) * len(asked), missed
