"""The catalogs are sound, and `make messages` keeps them so."""

from __future__ import annotations

import shutil
from gettext import c2py
from pathlib import Path

import pytest
from tests.catalogs import files
from tests.catalogs.check import Report, check
from tests.catalogs.extraction import extract_messages
from tests.catalogs.files import ROOT, catalog_file, singular, tags, template_file
from tests.catalogs.glossary import CONTEXT, TERMS
from tests.catalogs.update import update

from swifeeds.localise import LANGUAGES
from swifeeds.service.packaged import read_catalogs


@pytest.fixture(scope="module")
def report() -> Report:
    return check(ROOT)


def test_the_catalogs_have_no_fault(report):
    assert not [str(fault) for fault in report.faults]


def test_the_ten_languages_lack_nothing(report):
    counted = {line.split()[0]: line.split() for line in report.table[1:]}
    assert set(LANGUAGES) <= counted.keys()
    assert {counted[tag][3] for tag in (*LANGUAGES, "zh-Hant", "pt-PT")} == {"0"}
    assert not report.warnings


def test_what_is_read_at_run_time_is_what_was_checked():
    catalogs = read_catalogs()
    assert set(catalogs) == set(tags(ROOT))
    messages = len([one for one in files.read(template_file(ROOT)) if one.id])
    assert {len(catalogs[tag].translations) for tag in LANGUAGES} == {messages}


FORMS = {
    "en": "1011111111", "de": "1011111111", "it": "1011111111", "es": "1011111111",
    "en-GB": "1011111111", "es-419": "1011111111", "pt-PT": "1011111111",
    "es-MX": "1011111111",
    "fr": "0011111111", "fr-CH": "0011111111", "pt": "0011111111",
    "ja": "0000000000", "zh": "0000000000", "zh-Hant": "0000000000",
    "ar": "0123344555", "ru": "2011220202",
}  # fmt: skip
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000)


@pytest.mark.parametrize("tag", FORMS)
def test_each_language_counts_as_it_does(tag):
    """The form for each of the numbers above."""
    choose = c2py(files.read(catalog_file(ROOT, tag)).plural_expr)
    assert "".join(str(choose(n)) for n in NUMBERS) == FORMS[tag]


def test_every_catalog_is_counted_in_the_test_above():
    assert set(FORMS) == set(tags(ROOT))


def test_extraction_reads_python_and_templates_after_the_glossary(tmp_path):
    (tmp_path / "src/room/templates").mkdir(parents=True)
    (tmp_path / "src/swifeeds/store").mkdir(parents=True)
    shutil.copy(ROOT / "babel.cfg", tmp_path)
    (tmp_path / "src/room/code.py").write_text(
        '# Translators: the first.\nlocale.text("One")\nlocale.plural("%(n)s a", "b", 2)\n'
        'locale.text_in("x", "One")\nlocale.plural_in("x", "%(n)s a", "b", 2)\n'
    )
    (tmp_path / "src/room/templates/page.html").write_text(
        '{# Translators: the last. #}\n{{ _("Two") }}{{ ngettext("%(n)s c", "%(n)s d", 3) }}\n'
        '{{ pgettext("x", "Two") }}{{ npgettext("x", "%(n)s c", "%(n)s d", 3) }}\n'
    )
    (tmp_path / "src/swifeeds/store/sql.py").write_text('text("SELECT 1")')
    found = [one for one in extract_messages(tmp_path) if one.id]
    terms, marked = found[: len(TERMS)], found[len(TERMS) :]
    assert [(one.context, one.id) for one in terms] == [(CONTEXT, term) for term in TERMS]
    assert all(one.auto_comments for one in terms)
    assert [(one.context, singular(one), one.auto_comments) for one in marked] == [
        (None, "One", ["The first."]),
        (None, "%(n)s a", []),
        ("x", "One", []),
        ("x", "%(n)s a", []),
        (None, "Two", ["The last."]),
        (None, "%(n)s c", []),
        ("x", "Two", []),
        ("x", "%(n)s c", []),
    ]


def test_make_messages_changes_nothing_where_nothing_changed(tmp_path):
    copied = copy_of_the_sources(tmp_path)
    assert list(update(copied)) == []
    for file in (template_file(ROOT), *(catalog_file(ROOT, tag) for tag in tags(ROOT))):
        assert (copied / file.relative_to(ROOT)).read_bytes() == file.read_bytes(), file


def test_make_messages_adds_what_is_new_and_names_what_it_drops(tmp_path):
    copied = copy_of_the_sources(tmp_path)
    page = copied / "src/swifeeds/emit/templates/message.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("Back to the front page", "Start again")
    )
    dropped = [line for line in update(copied) if "dropped 'Back to the front page'" in line]
    assert len(dropped) == len([tag for tag in tags(ROOT) if not files.parents(ROOT, tag)])
    for tag in ("de", "fr", "zh-Hant"):
        assert not files.read(catalog_file(copied, tag)).get("Start again").string
    assert files.read(catalog_file(copied, "en")).get("Start again").string == "Start again"
    assert files.read(catalog_file(copied, "pt-PT")).get("Start again") is None


def copy_of_the_sources(folder: Path) -> Path:
    for name in ("src", "locales"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "babel.cfg", folder)
    return folder
