"""Constructions that amount to a limit, or to a reason, without a word of the tables of limits.

They are asked for only where a limit stands on one side alone, and bear it out both ways: “ruled
out a vote” says “no vote”, and “no vote” “ruled out”. They set no limit themselves, and each bears
out one limit. What bears out every limit near it without being asked for (“put off”, so nobody
votes yet) is in the tables of :mod:`citebound.text.limiting`: the rules that look for any negation,
hedge or intention of a sentence read those alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from citebound.text.limiting import Limit

_PLURAL = r"(?!(?:\w*[suo]s|\w*ways|\w*times|perhaps|besides|\w*wards)\b)\w{3,}s"
"""A plural after *should* is what a condition is about, *should emissions rise*, and no verb."""

_ASKED = (
    r"appeals?|claims?|case|cases|complaints?|petitions?|motions?|(?:law)?suits?|charges?|requests?"
    r"|bids?|bills?|applications?|objections?|amendments?|proposals?|reports"
)
"""What is asked of a court or a council, who grants it or *dismisses* it: a minister is no such."""

AMOUNTS: Mapping[str, Mapping[Limit, tuple[str, ...]]] = {
    "en": {
        Limit.NOT: (
            r"rul(?:e|es|ed|ing) (?:\w+ ){0,4}out", r"exempt\w*", r"yet to", r"short of",
            r"(?:is|are|was|were|be|been|r[ua]n|runs|running|falls?|fell) short",
            r"turn(?:s|ed|ing)? (?:\w+ ){0,4}down", r"thr(?:ow|ows|own|ew) (?:\w+ ){0,4}out",
            r"(?:advis|warn|decid|vot)\w* against",
            r"(?:lock\w*|kept|keeps?|keeping|left|shut|crowd\w*|r[ua]n|runs|running) out",
            r"out of (?:order|use|service|bounds|reach|stock|work|contact)", r"deadlock\w*",
            r"stalemate", r"impasse", r"in vain", r"br(?:eak|eaks|oke|oken) down", r"collaps\w+",
            r"f(?:all|alls|ell|allen) (?:through|apart)", r"bans?", r"banning", r"outlaw\w*",
            r"closed", r"shut", r"cut off", r"instead of", r"rather than", r"free of", r"missing",
            r"missed", r"non-\w+", r"(?:scrap|drop|abandon)p?(?:ed|s|ing)?", r"disagre\w+",
            r"disallow\w*", r"disqualif\w+", r"dissent\w*", r"discontinu\w+", r"oppos(?:ed?|es)",
            r"vot(?:e[sd]?|ing) (?:\w+ ){0,4}down", rf"dismiss\w* (?:[\w’'-]+ ){{1,4}}(?:{_ASKED})",
            rf"defeat\w* (?:[\w’'-]+ ){{1,3}}(?:{_ASKED})", r"\w+-free", r"absence of",
            r"(?:left|leav(?:e|es|ing)) (?:\w+ ){0,4}open", r"disput(?:e[sd]?|ing)",
            r"contest(?:s|ed|ing)?", r"refut\w+",
        ),
        Limit.IF: (
            r"once", r"subject to", r"pending", r"depend(?:s|ed|ing|ent)?", r"hinge[sd]? on",
            r"without", r"until", r"requir\w+", r"need(?:s|ed)?", r"otherwise", r"only after",
            r"(?<=^|[,;:.—–]\s)(?:should|were|had) (?:the|a|an|it|he|she|they|this|that|\p{Lu}\w+)",
            rf"should (?:the|an?|its?|his|her|their|s?he|they|this|these|those|any|{_PLURAL})(?= )",
            r"assuming(?! (?:office|power|control|command))", r"on the assumption",
        ),
        Limit.MAY: (
            r"suspicion\w*", r"suspect(?:s|ing)?", r"accus\w+", r"alleg\w+", r"probab\w+",
            r"(?:is|are|was|were) said to", r"likelihood",
            r"(?:is|are|was|were|be|been) (?:\w+ )?(?:thought|believed|feared|assumed)",
            r"consider(?:s|ing)?", r"weigh(?:s|ing)?", r"mull\w*", r"suggest\w*", r"indicat\w+",
            r"rumou?r\w*", r"claim(?:s|ed|ing)?", r"estimat\w+", r"doubt\w*", r"rul\w+ out",
            r"presum\w+", r"unconfirmed", r"chances?", r"risk\w*",
        ),
        Limit.PLAN: (
            r"announc\w+", r"prepar\w+", r"hoping", r"intention\w*", r"set to", r"agree\w*",
            r"vowing", r"pledging",
        ),
        Limit.PART: (r"(?:not|nearly|almost|virtually) (?:all|every\w*)", r"an? (?:few|handful)",
                     r"(?:more than|over) half"),
        Limit.MOST: (r"entirely", r"exclusive\w*", r"depend\w*", r"alone", r"nobody but",
                     r"no[- ]?one but", r"nothing but", r"none but", r"except\w*", r"exempt\w*"),
    },
    "ru": {
        Limit.NOT: (r"остал\w+ в силе", r"остаётся в силе", r"сорва\w+", r"провал\w+",
                    r"запре\w+", r"отсутств\w+", r"неизвестн\w+", r"исключ\w+"),
        Limit.IF: (r"при условии", r"в случае", r"после того", r"без"),
        Limit.MAY: (r"подозр\w+", r"обвин\w+", r"считает\w*", r"предпол\w+", r"вероятн\w+"),
        Limit.PLAN: (r"пообещ\w+", r"обещ\w+", r"намер\w+", r"собира\w+", r"объяви\w+"),
        Limit.PART: (r"(?:более|больше) половины",),
        Limit.MOST: (r"целиком", r"кроме"),
    },
    "my": {},
}  # fmt: skip
"""What amounts to a limit of a kind: patterns of whole words."""

DOUBLED: Mapping[str, tuple[str, ...]] = {
    "nor": ("neither",),
    "не": ("никто", "никого", "никому", "ничто", "ничего", "никогда", "ни", "никакой", "никакие"),
}
"""A second word of one negation, and the first: “neither works nor studies”."""

_NEGATION = r"(?:not|no|never|nobody|none|nothing|neither|cannot|without|\w+n['’]t)\b"
_SUPERLATIVE = r"(?:\p{L}{2,}est|most|best|worst|first|record|top|only|ever|unrivalled)"
_MORE_THAN = r"(?:\p{L}{2,}er|more|less|worse)\b.*\bthan"
_UNLESS = r"(?:without|unless|until)"
_NEEDS = r"needs?|needed|requir\w+|depend\w*|subject to|pending|hinges?|otherwise"
_NOT_BEFORE = r"not before|not until|took until|only in|as late as"
_ALLOWED = r"open|allow\w*|permi\w+|entitl\w+|must|licen[cs]\w+|eligible"
_FORBIDDEN = r"closed|bans?|banned|prohibit\w*|forb[ai]d\w*|barred|outlaw\w*|off[- ]limits"
_VOTED_ON = r"referendum|plebiscite|ballot|question|decision|vot(?:e|es|ing) on"

_APPROVED = r"approv|ratif|consent|sign|confirm|authori|endors|adopt|pass"
_STILL_TO_APPROVE = (
    rf"(?:(?:still|yet)\b(?: \w+){{1,4}}|await\w*|pending)\b.*\b(?:{_APPROVED})\w*"
    rf"|(?:{_APPROVED})\w*\b.*\b(?:still|outstanding|pending)"
)
_ACQUITTED = r"acquit\w*|clear(?:ed|s|ing)\b.*\bof|exonerat\w*"
_LESSEN = r"fall|drop|declin\w+|decreas\w+|chang\w+|stop\w*|end|ends|cut|cease\w*|abate\w*"
_TELL = r"say|said|tell|told|disclos\w+|reveal\w*|admit\w*|publish\w*|shar(?:e|ed)|divulg\w+"
_CONCEAL = (
    r"hid(?:e|es|den|ing)?|conceal\w*|with(?:held|hold\w*)|suppress\w*|(?:kept|keep\w*) secret"
)
_IN_VAIN = (
    r"not|no(?! one\b)|none|denied|refused|barred|blocked|closed|cut off|unable|impossible|failed"
    r"|unavailable|unverified|lack\w*"
)
_NO_LONGER = (
    r"until|till|used to|former(?:ly)?|expir\w+|with(?:draws?|drew|drawn)|stopp\w+|cease[sd]?"
    r"|lift\w*|los(?:es?|t|ing)"
)
_OR_ELSE = (
    r"(?:must|ha(?:s|ve|d) to|ordered to|told to)\b.*\bor (?:else|face|pay|risk|lose|be|go)"
    r"|(?:on|under) (?:pain|penalty|threat) of"
)
_DISBELIEVE = r"(?:not|n['’]t|never) (?:believ|accept|credit|persuad|convinc)\w*|disbeliev\w*"
_AS_NOW = (
    r"(?<!\bcontinu\w+ )at (?:the|this|its|their) (?:present|current) (?:rate|pace)|continuing"
)
_NOT_KNOWN = r"un(?:proven|proved|known|clear|decided|certain|confirmed|tested)|open|not"
_ESTABLISHED = (
    r"shown|proven|proved|known|clear|demonstrated|established|determined|decided|confirmed|tested"
    r"|verified"
)

TOGETHER: Mapping[str, tuple[tuple[Limit, str, str], ...]] = {
    "en": (
        (Limit.NOT, rf"{_UNLESS}|(?:cannot|not)\b.*\b{_UNLESS}", _NEEDS),
        (
            Limit.NOT,
            _NEGATION + r".*\b(?:before|until|till|earlier|sooner)",
            rf"at the (?:very )?earliest|no (?:earlier|sooner) than|{_NOT_BEFORE}",
        ),
        (Limit.NOT, rf"(?<=\b{_UNLESS}\b.*)(?:cannot|not|no|nobody)", _NEEDS),
        (Limit.NOT, _NEGATION + r".*\bsince", rf"last|most recent|{_SUPERLATIVE}\b.*\bsince"),
        (
            Limit.NOT,
            r"(?<=\bhad )never|(?:never|not|no|nobody|none)\b.*\b(?:before|until)",
            r"first (?:\w+ ){1,3}(?:to|in|who|that|whose|ever)|first (?:time|ever)",
        ),
        (Limit.NOT, rf"(?:not|no|never|neither|nor)\b.*\b(?:{_APPROVED})\w*", _STILL_TO_APPROVE),
        (
            Limit.NOT,
            r"(?:(?<=\b(?:may|can|must) )not|cannot|no longer)|not\b.*\b(?:allow|permit|entitl)\w*",
            _FORBIDDEN,
        ),
        (
            Limit.NOT,
            r"(?<=\bneed )not|not\b.*\b(?:have to|need to|required|apply|obliged)",
            r"exempt\w*",
        ),
        (Limit.NOT, r"not\b.*\b(?:guilty|convict\w*)|no (?:evidence|proof)", _ACQUITTED),
        (Limit.NOT, rf"not\b.*\b(?:{_LESSEN})", r"continu\w+|go(?:es)? on|persist\w*"),
        (Limit.NOT, rf"not\b.*\b(?:{_TELL})", _CONCEAL),
        (
            Limit.NOT,
            r"fail\w* to \w+",
            r"(?:should|ought to) have|poor(?:ly)?|bad(?:ly)?|neglect\w*",
        ),
        (Limit.NOT, r"no longer|not\b.*\bany ?(?:more|longer)", _NO_LONGER),
        (Limit.NOT, r"(?<=\bif\b.*)(?:not|fail\w*)|(?<=\bif\b.*\w)n['’]t", _OR_ELSE),
        (
            Limit.NOT,
            r"not (?:\w+ )?(?:sufficient|enough|adequate)",
            r"too (?:little|few|weak|small)",
        ),
        (Limit.NOT, r"(?:reject|dismiss)\w*\b.*\b(?:claim|argu|assert|explan)\w*", _DISBELIEVE),
        (Limit.NOT, r"not (?:all|every\w*|each)", r"some|many|most|several|few|majority"),
        (Limit.NOT, _NEGATION + rf".*\b(?:{_MORE_THAN}|so|before)", _SUPERLATIVE),
        (
            Limit.NOT,
            r"(?:no|nobody|none|nothing|not)\b.*\b(?:but|other|else|except)",
            r"(?<!not )only|sole|alone",
        ),
        (Limit.MOST, r"only|sole|solely", r"outside|" + _NEGATION),
        (Limit.MOST, r"only", r"enough|suffic\w+"),
        (
            Limit.MOST,
            r".+",
            rf"(?:no|nobody|none|never|not)\b.*\b(?:{_MORE_THAN}|but|before|other|else)",
        ),
        (Limit.MAY, r"may\b(?! have\b| not\b)", _ALLOWED),
        (Limit.MAY, r"may (?:not|no longer)\b(?! have\b)", _FORBIDDEN),
        (Limit.MAY, r"unlikely", r"not\b.*\b(?:expect|foresee|anticipat|think|believ)\w*"),
        (Limit.MAY, r"(?<=\bonly\b.*)may", _FORBIDDEN),
        (Limit.MAY, r"(?<=\b(?:neither|nobody|no one|none|nothing)\b.*)could", _IN_VAIN),
        (Limit.MAY, r"alleg\w*", r"indictments?|prosecut\w+|charge sheets?|lawsuits?|complaint"),
        (Limit.MAY, r"could|would|might|may", r"if|unless|fac(?:es?|ed|ing)"),
        (Limit.MAY, r"could not be|cannot be|couldn['’]t be", r"no|none|lack\w*|without"),
        (Limit.MAY, r"possib\w+|may|might|could", r"(?:not|n['’]t) (?:rul\w+ out|exclude\w*)"),
        (Limit.IF, r"if|unless|provided", r"could|would|might"),
        (Limit.IF, r"if\b.*\b(?:not|fail\w*|n['’]t)|unless", _OR_ELSE),
        (Limit.IF, r"if\b.*\b(?:convicted|found guilty)", r"convictions?|carries|punishable"),
        (Limit.IF, r"if\b.*\b(?:continu\w+|go on|goes on)", _AS_NOW),
        (Limit.IF, r"except", r"exempt\w*|exceptions?|excluding|other than|apart from|but not"),
        (Limit.IF, r"whether", _VOTED_ON),
        (Limit.IF, rf"whether\b.*\b(?:{_NOT_KNOWN})", rf"not\b.*\b(?:{_ESTABLISHED})"),
    ),
    "ru": (
        (Limit.NOT, r"не (?:смо[жг]\w+|будет|сыгра\w+|выйдет|вышел|вышла|поед\w+)", r"пропуст\w+"),
        (Limit.NOT, r"не (?:будет )?(?:работа\w+|откры\w+|действ\w+|принима\w+)", r"закры\w+"),
        (Limit.NOT, r"(?:не|ни)\b.*\b(?:до|раньше|ранее)", r"не раньше|не ранее|только в|лишь в"),
        (
            Limit.NOT,
            r"никогда|(?<=\b(?:никогда|раньше|прежде|ранее)\b.*)не|не\b.*\b(?:раньше|прежде)",
            r"впервые|перв\w+ (?:раз|в истории)",
        ),
        (
            Limit.NOT,
            r"не (?:успе\w+|уложи\w+|смо[гж]\w*)",
            r"(?:сорва|опозда|просроч|затян|задерж)\w*",
        ),
        (
            Limit.NOT,
            r"не\b(?: \w+){0,2} (?:говор|сказа|сообщ|раскры|рассказ|призна)\w+",
            r"(?:скры|утаи|умалчива|замалчива|промолча|молч)\w+",
        ),
    ),
    "my": (),
}
"""A kind of limit, how it is said on one side, from the word that limits on, and what says the same
on the other: “not before 2026” is “in 2026 at the earliest”, and no other “not” is.
"""

_KEEPS_ITS_WORD = r"i(?:on|t|que|f|vers|lat|corn)|til|der|less|veil|leash|fold|load|cover|earth"
_ENDINGS = r"ed|[ai]ble|wn|en|ing|ful|ar|al|fit|it|le|ess|ent"
_SHORT_ROOTS = r"safe|sure|fair|true|wise|kind|seen|paid|sold|hurt|even|real|used|fit|met|made"
_WITH_IN = r"complete|active|sufficient|adequate|correct|accurate|valid|capable|sane"
_OF_RUSSIAN = r"извест|возмож|закон|полн|доступ|достат"

PREFIXES: Mapping[str, str] = {
    "en": rf"""(?:un(?!{_KEEPS_ITS_WORD})(?=\p{{L}}{{4}}\p{{L}}*(?:{_ENDINGS})\b)
        |un(?=(?:{_SHORT_ROOTS})\b)
        |(?:in|im|ir|il|non)(?=\p{{L}}{{3,}}(?:able|ible)\b)|in(?=(?:{_WITH_IN})\b)
        |im(?=(?:possible|passable|perfect)\b)|il(?=(?:legal|legible)\b)|ir(?=regular\b))\p{{L}}+
        |\p{{L}}{{3,}}(?<!doubt|neverthe|nonethe|regard)less""",
    "ru": rf"бе[зс](?=\p{{L}}{{4}})\p{{L}}+|не(?=(?:{_OF_RUSSIAN})\p{{L}}+)\p{{L}}+",
    "my": r"(?!)",
}
"""Words that negate by the way that they are made: *undisclosed*, *incomplete*. An adverb so made
denies how something was done, and not that it was.
"""

_JUDGED = (
    r"fined|bann(?:ed|s)|bans|acquitted|dismissed|arrested|prais\w+|criticis?z?\w+|jailed|sentenced"
    r"|convicted|suspended|punished|thank\w+|condemn\w+|sued|charged|sanctioned|detained|sacked|"
    r"fired|blam\w+|honou?red|awarded|expelled|imprisoned|executed|apologis\w+"
)
_TIMES = r"year|month|week|day|hour|decade|minute|life\b|good\b|ever\b|now\b|the (?:first|last)"

_AS_ELSE = r"well|of|in|if|though|to|for|an?|expected|planned|usual|part|many|much|long|soon|far"
_LEAVES = (
    r"resign\w*|quits?|quitting|stepp?(?:s|ed|ing)?\sdown|step\sdown|ousted|protest\w*|strikes?|struck"
    r"|walk(?:s|ed|ing)\sout|ral(?:ly|lied|lies)|boycott\w*|apologi[sz]\w+|removed|withdr[ae]w\w*"
)

REASONS: Mapping[str, str] = {
    "en": rf"""\b(?:citing|cited|cites)\b
        |,\s(?:say|rul|argu|not|find|warn|claim|explain|complain)ing\s(?:that\b|it\b|he\b|she\b
           |they\b|the\b|there\b|its\b)
        |(?:\bas\s(?:there|it|he|she|they|we)|,\sas\s(?:no|the|its|his|her|their))\b(?![^.;]{{0,60}}
           \b(?:say|says|said|report|reports|reported|told|put|puts|show|shows)\b)
        |\b(?:{_JUDGED})\b(?:[^.;]|\.\d){{0,80}}?\bfor\s(?!\d|[^.;,]{{0,24}}\b(?:{_TIMES}))\p{{L}}
        |\b(?:lack|want)\sof\b|\black(?:s|ed|ing)?\s(?:\w+\s){{1,3}}to\b
        |\b(?:blamed?|blames|blaming)\b|\b(?:brings?|brought|bringing)\b[^.;]{{1,60}}\bto\s(?:an?\s)?(?:standstill|halt|stop|end|close)\b
        |\bon\s(?:the\s)?(?:grounds?|suspicion)\b|\bin\s(?:response|protest|retaliation)\b
        |\b(?:attributed?|attributes)\b|\b(?:triggered|sparked|spurred|driven|fuelled|fueled)\b
        |\bstem(?:s|med|ming)?\sfrom\b
        |,\sas\s(?!(?:{_AS_ELSE})\b)(?:\p{{L}}+\s){{1,6}}(?:was|were|is|are|had|has|have|could|did)\b
           (?![^.;]{{0,40}}\b(?:say|says|said|report|reports|reported|told|put|puts)\b)
        |\b(?:{_LEAVES}|{_JUDGED})\b(?:[^.;,]|\.\d){{0,60}}?\bover\s(?!\d|(?:the|a|an|two|three|many
           |several)\s[^.;,]{{0,16}}\b(?:{_TIMES}))\p{{L}}""",
    "ru": r"\b(?:сославшись|ссылаясь|поскольку|за\sто|ввиду|вызванн\w+|вызвал\w*|виной)\b",
    "my": r"(?!)",
}  # fmt: skip
"""What gives a reason without a word of the tables: who was fined *for* failures, or vetoed a bill
*citing* its cost. What came *after* something, or *with* it, has none.
"""
