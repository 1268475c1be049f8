/* Citebound: the way to search, on every page. Small, for every page view pays for it; what
   searches (search.js and what it asks for) is loaded when a reader begins to. */
import { make, on, set } from "./elements.js";

const root = new URL("../", import.meta.url);
let engine = null;
const PARTS = [
  ...["index", "facets", "results", "words", "time", "ranking", "remarks"].map((name) => `search-${name}`), "english",
];
const load = () => (engine ??= import("./search.js"));

// --- the search page ---------------------------------------------------------------------------
const open = (page) => {
  // What the script will ask for one after the other is asked for at once: on a slow line each
  // step costs a round trip.
  for (const name of PARTS) {
    const ahead = document.createElement("link");
    ahead.rel = "modulepreload";
    ahead.href = new URL(`${name}.js`, import.meta.url);
    document.head.append(ahead);
  }
  load().then((search) => search.open(page));
};

// --- the field in the header -------------------------------------------------------------------
const go = (address) => { location.href = new URL(address, root); };

/* The list of suggestions below the field. */
class Suggestions {
  constructor(field, list) {
    this.field = field;
    this.list = list;
    this.asked = 0;
    this.timer = 0;
  }

  get chosen() {
    return this.list.querySelector('[aria-selected="true"]');
  }

  shut() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.list.hidden = true;
    this.list.replaceChildren();
    set(this.field, "aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /* Suggest once nothing more is typed. */
  wait() {
    clearTimeout(this.timer);
    if (this.field.value.trim().length < 2) this.shut();
    else this.timer = setTimeout(() => this.suggest(), 150);
  }

  async suggest() {
    const mine = (this.asked += 1);
    const search = await load();
    const found = await search.suggest(this.field.value);
    if (mine !== this.asked || document.activeElement !== this.field) return;
    const chosen = this.chosen?.dataset.address;
    this.list.replaceChildren(...found.map(({ title, kind, address }, number) => make("li",
      { id: `cb-find-${number}`, role: "option", "aria-selected": "false", "data-address": address },
      title, " ", make("span", { class: "cb-find-kind" }, kind))));
    this.list.hidden = !found.length;
    set(this.field, "aria-expanded", found.length > 0);
    this.field.removeAttribute("aria-activedescendant");
    const again = [...this.list.children].find((option) => option.dataset.address === chosen);
    if (again) this.select(again); // what was chosen stays chosen while more is typed
  }

  select(option) {
    set(option, "aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    set(this.field, "aria-activedescendant", option.id);
  }

  move(step) {
    const options = [...this.list.children];
    if (!options.length) return;
    const next = options.indexOf(this.chosen) + step;
    for (const option of options) set(option, "aria-selected", "false");
    const chosen = options[next < -1 ? options.length - 1 : next];
    if (chosen) this.select(chosen);
    else this.field.removeAttribute("aria-activedescendant");
  }
}

const dress = (box) => {
  const field = box.querySelector("input");
  const list = box.querySelector("ul");
  const suggestions = new Suggestions(field, list);
  box.hidden = false;
  document.documentElement.classList.add("cb-has-find");
  field.addEventListener("focus", load, { once: true });
  on(field, "input", () => suggestions.wait());
  on(field, "blur", () => suggestions.shut());
  on(field, "keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      suggestions.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      suggestions.shut();
    } else if (event.key === "Enter") {
      const words = field.value.trim();
      if (suggestions.chosen) go(suggestions.chosen.dataset.address);
      else if (words) go(`${new URL(box.dataset.page, location.href)}?q=${encodeURIComponent(words)}`);
    }
  });
  on(list, "pointerdown", (event) => {
    const option = event.target.closest("li");
    if (!option) return;
    event.preventDefault();
    go(option.dataset.address);
  });
};

// --- "/" and Ctrl-K ------------------------------------------------------------------------------
addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.defaultPrevented || !(k || (slash && !typing))) return;
  const there = [document.getElementById("cb-q"), ...document.querySelectorAll(".cb-find-field, .cb-search-button")];
  const wanted = there.find((element) => element?.getClientRects().length);
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
  wanted.select?.();
});

// --- the words that were looked for, at the place that a result led to ----------------------------
const decoded = (name) => {
  try { return decodeURIComponent(name); } catch { return name; } // anybody can write an address
};
const mark = () => {
  const words = new URLSearchParams(location.search).getAll("highlight").slice(0, 12);
  if (!words.length || !globalThis.Highlight || !CSS.highlights) return;
  const target = location.hash && document.getElementById(decoded(location.hash.slice(1)));
  const inside = target || document.querySelector("article");
  if (!inside) return;
  const sought = new Set(words.map((word) => word.toLowerCase()));
  const spaceless = [...sought].filter((word) => /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]/.test(word));
  const ranges = [];
  const walker = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  const add = (node, from, to) => {
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.toLowerCase();
    for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu)) {
      if (sought.has(found[0])) add(node, found.index, found.index + found[0].length);
    }
    for (const word of spaceless) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        add(node, at, at + word.length);
      }
    }
  }
  CSS.highlights.set("cb-search", new Highlight(...ranges));
};

// --- arriving on a page, also without a new load (Material's instant navigation) --------------------
const arrive = () => {
  const page = document.getElementById("cb-search");
  const box = document.querySelector(".cb-find");
  if (page && box) box.hidden = true; // the page has a field of its own
  else if (box && !box.dataset.dressed) {
    box.dataset.dressed = "yes";
    dress(box);
  } else if (box) box.hidden = false;
  if (page && !page.dataset.opened) {
    page.dataset.opened = "yes";
    open(page);
  }
  mark();
};
arrive();
window.document$?.subscribe(arrive);
addEventListener("hashchange", mark);
