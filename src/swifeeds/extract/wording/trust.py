"""The trust mark of the Journalism Trust Initiative, whose name is the same or translated."""

from __future__ import annotations

_JTI = (
    "jti|journalism trust initiative|ジャーナリズム・トラスト|ジャーナリズムトラスト|報道信頼|"
    "مبادرة الثقة|الثقة في الصحافة|الثقة بالصحافة|新闻信任|新聞信任|新闻可信|新聞可信|"
    "新闻信托|доверия к журналист|доверие к журналист|журналистского доверия|"
    "инициатива доверия|confiance dans le journalisme|confianza en el periodismo|"
    "confianza periodistica|confiança no jornalismo|fiducia nel giornalismo|"
    "vertrauen in den journalismus|vertrauen im journalismus"
)
_CERTIFIED = (
    "certif|zertif|認証|認定|认证|認證|شهادة|اعتماد|معتمد|معتمدة|حاصل|сертиф|аккредит|akkredit"
)
_STANDARDS = (
    "standard|norm|complian|comply|criteri|critèr|übereinstimm|konform|conform|基準|標準|标准|"
    "准则|準則|準拠|معايير|معيار|стандарт|соответств|критери|padrões|padrão|estándar|"
    "richtlinien|guideline|requirements|regeln|directives|principi|規格|规范"
)

CERTIFIED = (f"{_JTI} + {_CERTIFIED}",)
STANDARDS = (f"{_JTI} + {_STANDARDS}",)
