"""The closed list of what templates write: for each element its attributes and what it holds.

Nothing here is computed from what is found. A change of a template is a change here, made by a
person. A line has the element, its attributes in the order of their names, and what stands in it,
as :mod:`citebound.proof.made.patterns` reads them; ``a>b`` is a ``b`` right within an ``a``. An
editor's prose (``{prose}``) is compared with its tree.
"""

from __future__ import annotations

from collections.abc import Mapping

from citebound.proof.made.page_shapes import PROSE

_ELEMENTS = """
h1 | id="top" | ((<span>||{title}))<a.headerlink>
h1>span | lang="{language}" | {title}
h2 | id="{anchor}" | {section}<a.headerlink>
a.headerlink | class="headerlink" href="{anchored}" title="Address of this section" | #
article.cb-card-article>h2 | | ((<a>||<a.cb-source>))
article.cb-card-article>h2>a | href="{link}" | {titled}
article.cb-card-article>h3 | | <a>
article.cb-card-article>h3>a | href="{link}" | {titled}
header.cb-dates | class="cb-dates cb-fine" | ((<p.cb-draft>))?<p><p.cb-review>
p.cb-draft | class="cb-draft" | Draft: shown in the local preview only.
header.cb-dates>p | | Written <time>(( · significantly amended {amended} (<a>{close}))?
header.cb-dates>p>a | href="{own:corrections}" | what changed
p.cb-review | class="cb-review cb-review-{reviewed}" | {review} <a>
p.cb-review>a | href="{to:method/#states}" | What this means
div.cb-banner | aria-label="One source" class="cb-banner cb-fine" role="note" | <p>
div.cb-banner>p | | <strong> <a.cb-source>{banner}(( <span.cb-inferred>))?
div.cb-banner>p>strong | | Everything on this page rests on one source:
span.cb-inferred | class="cb-inferred" | Its {inferred}.
p.cb-inferred | class="cb-inferred" | Its {inferred}.
dd.cb-inferred | class="cb-inferred" | Its {inferred}.
p.cb-bottom-line | class="cb-bottom-line"(( id="bottom-line"))? | {summary}((<a.cb-mark>))*
p.cb-switch | class="cb-switch" data-switch="evidence" hidden="" |
ol.cb-judgements | class="cb-judgements cb-plain" | ((<li>))+
ol.cb-judgements>li | id="{judgement-id}" | <p.cb-judgement><p.cb-judgement-word>((<dl.cb-reasons>))?((<details.cb-evidence-inline>))?
dl.cb-reasons | class="cb-reasons cb-facts cb-fine" | ((<dt><dd>))+
dl.cb-reasons>dt | | {reason-name}
dl.cb-reasons>dd | | {reason}
p.cb-judgement | class="cb-judgement" | {judgement}((<a.cb-mark>))*
p.cb-judgement-word | class="cb-judgement-word cb-fine" | ((<a>: <span.cb-likelihood>, which stands for {range}||<a>: <span.cb-confidence>, which stands for {range}))?<span.cb-permalink>
p.cb-judgement-word>a | href="{scale}" | {scale-name}
span.cb-likelihood | class="cb-likelihood" | {likelihood}
span.cb-confidence | class="cb-confidence" | {confidence}
span.cb-permalink | class="cb-permalink" |  · <a>
span.cb-permalink>a | ((aria-label="Permanent address of {named}" ))?href="{itself}" | ((permanent address||{identity}))
details.cb-evidence-inline | class="cb-evidence-inline" | <summary>((<blockquote.cb-passage><p.cb-attribution>{changes}))+
summary | | ((What it rests on ({n})||What rests on it ({n})||What was cut ({n})||Used in {n} place((s))?||{n} place((s))?||In its sentence))
blockquote.cb-passage | class="cb-passage" lang="{language}" | <p>
blockquote.cb-passage>p | | (({quotation}||{rest}<mark.cb-hit>{rest}))
mark.cb-hit | class="cb-hit" | {quotation}
quote | class="cb-words(( cb-term))?" data-quote="{rest}" lang="{language}" | {rest}
span.cb-cut | class="cb-cut" title="cut here: {rest}" | […]
ins.cb-ins | class="cb-ins"(( data-for="{dropped}"))? title="put in by us((: {rest}|| for: {dropped}))?" | {insertion}
p.cb-attribution | class="cb-attribution cb-fine" | <span.cb-voice> · ((<a.cb-source> · para. {n} · <a.cb-in-place>(( · <a.cb-original>))?(( <span.cb-copy>))?||para. {n}(( · ((<a.cb-actor>||{actor-id}))))?(( · <a.cb-original>))?<span.cb-permalink> <span.cb-copy>))
span.cb-voice | class="cb-voice cb-voice-((direct||reported||quoted||unclear||own))" | {rest}
a.cb-source | class="cb-source" href="{link}"(( lang="{language}"))? | {titled}
a.cb-in-place | ((aria-label="See it in place: {place}" ))?class="cb-in-place" href="{link}" | ((see it in place||para. {n}))
a.cb-original | class="cb-original" href="{rest}" rel="external noopener" | ((at the original||{url}))
span.cb-copy | class="cb-copy" data-copy="{copied}" |
p.cb-cite>span.cb-copy | class="cb-copy" data-copy="{citation}" |
p.cb-contains | class="cb-contains cb-fine" | Within these words: <span.cb-voice>
details.cb-dropped | class="cb-dropped" | <summary><ul>
details.cb-dropped>ul | | ((<li>))+
details.cb-dropped>ul>li | | […] stands for: <q.cb-dropped-words>
q.cb-dropped-words | class="cb-dropped-words" lang="{language}" | {dropped}
ul.cb-insertions | class="cb-insertions cb-fine cb-plain" | ((<li>))+
ul.cb-insertions>li | | ((We put {insertion} for the source’s <q>.||We put in {insertion}; the source has nothing there.))
ul.cb-insertions>li>q | lang="{language}" | {dropped}
ol.cb-evidence | class="cb-evidence cb-plain" | ((<li.cb-evidence-item>))*
li.cb-evidence-item | class="cb-evidence-item" id="e-{n}" | ((<blockquote.cb-passage><p.cb-attribution>{changes}))*((<p.cb-withheld>))*((<p.cb-evidence-note>))?<p.cb-back>
p.cb-withheld | class="cb-withheld(( cb-fine))?" | ((Evidence: <a.cb-source>((, para. {n}))?. Its words are not shown for reasons of rights.||The words of this source are not shown for reasons of rights. Briefings name the place in it that they rest on.))
p.cb-evidence-note | class="cb-evidence-note cb-fine" | Our note: {note}
p.cb-back | class="cb-back cb-fine" | Used in:(( <a>))*
p.cb-back>a | ((aria-label="Back to mark {n} of evidence {n} in the text" ))?href="{link}" | ((↩ {n}||summary||judgement {n}||fact {n}||event “{event}”))
a.cb-mark | aria-label="Evidence {evidence}" class="cb-mark" data-evidence="e-{evidence}" href="{evidence-link}"(( id="{mark-id}"))? | <sup>
a.cb-mark>sup | | {evidence}
ul.cb-actors | class="cb-actors cb-plain" | ((<li>))+
ul.cb-actors>li | | ((<a.cb-actor>||{actor-id}))
a.cb-actor | class="cb-actor" href="{link}" | {titled}
ol.cb-timeline | class="cb-timeline(( cb-timeline-small))? cb-plain" | ((<li.cb-event>))+
li.cb-event | class="cb-event"(( data-actors="{rest}" data-max="{last-day}" data-min="{first-day}" data-sources="{event-sources}" data-status="{status}" id="{event-id}"|| data-status="{status-of}")) | ((<h3.cb-event-title><p.cb-when>((<p.cb-claim>))*((<blockquote.cb-passage><p.cb-attribution>{changes}))*((<p.cb-event-actors>))?<p.cb-event-briefings>||<p.cb-when><p.cb-event-title>((<p.cb-event-actors>||<p.cb-event-role>))?))
h3.cb-event-title | class="cb-event-title" | {event}
p.cb-event-title | class="cb-event-title" | <a>((<a.cb-mark>))*
p.cb-event-title>a | href="{link}" | {titled}
p.cb-when | class="cb-when cb-fine" | ((<time>||<span>))(( <span.cb-why>))? <span.cb-status>
span.cb-when | class="cb-when cb-fine" | ((<time>||<span>))(( <span.cb-why>))?
time | datetime="{rest}" | {date}
p.cb-when>span | data-edtf="{rest}" data-max="{last-day}" data-min="{first-day}" | {date}
span.cb-when>span | data-edtf="{rest}" data-max="{last-day}" data-min="{first-day}" | {date}
span.cb-why | class="cb-why" | ({why})
span.cb-status | class="cb-status cb-status-{status-word}" | {status-word}
p.cb-claim | class="cb-claim cb-fine" | <span.cb-status> by <a>
p.cb-claim>a | href="{link}" | {titled}
p.cb-event-actors | class="cb-event-actors cb-fine" | Who: <span.cb-party>((, <span.cb-party>))*
span.cb-party | class="cb-party" | ((<a.cb-actor>||{actor-id})) ({party})
p.cb-event-role | class="cb-event-role cb-fine" | Role: {own-role}
p.cb-event-briefings | class="cb-event-briefings cb-fine" | In: <a>((, <a>))*((<span.cb-permalink>))?
p.cb-event-briefings>a | href="{link}" | {titled}
ul.cb-gaps | class="cb-gaps" | ((<li>))+
ul.cb-gaps>li | | {gap}
ul.cb-sources | class="cb-sources" | ((<li>))*
ul.cb-sources>li | | <a.cb-source>{source-line}(( <span.cb-inferred>))?(( <span.cb-descriptor>))?
span.cb-descriptor | class="cb-descriptor" | {descriptor}
p.cb-descriptor | class="cb-descriptor" | {descriptor}
ol.cb-corrections | class="cb-corrections" | ((<li>))+
ol.cb-corrections>li | | <p><p><p>
ol.cb-corrections>li>p | | ((<time>: {correction-why}||It said: <del>||It now says: <ins.cb-corrected>))
ol.cb-corrections>li>p>del | | {correction-was}
ins.cb-corrected | class="cb-corrected" | {correction-now}
briefing>p | | None so far. <a>
briefing>p>a | href="{to:method/#corrections}" | How corrections work
p.cb-cite | class="cb-cite" | <span.cb-cite-text> <span.cb-copy>
span.cb-cite-text | class="cb-cite-text" | {citation}
ol.cb-facts-list | class="cb-facts-list" | ((<li>))+
ol.cb-facts-list>li | id="fact-{n}" | <p>((<details.cb-evidence-inline>))?
ol.cb-facts-list>li>p | | {fact}((<a.cb-mark>))*(( <span.cb-when>))?
dl.cb-names | class="cb-names cb-facts cb-fine" | ((<dt>((<dd>||<dd.cb-inferred>))))+
dl.cb-facts | class="cb-facts cb-fine" | ((<dt>((<dd>||<dd.cb-inferred>))))+
dl.cb-names>dt | | {term}
dl.cb-names>dd | ((lang="{language-of-name}"))? | ((<a>||{told}))
dl.cb-names>dd>a | href="{own:feed.xml}" | Briefings that name it (Atom)
dl.cb-facts>dt | | {term}
dl.cb-facts>dd | | ((<a.cb-original>||<time>||{told}||{told}(SHA-256 of that file: <code.cb-hash>{close}))
code.cb-hash | class="cb-hash" | {hash}
ul.cb-quotations | class="cb-quotations cb-plain" | ((<li.cb-quotation>))*
ol.cb-quotations | class="cb-quotations cb-plain" | ((<li.cb-quotation>))*
li.cb-quotation | class="cb-quotation"(( id="{rest}"))? | ((<p.cb-term-used>))?<blockquote.cb-passage><p.cb-attribution>{changes}((<details.cb-used-by>))?
p.cb-term-used | class="cb-term-used cb-fine" | Term used
span.cb-term-used | class="cb-term-used" | Term used:
details.cb-used-by | class="cb-used-by" | <summary><ul.cb-uses>
ul.cb-uses | class="cb-uses cb-fine cb-plain" | ((<li>))+
ul.cb-uses>li | | <span.cb-use-kind> <a>: {use}
span.cb-use-kind | class="cb-use-kind" | {use-kind}
ul.cb-uses>li>a | href="{link}" | {title-of-subject}
section.cb-scroll | aria-label="{table-name}" class="cb-scroll" tabindex="0" | <table.cb-table>
table.cb-table | class="cb-table"(( data-sortable=""))? | <caption><thead><tbody>
caption | | {caption}
thead | | <tr>
thead>tr | | ((<th>))+
thead>tr>th | ((data-sort="((text||number))" ))?scope="col" | {column}
tbody | | ((<tr>))*
ul.cb-links | class="cb-links cb-plain" | ((<li>))*
ul.cb-links>li | | <a>(( <span.cb-card-facts>||: people, organisations, states and groups by name||: events by year||: every passage, by speaker and source||, the newest first|| by title))?
ul.cb-links>li>a | href="{link}" | {titled}
ul.cb-cards | class="cb-cards cb-plain" | ((<li>))*
ul.cb-cards>li | | ((<article.cb-card-article>||<a> <span.cb-fine>))
ul.cb-cards>li>a | href="{link}" | {titled}
ul.cb-cards>li>span.cb-fine | class="cb-fine" | {way}
article.cb-card-article | class="cb-card-article" | ((<h3>((<p>))?<p.cb-card-facts>||<h2><p.cb-card-facts>((<p>))?((<p.cb-inferred>))?||<h3><p.cb-card-facts><p.cb-bottom-line>))
article.cb-card-article>p | | {card}
span.cb-quoted | class="cb-quoted" | “{quotation}”
p.cb-card-facts | class="cb-card-facts cb-fine" | {card-facts}
span.cb-card-facts | class="cb-card-facts cb-fine" | {card-date}
briefings>p | | There are no briefings yet.
timeline>p | | There are no events yet.
quotations>p | | There are no quotations yet.
div.cb-hero | class="cb-hero" | <p.cb-lead><p>
p.cb-lead | class="cb-lead" | Briefings in which every quotation, fact and date is bound to an exact passage of an archived source, checked each time the site is built.
div.cb-hero>p | | <a>
div.cb-hero>p>a | href="{to:method/}" | How to read and check this site
div.cb-latest | class="cb-latest" | <article.cb-card-article><div.cb-more>
div.cb-more | class="cb-more" | ((<ul.cb-links>))?<p>
div.cb-more>p | | <a>
div.cb-more>p>a | href="{to:briefings/}" | All briefings ({all-briefings})
dl.cb-figures | class="cb-figures cb-fine" | ((<div>))+
dl.cb-figures>div | | <dt><dd>
dl.cb-figures>div>dt | | {term}
dl.cb-figures>div>dd | | ((<a>||<time>||not stated))
dl.cb-figures>div>dd>a | href="{link}" | {figure}
nav.cb-ways | aria-label="Ways in" class="cb-ways" | <ul.cb-cards>
source>p | | ((The text is pinned: its bytes have this SHA-256, and a text with any other hash is refused.||Get the project and run <code>; then <code> compares every quotation with these bytes. A quotation’s identity, such as <code>, counts code points of this file ({length} in all) from 0, the end not included. <a>||No passage of this source is used yet.||{coverage}))
source>p>code | | {command}
source>p>a | href="{to:method/#repeat}" | More on repeating a check
pre.cb-hash | class="cb-hash" | <code>
pre.cb-hash>code | | {hash}
div.cb-coverage | aria-label="Coverage, in the order of the source: {coverage-label}" class="cb-coverage" role="img" | <svg>
div.cb-coverage>svg | aria-hidden="true" focusable="false" height="24" preserveaspectratio="none" viewbox="0 0 1000 24" width="1000" xmlns="http://www.w3.org/2000/svg" | ((<rect.cb-used>||<rect.cb-aside>||<rect.cb-neither>))*
rect.cb-used | class="cb-used" height="24" width="{number}" x="{number}" y="0" | <title>
rect.cb-used>title | | {sentence-title}
rect.cb-aside | class="cb-aside" height="24" width="{number}" x="{number}" y="0" | <title>
rect.cb-aside>title | | {sentence-title}
rect.cb-neither | class="cb-neither" height="24" width="{number}" x="{number}" y="0" | <title>
rect.cb-neither>title | | {sentence-title}
ul.cb-aside-list | class="cb-aside-list cb-fine cb-plain" | ((<li>))+
ul.cb-aside-list>li | | Sentence {n} (para. {n}) is set aside: {aside}((: <q>))?
ul.cb-aside-list>li>q | lang="{language}" | {source-words}
p.cb-preview-note | class="cb-preview-note cb-fine" | The whole text is shown in this local preview only; it is not published.
p.cb-rights-note | class="cb-rights-note cb-fine" | Only the sentences that hold cited words are shown, for reasons of rights; the others are counted.
div.cb-fulltext | class="cb-fulltext" lang="{language}" | ((<p>))*
div.cb-fulltext>p | id="p-{n}" | <span.cb-para-number>(( ((<span.cb-withheld>||<span.cb-text-used>||<span.cb-text-aside>||<span.cb-text-neither>))))*
span.cb-para-number | class="cb-para-number cb-fine" lang="en" | para. {para}
span.cb-withheld | class="cb-withheld" lang="en" | (([a sentence that is not shown]||not shown for reasons of rights))
span.cb-text-used | class="cb-text-used"(( title="set aside: {aside}"))? | {rest}
span.cb-text-neither | class="cb-text-neither" | {rest}
span.cb-text-aside | class="cb-text-aside"(( title="set aside: {aside}"))? | {rest}
mark.cb-used | class="cb-used" | <a>
mark.cb-used>a | href="{link}" | {rest}
p.cb-section-note | class="cb-section-note cb-fine" | ((Words that the source gives as this actor’s: spoken where marked “direct speech”, told in the source’s own words where marked “reported”.||The source does not make clear whose words or thoughts these are. They are not counted as said.||{all-quotations} quotations, in the order of their sources. Each leads to its permanent address on its source’s page. Download: <a>, <a>.||Dates are as precise as the source has them. An open date, such as “2025 or later”, is found under each year it may mean, up to {horizon} years on; “by” a date up to {horizon} years back. <a>))
p.cb-section-note>a | href="{link}" | {titled}
search>div | id="cb-search" |
noscript | | <p>
quotations:tr | data-briefings="{rest}" data-source="{rest}" data-speaker="{rest}" data-voice="{rest}" | <td><td><td><td><td>
quotations:td | ((data-value="{n}"))? | ((((<span.cb-term-used> ))?“{quotation}”{trailing} <a.cb-in-place> <span.cb-copy><details.cb-context>||<span.cb-voice>(( <a.cb-actor>))?||<a.cb-source>||{n}||<details.cb-used-by>))
details.cb-context | class="cb-context" | <summary><blockquote.cb-passage>{changes}
source:tr | | <td><td><td><td>
source:td | ((lang="{language}"))? | ((<span.cb-voice>||<span.cb-withheld>||{n}||((–||{source-words}))((((, of))? <q.cb-tied>))?(( <span.cb-because>))?))
q.cb-tied | class="cb-tied" lang="{language}" | {source-words}
span.cb-because | class="cb-because" lang="en" | Why it is theirs: {because}
actor:tr | | <th><td><td><td>
actor:th | scope="row" | ((<a.cb-actor>||{actor-id})) ({party})
actor:td | | ((<a> <span.cb-status>||((<p>))*||{date-of-event}))
actor:td>a | href="{link}" | {titled}
actor:td>p | | “{quotation}”{trailing} <a.cb-in-place>
data:tr | | <th><td>
data:th | scope="row" | <a>
data:th>a | href="{link}" | {titled}
data:td | | {file}
noscript>p | | Search needs JavaScript. Without it, everything is found by these indexes.
search>p | | The indexes of this site, which need no script:
form.cb-filter | aria-label="Filter the ((quotations||timeline))" class="cb-filter cb-fine" data-filter="((quotations||timeline))" hidden="" | ((<label>))+<button><button><output>
form.cb-filter>label | | ((Speaker<select>||Voice<select>||Source<select>||Briefing<select>||Actor<select>||Status<select>||From year<input>||To year<input>))
form.cb-filter>label>select | name="((speaker||voice||source||briefing||actor||status))" | ((<option>))+
form.cb-filter>label>select>option | value="{option-id}" | {option}
form.cb-filter>label>input | max="{last-year}" min="{first-year}" name="((from||to))" step="1" type="number" |
form.cb-filter>button | type="((submit||reset))" | {button}
form.cb-filter>output | aria-live="polite" |
nav.cb-pages | aria-label="Pages of the index" class="cb-pages" | <ol.cb-plain>
nav.cb-pages>ol.cb-plain | class="cb-plain" | ((<li>))+
nav.cb-pages>ol.cb-plain>li | | <a>
nav.cb-pages>ol.cb-plain>li>a | ((aria-current="page" ))?href="{link}" | {n}
p.cb-gone | class="cb-gone" | This page was taken down on {gone-day}. Why: {gone-why}
gone>p | | Its address is kept so that links to it still say what happened. <a>
gone>p>a | href="{to:}" | To the home page
p.cb-moved | class="cb-moved" | This page has moved to <a>. Its old address is kept, so that links to it still lead there.
p.cb-moved>a | href="{link}" | {titled}
data>p | | ((Everything that the pages show can be had as data, and no more of a source than they show.||Each <a> has a feed of the briefings that name the actor. Spans count code points of the source’s pinned text from 0, the end not included; dates are EDTF (ISO 8601-2). <code> and <code> are bounds for filters and are not dates that a source gives.))
data>p>a | href="{to:actors/}" | actor’s page
data>p>code | | ((min||max))
figure.cb-strip | class="cb-strip" | <svg><figcaption.cb-fine>
figcaption.cb-fine | class="cb-fine" | Each line is an event and leads to it. A filled bar was held or happened; an empty one is planned, intended or postponed, or its status is not clear. A side that fades out with an arrow is open: the source gives no end or no beginning. A broken outline marks a date that is approximate or uncertain.
figure.cb-strip>svg | aria-label="Overview: each event as a bar over the years, with a link to it" height="{n}" role="group" viewbox="0 0 840 {n}" width="840" xmlns="http://www.w3.org/2000/svg" | <defs>((<line.cb-strip-line>((<a>||<text.cb-strip-year>))))*((<a.cb-bar>))+
defs | | <lineargradient><mask><lineargradient><mask><lineargradient><mask>
defs>lineargradient | id="cb-fade-((start||end||both))" | <stop><stop>((<stop>))?
defs>lineargradient>stop | offset="{number}" stop-color="#fff" stop-opacity="((0||1))" |
defs>mask | id="cb-mask-((start||end||both))" maskcontentunits="objectBoundingBox" | <rect>
defs>mask>rect | fill="url(#cb-fade-((start||end||both)))" height="1" width="1" |
line.cb-strip-line | class="cb-strip-line" stroke="currentColor" stroke-opacity="0.2" x1="{number}" x2="{number}" y1="0" y2="{n}" |
figure.cb-strip>svg>a | href="{link}" | <text.cb-strip-year>
text.cb-strip-year | class="cb-strip-year" fill="currentColor" font-size="14" text-anchor="middle" x="{number}" y="{n}" | {year}
a.cb-bar | aria-label="{bar}" class="cb-bar cb-bar-{bar-status}" href="{link}" | <title><rect><rect.cb-bar-shape>((<path>))?((<path>))?<text>
a.cb-bar>title | | {bar}
a.cb-bar>rect | fill="#000" fill-opacity="0" height="28" width="840" x="0" y="{n}" |
rect.cb-bar-shape | class="cb-bar-shape" fill="currentColor"(( fill-opacity="0.4"))? height="14"(( mask="url(#cb-mask-((start||end||both)))"))? rx="3" stroke="currentColor"(( stroke-dasharray="4 3"))? width="{number}" x="{number}" y="{n}" |
a.cb-bar>path | d="M{number} {number}l((5 4l-5 4||-5 4l5 4))" fill="none" stroke="currentColor" stroke-width="2" |
a.cb-bar>text | dominant-baseline="central" font-size="12"(( text-anchor="end"))? x="{number}" y="{number}" | {bar-label}
"""

ELEMENTS: Mapping[str, tuple[str, str]] = {
    key.strip(): (own.strip(), held[1:])
    for key, own, held in (
        line.split(" |", 2) for line in f"{PROSE}{_ELEMENTS}".strip("\n").splitlines()
    )
}
"""The attributes of an element, and what it holds, by its name or by its path."""
