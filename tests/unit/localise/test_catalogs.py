"""Every message that the code uses, in each of the ten languages, is there and sound."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections import Counter
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from tests.catalogs import files
from tests.catalogs.extraction import extract_messages
from tests.catalogs.files import ROOT, catalog_file, tags, template_file
from tests.catalogs.update import update

from swifeeds.localise import LANGUAGES
from swifeeds.localise.messages import key

OWN_SCRIPT = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "ja": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
COUNTS = (*range(202), 1000, 1_000_000)


def read(language: str) -> Catalog:
    return files.read(catalog_file(ROOT, language))


def slots(text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def singular(message: Message) -> str:
    return slots(message.id)[0]


def entries(catalog: Catalog) -> dict[str, Message]:
    return {key(singular(one), one.context): one for one in catalog if one.id}


def messages_in_code() -> dict[str, tuple[str, ...]]:
    """Each message that the sources mark, with all its forms."""
    return {name: slots(one.id) for name, one in entries(extract_messages(ROOT)).items()}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def catalog(language) -> Catalog:
    return read(language)


@pytest.fixture(scope="module")
def used() -> dict[str, tuple[str, ...]]:
    return messages_in_code()


def test_extraction_reads_python_and_templates(tmp_path):
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
    found = extract_messages(tmp_path)
    assert [(one.context, singular(one), one.auto_comments) for one in found if one.id] == [
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
    page.write_text(page.read_text(encoding="utf-8").replace("Back to the start", "Start again"))
    assert len([line for line in update(copied) if "dropped 'Back to the start'" in line]) == len(
        tags(ROOT)
    )
    assert files.read(catalog_file(copied, "de")).get("Start again").string == ""
    assert files.read(catalog_file(copied, "en")).get("Start again").string == "Start again"


def copy_of_the_sources(folder: Path) -> Path:
    for name in ("src", "locales"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "babel.cfg", folder)
    return folder


def test_every_message_of_the_code_is_translated(language, catalog, used):
    known = entries(catalog)
    missing = sorted(message for message in used if message not in known)
    assert not missing, f"add to locales/{language}: {missing}"


def test_a_counted_message_is_counted_in_the_catalog_too(catalog, used):
    known = entries(catalog)
    assert all(slots(known[one].id) == forms for one, forms in used.items() if one in known)


def test_all_catalogs_hold_the_same_messages(catalog):
    assert list(entries(catalog)) == list(entries(files.read(template_file(ROOT))))


def test_nothing_is_fuzzy_obsolete_or_empty(catalog):
    assert not catalog.obsolete
    for message in entries(catalog).values():
        assert not message.fuzzy, message.id
        assert all(slots(message.string)), f"empty: {message.id}"


def test_every_plural_slot_is_filled(catalog):
    for message in entries(catalog).values():
        expected = catalog.num_plurals if message.pluralizable else 1
        assert len(slots(message.string)) == expected, message.id


def test_placeholders_are_those_of_the_message(catalog):
    """A form that serves one number alone may say it in words: Arabic's "two articles"."""
    index = Counter(map(c2py(catalog.plural_expr), COUNTS))
    for message in entries(catalog).values():
        wanted = sorted(PLACEHOLDER.findall(singular(message)))
        for slot, text in enumerate(slots(message.string)):
            found = sorted(PLACEHOLDER.findall(text))
            in_words = message.pluralizable and index[slot] == 1 and not found
            assert found == wanted or in_words, text


def test_no_stray_percent_or_brace(catalog):
    for message in entries(catalog).values():
        for text in slots(message.string):
            assert not re.search("[%{}]", PLACEHOLDER.sub("", text)), text


def test_spaces_at_the_ends_are_those_of_the_message(catalog):
    for message in entries(catalog).values():
        assert all(text == text.strip() for text in (*slots(message.id), *slots(message.string)))


@pytest.mark.parametrize("language", OWN_SCRIPT)
def test_a_language_of_another_script_is_written_in_it(language):
    for message in entries(read(language)).values():
        if message.context == "agency" and language == "ru":
            continue  # The Russian press writes EFE and Bloomberg in Latin letters.
        for text in slots(message.string):
            words = PLACEHOLDER.sub("", text)
            assert not re.search("[A-Za-z]", words) or OWN_SCRIPT[language].search(words), text


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_nothing_but_names_is_left_in_english(language):
    same = {
        singular(message)
        for message in entries(read(language)).values()
        if slots(message.string)[0] == singular(message)
        and message.context not in {"agency", "section"}
    }
    shared = {"Articles", "Feeds", "Sources", "agencies", "%(count)s article"}
    assert same <= shared


def test_english_holds_the_messages_themselves():
    assert all(slots(one.id) == slots(one.string) for one in entries(read("en")).values())


def test_french_keeps_a_no_break_space_before_high_punctuation():
    for message in entries(read("fr")).values():
        for text in slots(message.string):
            assert not re.search(r"(?<!\u00a0)[:;?!»]|«(?!\u00a0)", text), text


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_east_asian_text_uses_its_own_punctuation(language):
    for message in entries(read(language)).values():
        for text in slots(message.string):
            assert not re.search(r"[:;,?!()]|\.$", PLACEHOLDER.sub("", text)), text


def test_arabic_uses_its_own_comma_and_question_mark():
    for message in entries(read("ar")).values():
        assert all(not re.search("[,;?]", text) for text in slots(message.string)), message.id


def test_babel_finds_no_fault(catalog):
    faults = [(message.id, errors) for message, errors in catalog.check()]
    assert not faults


def test_gettext_finds_no_fault(language):
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("msgfmt (GNU gettext) is not installed")
    command = [msgfmt, "--check", "--output-file=/dev/null", str(catalog_file(ROOT, language))]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr


def unextractable(source: str) -> list[int]:
    """Lines where a message is built at run time: extraction passes over such a call in silence."""
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"text", "plural", "text_in", "plural_in"}
        and "locale" in ast.unparse(call.func.value)
        and any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in call.args[:3])
    ]


def test_no_message_is_built_at_run_time():
    rooms = sorted((ROOT / "src").rglob("*.py"))
    assert not [file for file in rooms if unextractable(file.read_text(encoding="utf-8"))]


def test_a_message_that_is_built_at_run_time_is_seen():
    assert unextractable('locale.text(f"{n} new")\nlocale.text("%s" % n)\nlocale.text("n")') == [
        1,
        2,
    ]
