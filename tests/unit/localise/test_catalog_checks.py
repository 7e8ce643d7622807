"""Every check of the catalogs can fail: each fault is made once, in a catalog of its own."""

from __future__ import annotations

import shutil
from gettext import c2py
from pathlib import Path

import pytest
from tests.catalogs import files
from tests.catalogs.calls import check_calls
from tests.catalogs.check import check, check_catalog
from tests.catalogs.extraction import extract_messages
from tests.catalogs.plurals import plural_forms
from tests.catalogs.tools import check_with_gettext

PLAIN = '#. A comment.\nmsgid "Languages"\nmsgstr "{}"\n'
DATED = '#, python-format\nmsgid "Published on %(date)s"\nmsgstr "{}"\n'
NOTED = 'msgid "This article was withdrawn by its publisher."\nmsgstr "{}"\n'
COUNTED = (
    '#, python-format\nmsgid "%(count)s article"\nmsgid_plural "%(count)s articles"\n'
    'msgstr[0] "{}"\nmsgstr[1] "{}"\n'
)
CODE = """\
locale.text("Languages")
locale.text("Published on %(date)s", date=1)
locale.text("This article was withdrawn by its publisher.")
locale.plural("%(count)s article", "%(count)s articles", 2, count=2)
"""


def header(tag: str) -> str:
    number, rule = plural_forms(tag)
    return (
        f'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n'
        f'"Plural-Forms: nplurals={number}; plural={rule};\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n\n'
    )


@pytest.fixture
def tree(tmp_path) -> Path:
    """Code with four messages, and its template."""
    (tmp_path / "src/room").mkdir(parents=True)
    (tmp_path / "src/room/code.py").write_text(CODE)
    (tmp_path / "locales").mkdir()
    shutil.copy(files.ROOT / "babel.cfg", tmp_path)
    template = files.canonical(extract_messages(tmp_path))
    files.template_file(tmp_path).write_bytes(template)
    return tmp_path


def write(tree: Path, tag: str, *entries: str, head: str | None = None) -> None:
    file = files.catalog_file(tree, tag)
    file.parent.mkdir(parents=True, exist_ok=True)
    text = (header(tag) if head is None else head) + "\n".join(entries)
    file.write_text(text, encoding="utf-8")


def said(tree: Path, tag: str, *entries: str, head: str | None = None) -> list[str]:
    """What the check says of the entries that are there."""
    write(tree, tag, *entries, head=head)
    template = extract_messages(tree)
    catalogs = {one: files.read(files.catalog_file(tree, one)) for one in files.tags(tree)}
    found = check_catalog(tree, tag, catalogs, template)
    return [str(fault) for fault in found if not fault.is_gap and "one form" not in fault.what]


@pytest.mark.parametrize(
    ("tag", "entry", "what"),
    [
        ("de", DATED.format("Veröffentlicht am"), "%(date)s is lost"),
        ("de", DATED.format("Am %(date)s um %(time)s"), "%(time)s is not in the message"),
        ("de", DATED.format("Am %(date)s, zu 5 %"), "a stray %"),
        ("de", DATED.format("Am %(date)s {date}"), "a stray % or brace"),
        ("de", PLAIN.format("Sprachen "), "a space at the end"),
        ("de", PLAIN.format("Zwei  Sprachen"), "two spaces in a row"),
        ("de", NOTED.format("Der Artikel wurde zurückgezogen"), "end with the mark"),
        ("de", PLAIN.format("Sprachen."), "delete the last mark"),
        ("de", PLAIN.format("„Sprachen“"), "no quotation marks"),
        ("de", PLAIN.format("Sprachen !"), "no space before"),
        ("de", PLAIN.format("Languages"), "is left in English"),
        ("en", PLAIN.format("Tongues"), "differs from the message itself"),
        ("it", PLAIN.format("L'italiano"), "an apostrophe: ’"),
        ("it", PLAIN.format("Lingue..."), "an ellipsis"),
        ("it", PLAIN.format("Lingue - altre"), "a dash"),
        ("it", PLAIN.format("Lingue , altre"), "no space there"),
        ("fr", DATED.format("Publié: %(date)s"), "a no-break space (U+00A0) before :"),
        ("fr", DATED.format("Publié\u202f: %(date)s"), "U+00A0 in place of the narrow space"),
        ("es", PLAIN.format("Idiomas?"), "¿ where the question begins"),
        ("es", PLAIN.format("Idiomas!"), "¡ where the exclamation begins"),
        ("ja", DATED.format("公開:%(date)s"), "full-width punctuation"),
        ("ja", DATED.format("公開： %(date)s"), "no space beside"),
        ("ja", PLAIN.format("言語，他"), "the Japanese comma"),
        ("zh", DATED.format("发布于 %(date)s"), "no space beside"),
        ("zh-Hant", DATED.format("發布於 %(date)s"), "no space beside"),
        ("ja", PLAIN.format("Language"), "Latin letters alone"),
        ("ru", PLAIN.format("Language"), "Latin letters alone"),
        ("ar", PLAIN.format("Language"), "Latin letters alone"),
        ("zh", PLAIN.format("Language"), "Latin letters alone"),
        ("ru", PLAIN.format("Языки — все"), "a no-break space (U+00A0) before a dash"),
        ("ru", PLAIN.format("Языки\u00a0– все"), "the long dash"),
        ("ar", PLAIN.format("اللغات, كلها"), "the Arabic marks"),
        ("ar", PLAIN.format("اللغات؟ نعم?"), "the Arabic marks"),
        ("ar", PLAIN.format("اللغات معاً"), "tanwin before its alif"),
        ("ar", PLAIN.format("اللغات ٣"), "Latin digits"),
        ("de", '#, fuzzy\nmsgid "Languages"\nmsgstr "Sprachen"\n', "marked fuzzy"),
        ("de", '#~ msgid "Old"\n#~ msgstr "Alt"\n', "the code has it no longer"),
        ("de", 'msgid "Unknown"\nmsgstr "Unbekannt"\n', "unknown: run `make messages`"),
        ("de", COUNTED.format("%(count)s Artikel", ""), "1 of 2 plural forms are filled"),
        ("de", DATED.format("Am %(date)s") + "\n" + PLAIN.format("Sprachen"), "order: run"),
        ("de", DATED.format("Am %(date)d"), "msgfmt says"),
        ("de", DATED.format("Am %(date)d"), "Babel says"),
    ],
)
def test_a_fault_is_named_with_its_file_and_what_to_do(tree, tag, entry, what):
    found = [one for one in said(tree, tag, entry) if what in one]
    file = files.catalog_file(tree, tag).relative_to(tree)
    assert found
    assert all(one.startswith(f"{file}: ") for one in found)


@pytest.mark.parametrize(
    ("tag", "entry"),
    [
        ("de", PLAIN.format("Sprachen")),
        ("de", NOTED.format("Der Artikel wurde zurückgezogen.")),
        ("de", COUNTED.format("%(count)s Artikel", "%(count)s Artikel")),
        ("fr", DATED.format("Publié\u00a0: %(date)s")),
        ("es", PLAIN.format("¿Idiomas?")),
        ("ja", DATED.format("公開：%(date)s")),
        ("zh", NOTED.format("本文已由发布者撤回。")),
        ("ru", PLAIN.format("Языки\u00a0— все")),
        ("ar", PLAIN.format("اللغات، كلها معًا")),
    ],
)
def test_what_is_right_is_left_alone(tree, tag, entry):
    assert not said(tree, tag, entry)


def test_a_form_for_one_number_may_say_it_in_words_and_no_other_form(tree):
    forms = ["لا مقالات", "مقال واحد", "مقالان", *["%(count)s مقال"] * 3]
    entry = COUNTED.partition("msgstr")[0]
    right = entry + "".join(f'msgstr[{slot}] "{one}"\n' for slot, one in enumerate(forms))
    assert not said(tree, "ar", right)
    wrong = right.replace('msgstr[3] "%(count)s مقال"', 'msgstr[3] "مقالات"')
    assert "%(count)s is lost" in said(tree, "ar", wrong)[0]


def test_a_wrong_plural_rule_is_named_with_the_right_one(tree):
    head = header("pt").replace("n > 1", "n != 1")
    (found,) = said(tree, "pt", PLAIN.format("Idiomas"), head=head)
    assert found.endswith("Plural-Forms: write “nplurals=2; plural=(n > 1);”")


def test_a_regional_catalog_repeats_nothing(tree):
    write(tree, "pt", PLAIN.format("Idiomas"))
    assert "it is inherited" in said(tree, "pt-PT", PLAIN.format("Idiomas"))[0]
    assert not said(tree, "pt-PT", PLAIN.format("Línguas"))


def test_a_message_that_uses_another_word_than_the_glossary_is_named(tree):
    term = 'msgctxt "glossary"\nmsgid "withdrawn"\nmsgstr "zurückgezogen"\n\n'
    found = said(tree, "de", term + NOTED.format("Der Artikel wurde entfernt."))
    assert any("the glossary calls “withdrawn” zurückgezogen" in one for one in found)
    assert not said(tree, "de", term + NOTED.format("Man hat ihn zurückgezogen."))


def test_a_gap_is_a_fault_in_the_ten_and_a_warning_beyond_them(tree):
    write(tree, "de", PLAIN.format("Sprachen"))
    write(tree, "pl", PLAIN.format("Języki"))
    report = check(tree)
    gaps = [fault for fault in report.faults if fault.is_gap]
    assert {one.file for one in gaps} == {"locales/de/LC_MESSAGES/swifeeds.po"}
    assert {one.file for one in report.warnings} == {"locales/pl/LC_MESSAGES/swifeeds.po"}
    assert len(gaps) == len(report.warnings) == 3 + 13
    assert [line.split() for line in report.table if line.startswith("pl")] == [
        ["pl", "1", "0", "16", "17"]
    ]


def test_a_lost_catalog_of_the_ten_is_named(tree):
    assert "locales/ru: file: a catalog is missing: bring it back" in map(str, check(tree).faults)


def test_a_template_older_than_the_code_is_named(tree):
    assert not [one for one in check(tree).faults if "older than the code" in one.what]
    (tree / "src/room/code.py").write_text(CODE + 'locale.text("New")\n')
    assert [str(one) for one in check(tree).faults if "older than the code" in one.what] == [
        "locales/swifeeds.pot: file: older than the code: run `make messages`"
    ]


def test_a_catalog_in_another_form_is_named(tree):
    write(tree, "de", PLAIN.format("Sprachen"))
    assert any("one form" in one.what for one in check(tree).faults)
    file = files.catalog_file(tree, "de")
    file.write_bytes(files.canonical(files.read(file)))
    assert not any("one form" in one.what for one in check(tree).faults)


def test_a_file_that_is_no_catalog_is_named(tree):
    write(tree, "de", 'msgid "a\n')
    (found,) = [one for one in check(tree).faults if "cannot be read" in one.what]
    assert str(found).startswith("locales/de/LC_MESSAGES/swifeeds.po: file: cannot be read")


def test_without_msgfmt_the_check_fails_loudly(tree):
    write(tree, "de", PLAIN.format("Sprachen"))
    (found,) = check_with_gettext("de", files.catalog_file(tree, "de"), "msgfmt-not-there")
    assert "not installed: install GNU gettext" in str(found)


@pytest.mark.parametrize(
    "call",
    ['text(f"{n} new")', 'text("a" + b)', 'text_in("x", "%s" % n)', 'text("{}".format(n))',
     'plural("a", f"{n}", 2)'],
)  # fmt: skip
def test_a_message_that_is_built_at_run_time_is_named_with_its_line(tree, call):
    (tree / "src/room/code.py").write_text(f"\nsay.{call}\n")
    (found,) = check_calls(tree)
    assert str(found).startswith("src/room/code.py: line 2: the message is put together")


@pytest.mark.parametrize("call", ['_("a" ~ b)', "_(b)", 'pgettext("x", b)', '_("%s" % b)'])
def test_a_message_that_is_built_in_a_template_is_named_too(tree, call):
    (tree / "src/room/templates").mkdir()
    (tree / "src/room/templates/page.html").write_text(f"\n{{{{ {call} }}}}\n")
    (found,) = check_calls(tree)
    assert str(found).startswith("src/room/templates/page.html: line 2: ")


def test_a_message_that_is_written_out_is_no_fault(tree):
    (tree / "src/room/code.py").write_text('say.text("a %(b)s", b=f"{n}")\nthing.text(name)\n')
    assert not list(check_calls(tree))


@pytest.mark.parametrize(
    ("tag", "number", "forms"),
    [("pl", 3, "2011222"), ("he", 3, "2012222"), ("hi", 2, "0011111"), ("nl", 2, "1011111"),
     ("cs", 3, "2011222"), ("tr", 2, "1011111"), ("ko", 1, "0000000"), ("pt-AO", 2, "1011111")],
)  # fmt: skip
def test_other_languages_count_as_cldr_says(tag, number, forms):
    """The form for 0, 1, 2, 3, 5, 11 and 100."""
    count, rule = plural_forms(tag)
    choose = c2py(rule)
    assert count == number
    assert [forms.index(str(choose(n))) for n in (0, 1, 2, 3, 5, 11, 100)] == [
        forms.index(one) for one in forms
    ]
