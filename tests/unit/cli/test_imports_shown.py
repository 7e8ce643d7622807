"""What came of imports, on a narrow terminal: nothing is cut, what is nothing is left out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from swifeeds.cli import output
from swifeeds.cli.imported import ShownFile, show_runs
from swifeeds.model import ArchiveFormat, ImportRun, Reject, SetAside, SourceId, Tally

DAY = datetime(2026, 6, 1, 12, tzinfo=UTC)
REMARK = SetAside(
    offset=0, reject=Reject(subject="a, items 1 to 9", reason="pages"), is_remark=True
)


def run(**stated) -> ImportRun:
    told = {"key": "0123456789abcdef", "name": "/srv/old/archives/of/the/house/site.2009.xml.gz",
            "source_id": SourceId("world-en"), "format": ArchiveFormat.WXR, "started": DAY,
            "seen": DAY, "finished": DAY}  # fmt: skip
    return ImportRun(**{**told, **stated})


@pytest.fixture
def narrow(monkeypatch):
    monkeypatch.setattr(output.console, "width", 80)


def shown(capsys, *runs) -> str:
    show_runs([(one, ()) for one in runs], json=False)
    said = capsys.readouterr().out
    assert all(len(line) <= 80 for line in said.splitlines())
    return " ".join(said.split())


@pytest.mark.usefixtures("narrow")
def test_every_word_of_a_list_fits_a_terminal_of_80_columns(capsys):
    tally = Tally(items=52_313, new=50_000, revised=1, duplicate=9, set_aside=3, mended=2300)
    said = shown(capsys, run(tally=tally))
    for word in ("0123456789abcdef", "site.2009.xml.gz", "wxr", "world-en", "52313", "50,000 new",
                 "set aside", "2300 remarks", "finished", "2026-06-01", "12:00Z"):  # fmt: skip
        assert word in said


@pytest.mark.usefixtures("narrow")
def test_counts_that_are_nothing_are_left_out_but_for_what_is_new(capsys):
    said = shown(capsys, run(tally=Tally(items=2, duplicate=2)))
    assert "2 items, 0 new, 2 known;" in said
    assert "held" not in said
    assert "remark" not in said


@pytest.mark.usefixtures("narrow")
def test_an_import_that_was_cut_off_says_what_to_do(capsys):
    said = shown(capsys, run(finished=None, offset=4096, source_id=None))
    assert "cut off at byte 4096; import it again to go on" in said


def test_a_remark_alone_is_no_loss():
    lost = SetAside(offset=0, reject=Reject(subject="a, item 1", reason="broken"))
    assert not ShownFile(report=None, set_aside=(REMARK,)).has_lost
    assert ShownFile(report=None, set_aside=(REMARK, lost)).has_lost
