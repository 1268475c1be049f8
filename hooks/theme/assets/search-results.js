/* Citebound: a result of the search as a reader sees it. */
import { make } from "./elements.js";
import { folded, isUnspaced } from "./search-words.js";

const root = new URL("../", import.meta.url);
export const KINDS = {
  briefing: "Briefing", judgement: "Judgement", quotation: "Quotation", passage: "Passage in a source",
  actor: "Actor", event: "Event", source: "Source", page: "Page", documentation: "Documentation, not checked",
};
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu;

/* Where in `text` one of the words of the index stands. */
const ranges = (text, words) => {
  const found = [...text.matchAll(TOKEN)].filter(([token]) => words.has(folded(token)))
    .map(({ 0: token, index }) => [index, index + token.length]);
  for (const word of words.keys()) {
    if (!isUnspaced(word)) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  }
  found.sort(([a], [b]) => a - b);
  return found.filter(([from], at) => !at || from >= found[at - 1][1]);
};

const marked = (text, found, from = 0, to = text.length) => {
  const pieces = [];
  let at = from;
  for (const [start, end] of found) {
    if (start < from || end > to) continue;
    pieces.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at, to)];
};

/* Our cuts and insertions inside a quotation, told apart from the source's words. */
const ours = (span, insertions) => {
  const left = [...insertions];
  const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const first of texts) {
    for (let text = first; text;) {
      const cut = text.data.indexOf("[…]");
      const put = left.length ? text.data.indexOf(left[0]) : -1;
      const isCut = cut >= 0 && (put < 0 || cut < put);
      const at = isCut ? cut : put;
      if (at < 0) break;
      const mine = text.splitText(at);
      const words = isCut ? "[…]" : left.shift();
      text = mine.splitText(words.length);
      mine.replaceWith(isCut ? make("span", { class: "cb-cut" }, words) : make("ins", { class: "cb-ins" }, words));
    }
  }
};

/* A stretch of a long text around its first marks, at word edges. */
const stretch = (text, found, most = 260) => {
  if (text.length <= most) return [0, text.length];
  let from = Math.max(0, (found[0]?.[0] ?? 0) - 80);
  if (from) from = text.indexOf(" ", from) + 1 || from;
  let to = Math.min(text.length, from + most);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), found[0]?.[1] ?? 0);
  return [from, to];
};

const cut = (text, found) => found.map(([from, to]) => text.slice(from, to).toLowerCase());

/* How many of the words that were looked for are in a part; one that is there whole counts more than one that only begins a word. */
const several = ({ text, found }, words) => {
  const there = cut(text, found).map((word) => words.get(folded(word))).filter(Boolean);
  return new Set(there.filter(({ whole }) => whole).map(({ at }) => at)).size * 100 + new Set(there.map(({ at }) => at)).size;
};

/* Where the words that were looked for stand: in the title, the names and the best of the parts. */
const foundIn = (shown, words) => {
  const at = (text) => ranges(text ?? "", words);
  const parts = (shown.parts ?? []).map(([text, anchor]) => ({ text, anchor, found: at(text) }));
  const best = parts.reduce((a, b) => (!a || several(b, words) > several(a, words) ? b : a), null);
  return { title: at(shown.title), names: at(shown.names), best };
};

/* The address of a result, with the words that the page marks on arrival. */
const addressOf = (shown, { title, best }) => {
  const words = [...cut(shown.title, title), ...(best ? cut(best.text, best.found) : [])];
  const address = new URL(shown.address, root);
  if (best?.anchor && best.found.length && !title.length) address.hash = best.anchor;
  for (const word of [...new Set(words)].slice(0, 8)) address.searchParams.append("highlight", word);
  return address.href;
};

const quoted = (shown, best) => {
  const span = make("span", { class: "cb-words", "data-quote": shown.quote, lang: shown.lang || "en" });
  span.append(...marked(best.text, best.found));
  ours(span, shown.ours ?? []);
  return span;
};

const text = (best) => {
  const [from, to] = stretch(best.text, best.found);
  const words = marked(best.text, best.found, from, to);
  return make("p", { class: "cb-result-text" }, from ? "… " : "", ...words, to < best.text.length ? " …" : "");
};

/* A result; `perhaps` says of an event that it only may have been at the time that is asked for. */
export const result = (shown, words, perhaps) => {
  const found = foundIn(shown, words);
  const { title, names, best } = found;
  const link = make("a", { href: addressOf(shown, found) });
  const item = make("li", { class: `cb-result cb-result-${shown.kind}` },
    make("p", { class: "cb-result-kind" }, KINDS[shown.kind]), make("h3", {}, link));
  if (shown.quote && best) link.append(quoted(shown, best));
  else {
    link.append(...marked(shown.title, title));
    if (names.length) item.append(make("p", { class: "cb-result-names" }, shown.kind === "briefing" ? "On: " : "Also: ", ...marked(shown.names, names)));
    // Of what is not checked a result shows the heading of the section that was found, and nothing else.
    if (best && (shown.kind !== "documentation" || best.found.length)) item.append(text(best));
  }
  // An actor's role may be the very sentence that was found: it is said once.
  const by = shown.quote || !best ? shown.by : shown.by?.split(" · ").filter((part) => part !== best.text).join(" · ");
  if (by) item.append(make("p", { class: "cb-result-by" }, perhaps ? "May have been then: " : "", by));
  return item;
};
