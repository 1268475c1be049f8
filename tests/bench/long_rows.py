"""The rows of the bench of time: what is long in each, and how many there are at first."""

from __future__ import annotations

from bench import long_bodies as bodies
from bench.long_projects import (
    Row,
    body,
    dated_events,
    each_another,
    each_of_its_sentence,
    joined,
    library,
    like_aliases,
    limited,
    many_actors,
    many_aliases,
    many_briefings,
    many_corrections,
    many_events,
    many_sources,
    many_voices,
    named_beside,
    one_as_long,
    one_evidence,
    repeated,
    within_one,
)

PAIRS = "each actor of an event has a row for every other: the rows are the square of the actors"
CONTEXT = "a page shows the sentence of the source around each passage"
SENTENCE = "the page of a source prints a sentence of ours at each passage that it quotes"
PASSAGE = "a page shows its passage beside each sentence that rests on it"

MARKUP = (
    Row('``"a ` ``', 4000, repeated('"a `')),
    Row("`“`", 4000, repeated("“")),
    Row("`“a `", 4000, repeated("“a ")),
    Row("`a” `", 4000, repeated("a” ")),
    Row("`‘a `", 4000, repeated("‘a ")),
    Row("`'a `", 4000, repeated("'a ")),
    Row("`「`", 4000, repeated("「")),
    Row('`"aa bb" `', 2000, repeated('"aa bb" ')),
    Row("`‹!--`", 100000, repeated("‹!--")),
    Row("`<!--`", 100000, repeated("<!--")),
    Row("`<?`", 100000, repeated("<?")),
    Row("`[`", 4000, repeated("[")),
    Row("`![`", 4000, repeated("![")),
    Row("`[](`", 4000, repeated("[](")),
    Row("`[a](<b`", 4000, repeated("[a](<b")),
    Row("`[a](b '`", 4000, repeated("[a](b '")),
    Row("`[@ `", 4000, repeated("[@ ")),
    Row("`[^ `", 4000, repeated("[^ ")),
    Row("`a]`", 4000, repeated("a]")),
    Row("`[` … `]`", 4000, body(lambda n: "[" * n + "]" * n)),
    Row("`*a _b `", 4000, repeated("*a _b ")),
    Row("`*a**a*`", 4000, repeated("*a**a*")),
    Row("`a** b`", 4000, repeated("a** b")),
    Row("`_a_ `", 4000, repeated("_a_ ")),
    Row("`***a `", 4000, repeated("***a ")),
    Row("`*a_ **b__ `", 4000, repeated("*a_ **b__ ")),
    Row("`<a `", 4000, repeated("<a ")),
    Row("`<a b='`", 4000, repeated("<a b='")),
    Row("`{.`", 4000, repeated("{.")),
    Row("`{a=' `", 4000, repeated("{a=' ")),
    Row("`{.a `", 4000, repeated("{.a ")),
    Row("`{a=b c=`", 4000, repeated("{a=b c=")),
    Row("`&amp`", 4000, repeated("&amp")),
    Row("` 'a'b`", 4000, repeated(" 'a'b")),
    Row("`~a `", 4000, repeated("~a ")),
    Row("`\\`", 4000, repeated("\\")),
    Row("backticks, in runs each longer than the one before", 30000, body(bodies.backticks)),
    Row("code", 4000, repeated("```\na\n```\n")),
    Row("definitions", 4000, repeated("[a]: b\n")),
    Row("pipes", 4000, repeated("| a\n")),
    Row("`> > …`, deep", 4000, body(lambda n: "> " * n + "a")),
    Row("`- - …`, deep", 4000, body(lambda n: "- " * n + "a")),
    Row("`**_ …`, deep", 2000, body(lambda n: "**_" * n + "a" + "_**" * n)),
)
"""What no editor writes, but anybody may send."""

WRITTEN = (
    Row("a text of words, of 5 MB at last", 55000, repeated("It is so, as they say. ")),
    Row("a sentence of words", 20000, repeated("it is so, as they say ")),
    Row("a word", 200000, repeated("word")),
    Row("long words", 100, joined(lambda n: f"w{n}" * 2000, " ")),
    Row("a heading", 20000, body(lambda n: "## " + "word " * n)),
    Row("headings", 1000, repeated("## One\n\n")),
    Row("corrections", 200, many_corrections),
    Row("a list", 1000, repeated("- It says so.\n")),
    Row("items without words", 4000, repeated("- \n")),
    Row("block quotations", 500, joined(lambda n: f"> report {n % 200} was put off\n> — [@s]")),
    Row("a line of many in a block quotation", 4000, repeated("> a\n")),
    Row("dashes in a block quotation", 4000, body(lambda n: "> " + "— a " * n)),
    Row("citations in a block quotation", 2000, body(lambda n: "> a " + "[@s] " * n + "b")),
    Row("callouts", 1000, repeated("> [!NOTE]\n> It is so.\n\n")),
    Row("a table of many rows", 500, body(bodies.tabled)),
    Row("a table of many columns", 500, body(bodies.wide)),
    Row("emphasis", 2000, repeated("It *is* so. ")),
    Row("sentences that end in emphasis", 2000, repeated("*It is so. And* so. ")),
    Row("links", 2000, repeated("It [is](actor:a1) so. ")),
    Row("hard breaks", 2000, repeated("It is so.\\\n")),
    Row("a field of front matter", 5000, lambda n: library("So.", summary="word “a” " * n)),
)
"""What is long in what an editor writes."""

EVIDENCE = (
    Row("quotations of a paragraph", 100, joined(
        lambda n: f"So “report {n % 200} was put off” [@s].", " ")),
    Row("quotations of a sentence, in the same words", 250, body(
        lambda n: "So " + "“report 7 was put off” and " * n + "all [@s].")),
    Row("quotations of a sentence, each in other words", 20, each_another, SENTENCE),
    Row("quotations of other sentences of the source", 100, each_of_its_sentence),
    Row("quotations of one sentence of the source", 100, within_one, CONTEXT),
    Row("quotations, and the marks of as many footnotes, in a sentence", 10,
        body(bodies.quoted_and_noted), SENTENCE),
    Row("footnotes", 100, body(bodies.noted)),
    Row("footnotes, and headings with a finding each", 100, body(bodies.headed)),
    Row("footnotes of a sentence", 25, body(bodies.noted_in_one), SENTENCE),
    Row("footnotes of a sentence, their marks in a row", 250, body(bodies.marks_in_a_row)),
    Row("sentences with one footnote that is as long", 50, one_as_long, PASSAGE),
    Row("sentences with one footnote", 100, body(bodies.one_for_many)),
    Row("marks of one footnote in a sentence", 250, body(bodies.one_for_many_marks)),
    Row("footnotes that are not defined", 1000, joined(lambda n: f"It says so.[^x{n}]", " ")),
    Row("footnotes under another name", 100, body(bodies.misspelt)),
    Row("footnotes that nothing uses", 1000, body(bodies.notes)),
    Row("quotations that nothing cites", 500, lambda n: library(
        " ".join(f"So “report {k % 200} was put off”." for k in range(n)), sources=("s", "t"))),
    Row("words in quotation marks, of no source", 500, lambda n: library(
        "So “report 7 was put off”, it says. " * n, sources=("s", "t"))),
    Row("quotations that are not found", 100, joined(
        lambda n: f"So “no paper {n} was put on” [@s].", " ")),
    Row("a quotation that is not found, of many words", 400, body(
        lambda n: f"So “{'no paper was put off ' * n}” [@s].")),
    Row("a block quotation that is not found", 400, body(
        lambda n: "> no paper was put off\n" * n + "> — [@s]")),
    Row("cuts, more than are allowed", 400, body(lambda n: f"So “{'was […] put ' * n}” [@s].")),
    Row("insertions, more than are allowed", 400, body(
        lambda n: f"So “{'was [not] put ' * n}” [@s].")),
    Row("quotations of 59 parts with cuts", 20, lambda n: library(
        bodies.of_parts(" […] ")(n), text=bodies.parted(" and more ")(n))),
    Row("quotations of 59 parts with insertions", 20, lambda n: library(
        bodies.of_parts(" [that is] ")(n), text=bodies.parted(" ")(n))),
    Row("citations that bind nothing", 2000, repeated("It says so [@s]. ")),
    Row("sources", 25, many_sources),
    Row("briefings, each with a source and an event", 15, many_briefings),
    Row("actors in an event", 10, many_actors, PAIRS),
    Row("events of an actor", 250, many_events),
    Row("events with one footnote", 250, one_evidence),
    Row("events, each with another date of one footnote", 25, dated_events),
    Row("aliases", 250, many_aliases),
    Row("aliases that begin with one word", 250, like_aliases),
    Row("actors that a text names", 25, lambda n: library(
        " ".join(f"Person A{k} says so." for k in range(n)), actors=n)),
    Row("names within longer ones", 100, lambda n: named_beside(
        "Lee left and ", "Lee Club left and ", n)),
    Row("names of places within longer ones", 100, lambda n: named_beside(
        "Riga left and ", "Riga Club left and ", n)),
    Row("a name again and again, in a row", 250, lambda n: named_beside("Lee ", "Lee ", n)),
    Row("names that *of* joins", 100, lambda n: named_beside(
        "Alpha of Zeta ", "Alpha of Beta and Gamma of Zeta ", n)),
    Row("titles before a name", 50, lambda n: named_beside(
        "President Lee left and ", "President Berg left and ", n)),
    Row("titles in a row", 250, lambda n: named_beside("President ", "President ", n)),
    Row("sayers without a name", 100, lambda n: named_beside(
        "experts said so and ", "a driver said so and ", n)),
    Row("a long word before a verb of saying", 5000, lambda n: library(
        "Experts said so.[^a]\n\n[^a]: “it was said” [@s]",
        text=f"{'x' * n} said that it was said.\n")),
    Row("voices of a source", 100, many_voices),
    Row("voices that are quoted", 100, lambda n: many_voices(n, cited=True)),
    Row("a text of a source", 1000, lambda n: library(
        "So “report 7 was put off” [@s].",
        text="".join(f"Line {k} says that report {k} was put off.\n" for k in range(n)))),
    Row("a sentence of a source", 2000, lambda n: library(
        "So “report 7 was put off” [@s].",
        text="".join(f"line {k} says that report {k} was put off " for k in range(n)) + "\n")),
)  # fmt: skip
"""What rests on what."""

LIMITED = (
    Row("charges", 200, limited("He was charged with theft, ", "he is a thief, ")),
    Row("quantifiers, each of another word", 200, limited("word{n} ", "most word{n} ")),
    Row("hedges, each of another word", 200, limited("word{n} ", "may word{n} ")),
    Row("parts that stand by themselves", 200, limited("It had word{n}. Most was so. ",
        "most word{n} ")),
    Row("ends of ranges", 200, limited("between {n} and 9{n} rows, ", "9{n} rows, ")),
    Row("scores", 200, limited("won 1–{few}, ", "won {few}–1, ")),
    Row("denials with a figure", 200, limited("unmade 5 ", "not 5 ")),
    Row("denials, each with another figure", 200, limited("has 5{n} ", "not 5{n} ")),
    Row("denials of a unit of time", 200, limited("year ", "not year ")),
    Row("denials with a bounded date", 200, limited("before {year} and ", "not after {year} and ")),
    Row("bounded dates after one denial", 200, limited("did not or before {year} ",
        "did not or before {year} ")),
    Row("deeds, each said to be held", 100, limited(
        "The board planned the closure of the plant. It was said and they held a talk. ",
        "The board closed the plant. ")),
    Row("bounded dates", 200, limited("before {year} or ", "before {year} or ")),
)  # fmt: skip
"""What our words and their evidence limit, each again and again in one sentence."""

ROWS = (*MARKUP, *WRITTEN, *EVIDENCE, *LIMITED)
