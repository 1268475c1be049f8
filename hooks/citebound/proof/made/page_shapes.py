"""The closed list of what stands on a page of each kind, and of the elements of an editor's prose.

A line is read as :mod:`citebound.proof.made.shapes` says.
"""

from __future__ import annotations

from collections.abc import Mapping

_PAGES = """
home      | <h1#top><div.cb-hero>((<h2#newest><div.cb-latest>))?<h2#figures><dl.cb-figures><h2#ways><nav.cb-ways>
briefings | <h1#top>((<ul.cb-cards>||<p>))
briefing  | <h1#top><header.cb-dates>((<div.cb-banner>))?<p.cb-bottom-line><p.cb-switch>((<h2#judgements><ol.cb-judgements>))?{rest}((<h2#who><ul.cb-actors>))?((<h2#when><ol.cb-timeline>))?((<h2#gaps><ul.cb-gaps>))?<h2#sources><ul.cb-sources><h2#corrections>((<ol.cb-corrections>||<p>))<h2#cite><p.cb-cite><h2#evidence><ol.cb-evidence>
actors    | <h1#top>(({heading}<ul.cb-cards>))*
actor     | <h1#top><dl.cb-names>{rest}((<h2#facts><ol.cb-facts-list>))?((<h2#said><p.cb-section-note><ul.cb-quotations>))?((<h2#possibly-reporting><p.cb-section-note><ul.cb-quotations>))?((<h2#said-of><ul.cb-quotations>))?((<h2#took-part-in><ol.cb-timeline>))?((<h2#named-in><ol.cb-timeline>))?((<h2#with-whom><section.cb-scroll>))?((<h2#named-with><section.cb-scroll>))?((<h2#briefings><ul.cb-links>))?((<h2#evidence><ol.cb-evidence>))?
timeline  | <h1#top>((<p>||<form.cb-filter><p.cb-section-note><figure.cb-strip>(({heading}<ol.cb-timeline>))+))
quotations | <h1#top>((<p>||<p.cb-section-note><form.cb-filter><section.cb-scroll>((<nav.cb-pages>))?))
sources   | <h1#top><ul.cb-cards>
source    | <h1#top>((<p.cb-descriptor>))?<dl.cb-facts><h2#check><p><pre.cb-hash><p><h2#coverage><p><div.cb-coverage>((<ul.cb-aside-list>))?<h2#passages>((<p.cb-withheld>||<p>||<ol.cb-quotations>))((<h2#voices><section.cb-scroll>))?((<h2#text>((<p.cb-preview-note>||<p.cb-rights-note>))?<div.cb-fulltext>))?((<h2#briefings><ul.cb-links>))?
search    | <h1#top><div><noscript><p><ul.cb-links>
data      | <h1#top><p><dl.cb-facts><section.cb-scroll><p>
gone      | <h1#top><p.cb-gone><p>
redirect  | <h1#top><p.cb-moved>
"""
"""What stands on a page of each kind."""

PROSE = """
prose:p | | {rest}
prose:li | | {rest}
prose:ul | | {rest}
prose:em | | {rest}
prose:strong | | {rest}
prose:table | | {rest}
prose:thead | | {rest}
prose:tbody | | {rest}
prose:tr | | {rest}
prose:th | | {rest}
prose:td | | {rest}
prose:blockquote | | {rest}
prose:th.cb-left | class="cb-left" | {rest}
prose:th.cb-center | class="cb-center" | {rest}
prose:th.cb-right | class="cb-right" | {rest}
prose:td.cb-left | class="cb-left" | {rest}
prose:td.cb-center | class="cb-center" | {rest}
prose:td.cb-right | class="cb-right" | {rest}
prose:h2 | id="{rest}" | {rest}<a.headerlink>
prose:h3 | id="{rest}" | {rest}<a.headerlink>
prose:h4 | id="{rest}" | {rest}<a.headerlink>
prose:h5 | id="{rest}" | {rest}<a.headerlink>
prose:h6 | id="{rest}" | {rest}<a.headerlink>
prose:br | |
prose:hr | |
prose:ol | ((start="{n}"))? | {rest}
prose:a | href="{rest}"(( rel="external noopener"))? | {rest}
prose:span.cb-sentence | class="cb-sentence" id="s-{n}" | {rest}
prose:span | id="s-{n}" |
prose:span.cb-our-term | class="cb-our-term" | {rest}
prose:span.cb-our-count | class="cb-our-count" |  (our count)
prose:div.cb-analysis | aria-label="Our analysis" class="cb-analysis" role="note" | <p.cb-analysis-label>{rest}
prose:p.cb-analysis-label | class="cb-analysis-label" | Our analysis
prose:figure.cb-quotation-block | class="cb-quotation-block" | <blockquote><figcaption.cb-attribution>
prose:figcaption.cb-attribution | class="cb-attribution cb-fine" | {rest}<span.cb-voice> · <a.cb-source>((<a.cb-mark>))*"""
"""The elements of an editor's prose."""

PAGES: Mapping[str, str] = dict(
    [part.strip() for part in line.split(" | ")] for line in _PAGES.strip().splitlines()
)
"""What stands on a page, by its kind. What is not here is compared as a whole."""
