from __future__ import annotations

import pytest

from swifeeds.isolate import IsolateSettings


@pytest.mark.parametrize("name", ["workers", "limit", "memory", "tasks"])
def test_every_number_is_more_than_nothing(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must be more than 0"):
        IsolateSettings(**{name: 0})
