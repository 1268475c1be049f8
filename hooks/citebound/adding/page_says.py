"""What a saved page says of itself, word for word: in JSON-LD, in meta elements, in ``<time>``.

Nothing is guessed: a date in the text or in a copyright line is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

_META: Mapping[str, tuple[str, ...]] = {
    "title": ("citation_title", "dc.title", "og:title", "twitter:title"),
    "author": ("citation_author", "dc.creator", "author", "article:author"),
    "publisher": ("citation_journal_title", "dc.publisher", "og:site_name"),
    "published": ("citation_publication_date", "dc.date", "article:published_time",
                  "datepublished", "date"),
    "url": ("og:url",),
    "language": ("content-language",),
}  # fmt: skip
"""The names of meta elements that say a field, the surest first."""

_LINKED: Mapping[str, tuple[str, ...]] = {
    "title": ("headline", "name"),
    "author": ("author",),
    "publisher": ("publisher",),
    "published": ("datePublished",),
    "url": ("url", "mainEntityOfPage"),
    "language": ("inLanguage",),
}
"""The properties of an article in JSON-LD (schema.org) that say a field."""

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9])")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def says_of(tree: LexborHTMLParser) -> Mapping[str, str]:
    """The fields that a page says of itself."""
    found: dict[str, str] = {}
    for field, words in (*_in_json(tree), *_in_meta(tree), *_in_elements(tree)):
        value = _fit(field, " ".join(words.split()))
        if value:
            found.setdefault(field, value)
    return found


def _fit(field: str, words: str) -> str:
    """A value that its field may have, or ""."""
    if not words.isprintable():
        return ""
    if field == "published":
        day = _DAY.match(words)
        return day[0] if day else ""
    if field == "language":
        return words.partition("-")[0].partition("_")[0].lower() if _TAG.fullmatch(words) else ""
    if field == "url":
        return words if _ADDRESS.fullmatch(words) else ""
    return words


def _in_json(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """What the one article of the page's JSON-LD says. Of several it is the one whose headline is
    the title of the page.
    """
    things = [*_told_in_json(tree)]
    if len(things) > 1:
        title = tree.css_first("title")
        called = " ".join(((title.text() if title else "") or "").split())
        things = [t for t in things if (head := _named(t.get("headline"))) and head in called]
    for thing in things if len(things) == 1 else ():
        for field, names in _LINKED.items():
            for name in names:
                words = _named(thing.get(name))
                if words:
                    yield field, words


def _told_in_json(tree: LexborHTMLParser) -> Iterator[Mapping[str, object]]:
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.text() or "")
        except (ValueError, RecursionError):
            continue
        yield from _articles(data)


def _articles(data: object) -> Iterator[Mapping[str, object]]:
    if isinstance(data, list):
        for one in data:
            yield from _articles(one)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        every = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(k, str) and k.endswith(("Article", "Posting", "Report")) for k in every):
            yield data
        yield from _articles(data.get("@graph"))


def _named(value: object) -> str:
    """The words of a value of JSON-LD: a text, the name of a thing, or several of these."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(filter(None, map(_named, value)))
    if isinstance(value, dict):
        return _named(value.get("name") or value.get("@id") or "")
    return ""


def _in_meta(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    said: dict[str, list[str]] = {}
    for meta in tree.css("meta"):
        values = meta.attributes
        name = values.get("name") or values.get("property") or values.get("itemprop")
        name = name or values.get("http-equiv")
        content = values.get("content")
        if name and content:
            said.setdefault(name.lower(), []).append(content)
    for field, names in _META.items():
        for name in names:
            if name in said:
                yield field, ", ".join(said[name]) if field == "author" else said[name][0]


def _in_elements(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    title = tree.css_first("title")
    if title is not None:
        yield "title", title.text() or ""
    canonical = tree.css_first('link[rel="canonical"]')
    if canonical is not None:
        yield "url", canonical.attributes.get("href") or ""
    html = tree.css_first("html")
    if html is not None:
        yield "language", html.attributes.get("lang") or ""
    said = (time.attributes for time in tree.css("time"))
    days = {
        one.get("datetime") or ""
        for one in said
        if "pubdate" in one or one.get("itemprop") == "datePublished"
    }
    days = {day[0] for day in map(_DAY.match, days) if day}
    if len(days) == 1:
        yield "published", days.pop()
