/* Citebound: the search page, and what the header's field asks for. */
import { FACETS, engine, facet, find, record, renew, state, suggestions } from "./search-index.js";

const root = new URL("../", import.meta.url);
const STEP = 10;
const FEW = 8;
const MANY = 200;
export const KINDS = {
  briefing: "Briefing", judgement: "Judgement", quotation: "Quotation", passage: "Passage in a source",
  actor: "Actor", event: "Event", source: "Source",
};
const NAMES = {
  kind: "Kind", actor: "Actor", speaker: "Who says it", voice: "Whose words", source: "Source",
  year: "Year", status: "Status of an event", review: "Review",
};

export const suggest = async (typed) => {
  try {
    return (await suggestions(typed)).map(({ title, kind, address }) => ({ title, kind: KINDS[kind], address }));
  } catch {
    return []; // the way to the search page is still there, and says what is wrong
  }
};

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
};
const count = (number, one, more = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : more}`;

// --- the address: what is asked can be shared and gone back to -----------------------------------
const read = () => {
  const query = new URLSearchParams(location.search);
  return {
    q: (query.get("q") ?? "").slice(0, 5000),
    sort: query.get("sort") === "date" ? "date" : "relevance",
    chosen: new Map(FACETS.map((name) => [name, new Set(query.getAll(name))])),
  };
};
const written = ({ q, sort, chosen }) => {
  const query = new URLSearchParams();
  if (q.trim()) query.set("q", q);
  for (const [name, values] of chosen) for (const value of values) query.append(name, value);
  if (sort === "date") query.set("sort", sort);
  const text = String(query);
  return text ? `?${text}` : location.pathname;
};

// --- a result -------------------------------------------------------------------------------------
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/* Where in `text` the words at `places` stand; `tokens` are its words in the index, in order. */
const ranges = (text, tokens, places, first) => {
  const found = [];
  let at = 0;
  tokens.forEach((token, number) => {
    const start = text.indexOf(token, at);
    if (start < 0) return;
    at = start + token.length;
    if (!places.has(first + number)) return;
    let [from, to] = [start, at];
    while (from < to && !LETTER.test(text[from])) from += 1;
    while (to > from && !LETTER.test(text[to - 1])) to -= 1;
    const last = found.at(-1);
    if (last?.[1] === from) last[1] = to;
    else if (from < to) found.push([from, to]);
  });
  return found;
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

const result = ({ content, shown }, hit) => {
  const places = new Set((hit.places ?? []).flatMap((part) => part.words));
  const fields = [[]];
  const firsts = [0];
  content.split(" ").forEach((token, number) => {
    if (token === "¶") {
      fields.push([]);
      firsts.push(number + 1);
    } else fields.at(-1).push(token);
  });
  const at = (text, field) => ranges(text ?? "", fields[field] ?? [], places, firsts[field] ?? 0);
  const parts = (shown.parts ?? []).map(([text, anchor], number) => ({ text, anchor, found: at(text, number + 2) }));
  const best = parts.reduce((a, b) => (b.found.length > (a?.found.length ?? -1) ? b : a), null);
  const title = at(shown.title, 0);
  const words = [...title.map(([a, b]) => shown.title.slice(a, b)), ...(best?.found ?? []).map(([a, b]) => best.text.slice(a, b))];

  const address = new URL(shown.address, root);
  if (best?.anchor && best.found.length && !title.length) address.hash = best.anchor;
  for (const word of [...new Set(words.map((w) => w.toLowerCase()))].slice(0, 8)) address.searchParams.append("highlight", word);
  const link = make("a", { href: address.href });
  const item = make("li", { class: `cb-result cb-result-${shown.kind}` },
    make("p", { class: "cb-result-kind" }, KINDS[shown.kind]), make("h3", {}, link));
  if (shown.quote && best) {
    const span = make("span", { class: "cb-words", "data-quote": shown.quote, lang: shown.lang || "en" });
    span.append(...marked(best.text, best.found));
    ours(span, shown.ours ?? []);
    link.append("“", span, "”");
  } else {
    link.append(...marked(shown.title, title));
    const names = at(shown.names, 1);
    if (names.length) item.append(make("p", { class: "cb-result-names" }, "Also: ", ...marked(shown.names, names)));
    if (best) {
      const [from, to] = stretch(best.text, best.found);
      item.append(make("p", { class: "cb-result-text" }, from ? "… " : "", ...marked(best.text, best.found, from, to), to < best.text.length ? " …" : ""));
    }
  }
  if (shown.by) item.append(make("p", { class: "cb-result-by" }, shown.by));
  return item;
};

// --- the page --------------------------------------------------------------------------------------
export const open = async (place) => {
  const field = make("input", { id: "cb-q", type: "search", name: "q", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "5000", "aria-describedby": "cb-search-hint" });
  const form = make("form", { class: "cb-search-form", role: "search" }, make("label", { for: "cb-q" }, "Search this site"), field, make("button", { type: "submit" }, "Search"));
  const hint = make("p", { id: "cb-search-hint" }, "Every word must be there. “Quotation marks” make a phrase.");
  const status = make("p", { class: "cb-search-status", role: "status" });
  const notice = make("p", { class: "cb-search-notice", hidden: true });
  const sort = make("select", { id: "cb-sort" }, make("option", { value: "relevance" }, "relevance"), make("option", { value: "date" }, "date, the newest first"));
  const tools = make("div", { class: "cb-search-tools", hidden: true }, make("label", { for: "cb-sort" }, "Sorted by ", sort));
  const sets = make("div");
  const clear = make("button", { type: "button", hidden: true }, "Clear all filters");
  const facets = make("details", { class: "cb-facets", hidden: true }, make("summary", {}, "Filters"), clear, sets);
  const list = make("ol", { class: "cb-results" });
  const more = make("button", { type: "button", hidden: true }, "More results");
  const columns = make("div", { class: "cb-search-columns", hidden: true }, facets, make("div", {}, make("h2", { class: "cb-search-heading" }, "Results"), tools, list, more));
  place.classList.add("cb-search");
  place.replaceChildren(form, hint, status, notice, columns);
  facets.open = matchMedia("(min-width: 60em)").matches;

  let asks = read();
  let mine = 0; // only the latest question is answered
  let hits = [];
  let told = null;
  let tables = null;
  const wide = new Map(); // facets of which all values are shown → what they are narrowed by

  const tell = (words) => { if (status.textContent !== words) status.textContent = words; };
  const note = (...children) => {
    notice.replaceChildren(...children);
    notice.hidden = !children.length;
  };
  const any = () => [...asks.chosen.values()].some((values) => values.size);

  const load = async () => {
    tables ??= Promise.all(FACETS.map(async (name) => [name, await facet(name, told)])).catch((error) => { tables = null; throw error; });
    return tables;
  };

  // Each record fails none, one or more of the facets: it counts in all, in that one, or in none.
  const narrow = (all, loaded) => {
    const counts = new Map(loaded.map(([name, { values }]) => [name, new Uint32Array(values.length)]));
    const wanted = loaded.map(([name, { values, of }]) => {
      const chosen = asks.chosen.get(name);
      return { name, of, ids: chosen.size ? new Set(values.flatMap(([id], at) => (chosen.has(id) ? [at] : []))) : null };
    });
    const several = (value) => (Array.isArray(value) ? value : value === null ? [] : [value]);
    const kept = all.filter(({ number }) => {
      const fails = wanted.filter(({ of, ids }) => ids && !several(of[number]).some((id) => ids.has(id)));
      if (fails.length > 1) return false;
      for (const { name, of } of fails.length ? fails : wanted) for (const id of several(of[number])) counts.get(name)[id] += 1;
      return !fails.length;
    });
    return { kept, counts };
  };

  const box = (name, [id, label], number, counted) => {
    const input = make("input", { type: "checkbox", name, value: id, id: `cb-f-${name}-${number}`, checked: asks.chosen.get(name).has(id) });
    input.addEventListener("change", () => {
      asks.chosen.get(name)[input.checked ? "add" : "delete"](id);
      push();
    });
    const called = name === "kind" ? KINDS[id] : label ?? id;
    return make("label", {}, input, make("span", {}, called), make("span", { class: "cb-facet-count" }, counted.toLocaleString("en")));
  };

  const drawFacets = (loaded, counts) => {
    const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
    const caret = document.activeElement?.selectionStart;
    sets.replaceChildren();
    for (const [name, { values }] of loaded) {
      const chosen = asks.chosen.get(name);
      const tally = counts.get(name);
      let all = values.map((value, number) => ({ value, number, counted: tally[number] })).filter(({ value, counted }) => counted || chosen.has(value[0]));
      if (!all.length) continue;
      if (name === "year") all.sort((a, b) => Number(b.value[0]) - Number(a.value[0]));
      else if (name === "kind") all.sort((a, b) => Object.keys(KINDS).indexOf(a.value[0]) - Object.keys(KINDS).indexOf(b.value[0]));
      else all.sort((a, b) => b.counted - a.counted || a.number - b.number);
      const set = make("fieldset", {}, make("legend", {}, NAMES[name]));
      const size = all.length;
      const open_ = wide.has(name);
      if (open_ && size > 20) {
        const narrowing = make("input", { class: "cb-facet-find", type: "search", id: `cb-n-${name}`, "aria-label": `Find in ${NAMES[name]}`, placeholder: "Find in these" });
        narrowing.value = wide.get(name);
        narrowing.addEventListener("input", () => { wide.set(name, narrowing.value); drawFacets(loaded, counts); });
        set.append(narrowing);
        const wanted = wide.get(name).toLowerCase();
        if (wanted) all = all.filter(({ value }) => (value[1] ?? value[0]).toLowerCase().includes(wanted));
      }
      const few = open_ ? all.slice(0, MANY) : all.filter(({ value }, at) => at < FEW || chosen.has(value[0]));
      set.append(...few.map(({ value, number, counted }) => box(name, value, number, counted)));
      if (open_ && all.length > MANY) set.append(make("p", {}, `and ${count(all.length - MANY, "more value")}: type to find them`));
      if (size > FEW) {
        const toggle = make("button", { type: "button", id: `cb-a-${name}`, "aria-expanded": String(open_) }, open_ ? "Show fewer" : `Show all ${size.toLocaleString("en")}`);
        toggle.addEventListener("click", () => {
          if (open_) wide.delete(name);
          else wide.set(name, "");
          drawFacets(loaded, counts);
        });
        set.append(toggle);
      }
      sets.append(set);
    }
    clear.hidden = !any();
    const back = focused && document.getElementById(focused);
    if (back && back !== document.activeElement) {
      back.focus({ preventScroll: true });
      if (back.type === "search" && caret !== null) back.setSelectionRange(caret, caret);
    }
  };

  const draw = async (from = 0) => {
    const token = mine;
    const next = await Promise.all(hits.slice(from, from + STEP).map(async (hit) => result(await record(hit.number, told), hit)));
    if (token !== mine) return;
    if (from) list.append(...next);
    else list.replaceChildren(...next);
    more.hidden = from + STEP >= hits.length;
    if (from) next[0]?.querySelector("a").focus();
  };

  const run = async () => {
    const token = (mine += 1);
    const typed = asks.q.trim();
    columns.setAttribute("aria-busy", "true");
    try {
      // Nothing asked yet: what there is to search is known without loading what searches it.
      const known = async () => (any() ? (await engine()).told : state());
      const found = typed ? await find(typed) : { told: await known(), hits: null, changed: [], groups: [] };
      if (token !== mine) return;
      told = found.told;
      if (!told.records) {
        const off = told.state === "off";
        form.hidden = hint.hidden = off;
        columns.hidden = true;
        tell(off ? "Search is off on this site. Everything is found by the indexes below." : "The index is being made.");
        return;
      }
      if (!typed && !any()) {
        hits = [];
        list.replaceChildren();
        columns.hidden = true;
        note();
        tell(`There are ${count(told.records, "record")} to search.`);
        return;
      }
      const whole = found.hits ?? Array.from({ length: told.records }, (_, number) => ({ number, places: [] }));
      const facetsFirst = any();
      let shownCounts = null;
      hits = whole;
      if (facetsFirst) {
        const loaded = await load();
        if (token !== mine) return;
        const { kept, counts } = narrow(whole, loaded);
        hits = kept;
        shownCounts = [loaded, counts];
      }
      if (asks.sort === "date" || !found.hits) hits = [...hits].sort((a, b) => a.number - b.number);
      columns.hidden = !whole.length;
      tools.hidden = !hits.length;
      const said = typed && `“${typed.length > 60 ? `${typed.slice(0, 60)}…` : typed}”`;
      note(...[
        ...found.changed.map(([was, is]) => `Nothing has “${was}”; this is what has “${is}”. `),
        found.some ? "Nothing has all of these words together; these have some of them. " : "",
        found.cut ? "Only the first 16 words and phrases are looked for. " : "",
      ].filter(Boolean));
      await draw();
      if (token !== mine) return;
      tell(hits.length ? `${count(hits.length, "result")}${said ? ` for ${said}` : ""}.` : `Nothing found${said ? ` for ${said}` : ""}${facetsFirst && whole.length ? " with these filters" : ""}.`);
      if (whole.length) {
        const loaded = await load();
        if (token !== mine) return;
        drawFacets(loaded, (shownCounts ?? [null, narrow(whole, loaded).counts])[1]);
        facets.hidden = false;
      }
    } catch {
      if (token !== mine) return;
      columns.hidden = true;
      tell("Search could not be loaded. Reload the page, or use the indexes below.");
    } finally {
      if (token === mine) columns.setAttribute("aria-busy", "false");
    }
  };

  const follow = async () => { // the index of a preview is made after the pages
    const now = await state().catch(() => null);
    if (now?.state === "current" && now.edition !== told?.edition) {
      renew();
      tables = null;
      if (told) await run();
    }
    const behind = now?.state === "behind";
    if (behind) note("The index is behind the pages: a new one is being made.");
    else if (notice.textContent.startsWith("The index is behind")) note();
    if (behind) setTimeout(follow, 2000);
  };

  const show = () => {
    field.value = asks.q;
    sort.value = asks.sort;
  };
  const push = () => {
    const address = written(asks);
    if (address !== location.search) history.pushState(null, "", address);
    return run();
  };
  let typing = 0;
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      asks.q = field.value;
      history.replaceState(null, "", written(asks));
      run();
    }, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    asks.q = field.value;
    push();
  });
  sort.addEventListener("change", () => { asks.sort = sort.value; push(); });
  clear.addEventListener("click", () => {
    asks.chosen.forEach((values) => values.clear());
    push();
    facets.querySelector("summary").focus();
  });
  more.addEventListener("click", () => draw(list.children.length));
  addEventListener("popstate", () => {
    if (!place.isConnected) return; // instant navigation went on to another page
    asks = read();
    show();
    run();
  });
  place.addEventListener("keydown", (event) => {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...list.querySelectorAll("h3 a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== field) return;
    const next = event.key === "ArrowDown" ? links[at + 1] : at > 0 ? links[at - 1] : field;
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
  show();
  // Who has begun to go through the page already is not called away.
  if (!asks.q && document.activeElement === document.body) field.focus({ preventScroll: true });
  await run();
  follow();
};
