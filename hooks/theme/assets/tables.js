/* Tables and lists that are sorted, scrolled and filtered. */
import { all, button, on, say } from "./elements.js";

const value = ({ cells }, column) => cells[column].dataset.value ?? cells[column].textContent.trim();

export const sorting = () => {
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  for (const table of all("table[data-sortable]")) {
    const heads = all("thead th", table);
    for (const [column, head] of heads.entries()) {
      if (!head.dataset.sort) continue;
      const sorter = button(head.textContent);
      head.replaceChildren(sorter);
      on(sorter, "click", () => {
        const up = head.ariaSort !== "ascending";
        for (const other of heads) other.ariaSort = null;
        head.ariaSort = up ? "ascending" : "descending";
        const [body] = table.tBodies;
        const rows = [...body.rows].sort((a, b) => order(value(a, column), value(b, column)));
        body.append(...(up ? rows : rows.toReversed()));
        say(`Sorted by ${head.textContent}, ${head.ariaSort}`);
      });
    }
  }
};

// Wide things scroll, by keyboard too.
const look = () => {
  for (const frame of all(".md-typeset__scrollwrap")) {
    if (frame.scrollWidth <= frame.clientWidth || frame.tabIndex === 0) continue;
    frame.tabIndex = 0;
    if (frame.localName !== "div") continue;
    frame.role = "group";
    frame.ariaLabel = frame.querySelector("caption")?.textContent || "Table";
  }
};

export const scrolling = () => on(window, "resize load", look);

// A control "actor" asks data-actor or data-actors (ids divided by spaces).
const holds = ({ dataset }, [name, asked]) => (dataset[name] ?? dataset[`${name}s`] ?? "").split(" ").includes(asked);

// Whether what has a date was within some years or months: 2 surely, 1 perhaps (hooks/citebound/dates/when.py); what its source gives no date was at none.
const within = ({ dataset: { min, max, lasted, begun } }, from = "", to = "~") => {
  const is = (first = "~", last = "") => first.slice(0, to.length) <= to && last >= from;
  return is(begun, lasted) + is(begun && min, begun && max);
};

// The address holds a filter's state.
const filter = (form) => {
  const items = all(".cb-timeline > li, .cb-table tbody > tr");
  const chosen = () => [...new FormData(form)].filter(([, asked]) => asked);
  const apply = () => {
    // A month is one of its year.
    for (const month of all("[name$=month]", form)) month.disabled = !form[month.name.slice(0, -6)].value;
    const wanted = {};
    for (const [name, asked] of chosen()) {
      const [side, month] = name.split("-");
      wanted[side] = month ? `${wanted[side]}-${asked}` : asked;
    }
    const { from, to, may, ...others } = wanted;
    let open = 0;
    for (const item of items) {
      const fit = Object.entries(others).every((one) => holds(item, one)) && within(item, from, to);
      item.hidden = fit < (may ? 1 : 2);
      open += item.classList.toggle("cb-may", fit === 1);
    }
    for (const group of all(".cb-year")) {
      group.hidden = !group.querySelector(".cb-event:not([hidden])");
      // Its heading, and its line in the contents.
      for (const link of all(`[href="#${group.previousElementSibling.id}"]`)) link.parentElement.hidden = group.hidden;
    }
    const left = items.filter((item) => !item.hidden).length;
    form.querySelector("output").value = left ? `${left} of ${items.length} shown` : "Nothing fits all this";
    if (!form.may) return;
    form.may.labels[0].hidden = !open;
    form.may.nextElementSibling.textContent = open;
  };
  const keep = () => {
    apply();
    const address = new URL(location);
    address.search = new URLSearchParams(chosen());
    history.replaceState(history.state, "", address);
  };
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const field of form.elements) field[field.type === "checkbox" ? "checked" : "value"] = query.get(field.name) ?? "";
    form.firstElementChild.open ||= location.search;
    apply();
    // The address of one item wins over a filter that hides it.
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    form.reset();
    keep();
    target.scrollIntoView();
  };
  on(form, "input", keep);
  on(form, "reset", () => setTimeout(keep));
  on(form, "submit", (event) => event.preventDefault());
  on(window, "popstate hashchange", read);
  form.hidden = false;
  read();
};

export const filtering = () => all("form[data-filter]").forEach(filter);
