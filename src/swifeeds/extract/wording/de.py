"""German: what the lines around an article say, and how its dates are framed."""

from __future__ import annotations

LINES = {
    "import": (
        (
            "import|übernommen|überführt|migriert|übertragen + "
            "alt|früher|ehemalig|vorherig|bisherig + "
            "content management|cms|redaktionssystem|content system|verwaltungssystem|"
            "managementsystem + "
            "artikel|beitrag|text|seite|story"
        ),
        (
            "automatisch + "
            "import|übernommen|überführt|übertragen|migriert + "
            "alt|früher|archiv|ehemalig|bisherig + "
            "artikel|beitrag|text|seite|story"
        ),
    ),
    "contributions": (
        (
            "kommentar|beiträge|wortmeldungen + "
            "deaktiviert|geschlossen|ausgeschaltet|abgeschaltet|nicht mehr möglich|gesperrt + "
            "diesem artikel|diesem beitrag|dieser story|dieser seite|diesem text|"
            "diesen artikel|diesen beitrag|unter|debatte"
        ),
    ),
    "debates": ("debatte|diskussion + journalist|redaktion + hier|überblick|laufend|mit",),
    "contact": (
        (
            "fehler|gespräch|diskussion|irrtum|hinweis + "
            "e mail|email|mail an|schreiben sie|kontaktieren|schreiben an"
        ),
    ),
    "share": ("teilen + story|artikel|beitrag|geschichte|seite",),
    "password": ("passwort|kennwort + änder|zurücksetz|vergessen|wechsel",),
    "profile": ("profil|konto + lösch|entfern + wirklich|sicher|ihr|dein",),
    "story": (
        (
            "artikel|beiträge|mehr|texte + "
            "in dieser story|dieser geschichte|zu dieser story|dieser story|dieser serie|"
            "in diesem dossier|dieses dossiers|zu diesem thema|dieser reihe"
        ),
    ),
    "follow": (
        (
            "abonnier|folge|folgen sie|melde dich|melden sie sich|anmeld|registrier|trag dich|"
            "tragen sie sich|lass dir|lassen sie sich|erhalte + "
            "unser|uns auf|uns bei|deinen posteingang|ihren posteingang|ins postfach|dein postfach|"
            "ihr postfach + "
            "newsletter|posteingang|postfach|facebook|twitter|instagram|telegram|whatsapp|youtube|"
            "podcast|kanal|app"
        ),
    ),
}

PUBLISHED = (
    r"(?:diese[rs]? \w+ wurde )(?:erstmals )?am|(?:veröffentlicht|publiziert|erschienen|"
    r"veröffentlichung(?:sdatum)?|aufgeschaltet)(?: am| vom)?"
)

UPDATED = r"(?:zuletzt )?(?:aktualisiert|geändert)(?: am)?"

EXTERNAL_LINK = ("Externer Link",)
AGENCIES = (
    "agentur",
    "nachrichtendienst",
)

RELATED = (
    r"mehr zum thema|mehr zu[mr]?|mehr lesen|(?:lesen|hören|sehen) sie auch|lies auch|"
    r"auch interessant|(?:das )?könnte (?:sie|dich)(?: auch)? interessieren|"
    r"das könnte (?:ihnen|dir)(?: auch)? gefallen|"
    r"weitere (?:\w+ )?(?:themen|artikel|beiträge|nachrichten|meldungen|links|news)|"
    r"(?:verwandte|ähnliche) (?:themen|artikel|beiträge)|passend dazu|siehe auch|"
    r"weiterlesen|meistgelesen(?:e artikel)?|empfohlene (?:artikel|beiträge)|zum thema|"
    r"lesetipps?|weiterführende links"
)

PICTURE = (
    r"(?:titel|aufmacher|symbol|vorschau|archiv)?(?:fotos?|bild(?:er)?)(?: ?credits?)?|"
    r"bild(?:quellen?|nachweise?|rechte)|fotograf(?:in)?|fotonachweis"
)

EMBARGO = {
    "until": (
        r"sperrfrist(?:ende)?(?= ?:) @",
        r"(?:unter )?(?:presse|medien|nachrichten)-?embargo(?: bis(?: zum)?|(?= ?:)) @",
    ),
    "before": (
        (
            r"(?:bitte )?nicht vor (?:dem |der )?@ (?:zu )?"
            r"(?:veröffentlichen|publizieren|verwenden|senden|verbreiten)"
        ),
        (
            r"(?:veröffentlichung|publikation|verbreitung|verwendung) (?:ist )?"
            r"(?:erst|nicht vor|frühestens)(?: ab| am| dem)* @"
        ),
    ),
    "word": (
        r"sperrfrist(?: endet| gilt)?(?: bis(?: zum)?)?(?: am)? @",
        r"(?:unter )?embargo(?: bis(?: zum)?)? @",
    ),
    "from": (
        r"frei(?:gabe|gegeben)?(?: erst)? ab @",
        r"nicht vor(?: dem)? @",
        r"zur veröffentlichung(?: frei)?(?: erst)?(?: ab| am)? @",
    ),
}
