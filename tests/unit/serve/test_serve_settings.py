from __future__ import annotations

import pytest

from swifeeds.serve import ServeSettings


@pytest.mark.parametrize(
    "name", ["processes", "connections", "connections_per_client", "header_timeout", "send_timeout"]
)
def test_what_would_answer_nobody_is_refused(name):
    with pytest.raises(ValueError, match=f"{name} must be more than 0"):
        ServeSettings(**{name: 0})


@pytest.mark.parametrize(
    "policy", ["mining.json", "https://", "http://[::", "https://example.org/\nX: y"]
)
def test_a_policy_on_mining_is_a_web_address(policy):
    with pytest.raises(ValueError, match="tdm_policy must be a web address"):
        ServeSettings(tdm_reservation=True, tdm_policy=policy)


def test_a_policy_on_mining_needs_a_word_on_the_right_itself():
    with pytest.raises(ValueError, match="set both"):
        ServeSettings(tdm_policy="https://example.org/mining.json")
