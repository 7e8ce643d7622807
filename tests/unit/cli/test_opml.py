"""Moving in with a subscription list: its feeds become sources that the service accepts."""

from __future__ import annotations

import json
import tomllib

import pytest
from tests.series.house import configuration
from typer.testing import CliRunner

from swifeeds.cli.source import app
from swifeeds.config import load_config
from swifeeds.errors import UsageError
from swifeeds.extract.opml import read_opml

LIST = """<opml version="2.0"><body><outline text="Elsewhere">
<outline type="rss" text="Seeblick Zürich" xmlUrl="https://example.org/rss" language="de"/>
<outline type="rss" text="Seeblick, Zürich" xmlUrl="https://example.org/atom"/>
<outline type="rss" text="遠い湖" xmlUrl="https://www.lake.example.org/feed" language="ja"/>
</outline></body></opml>"""


@pytest.fixture
def config(tmp_path):
    file = tmp_path / "swifeeds.toml"
    file.write_text(configuration(["talks"]), encoding="utf-8")
    (tmp_path / "feeds.opml").write_text(LIST, encoding="utf-8")
    return file


def run(config, command, *arguments):
    outcome = CliRunner().invoke(app, [command, *arguments, "--config", str(config)])
    if outcome.exception is not None:
        raise outcome.exception
    return outcome


def test_a_list_becomes_sources_that_the_configuration_accepts(config):
    before = load_config(config, {}).sources
    run(config, "import-opml", str(config.parent / "feeds.opml"), "--language", "FR")
    added = load_config(config, {}).sources[len(before) :]
    assert [(one.id, one.title, one.url, one.language) for one in added] == [
        ("seeblick-zurich", "Seeblick Zürich", "https://example.org/rss", "de"),
        ("seeblick-zurich-2", "Seeblick, Zürich", "https://example.org/atom", "fr"),
        ("lake-example-org", "遠い湖", "https://www.lake.example.org/feed", "ja"),
    ]


def test_a_second_import_of_the_same_list_adds_nothing(config):
    run(config, "import-opml", str(config.parent / "feeds.opml"))
    outcome = run(config, "import-opml", str(config.parent / "feeds.opml"), "--to", "other.toml")
    assert "0 new sources, 3 known already" in outcome.stdout


def test_a_dry_run_prints_the_file_and_writes_none(config):
    outcome = run(config, "import-opml", str(config.parent / "feeds.opml"), "--dry-run")
    text = outcome.stdout.rsplit("\n", 2)[0]
    assert [one["id"] for one in tomllib.loads(text)["sources"]] == [
        "seeblick-zurich", "seeblick-zurich-2", "lake-example-org",
    ]  # fmt: skip
    assert not (config.parent / "sources.d").exists()


def test_machines_get_the_sources_and_what_was_set_aside(config):
    outcome = run(config, "import-opml", str(config.parent / "feeds.opml"), "--json")
    said = json.loads(outcome.stdout)
    assert len(said["sources"]) == 3
    assert said["rejects"] == []


def test_nothing_that_exists_is_overwritten(config):
    target = config.parent / "sources.d" / "feeds.toml"
    target.parent.mkdir()
    target.write_text("# mine\n", encoding="utf-8")
    with pytest.raises(UsageError, match="exists already"):
        run(config, "import-opml", str(config.parent / "feeds.opml"))
    assert target.read_text(encoding="utf-8") == "# mine\n"


def test_what_was_imported_is_exported_to_other_readers(config):
    run(config, "import-opml", str(config.parent / "feeds.opml"))
    run(config, "export-opml", "--output", str(config.parent / "out.opml"))
    outlines, rejects = read_opml((config.parent / "out.opml").read_bytes(), "out.opml")
    mine = {(one.url, one.title, one.language) for one in outlines}
    sources = load_config(config, {}).sources
    assert mine == {(one.url, one.title, one.language) for one in sources if one.kind == "feed"}
    assert rejects == ()


def test_a_hyphen_is_standard_output_and_no_file(config, monkeypatch):
    monkeypatch.chdir(config.parent)
    streamed = run(config, "export-opml", "--output", "-").stdout
    assert streamed == run(config, "export-opml").stdout
    assert not (config.parent / "-").exists()
