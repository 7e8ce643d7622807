"""Every message that the code uses, in each of the ten languages, is there and sound."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections import Counter
from gettext import c2py
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from swifeeds.localise import LANGUAGES

ROOT = Path(__file__).resolve().parents[3]
KEYWORDS = {"text": None, "_": None, "gettext": None, "plural": (1, 2), "ngettext": (1, 2)}
OWN_SCRIPT = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "ja": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
COUNTS = (*range(202), 1000, 1_000_000)


def po_file(language: str) -> Path:
    return ROOT / "locales" / language / "LC_MESSAGES" / "swifeeds.po"


def read(language: str) -> Catalog:
    return read_po(BytesIO(po_file(language).read_bytes()), abort_invalid=True)


def slots(text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def singular(message: Message) -> str:
    return slots(message.id)[0]


def entries(catalog: Catalog) -> dict[str, Message]:
    return {singular(message): message for message in catalog if message.id}


def messages_in_code() -> dict[str, tuple[str, ...]]:
    """Each message that the sources mark, with all its forms."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(ROOT, methods, options, keywords=KEYWORDS)
    return {slots(ids)[0]: slots(ids) for _file, _line, ids, _notes, _context in found}


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
    (tmp_path / "src/room/code.py").write_text(
        'locale.text("One")\nlocale.plural("%(n)s a", "b", 2)'
    )
    (tmp_path / "src/room/templates/page.html").write_text(
        '{{ _("Two") }}{{ ngettext("%(n)s c", "%(n)s d", 3) }}'
    )
    (tmp_path / "src/swifeeds/store/sql.py").write_text('text("SELECT 1")')
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(tmp_path, methods, options, keywords=KEYWORDS)
    assert {slots(ids)[0] for _file, _line, ids, *_ in found} == {
        "One",
        "%(n)s a",
        "Two",
        "%(n)s c",
    }


def test_every_message_of_the_code_is_translated(language, catalog, used):
    known = entries(catalog)
    missing = sorted(message for message in used if message not in known)
    assert not missing, f"add to locales/{language}: {missing}"


def test_a_counted_message_is_counted_in_the_catalog_too(catalog, used):
    known = entries(catalog)
    assert all(slots(known[one].id) == forms for one, forms in used.items() if one in known)


def test_all_catalogs_hold_the_same_messages(catalog):
    template = read_po(BytesIO((ROOT / "locales/swifeeds.pot").read_bytes()))
    assert [message.id for message in catalog] == [message.id for message in template]


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
        for text in slots(message.string):
            words = PLACEHOLDER.sub("", text)
            assert not re.search("[A-Za-z]", words) or OWN_SCRIPT[language].search(words), text


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_nothing_but_names_is_left_in_english(language):
    same = {
        singular(message)
        for message in entries(read(language)).values()
        if slots(message.string)[0] == singular(message)
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
    command = [msgfmt, "--check", "--output-file=/dev/null", str(po_file(language))]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr


def unextractable(source: str) -> list[int]:
    """Lines where a message is built at run time: extraction passes over such a call in silence."""
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"text", "plural"}
        and "locale" in ast.unparse(call.func.value)
        and any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in call.args[:2])
    ]


def test_no_message_is_built_at_run_time():
    rooms = sorted((ROOT / "src").rglob("*.py"))
    assert not [file for file in rooms if unextractable(file.read_text(encoding="utf-8"))]


def test_a_message_that_is_built_at_run_time_is_seen():
    assert unextractable('locale.text(f"{n} new")\nlocale.text("%s" % n)\nlocale.text("n")') == [
        1,
        2,
    ]
