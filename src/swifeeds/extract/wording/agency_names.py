"""News agencies as credits name them."""

from __future__ import annotations

AGENCY_NAMES = (
    "AFP", "AP", "dpa", "Reuters", "Keystone-SDA", "Keystone-ATS", "Keystone", "SDA", "ATS",
    "ANSA", "EFE", "Europa Press", "Lusa", "Agência Brasil", "APA", "AGI", "Adnkronos", "Belga",
    "Ritzau", "TASS", "ТАСС", "Interfax", "Интерфакс", "РИА Новости", "Рейтер", "АФП", "Xinhua",
    "新华社", "新華社", "路透社", "法新社", "美联社", "中新社", "共同", "共同通信", "時事",
    "時事通信", "ロイター", "AFP時事", "رويترز", "فرانس برس", "أ ف ب", "د ب أ", "أسوشيتد برس",
    "Kyodo", "Jiji", "PTI", "UPI", "WAM", "SPA",
)  # fmt: skip
