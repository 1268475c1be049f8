"""Words of saying and thinking, a closed list for each language; the method page prints them.

Not on the list are words for what somebody decides, sees, wishes, aims at or calls something.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SAYING: Mapping[str, tuple[str, ...]] = {
    "en": (
        "say says said saying", "tell tells told", "reply replies replied",
        "argue argues argued", "assert asserts asserted", "believe believes believed",
        "think thinks thought", "emphasise emphasises emphasised",
        "emphasize emphasizes emphasized", "complain complains complained",
        "contend contends contended", "tweet tweets tweeted",
    ),
    "ru": (
        "сказать сказал сказала сказали говорит говорят говорил говорила говорили",
        "заявить заявил заявила заявили заявило заявляет заявляют",
        "сообщить сообщил сообщила сообщили сообщило сообщает сообщают",
        "отметить отметил отметила отметили отмечает отмечают",
        "считать считает считают считал считала считали", "думать думает думают думал думала",
        "полагать полагает полагают полагал полагала", "написать написал написала пишет пишут",
        "рассказать рассказал рассказала рассказали рассказывает",
        "объяснить объяснил объяснила объяснили объясняет", "добавить добавил добавила добавили",
        "подчеркнуть подчеркнул подчеркнула подчеркнули подчеркивает подчёркивает",
        "предупредить предупредил предупредила предупредили предупреждает",
        "ответить ответил ответила ответили",
        "утверждать утверждал утверждала утверждали утверждает утверждают",
        "настаивать настаивал настаивала настаивали настаивает",
        "подтвердить подтвердил подтвердила подтвердили подтверждает подтверждают",
        "напомнить напомнил напомнила напомнили напоминает",
        "констатировать констатировал констатировала констатировали констатирует",
        "уверен уверена уверены",
    ),
    "my": ("ပြောသည်", "ပြောကြားသည်", "ပြောခဲ့သည်", "ဆိုသည်", "ဟုဆိုသည်", "ရေးသည်", "ဖော်ပြသည်", "ထင်သည်",
           "ယူဆသည်", "ကြေညာသည်"),
}  # fmt: skip
"""Verbs of saying and thinking, each with its forms; the first is the verb."""

WITH_THAT: Mapping[str, tuple[str, ...]] = {
    "en": (
        "report reports reported", "state states stated", "declare declares declared",
        "announce announces announced", "explain explains explained", "warn warns warned",
        "write writes wrote written", "stress stresses stressed", "predict predicts predicted",
        "recall recalls recalled", "claim claims claimed", "insist insists insisted",
        "concede concedes conceded", "add adds added", "note notes noted",
        "remark remarks remarked", "comment commented",
        "mention mentions mentioned", "suggest suggests suggested", "confirm confirms confirmed",
        "deny denies denied", "admit admits admitted", "reveal reveals revealed",
        "estimate estimates estimated", "maintain maintains maintained", "answer answered",
        "acknowledge acknowledges acknowledged", "promise promises promised",
        "vow vows vowed", "pledge pledges pledged", "threaten threatens threatened",
        "swear swears swore sworn", "boast boasts boasted", "testify testifies testified",
        "shout shouts shouted", "whisper whispers whispered", "joke jokes joked",
        "allege alleges alleged", "demand demands demanded",
        "conclude concludes concluded", "observe observes observed", "agree agrees agreed",
        "caution cautions cautioned", "inform informs informed", "lie lies lied",
        "confess confesses confessed",
    ),
    "ru": (
        "признать признал признала признали признаёт признает", "раскрыть раскрыл раскрыла",
        "признаться признался призналась признались признаётся признается",
        "сознаться сознался созналась сознались", "проговориться проговорился проговорилась",
    ),
    "my": (),
}  # fmt: skip
"""Verbs that say something only where what is said follows: *that*, a comma, a quotation."""


def listed(language: str) -> tuple[str, ...]:
    """The verbs of a language that are compared, as the method page prints them."""
    verbs = (*SAYING.get(language, ()), *WITH_THAT.get(language, ()))
    return tuple(sorted({forms.split()[0] for forms in verbs}))


REPORTING: frozenset[str] = _words(
    "report reports reported reporting goes go going perhaps possibly may might reportedly "
    "ascribes ascribed attributes attributed paraphrases paraphrased quotes quoted cites cited "
    "relays relayed according view opinion account сообщает сообщил передаёт передает возможно "
    "словам мнению вероятно"
)
"""Words by which a sentence says that it tells what somebody else said."""

HEDGES: frozenset[str] = frozenset({"perhaps", "possibly", "may", "might", "возможно", "вероятно"})
"""Words by which a sentence leaves open whose words they are."""

SOURCE: frozenset[str] = frozenset(
    {"source", "weblog", "blog", "article", "источник", "статья", "блог"}
)
"""What our sentences call a source itself; in English with *the*."""

BETWEEN: frozenset[str] = _words(
    "has have had also then later again now further itself himself herself themselves once still "
    "publicly openly already recently always repeatedly consistently who "
    "однако также затем позже тогда"
)
"""Words that may stand between a speaker and the verb."""

BEFORE: tuple[str, ...] = ("according to", "in the view of", "in the words of", "по словам",
                           "по мнению", "по данным", "согласно", "как пишет",
                           "как сообщает")  # fmt: skip
"""Words after which a speaker is named."""

AFTER: tuple[str, ...] = ("၏အဆိုအရ", "အဆိုအရ", "၏ ပြောကြားချက်အရ", "ပြောကြားချက်အရ", "အရ")
"""What follows a speaker in Burmese."""

PLURALS: frozenset[str] = _words(
    "experts officials reports analysts critics sources observers diplomats scholars researchers "
    "эксперты чиновники аналитики критики источники наблюдатели дипломаты"
)
"""Speakers without a name, several of them."""

_TOLD = (
    "criticised|criticized|praised|condemned|seen as|viewed as|regarded as|considered|believed|"
    "thought|alleged|expected"
)

_NOT_BY = r"(?! by| to (?:say|think|believe|have said))"

PASSIVE: tuple[str, ...] = (
    rf"\b(?:is|are|was|were|been) (?:\p{{Ll}}+ly |often )?(?:{_TOLD})\b{_NOT_BY}",
    r"\bit (?:is|was) (?:widely )?(?:said|claimed|reported|rumou?red|argued) (?!by)",
    r"\b(?:is|are|was|were) (?:widely )?(?:said|rumou?red|reported|claimed) to\b",
    r"\b(?:is|are|was|were|stands?) accused of\b",
    r"\bthere (?:is|are|were|was) (?:reports?|rumou?rs?|claims?|talk|speculation|allegations?)\b",
    r"\b(?:reportedly|allegedly|supposedly)\b",
    r"\b(?:считается|сообщается|утверждается|якобы)\b",
)
"""How a sentence tells what somebody said or thinks without saying who."""

AUXILIARIES: frozenset[str] = _words(
    "is are was were has have had will would may might can could shall should must does did "
    "был была было были будет будут может могут"
)
"""Verbs by which a title states something."""

_ASCRIBING = (
    "perceive perceives perceived", "see sees saw seen", "view views viewed",
    "regard regards regarded", "consider considers considered", "call calls called",
    "describe describes described", "hope hopes hoped", "fear fears feared",
    "expect expects expected", "feel feels felt", "hold holds held", "know knows knew",
    "ask asks asked", "urge urges urged", "accuse accuses accused", "label labels labelled labeled",
    "brand brands branded", "dub dubs dubbed", "post posts posted", "cry cries cried",
    "point points pointed", "continue continues continued", "speak speaks spoke",
    "want wants wanted", "doubt doubts doubted", "advise advises advised", "quip quips quipped",
    "put puts", "recount recounts recounted", "ascribe ascribes ascribed", "share shares shared",
    "назвать назвал назвала назвали называет", "видеть видит видят", "указать указал указала",
)  # fmt: skip

_JUDGING = (
    "blame blames blamed", "criticise criticises criticised", "criticize criticizes criticized",
    "praise praises praised", "condemn condemns condemned", "denounce denounces denounced",
)  # fmt: skip
"""Verbs of a judgement that is told: “the council blamed the storm”."""

_FORMS = frozenset(
    form
    for verbs in (
        *SAYING["en"],
        *SAYING["ru"],
        *WITH_THAT["en"],
        *WITH_THAT["ru"],
        *_ASCRIBING,
        *_JUDGING,
    )
    for form in verbs.split()
)
_GOING_ON = frozenset(
    form
    for verbs in (*SAYING["en"], *WITH_THAT["en"], *_ASCRIBING, *_JUDGING)
    for verb in verbs.split()[:1]
    for form in (f"{verb}ing", f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing")
)

CUES: frozenset[str] = _FORMS
"""The verbs by which a cue gives words or a thought to somebody, whatever follows them."""

CUES_WITHOUT_SUBJECT: frozenset[str] = _FORMS | _GOING_ON
"""The verbs by which a cue may begin that has a verb of its clause and no subject."""

TO_SOMEBODY: tuple[str, ...] = (
    "told", "asked", "informed", "warned", "urged", "accused", "advised", "blamed", "praised",
    "criticised", "criticized", "condemned", "denounced",
)  # fmt: skip
"""Verbs after which somebody is named who does not speak."""

OF_HIS_OWN: tuple[str, ...] = ("views?", "opinion", "words", "account", "telling", "judge?ment",
                               "estimate")  # fmt: skip
"""What somebody has who is said to say something: in Bob's view."""

PREPOSITIONS: tuple[str, ...] = (
    "of", "from", "in", "to", "with", "by", "for", "against", "about", "on", "at", "near", "over",
    "between", "within", "into", "like", "than", "unlike", "under", "behind", "before", "after",
    "as", "via", "through", "without", "besides?", "despite", "concerning", "regarding",
    "towards?", "around", "among", "past", "since", "until", "в", "из", "от", "с", "к", "о", "об",
    "на", "для", "про", "против", "за", "у", "при", "через", "под",
)  # fmt: skip
"""Words after which a name is not who speaks."""

SPEECHES: frozenset[str] = _words(
    "word words order orders slogan slogans statement statements claim claims motto message "
    "messages command commands demand demands speech speeches cry chant quote remark remarks "
    "terms phrase accusation nickname слова слово приказ лозунг заявление"
)
"""Nouns of speech: what stands beside them in marks reads as what somebody said."""

CALLING: frozenset[str] = frozenset(
    form
    for verbs in (*_ASCRIBING, "write writes wrote", "tweet tweets tweeted", "use uses used")
    for form in verbs.split()
    if not verbs.startswith(("see ", "hold ", "know ", "perceive ", "point "))
)
"""Verbs of calling, describing, accusing and urging: marks in their sentence read as words used."""
