"""What may stand in a finished site besides its articles: the tables of the proof.

Nothing here is computed from what is found. A change of the theme is a change here, made by a
person: the words of its templates, its one inline script, its policy and its pictures.
"""

from __future__ import annotations

ARTICLE_ID = "cb-content"
ARTICLE = '<article class="md-content__inner md-typeset" id="cb-content" tabindex="-1">'
"""The start tag of the content of a page."""

INLINE_SCRIPT = "sha256-H+2Cjcw8eQsFWDE8HXbBk4lq9u1mIWsV1N6diXQeR2o="
"""The hash of the text of the one inline script, as a policy writes it."""

POLICY = (
    f"default-src 'none'; script-src 'self' '{INLINE_SCRIPT}'; "
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The content security policy of every published page, with the hash of that script."""

SCRIPTS = (
    ("assets/javascripts/bundle.*.min.js", ()),
    ("assets/citebound.js", (("type", "module"),)),
    ("assets/find.js", (("type", "module"),)),
)
"""The files that a page runs, in order, with their attributes besides ``src``."""

CUT_STYLESHEET = "assets/stylesheets/main.*.min.css"
"""The theme's stylesheet, of which only what its pages can use is published
(:mod:`citebound.proof.used_styles`).
"""

STYLESHEETS = (
    (CUT_STYLESHEET, ()),
    ("assets/face.css", ()),
    ("assets/citebound.css", ()),
    ("assets/search.css", ()),
    ("assets/print.css", (("media", "print"),)),
)
"""The stylesheets of a page, in order, with their attributes besides ``rel`` and ``href``."""

FONT = "assets/fonts/literata-regular-latin.woff2"
"""The file of the typeface that every page asks for before its stylesheets are read."""

SEARCH_WORKER = "assets/javascripts/workers/search.*.min.js"
"""What the settings name for the theme's own search, which is switched off."""

INSTALLED_FILES = (SCRIPTS[0][0], SEARCH_WORKER, CUT_STYLESHEET)
"""The files of the theme as it is installed that pages load or name. Nothing else of it is
published: no source maps, no words of other languages for the search that is switched off.
"""

FAVICON = "assets/favicon.svg"

_SCRIPTS = (
    "citebound", "elements", "english", "evidence", "find", "russian", "search", "search-facets",
    "search-index", "search-ranking", "search-remarks", "search-results", "search-time",
    "search-words", "tables",
)  # fmt: skip
_FONTS = tuple(
    f"{slant}-{letters}"
    for slant in ("regular", "italic")
    for letters in ("latin", "extended", "cyrillic")
)
THEME_FILES = frozenset(
    f"assets/{name}"
    for name in (
        *(f"{sheet}.css" for sheet in ("citebound", "face", "print", "search")),
        *(f"{script}.js" for script in _SCRIPTS),
        *(f"fonts/literata-{font}.woff2" for font in _FONTS),
        "favicon.svg",
        "fonts/OFL.txt",
    )
)
"""The files of our own theme that pages load or name. Any other in its folder is the owner's."""

SETTINGS = {
    "annotate": None,
    "tags": None,
    "version": None,
    "translations": {
        "clipboard.copied": "Copied to clipboard",
        "clipboard.copy": "Copy to clipboard",
        "search.result.more.one": "1 more on this page",
        "search.result.more.other": "# more on this page",
        "search.result.none": "No matching documents",
        "search.result.one": "1 matching document",
        "search.result.other": "# matching documents",
        "search.result.placeholder": "Type to start searching",
        "search.result.term.missing": "Missing",
        "select.version": "Select version",
    },
}
"""The settings of the theme's script that are the same on every page."""

LOGO = (
    '<svg class="cb-logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">'
    '<rect width="32" height="32" rx="7" fill="currentColor"/><path class="cb-logo-mark" d="M14 '
    "8.4c-3.2 1-5.5 3.7-5.5 7 0 2.1 1.2 3.4 3 3.4 1.6 0 2.8-1.1 2.8-2.7 0-1.5-1-2.5-2.4-2.5.3-1.5 "
    "1.4-2.7 2.9-3.3Zm9 0c-3.2 1-5.5 3.7-5.5 7 0 2.1 1.2 3.4 3 3.4 1.6 0 2.8-1.1 2.8-2.7 "
    '0-1.5-1-2.5-2.4-2.5.3-1.5 1.4-2.7 2.9-3.3ZM8.5 22h15v2.2h-15Z"/></svg>'
)
LENS = (
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="none" '
    'stroke="currentColor" stroke-width="2" stroke-linecap="round" '
    'd="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm4.8 11.3L20.5 20.5"/></svg>'
)
HALF_MOON = (
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><circle cx="12" cy="12" '
    'r="8" fill="none" stroke="currentColor" stroke-width="2"/><path fill="currentColor" '
    'd="M12 4a8 8 0 0 1 0 16Z"/></svg>'
)
SEARCH_FIELD = (
    '<input type="text" inputmode="search" enterkeyhint="search" class="cb-find-field" '
    'id="cb-find-field" placeholder="Search" aria-label="Search this site" '
    'aria-keyshortcuts="/ Control+K" autocomplete="off" autocapitalize="none" spellcheck="false" '
    'maxlength="300" role="combobox" aria-autocomplete="list" aria-expanded="false" '
    'aria-controls="cb-find-list">'
)
SUGGESTIONS = (
    '<ul class="cb-find-list" id="cb-find-list" role="listbox" aria-label="Suggestions" hidden>'
    "</ul>"
)
TOGGLES = (
    '<input data-md-toggle="drawer" type="checkbox" id="__drawer" hidden>',
    '<input data-md-toggle="search" type="checkbox" id="__search" hidden>',
)

NOT_FOUND = (
    "There is no page at this address",
    (
        "Addresses on this site are permanent, so the one you followed was probably mistyped or "
        "cut short. From here you can go on to:"
    ),
)
"""The words of the page of what is not found: its heading, and what it says."""

CHECKED = (
    "Every quotation on this page was compared with its pinned source before it was published."
)
NOT_CHECKED = "This page is not part of what is checked: nothing on it was compared with a source."
FOUND = (
    "Each quotation among the results was compared with its pinned source before it was published. "
    "Results that are called “not checked” were compared with nothing."
)
"""What the footer says of a page of ours, of any other, and of the page of the search."""

FOOT = {"method": "How to read this site", "data": "Open data and feeds"}
"""The links of the footer to pages of ours: what they say, by the kind of the page. A section of
the navigation has its title.
"""

EDIT = (
    ("content.action.edit", "Edit this page", "edit"),
    ("content.action.view", "View source of this page", None),
)
"""The links to a page's file: the feature of the theme, what it says, and its ``rel``."""

REFUSED_TAGS = frozenset(
    "applet base embed frame frameset iframe link listing marquee math meta noembed "  # noqa: SIM905, a list of words
    "noframes noscript object plaintext portal script style template title xmp "
    "foreignobject animate animatemotion animatetransform set use".split()
)
"""Elements that stand in no article: they run, load, redirect, or are read by browsers in ways
of their own.
"""

FOREIGN_TAGS = frozenset(("bdo", "dialog"))
FOREIGN_ATTRIBUTES = frozenset(("hidden", "inert", "popover"))
"""Elements and attributes that a page which is not ours has none of either: they put words before
others, take them away, or turn them round.
"""

THEME_CLASSES = frozenset(("md-button", "md-button--primary", "md-icon", "md-tag", "md-annotation"))
"""Classes of the theme that Markdown may give to what stands in an article; all others that begin
with ``md-`` are those of its frame.
"""

LINES = frozenset(
    "address article aside blockquote br caption center dd details div dl dt fieldset figcaption "  # noqa: SIM905, a list of words
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr img input legend li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul video".split()
)
"""Elements that begin a line of their own, or part what is before them from what is after."""

STATES = (
    CHECKED,
    "Checked: each quotation",
    "Changed since its review",
    "Every quotation on this page was compared",
    "See it in place",
)
"""What the pages that are checked say of themselves in whole phrases, and no other page says; what
they say with a name and a day is in :mod:`citebound.proof.imitation`.
"""

URL_ATTRIBUTES = frozenset(
    "action background cite data formaction href longdesc manifest ping poster src srcdoc srcset "  # noqa: SIM905, a list of words
    "xlink:href".split()
)
REFUSED_ATTRIBUTES = frozenset(("action", "formaction", "http-equiv", "ping", "srcdoc", "style"))

OUR_TAGS = frozenset(("noscript",))
"""Those of them that our templates write: the search page says what it is without a script."""

OURS = ("briefings/", "actors/", "sources/", "timeline/", "quotations/", "search/", "method/",
        "data/", "search-index/")  # fmt: skip
"""Addresses at and below which nothing stands that is not ours."""

OUR_ATTRIBUTES = frozenset(
    "data-actors data-briefings data-copy data-edtf data-evidence data-for data-max data-min "  # noqa: SIM905, a list of words
    "data-quote data-source data-sources data-speakers data-status data-voices".split()
)
"""Attributes that only our templates write."""

HARMLESS = frozenset(
    ".avif .csv .css .gif .ico .jpeg .jpg .json .m4a .mp3 .mp4 .ogg .pdf .png .txt "  # noqa: SIM905, a list of words
    ".vtt .wav .webm .webmanifest .webp .zip".split()
)
"""Kinds of file from ``docs/`` that need nobody's word; a browser runs none of them."""

FONTS = frozenset((".eot", ".otf", ".ttf", ".woff", ".woff2"))
"""Kinds of file with the shapes of letters: a font can show a *4* where a page has a *1*."""

FONTS_BEGIN = (b"wOF2", b"wOFF", b"OTTO", b"\0\1\0\0", b"true", b"ttcf")
"""What such a file begins with: browsers read one whatever its name is."""

TEXT = frozenset(
    ".css .csv .htm .html .ics .js .json .md .mjs .svg .tsv .txt .vtt .webmanifest .xml".split()  # noqa: SIM905, a list of words
)
"""Kinds of file that are text, which is UTF-8."""

PLAIN_NAMES = frozenset((".nojekyll", "CNAME"))
"""Files without a kind that some hosts ask for."""

HOSTS_READ = frozenset(
    ".htaccess .user.ini _config.yml _headers _redirects _routes.json _worker.js amplify.json "  # noqa: SIM905, a list of words
    "app.yaml firebase.json netlify.toml now.json render.yaml "
    "routes.json serve.json static.json staticfile staticfile.auth staticwebapp.config.json "
    "vercel.json web.config wrangler.json wrangler.jsonc wrangler.toml".split()
)
"""Names of files, in small letters, that tell a host what to serve: which address leads where, and
with what header. ``CNAME`` only names the domain.
"""
