/* Citebound: the filters of the search page, one for each facet, and how they narrow the results. */
import { make, on } from "./elements.js";
import { KINDS } from "./search-results.js";

const FEW = 8;
const MANY = 200;
const FINDABLE = 20;
const NAMES = {
  kind: "Kind", actor: "Actor", speaker: "Who says it", voice: "Whose words", source: "Source",
  year: "Year", status: "Status of an event", review: "Review",
};

const several = (value) => (Array.isArray(value) ? value : value === null ? [] : [value]);
const number = (value) => value.toLocaleString("en");

/* The hits that what is chosen leaves, and how many of each value there are. Each record fails none,
   one or more of the facets: it counts in all, in that one, or in none. */
export const narrow = (hits, tables, chosen) => {
  const counts = new Map(tables.map(([name, { values }]) => [name, new Uint32Array(values.length)]));
  const wanted = tables.map(([name, { values, of }]) => {
    const ids = values.flatMap(([id], at) => (chosen.get(name).has(id) ? [at] : []));
    return { name, of, ids: chosen.get(name).size ? new Set(ids) : null };
  });
  const kept = hits.filter((hit) => {
    const fails = wanted.filter(({ of, ids }) => ids && !several(of[hit.number]).some((id) => ids.has(id)));
    if (fails.length > 1) return false;
    for (const { name, of } of fails.length ? fails : wanted) {
      for (const id of several(of[hit.number])) counts.get(name)[id] += 1;
    }
    return !fails.length;
  });
  return { kept, counts };
};

const ORDERS = {
  year: (a, b) => Number(b.value[0]) - Number(a.value[0]),
  kind: (a, b) => Object.keys(KINDS).indexOf(a.value[0]) - Object.keys(KINDS).indexOf(b.value[0]),
};
const byCount = (a, b) => b.counted - a.counted || a.at - b.at;

/* The filters in the element `place`. `chosen` answers the values that are chosen now, by facet;
   `choose` is called after a reader has changed them. */
export class Facets {
  constructor(place, chosen, choose) {
    this.place = place;
    this.chosen = chosen;
    this.choose = choose;
    this.wide = new Map(); // facets of which all values are shown → what they are narrowed by
  }

  draw(tables, counts) {
    this.drawn = [tables, counts];
    const focused = document.activeElement;
    const id = this.place.contains(focused) ? focused.id : "";
    const caret = focused?.selectionStart;
    this.place.replaceChildren(...tables.flatMap(([name, { values }]) => this.#set(name, values)));
    const back = id && document.getElementById(id);
    if (!back || back === document.activeElement) return;
    back.focus({ preventScroll: true });
    if (back.type === "search" && caret !== null) back.setSelectionRange(caret, caret);
  }

  #again() {
    this.draw(...this.drawn);
  }

  /* One facet: nothing where it has no value to choose. */
  #set(name, values) {
    const tally = this.drawn[1].get(name);
    const picked = this.chosen().get(name);
    const every = values.map((value, at) => ({ value, at, counted: tally[at] }))
      .filter(({ value, counted }) => counted || picked.has(value[0]))
      .sort(ORDERS[name] ?? byCount);
    if (!every.length) return [];
    const wide = this.wide.has(name);
    const wanted = wide && every.length > FINDABLE ? this.wide.get(name).toLowerCase() : "";
    const found = every.filter(({ value }) => (value[1] ?? value[0]).toLowerCase().includes(wanted));
    const shown = wide ? found.slice(0, MANY) : found.filter(({ value }, at) => at < FEW || picked.has(value[0]));
    const set = make("fieldset", {}, make("legend", {}, NAMES[name]));
    if (wide && every.length > FINDABLE) set.append(this.#narrowing(name));
    set.append(...shown.map((one) => this.#box(name, one)));
    if (wide && found.length > MANY) {
      const rest = found.length - MANY;
      set.append(make("p", {}, `and ${number(rest)} more value${rest === 1 ? "" : "s"}: type to find them`));
    }
    if (every.length > FEW) set.append(this.#toggle(name, every.length));
    return [set];
  }

  #box(name, { value: [id, label], at, counted }) {
    const checked = this.chosen().get(name).has(id);
    const input = make("input", { type: "checkbox", name, value: id, id: `cb-f-${name}-${at}`, checked });
    on(input, "change", () => {
      this.chosen().get(name)[input.checked ? "add" : "delete"](id);
      this.choose();
    });
    const called = name === "kind" ? KINDS[id] : label ?? id;
    return make("label", {}, input, make("span", {}, called), make("span", { class: "cb-facet-count" }, number(counted)));
  }

  #narrowing(name) {
    const field = make("input", {
      class: "cb-facet-find", type: "search", id: `cb-n-${name}`,
      "aria-label": `Find in ${NAMES[name]}`, placeholder: "Find in these",
    });
    field.value = this.wide.get(name);
    on(field, "input", () => {
      this.wide.set(name, field.value);
      this.#again();
    });
    return field;
  }

  #toggle(name, size) {
    const wide = this.wide.has(name);
    const words = wide ? "Show fewer" : `Show all ${number(size)}`;
    const toggle = make("button", { type: "button", id: `cb-a-${name}`, "aria-expanded": String(wide) }, words);
    on(toggle, "click", () => {
      if (wide) this.wide.delete(name);
      else this.wide.set(name, "");
      this.#again();
    });
    return toggle;
  }
}
