"""Empty pages for editors to fill in: a briefing, and an actor, with a comment at each field.

What an empty field still lacks is a finding of the check, which is then the list of what to do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_BRIEFING = """\
---
format: 1
draft: true  # until it may be published: the preview shows it, readers do not see it
title:  # in your own words
date: {date}  # the day it was written
summary:
  text:  # the bottom line, in your own words
  rests_on: []  # the names of the footnotes that bear it out
sources: [{sources}]
# judgements:  # at most two; each with its reasons
#   - id: {slug}
#     text:
#     confidence:  # low, moderate or high; or likelihood:
#     because:  # why the passages bear it out
#     assumes:  # what has to be true for it
#     otherwise:  # how else they may be read
#     watch:  # what would change it
#     rests_on: []
# events:
#   - id: {slug}-event
#     title:
#     date: {{edtf: , phrase: , counted_from: published}}
#     status:  # held, happened, ongoing, intended, planned, postponed, cancelled or disputed
#     actors:
#       - {{id: , role: }}
#     evidence: []
# gaps:
#   -  # what the sources do not say
---

"""

_ACTOR = """\
---
format: 1
name: {name}  # as the sources print it
kind: person  # person, organisation, state or group
# names: {{sort: }}  # how it is listed, if not by its name
aliases: []  # what else the sources print for it, such as [{last}]
# search_names: []  # what readers may type
# in_list: true  # no page of its own, where there is little to say
facts: []
#   - text:  # in your own words
#     evidence: []  # the names of footnotes below
---
"""


def briefing_text(slug: str, date: str, sources: Sequence[str]) -> str:
    """An empty briefing, a draft of the day ``date`` (ISO 8601)."""
    return _BRIEFING.format(slug=slug, date=date, sources=", ".join(sources))


def actor_text(name: str) -> str:
    """An empty page of the actor whose id is ``name``. Its name is made of the id, to be mended."""
    words = [word.capitalize() for word in name.replace("_", "-").split("-")]
    return _ACTOR.format(name=" ".join(words), last=words[-1])


def passage_text(words: str, source: str, paragraph: int) -> str:
    """A sentence of a source as a block quotation, to be kept or deleted."""
    escaped = re.sub(r"([\\`*_\[\]<>&])", r"\\\1", " ".join(words.split()))
    escaped = re.sub(r"^(\d*)([.)+#~-])", r"\1\\\2", escaped).replace("~~", r"\~\~")
    return f"> {escaped}\n>\n> [@{source}, para. {paragraph}]\n"
