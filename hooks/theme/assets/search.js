/* Citebound: the search page, and what the header's field asks for. */
import { make, on } from "./elements.js";
import { Facets, narrow } from "./search-facets.js";
import { FACETS, engine, facet, find, record, renew, state, suggestions } from "./search-index.js";
import { count, remarks } from "./search-remarks.js";
import { KINDS, result } from "./search-results.js";

const STEP = 10;
const BEHIND = "The index is behind the pages: a new one is being made.";

export const suggest = async (typed) => {
  try {
    return (await suggestions(typed)).map(({ title, kind, address, name }) => (
      { title, kind: name ? `${KINDS[kind]} · ${name}` : KINDS[kind], address }));
  } catch {
    return []; // the way to the search page is still there, and says what is wrong
  }
};

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

// --- the page --------------------------------------------------------------------------------------
/* The elements of the page, put into `place`. */
const build = (place) => {
  const field = make("input", {
    id: "cb-q", type: "search", name: "q", autocomplete: "off", autocapitalize: "none",
    spellcheck: "false", maxlength: "5000", "aria-describedby": "cb-search-hint",
  });
  const form = make("form", { class: "cb-search-form", role: "search" },
    make("label", { for: "cb-q" }, "Search this site"), field, make("button", { type: "submit" }, "Search"));
  const hint = make("p", { id: "cb-search-hint" }, "Names, words, or “a phrase”. Endings do not matter.");
  const status = make("p", { class: "cb-search-status", role: "status" });
  const notice = make("p", { class: "cb-search-notice", hidden: true });
  const sort = make("select", { id: "cb-sort" },
    make("option", { value: "relevance" }, "relevance"), make("option", { value: "date" }, "date, the newest first"));
  const tools = make("div", { class: "cb-search-tools", hidden: true }, make("label", { for: "cb-sort" }, "Sorted by ", sort));
  const sets = make("div");
  const clear = make("button", { type: "button", hidden: true }, "Clear all filters");
  const facets = make("details", { class: "cb-facets", hidden: true }, make("summary", {}, "Filters"), clear, sets);
  const list = make("ol", { class: "cb-results" });
  const more = make("button", { type: "button", hidden: true }, "More results");
  const columns = make("div", { class: "cb-search-columns", hidden: true },
    facets, make("div", {}, make("h2", { class: "cb-search-heading" }, "Results"), tools, list, more));
  place.classList.add("cb-search");
  place.replaceChildren(form, hint, status, notice, columns);
  facets.open = matchMedia("(min-width: 60em)").matches;
  return { place, field, form, status, notice, sort, tools, sets, clear, facets, list, more, columns };
};

class SearchPage {
  constructor(place) {
    this.parts = build(place);
    this.asks = read();
    this.words = new Map();
    this.mine = 0; // only the latest question is answered
    this.hits = [];
    this.told = null;
    this.tables = null;
    this.typing = 0;
    this.facets = new Facets(this.parts.sets, () => this.asks.chosen, () => this.push());
  }

  get filtered() {
    return [...this.asks.chosen.values()].some((values) => values.size);
  }

  tell(words) {
    if (this.parts.status.textContent !== words) this.parts.status.textContent = words;
  }

  note(...children) {
    this.parts.notice.replaceChildren(...children);
    this.parts.notice.hidden = !children.length;
  }

  /* The tables of the facets, asked for once. */
  load() {
    this.tables ??= Promise.all(FACETS.map(async (name) => [name, await facet(name, this.told)]))
      .catch((error) => { this.tables = null; throw error; });
    return this.tables;
  }

  // --- answering ---------------------------------------------------------------------------------
  async run() {
    const token = (this.mine += 1);
    const { columns } = this.parts;
    columns.setAttribute("aria-busy", "true");
    try {
      await this.answer(() => token !== this.mine);
    } catch {
      if (token !== this.mine) return;
      columns.hidden = true;
      this.tell("Search could not be loaded. Reload the page, or use the indexes below.");
    } finally {
      if (token === this.mine) columns.setAttribute("aria-busy", "false");
    }
  }

  /* Ask, and show the answer, unless by then it is `late`: another question has been asked. */
  async answer(late) {
    const typed = this.asks.q.trim();
    // Nothing asked yet: what there is to search is known without loading what searches it.
    const known = async () => (this.filtered ? engine() : state());
    const found = typed ? await find(typed)
      : { told: await known(), hits: null, changed: [], dropped: [], missing: [], words: new Map() };
    if (late()) return;
    this.told = found.told;
    this.words = found.words;
    this.was = found.was;
    if (!this.told.records) this.showNothing();
    else if (!typed && !this.filtered) this.showSize();
    else await this.showAnswer(found, typed, late);
  }

  showNothing() {
    this.parts.columns.hidden = true;
    this.tell("The index is being made.");
  }

  showSize() {
    this.hits = [];
    this.parts.list.replaceChildren();
    this.parts.columns.hidden = true;
    this.note();
    this.tell(`There are ${count(this.told.records, "record")} to search.`);
  }

  async showAnswer(found, typed, late) {
    const { columns, tools, facets, clear } = this.parts;
    const { filtered } = this;
    const whole = found.hits ?? Array.from({ length: this.told.records }, (_, number) => ({ number }));
    let counts = null;
    this.hits = whole;
    if (filtered) {
      const tables = await this.load();
      if (late()) return;
      ({ kept: this.hits, counts } = narrow(whole, tables, this.asks.chosen));
    }
    if (this.asks.sort === "date" || !found.hits) this.hits = [...this.hits].sort((a, b) => a.number - b.number);
    columns.hidden = !whole.length;
    tools.hidden = !this.hits.length;
    const rest = this.hits.length || !whole.length ? "" : `Without the filters: ${count(whole.length, "result")}. `;
    this.note(...remarks(found), ...(rest ? [rest] : []));
    await this.draw();
    if (late()) return;
    this.tell(this.outcome(typed, filtered && whole.length));
    if (!whole.length) return;
    const tables = await this.load();
    if (late()) return;
    this.facets.draw(tables, counts ?? narrow(whole, tables, this.asks.chosen).counts);
    clear.hidden = !this.filtered;
    facets.hidden = false;
  }

  outcome(typed, narrowed) {
    const short = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
    // A phrase has marks of its own.
    const said = typed && (/["“”]/.test(typed) ? ` for ${short}` : ` for “${short}”`);
    if (this.hits.length) return `${count(this.hits.length, "result")}${said}.`;
    return `Nothing found${said}${narrowed ? " with these filters" : ""}.`;
  }

  async draw(from = 0) {
    const { list, more } = this.parts;
    const token = this.mine;
    const wanted = this.hits.slice(from, from + STEP);
    const next = await Promise.all(wanted.map(async ({ number }) => result(await record(number, this.told), this.words, this.was?.get(number) === 1)));
    if (token !== this.mine) return;
    if (from) list.append(...next);
    else list.replaceChildren(...next);
    more.hidden = from + STEP >= this.hits.length;
    if (from) next[0]?.querySelector("a").focus();
  }

  /* The index of a preview is made after the pages: it is waited for. */
  async follow() {
    const now = await state().catch(() => null);
    if (now?.state === "current" && now.edition !== this.told?.edition) {
      renew();
      this.tables = null;
      if (this.told) await this.run();
    }
    const behind = now?.state === "behind";
    if (behind) this.note(BEHIND);
    else if (this.parts.notice.textContent === BEHIND) this.note();
    if (behind) setTimeout(() => this.follow(), 2000);
  }

  // --- being asked -------------------------------------------------------------------------------
  show() {
    this.parts.field.value = this.asks.q;
    this.parts.sort.value = this.asks.sort;
  }

  push() {
    const address = written(this.asks);
    if (address !== location.search) history.pushState(null, "", address);
    return this.run();
  }

  listen() {
    const { place, field, form, sort, clear, facets, more, list } = this.parts;
    on(field, "input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => {
        this.asks.q = field.value;
        history.replaceState(null, "", written(this.asks));
        this.run();
      }, 200);
    });
    on(form, "submit", (event) => {
      event.preventDefault();
      clearTimeout(this.typing);
      this.asks.q = field.value;
      this.push();
    });
    on(sort, "change", () => {
      this.asks.sort = sort.value;
      this.push();
    });
    on(clear, "click", () => {
      this.asks.chosen.forEach((values) => values.clear());
      this.push();
      facets.querySelector("summary").focus();
    });
    on(more, "click", () => this.draw(list.children.length));
    on(window, "popstate", () => {
      if (!place.isConnected) return; // instant navigation went on to another page
      this.asks = read();
      this.show();
      this.run();
    });
    on(place, "keydown", (event) => this.step(event));
  }

  /* The arrows go from the field to the results and along them. */
  step(event) {
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const { field, list } = this.parts;
    const links = [...list.querySelectorAll("h3 a")];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== field) return;
    const next = event.key === "ArrowDown" ? links[at + 1] : at > 0 ? links[at - 1] : field;
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

export const open = async (place) => {
  const page = new SearchPage(place);
  page.listen();
  page.show();
  // Who has begun to go through the page already is not called away.
  if (!page.asks.q && document.activeElement === document.body) page.parts.field.focus({ preventScroll: true });
  await page.run();
  page.follow();
};
