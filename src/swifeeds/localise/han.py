"""Chinese in two scripts, told apart by the characters themselves.

Only signs that one of the two scripts writes and the other does not are counted; most are shared.
"""

from __future__ import annotations

import re

_HANS = re.compile(
    "[们国会时说对发这为东车门问间长马见贝学习书电话应该让认识语请谁读谢讲论设计记许费资贸赛员图团场报"
    "气战争军关开经过还进远运选边达连线红级约纪组织结给终绝继续总网罗义乡买乱亚产亲亿仅从仓仪价众优伟传伤"
    "华协单卖卫历压双变叶号听园围处备头夺奖妇孙宁实审宪宫宽将尔岁岛帮庆废张弹归录态惊战户执扩护担择拥换据]"
)
_HANT = re.compile(
    "[們國會時說對發這為東車門問間長馬見貝學習書電話應該讓認識語請誰讀謝講論設計記許費資貿賽員圖團場報"
    "氣戰爭軍關開經過還進遠運選邊達連線紅級約紀組織結給終絕繼續總網羅義鄉買亂亞產親億僅從倉儀價眾優偉傳傷"
    "華協單賣衛歷壓雙變葉號聽園圍處備頭奪獎婦孫寧實審憲宮寬將爾歲島幫慶廢張彈歸錄態驚戶執擴護擔擇擁換據]"
)
_SHARED = set(_HANS.pattern) & set(_HANT.pattern)
_MOST_TEXT = 4000
_LEAST = 3
_CLEAR_LEAD = 4


def han_script(text: str) -> str | None:
    """`Hans` or `Hant`; None for a text that shows too little of either, or both."""
    sample = text[:_MOST_TEXT]
    simplified = sum(sign not in _SHARED for sign in _HANS.findall(sample))
    traditional = sum(sign not in _SHARED for sign in _HANT.findall(sample))
    if max(simplified, traditional) < _LEAST:
        return None
    if simplified >= _CLEAR_LEAD * traditional:
        return "Hans"
    return "Hant" if traditional >= _CLEAR_LEAD * simplified else None
