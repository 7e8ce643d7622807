"""Sample pages of our own writing, read whole: six old ones in six markups, a modern one, an index.

`SWIFEEDS_UPDATE_GOLDEN=1` writes what is read now; look at the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.unit.extract.page_documents import URL, make_document, make_source
from tests.unit.extract.test_feeds_golden import lines

from swifeeds.extract import extract, extract_article
from swifeeds.model import Contributions, Credit, Dating, Precision, Provenance

GOLDEN = Path(__file__).parents[2] / "golden" / "extract" / "pages"
SAMPLES = sorted(path.stem for path in GOLDEN.glob("*.html"))
OLD = [name for name in SAMPLES if name.startswith("legacy-")]
FURNITURE = (
    "JTI", "@", "import", "übernommen", "importé", "استيراد", "移行", "导入", "Print", "password",
    "Passwort", "mot de passe", "كلمة المرور", "パスワード", "密码", "profil", "ملفك",
    "プロフィール", "资料", "Share", "teilen", "Partager", "شارك", "シェア", "分享", "agencies",
    "Agenturen", "agences", "وكالات", "通信社", "通讯社", "External", "externe", "turned off",
    "deaktiviert", "désactivées", "إيقاف",
)  # fmt: skip


ADDRESSES = {
    "modern-json-ld": "https://harbour.example/en/2024/night-buses-return",
    "index-cards": "https://harbour.example/en/",
}


def document(name):
    address = ADDRESSES.get(name, URL)
    return make_document((GOLDEN / f"{name}.html").read_bytes(), url=address, final_url=address)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_page_is_read_field_by_field(name):
    extraction = extract(document(name), make_source())
    outline = "\n".join(lines(extraction)) + "\n"
    expected = GOLDEN / f"{name}.expected.txt"
    if os.environ.get("SWIFEEDS_UPDATE_GOLDEN"):
        expected.write_text(outline, encoding="utf-8")
    assert outline == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", OLD)
def test_an_old_page_gives_all_facts_of_its_margin(name):
    draft = extract_article(document(name), make_source()).drafts[0]
    assert draft.provenance is Provenance.LEGACY_IMPORT
    assert [evidence.scheme for evidence in draft.trust] == ["JTI"]
    assert draft.contributions is Contributions.CLOSED
    assert draft.contact is not None
    assert not draft.contact.startswith(("display", "anzeige", "hyoji", "xianshi"))
    assert draft.credit == Credit(code="with-agencies")
    assert draft.dating == Dating(
        read_from="phrase", precision=Precision.MINUTE, zone="Europe/Zurich"
    )


@pytest.mark.parametrize("name", OLD)
def test_no_furniture_of_an_old_page_is_ever_text(name):
    draft = extract_article(document(name), make_source()).drafts[0]
    read = f"{draft.title} {draft.summary} {draft.content}"
    assert not [words for words in FURNITURE if words in read]
