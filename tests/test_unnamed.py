"""Who has no name and speaks: what stands right before and after the noun is told apart."""

from __future__ import annotations

import pytest

from citebound.claims.unnamed import unnamed_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Experts said so.", [("Experts", "", True)]),
        ("An expert also said so.", [("expert", "", True)]),
        ("It is old, according to experts.", [("experts", "according to", False)]),
        ("It is old, as according to one senior official.", [("official", "according to", False)]),
        ("So say critics; sources said so.", [("critics", "say", False), ("sources", "", True)]),
        ("Police report that.", [("Police", "", True)]),
        ("The police report said so.", [("police", "", False)]),
        ("The police report also was found.", [("police", "", False)]),
        ("He reports sources said so.", [("sources", "reports", True)]),
        ("Many experts said so.", [("Many", "", False), ("experts", "", True)]),
        ("Experts said officials knew.", [("Experts", "", True), ("officials", "", False)]),
        ("Как сообщает источник, он прав.", [("источник", "как сообщает", False)]),
        ("Сказалкак сообщает источник.", [("источник", "сообщает", False)]),
        ("Учёные заявили о нём.", [("Учёные", "", True)]),
        ("The co-experts said so, and experts-said.", []),
        ("The experts came.", []),
        ("He said so.", []),
    ],
)  # fmt: skip
def test_a_noun_is_found_with_what_tells_that_it_speaks(
    text: str, found: list[tuple[str, str, bool]]
) -> None:
    each = [(text[slice(*one.span)], one.before, one.after) for one in unnamed_in(text)]
    assert each == found
