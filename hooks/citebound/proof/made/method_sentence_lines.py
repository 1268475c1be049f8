"""The lines of the method page about our own sentences, for the list of its lines."""

from __future__ import annotations

SENTENCE_LINES = """
 <h2#sentences id="sentences">Our own sentences<a.headerlink class="headerlink" href="method/#sentences" title="Address of this section">#</>
 <p>What stands between quotation marks is the source’s. Our own sentences are compared as well, each with its own passages. Titles, summaries and headings are compared with all passages of their page. Of our analysis, of what is not known and of the reasons of a judgement, only the names are compared, with the sources of the page, and whom they have speak; the figures there are ours.
 <dl.cb-facts class="cb-facts cb-fine">
  <dt>Figures
  <dd>Numbers, dates, shares and sums of money in our words stand in the passages by their value. <em>At least 2025</> does not bear out <em>in 2025</>. A number that we counted says <em>our count</>.
  <dt>Names
  <dd>A name stands in the passages, or in the rest of the source’s sentence that a passage was cut from.
  <dt>Who says it
  <dd>Where we write that somebody says something, the passage is theirs. What a source only reports is never called its own words.
  <dt>Events
  <dd>Each actor of an event is named in its passages, or the page gives our reading of why it is meant.
  <dt>Limits
  <dd>Where a word such as <em>not</>, <em>may</>, <em>only</> or <em>at least</> stands on one side alone, or what was charged, planned or tried is told as done, an editor and a reviewer are told.
  <dt>Copied words
  <dd>Twelve words of a source in a row are in quotation marks, or they are not published, except in our analysis.
 <p>What no program decides: whether the passages bear the sentence out; whom a pronoun means; whether an actor had the role that we give it; whether a cause or a comparison is fair. A reviewer reads each sentence beside its passages and answers for these. A page that nobody signed has not been read in that way.
 <p>Names are found by their capital letters. In scripts without capitals, only names that the site knows are compared. Thai, Khmer and Lao have no full stop: there a paragraph counts as one sentence. In other languages than English, Russian and Burmese, numbers in words, verbs of saying and limits are left to the reviewer.
 <details.cb-list class="cb-list">
  <summary>Verbs of saying and thinking, English ({n:saying:en})
  <p lang="en">{saying:en}
 <details.cb-list class="cb-list">
  <summary>Verbs of saying and thinking, Russian ({n:saying:ru})
  <p lang="ru">{saying:ru}
 <details.cb-list class="cb-list">
  <summary>Verbs of saying and thinking, Burmese ({n:saying:my})
  <p lang="my">{saying:my}
 <details.cb-list class="cb-list">
  <summary>Words that limit, English ({n:limiting:en})
  <p lang="en">{limiting:en}
 <details.cb-list class="cb-list">
  <summary>Words that limit, Russian ({n:limiting:ru})
  <p lang="ru">{limiting:ru}
 <details.cb-list class="cb-list">
  <summary>Words that limit, Burmese ({n:limiting:my})
  <p lang="my">{limiting:my}
 <p>How often these rules notice a sentence that was made false on purpose, and how often they are wrong about a true one, is measured and published with the program.
"""
"""As the template writes them, in order."""
