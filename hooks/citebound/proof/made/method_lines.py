"""The lines of the page that says how to read and check a site.

Nothing here is computed from what is found: a change of a template is a change here, made by a
person. A line is a block with its attributes and what stands in it, one space deeper than the
block that holds it. ``{en}`` is the closed list of the English qualifiers, ``{n:en}`` their number.
"""

from __future__ import annotations

from citebound.proof.made.method_phrase_lines import PHRASE_LINES
from citebound.proof.made.method_sentence_lines import SENTENCE_LINES

SOURCES = "{sources}"
"""The line in whose place the table of the sources stands."""

_LISTED = """
<body>
 <h1#top id="top">How to read and check this site<a.headerlink class="headerlink" href="method/#top" title="Address of this section">#</>
 <p>On this site every quotation, every cited statement, every fact about an actor and every date is bound to an exact passage of an archived source, or, if the source gives a date no other way, to the day on which it was published. A program compares them each time the site is built, and refuses to publish what does not hold. This page says how to read what you see, what the check proves, and what it does not.
 <h2#marks id="marks">How to read a mark<a.headerlink class="headerlink" href="method/#marks" title="Address of this section">#</>
 <p>A small raised number after a sentence is a mark. In a wide window the passage that the sentence rests on stands beside it, with whose words they are. In a narrow one, point at the mark, tap it, or move to it with the keyboard and press Enter, and the passage appears; Escape closes it. <em>Show all evidence</> shows each passage in its own sentence of the source; in a narrow window, below its paragraph. A long passage beside the text is folded, and <em>More</> unfolds it. In a briefing a passage stands once: where it is used again, the mark has the same number. Without JavaScript all passages are there.
 <p>Words between quotation marks are the source’s own characters, cut from its archived text. A sentence without a mark stands in a box (“Our analysis”, “About the source”, “Why it matters”, “Read on”), among our judgements and corrections, or under <em>What the sources do not say</>: there we speak for ourselves. A summary, and what a card says of an actor, has its marks on its own page. Words in italics between quotation marks are a term of our own, and no source’s.
 <p>The number of the paragraph beside a passage leads to the passage in its source. That address is permanent: it is made of the source’s name and of the passage’s place in its text, which cannot change.
 <h2#voices id="voices">Whose words<a.headerlink class="headerlink" href="method/#voices" title="Address of this section">#</>
 <p>A source seldom speaks with one voice. For each passage the page says whose words it is:
 <dl.cb-facts class="cb-facts cb-fine">
  <dt><span.cb-voice class="cb-voice cb-voice-direct">direct speech</>
  <dd>the speaker’s own words, in quotation marks in the source
  <dt><span.cb-voice class="cb-voice cb-voice-reported">reported</>
  <dd>the source tells in its own words what the speaker said or thinks; these are never given as the speaker’s own words
  <dt><span.cb-voice class="cb-voice cb-voice-quoted">quoted, not said by whom</>
  <dd>in quotation marks in the source, which does not say who speaks
  <dt><span.cb-voice class="cb-voice cb-voice-unclear">perhaps reporting</>
  <dd>may go on reporting a speaker named before, or may be the source’s own; never counted as said by anybody
  <dt><span.cb-voice class="cb-voice cb-voice-own">the source’s words</>
  <dd>what the source says for itself
 <h2#states id="states">What “checked” and “reviewed” mean<a.headerlink class="headerlink" href="method/#states" title="Address of this section">#</>
 <p>These are two states, and neither stands for the other.
 <p><strong>Checked</> means that a program found the words of each quotation in the archived text, character for character, except for typographic variants (straight and curly quotation marks and apostrophes, kinds of spaces and hyphens, soft hyphens, and Unicode’s composed forms). It does not mean that the source is right, nor that the words bear out the sentence that they follow.
 <p><strong>Reviewed</> means that a person, named on the page, has read the briefing beside its passages and signed that the words support the sentences. If the page or a passage is changed afterwards, the signature no longer holds, and the page says so. It does not mean that the source is right either. A briefing that nobody signed says that it is not reviewed. The pages of actors, the timeline and the indexes are checked and not signed.
 <p>Each actor of an event is named in the passages of that event, or the page gives our reading of why it is meant. That it had the role which we give it there, no program checks: a reviewer must judge it. Somebody “took part” only if the page says so of an event that took place; whoever was invited, asked or attacked is “named”.
{sentences}
 <h2#likelihood id="likelihood">Words of likelihood<a.headerlink class="headerlink" href="method/#likelihood" title="Address of this section">#</>
 <p>Judgements about what is or will be the case use the scale of Intelligence Community Directive 203, “Analytic Standards”. Each word stands for a range:
 <section.cb-scroll aria-label="Scale of likelihood: table" class="cb-scroll" tabindex="0">
  <table.cb-table class="cb-table">
   <caption>Words of likelihood
   <thead>
    <tr>
     <th scope="col">Word
     <th scope="col">Or
     <th scope="col">Stands for
   <tbody>
    <tr>
     <th scope="row">almost no chance
     <td>remote
     <td>1 to 5 %
    <tr>
     <th scope="row">very unlikely
     <td>highly improbable
     <td>5 to 20 %
    <tr>
     <th scope="row">unlikely
     <td>improbable
     <td>20 to 45 %
    <tr>
     <th scope="row">roughly even chance
     <td>roughly even odds
     <td>45 to 55 %
    <tr>
     <th scope="row">likely
     <td>probable
     <td>55 to 80 %
    <tr>
     <th scope="row">very likely
     <td>highly probable
     <td>80 to 95 %
    <tr>
     <th scope="row">almost certain
     <td>nearly certain
     <td>95 to 99 %
 <p>The words and the numbers are the directive’s. Which of them a judgement gets is our choice, and no number is computed.
 <h2#confidence id="confidence">Words of confidence<a.headerlink class="headerlink" href="method/#confidence" title="Address of this section">#</>
 <p>Where a judgement is not about likelihood, a word says how well it is founded. A judgement has one or the other, never both.
 <dl.cb-facts class="cb-facts cb-fine">
  <dt>low
  <dd>little or weak evidence, or one source whose quality cannot be tested
  <dt>moderate
  <dd>evidence that is credible and hangs together, but not enough to be sure
  <dt>high
  <dd>good evidence from more than one independent source
 <h2#dates id="dates">Dates<a.headerlink class="headerlink" href="method/#dates" title="Address of this section">#</>
 <p>A date is as precise as the passage has it, and never more. It is kept as EDTF (ISO 8601-2) and printed in words: “2025 or later” is one of the years from 2025 on. Where the source gives no date, the event is “by” the day on which the source was published. Dates from elsewhere are not added. <em>Information up to</> a day, under a title, means that the latest source of the page was published then: of what came later the page knows nothing.
 <p>Where a source says “in September”, the page keeps the phrase, the date it was counted from, the rule, and the result. A phrase for something that was still to come is counted forward; so is one that is counted from a date of the source itself and leads to a later one. Phrases are counted by these closed lists; one that no rule knows is kept as the source has it, and its event stands between the bounds that its status and the day of its source give.
{phrases}
 <p>Where a filter or the search says what may also have been at a time, an open end is taken to reach 10 years; this bound is never printed as a date.
 <p>Each event has a status:
 <dl.cb-facts class="cb-facts cb-fine">
  <dt><span.cb-status class="cb-status cb-status-held">held</>
  <dd>a vote or a meeting; the source says that it took place
  <dt><span.cb-status class="cb-status cb-status-happened">happened</>
  <dd>the source says that it happened
  <dt><span.cb-status class="cb-status cb-status-ongoing">ongoing</>
  <dd>the source says that it was going on when the source was written
  <dt><span.cb-status class="cb-status cb-status-intended">intended</>
  <dd>somebody meant to do it; the source does not say that it was done
  <dt><span.cb-status class="cb-status cb-status-planned">planned</>
  <dd>it was set for a time after the source was written
  <dt><span.cb-status class="cb-status cb-status-postponed">postponed</>
  <dd>it was set for this time and then put off
  <dt><span.cb-status class="cb-status cb-status-cancelled">cancelled</>
  <dd>it was called off
  <dt><span.cb-status class="cb-status cb-status-disputed">disputed</>
  <dd>our sources or briefings do not agree on it; each is named
 <h2#changes id="changes">Cuts and insertions<a.headerlink class="headerlink" href="method/#changes" title="Address of this section">#</>
 <p>Where we cut words out of a quotation, it has <span.cb-cut class="cb-cut">[…]</>, and the words that were cut can be read. Where we put words in, they are in brackets and look like <ins.cb-ins class="cb-ins">[ours]</>, with what they stand for. Anything else is a changed quotation and is refused.
 <p>A cut that takes out one of these words, or a quotation that starts after one, is refused unless an editor signs for it, because they limit or deny what a sentence says. A dash stands for any ending. So is a cut that takes out a part of a sentence, and an insertion that says something else than the words it stands for, or that stands for nothing and does more than explain what is before it. No list catches every limitation: look at what was cut.
 <details.cb-list class="cb-list">
  <summary>Qualifiers, English ({n:en})
  <p lang="en">{en}
 <details.cb-list class="cb-list">
  <summary>Qualifiers, Russian ({n:ru})
  <p lang="ru">{ru}
 <details.cb-list class="cb-list">
  <summary>Qualifiers, Burmese ({n:my})
  <p lang="my">{my}
 <p>For other languages, a cut inside a sentence is refused unless an editor signs for it.
 <h2#repeat id="repeat">How to repeat a check<a.headerlink class="headerlink" href="method/#repeat" title="Address of this section">#</>
 <ol>
  <li>Get the project’s files and the program Citebound.
  <li>Compute the SHA-256 of the source’s text, as with <code>sha256sum seeds/NAME/text.txt</>, and compare it with the one on the source’s page.
  <li>Run <code>citebound check</>. It reads every briefing and every actor, looks each quotation up in the pinned texts, and lists all that does not hold.
  <li>To check one passage by hand, take its identity, such as <code>NAME:2300-2361</>, and cut the characters from 2300 up to, not including, 2361 out of the text, counting Unicode code points from 0.
 {sources}
 <h2#corrections id="corrections">Corrections and addresses<a.headerlink class="headerlink" href="method/#corrections" title="Address of this section">#</>
 <p>When a page said something wrong, it is put right, and the page keeps what it said, what it says now, when, and why. The latest correction is the date at its top, “significantly amended”. Spelling and layout are put right without a note.
 <p>An archived text is never changed. If a better extraction of a source is made, it becomes a new source that names the one it replaces.
 <p>Addresses are permanent. A page that moves leaves a page at its old address; a page that is taken down says when and why.
 <h2#colours id="colours">Colours<a.headerlink class="headerlink" href="method/#colours" title="Address of this section">#</>
 <p>Colours have a meaning, and whatever a colour says is said in words or shapes as well.
 <ul.cb-colours class="cb-colours cb-plain">
  <li><span.cb-voice-direct class="cb-voice-direct">The source’s words</>: passages, by the edge beside them, and whose words they are; links have this colour too
  <li><span.cb-ours class="cb-ours">Our words</>: what we write, above all in boxes such as “Our analysis”
  <li><span.cb-ins class="cb-ins">Our insertion</>: what we put into a quotation, in brackets
  <li><span.cb-review-unsigned class="cb-review-unsigned">Not reviewed</>: nobody has signed yet; also a voice that is not clear
  <li><span.cb-status class="cb-status cb-status-disputed">Disputed</>: sources or briefings do not agree
"""

LINES = tuple(
    _LISTED.strip("\n")
    .replace("{sentences}", SENTENCE_LINES.strip("\n"))
    .replace("{phrases}", PHRASE_LINES.strip("\n"))
    .splitlines()
)
"""The lines in order."""
