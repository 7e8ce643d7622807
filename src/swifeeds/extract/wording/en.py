"""English: what the lines around an article say, and how its dates are framed."""

from __future__ import annotations

LINES = {
    "import": (
        (
            "import|migrat|transfer|moved + "
            "old|former|previous|legacy|earlier + "
            "content management|cms|editorial system|publishing system|content system + "
            "article|page|content item|story|text|post"
        ),
        (
            "automatic + "
            "import|migrat|transfer|convert + "
            "old|former|previous|legacy|archive|earlier + "
            "article|page|content item|story|text|post"
        ),
    ),
    "contributions": (
        (
            "contribution|comments|commenting + "
            "turned off|closed|disabled|deactivated|switched off|no longer possible|"
            "not possible|no longer open + "
            "this article|this story|this page|under|below|debate"
        ),
    ),
    "debates": ("debate|discussion + journalist|team + here|join|overview|ongoing",),
    "contact": (
        (
            "error|conversation|discuss|feedback|mistake + "
            "email us|e mail us|write to us|mail us|contact us|us at|by email|an email|"
            "an e mail|write to"
        ),
    ),
    "share": ("share + story|article|page|this",),
    "password": ("change|reset|forgot + password",),
    "profile": ("profile|account + delete|remove + really|sure|your|want",),
    "story": (
        (
            "article|stories|more|contents + "
            "in this story|of this story|in the story|on this story|from this story|"
            "about this story|in this series|in this dossier|in this topic|of this series|"
            "of the story"
        ),
    ),
    "follow": (
        (
            "sign up|subscribe|follow us|join us|like us|find us|download|get the|get our|"
            "get more + "
            "our|us on|your inbox|we will send|to us + "
            "newsletter|inbox|facebook|twitter|instagram|telegram|whatsapp|youtube|mailing list|"
            "podcast|channel|alerts|app|email|e mail"
        ),
        (
            "sign up|subscribe|register|join + "
            "here|now|today + "
            "want to|stay informed|be informed|never miss|updates"
        ),
    ),
}

PUBLISHED = (
    r"(?:(?:this|the) (?:\w+ ){1,2})?(?:was |has been )?(?:first |originally )?(?:published|"
    r"posted)(?: on| at)?"
)

UPDATED = r"(?:last |latest )?(?:updated|modified|update)(?: on| at)?"

EXTERNAL_LINK = ("External link",)
AGENCIES = (
    "agenc",
    "wire services",
)

RELATED = (
    r"read (?:more|also|next|on)(?: about)?|"
    r"(?:see|also read|read this) also|also read|see also|"
    r"more (?:on|from|about|in|stories|news|coverage)|"
    r"related(?: (?:articles?|stories|story|content|news|topics?|links?|coverage|reading|posts?))?|"
    r"recommended(?: (?:for you|stories|articles|reading))?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular)|"
    r"don[’']t miss|trending(?: now)?|further reading|editors?[’']? picks?|"
    r"what to read next"
)

PICTURE = (
    r"(?:featured? |cover |lead |main )?(?:photo|picture|image)s?"
    r"(?: credits?| courtesy| source| by)?|"
    r"photograph(?:s|y)?(?: by)?|photo illustration|credits?"
)

_NOT_YET = (
    r"not (?:for|to be) (?:publication|release|broadcast|use|published|released|broadcasted|used)"
)
EMBARGO = {
    "until": (
        (
            r"(?:this \w+(?: \w+)? is )?(?:strictly )?embargoed(?: (?:copy|for \w+))?"
            r"(?: until| till| to|(?= ?:)) @"
        ),
        r"(?:under )?(?:strict |press |media |news )+embargo(?: until| till| to|(?= ?:)) @",
        rf"{_NOT_YET}(?: (?:or|and) \w+)* until @",
        r"(?:please )?do not (?:publish|release|use|broadcast|post)(?: (?:or|and) \w+)* until @",
    ),
    "before": (
        rf"{_NOT_YET}(?: (?:or|and) \w+)* (?:before|prior to) @",
        (
            r"(?:please )?do not (?:publish|release|use|broadcast|post)(?: (?:or|and) \w+)*"
            r" (?:before|prior to) @"
        ),
        r"hold for release(?: until| till| on| at|(?= ?:)) @",
    ),
    "word": (
        r"(?:under )?embargo(?: time| date)?(?: ends?| expires?| lifts?)?(?: until| till| to)? @",
        r"(?:strictly )?embargoed(?: (?:copy|for \w+))? @",
        r"hold for release @",
    ),
    "from": (r"not before @", r"for (?:release|publication)(?: on| at| from| after)? @"),
}
