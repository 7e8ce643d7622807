"""News agencies: every name that credits give them, and what each language's press calls them.

A credit is kept as it was printed. The sentence that a reader sees names the agency as the papers
of that language do: `路透社` is `Reuters` in a German feed and `رويترز` in an Arabic one. An agency
that is not listed here keeps the name that its page gives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from swifeeds.localise.words.later import later_in

AGENCIES: Mapping[str, tuple[str, ...]] = {
    # Translators: news agencies, as the press of the language calls them.
    later_in("agency", "Reuters"): ("Рейтер", "路透社", "ロイター", "ロイター通信", "رويترز"),
    later_in("agency", "AFP"): (
        "Agence France-Presse", "АФП", "Франс Пресс", "法新社", "AFP通信", "AFP통신",
        "فرانس برس", "وكالة فرانس برس", "أ ف ب", "ا ف ب",
    ),
    later_in("agency", "AP"): (
        "Associated Press", "АП", "Ассошиэйтед Пресс", "美联社", "美聯社", "AP通信",
        "أسوشيتد برس", "أسوشييتد برس",
    ),
    later_in("agency", "dpa"): (
        "DPA", "ДПА", "德新社", "DPA通信", "د ب أ", "وكالة الأنباء الألمانية",
    ),
    later_in("agency", "Keystone-SDA"): ("Keystone-ATS", "Keystone-SDA-ATS"),
    later_in("agency", "SDA"): ("ATS", "sda", "ats", "SDA-ATS", "スイス通信", "瑞士通讯社"),
    later_in("agency", "Keystone"): (),
    later_in("agency", "ANSA"): ("Ansa", "АНСА", "安莎社", "ANSA通信", "أنسا"),
    later_in("agency", "AGI"): (),
    later_in("agency", "Adnkronos"): ("Аднкронос", "أدنكرونوس"),
    later_in("agency", "EFE"): ("Efe", "ЭФЭ", "埃菲社", "EFE通信", "إفي"),
    later_in("agency", "Europa Press"): ("Европа Пресс", "欧洲新闻社", "أوروبا برس"),
    later_in("agency", "Lusa"): ("Луза", "卢萨社", "ルサ通信", "لوسا"),
    later_in("agency", "Agência Brasil"): ("Agencia Brasil", "巴西通讯社", "ブラジル通信"),
    later_in("agency", "APA"): ("奥通社", "奥地利通讯社", "オーストリア通信"),
    later_in("agency", "Belga"): ("Белга", "比利时通讯社", "ベルガ通信", "بلغا"),
    later_in("agency", "Ritzau"): ("Ритцау", "リッツァウ通信", "ريتزاو"),
    later_in("agency", "TASS"): (
        "Tass", "ITAR-TASS", "Itar-Tass", "ТАСС", "ИТАР-ТАСС", "塔斯社", "俄塔社", "タス通信",
        "イタル・タス通信", "تاس", "إيتار تاس",
    ),
    later_in("agency", "Interfax"): (
        "Интерфакс", "«Интерфакс»", "国际文传电讯社", "インタファクス通信", "إنترفاكس",
    ),
    later_in("agency", "RIA Novosti"): (
        "RIA Nowosti", "Ria Novosti", "РИА Новости", "РИА «Новости»", "俄新社",
        "RIAノーボスチ通信", "ロシア通信", "ريا نوفوستي", "نوفوستي",
    ),
    later_in("agency", "Xinhua"): (
        "Chine nouvelle", "新华社", "新華社", "Синьхуа", "شينخوا",
    ),
    later_in("agency", "China News Service"): (
        "中新社", "中国新闻社", "中国新聞社", "Чжунсиньшэ",
    ),
    later_in("agency", "Kyodo"): (
        "Kyodo News", "共同", "共同通信", "共同社", "Киодо", "كيودو",
    ),
    later_in("agency", "Jiji"): (
        "Jiji Press", "時事", "時事通信", "时事社", "Дзидзи Пресс", "جيجي برس",
    ),
    later_in("agency", "AFP-Jiji"): ("AFP時事", "AFP-JIJI"),
    later_in("agency", "Yonhap"): (
        "연합뉴스", "聯合ニュース", "韩联社", "韓聯社", "Рёнхап", "Ренхап", "يونهاب",
    ),
    later_in("agency", "KCNA"): ("朝中社", "朝鮮中央通信", "ЦТАК"),
    later_in("agency", "PTI"): ("印度报业托拉斯", "PTI通信"),
    later_in("agency", "UPI"): ("合众国际社", "UPI通信", "ЮПИ"),
    later_in("agency", "Bloomberg"): ("彭博社", "彭博", "ブルームバーグ", "بلومبرغ", "Блумберг"),
    later_in("agency", "Anadolu"): (
        "Anadolu Agency", "الأناضول", "阿纳多卢通讯社", "アナドル通信", "Анадолу",
    ),
    later_in("agency", "WAM"): ("وام", "阿通社"),
    later_in("agency", "SPA"): ("واس", "沙通社", "沙特通讯社"),
    later_in("agency", "KUNA"): ("كونا", "科威特通讯社", "クウェート通信", "КУНА"),
    later_in("agency", "MENA"): ("أ ش أ", "وكالة أنباء الشرق الأوسط", "中东社", "中東通信"),
    later_in("agency", "IRNA"): ("إرنا", "伊通社", "イラン国営通信", "ИРНА"),
}  # fmt: skip
"""By the name that the English press uses: other names, as credits print them."""


def agency_of(printed: str) -> str | None:
    """The agency's key in `AGENCIES`, by any of its names; None for one that is not listed."""
    return _keys().get(printed) or _keys().get(printed.casefold())


@lru_cache(maxsize=1)
def _keys() -> Mapping[str, str]:
    named = {name: key for key, others in AGENCIES.items() for name in (key, *others)}
    return {name.casefold(): key for name, key in named.items()} | named
