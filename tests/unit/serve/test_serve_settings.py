from __future__ import annotations

import pytest

from swifeeds.serve import ServeSettings


@pytest.mark.parametrize(
    "name", ["processes", "connections", "connections_per_client", "header_timeout", "send_timeout"]
)
def test_what_would_answer_nobody_is_refused(name):
    with pytest.raises(ValueError, match=f"{name} must be more than 0"):
        ServeSettings(**{name: 0})
