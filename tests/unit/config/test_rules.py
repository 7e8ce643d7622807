"""Extraction rules: of a source, of a profile, and of both together."""

from __future__ import annotations

import pytest
from tests.unit.config.test_load import GOOD

from swifeeds.config import load_config
from swifeeds.errors import ConfigError

PROFILE = """\
[profiles.world-en]
alone = true
title = "h1.headline"
content = ".story"
remove = [".share"]
"""


@pytest.fixture
def write(tmp_path):
    def write_files(main: str, **parts: str):
        (tmp_path / "sources.d").mkdir(exist_ok=True)
        for name, text in parts.items():
            (tmp_path / "sources.d" / f"{name}.toml").write_text(text, encoding="utf-8")
        path = tmp_path / "swifeeds.toml"
        path.write_text(main, encoding="utf-8")
        return path

    return write_files


def with_rules(rules: str) -> str:
    return GOOD.replace("own = true\n", f"own = true\nrules = {{ {rules} }}\n")


def faults(path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})
    return [f"{fault.key}: {fault.message}" for fault in caught.value.faults]


def test_a_profile_in_a_file_of_its_own_is_the_sources_rules(write):
    (source,) = load_config(write(GOOD, profile=PROFILE), {}).sources
    assert source.rules.alone
    assert (source.rules.title, source.rules.content) == ("h1.headline", ".story")
    assert source.rules.remove == (".share",)


def test_the_sources_own_keys_go_before_its_profile(write):
    main = with_rules('title = "h2", remove = []')
    (source,) = load_config(write(main, profile=PROFILE), {}).sources
    assert (source.rules.title, source.rules.content, source.rules.remove) == ("h2", ".story", ())


def test_a_profile_of_no_source_is_told_with_its_line(write, tmp_path):
    path = write(GOOD, profile=PROFILE.replace("world-en", "world-eng"))
    with pytest.raises(ConfigError) as caught:
        load_config(path, {})
    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == (str(tmp_path / "sources.d" / "profile.toml"), 1)
    assert fault.message == "there is no source world-eng; did you mean world-en?"


def test_two_profiles_of_one_source_are_refused(write):
    (found,) = faults(write(GOOD, a=PROFILE, b=PROFILE))
    assert found.startswith("profiles.world-en: stands in ")
    assert found.endswith("a.toml already; keep one of the two")


@pytest.mark.parametrize(
    ("rules", "key"),
    [
        ('title = "h1:first-child"', "title"),
        ('title = ""', "title"),
        ('content = "//div["', "content"),
        ('remove = [".a", "[x"]', "remove[1]"),
        ('links = "("', "links"),
        ('links = "((a{1000}){1000}){1000}"', "links"),
        ('image = "img"', "image"),
        ('alone = true, title = "h1"', "alone"),
    ],
)
def test_rules_that_cannot_be_used_are_told(write, rules, key):
    (found,) = faults(write(with_rules(rules)))
    assert found.startswith(f"sources[0].rules.{key}: ")


def test_rules_that_can_be_used_are_not(write):
    rules = r'links = "/\\d{4}/", title = "h1.a > b, #c", content = "//div[@id=\"x\"]"'
    assert load_config(write(with_rules(rules)), {}).sources[0].rules.title == "h1.a > b, #c"
