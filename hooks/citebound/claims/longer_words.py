"""Words beside a name that make it part of a longer one: closed lists.

They are forms, as names are compared by: see :mod:`citebound.claims.name_forms`, and
docs/our-own-sentences.md, Names.
"""

from __future__ import annotations

from citebound.claims.name_forms import form_of


def _forms(words: str) -> frozenset[str]:
    return frozenset(form_of(word)[0] for word in words.split())


OF_PLACES = _forms(
    "county street avenue road square river daily times club улица район проспект область"
)
"""After a name: it is that of a street, a river, a paper or a club."""

OF_FIRMS = OF_PLACES | _forms(
    "organization corporation company industries group holdings enterprises foundation post herald "
    "tribune news university college bank airlines airport party hotel tower island "
    "hospital school stadium prize фонд банк университет группа"
)
"""After the name of a person or a state: it is that of a firm, a paper, a school or a party."""

WITHIN = _forms("memorial international national global family media state")
"""Between the name of a person and such a word: “the Trump International Hotel”."""

OF_OFFICE = _forms(
    "administration government cabinet campaign team ally aide jr sr junior senior ii iii era"
)
"""After the name of a person: it is about this person all the same."""

OF_ANOTHER = frozenset(("south", "north", "east", "west", "new", "equatorial"))
"""Before the name of a state: it is that of another one. *Northern* is decided elsewhere."""

TWO_OF_THEM = _forms(
    "sudan korea ireland africa yemen vietnam germany timor macedonia cyprus ossetia sahara "
    "carolina dakota virginia guinea zealand mexico york jersey hampshire caledonia delhi orleans "
    "england"
)
"""With such a word before them, *-ern* or not, these are no part of what has the bare name."""

PREFIXES = frozenset(("non", "anti", "pro", "un", "ex", "анти", "про", "не"))
"""Before an adjective and a hyphen: what it stands before is not so, or against it, or for it."""

RANKS = _forms(
    "mr mrs minister premier speaker councillor councilor congressman congresswoman leader "
    "spokesman spokeswoman spokesperson sheikh ayatollah father mother brother sister comrade "
    "coach detective officer archbishop bishop cardinal rabbi imam saint daw ko ma maung saw "
    "sai nai tsar emir sultan crown constable sheriff attorney prosecutor commissioner envoy "
    "candidate activist lawyer author writer actor singer inspector superintendent democrat "
    "republican labour labor conservative tory liberal representative delegate brigadier "
    "corporal private baron baroness count countess duke duchess lady citizen student "
    "teacher reporter correspondent editor banker businessman historian economist analyst mister "
    "глава спикер депутат мэр губернатор вице господин госпожа товарищ полковник майор капитан "
    "маршал король королева царь императрица император князь академик доктор лидер канцлер"
)
"""Before a name, besides titles: no first name."""

FIRST_NAMES = _forms(
    "jane john james mary maria anna anne ann robert michael william david richard joseph thomas "
    "charles christopher daniel matthew anthony donald steven paul andrew joshua kenneth kevin "
    "brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan "
    "stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick "
    "jack dennis jerry patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy "
    "lisa margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa "
    "deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley peter simon helen "
    "ivan igor sergei sergey dmitry andrei alexei mikhail nikolai yuri viktor oleg boris lyudmila "
    "ludmila natalia tatiana svetlana irina ekaterina ivanka melania "
    "hunter jill joe bob tom jim kate katherine catherine julia olga elena "
    "людмила иван мария анна ольга елена наталья татьяна светлана ирина екатерина сергей александр "
    "дмитрий андрей алексей михаил николай павел юрий виктор олег борис василий григорий пётр петр "
    "константин евгений максим денис игорь роман владимир марина галина юлия дарья ксения"
)
"""Before or after the name of a person: it is that of somebody else."""
