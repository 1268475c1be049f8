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

// The address holds a filter's state. A control "actor" asks data-actor or data-actors (ids divided by
// spaces); "from" and "to" ask whether data-min to data-max meets the years or months.
const holds = ({ dataset }, [name, asked]) => {
  if (name === "from") return dataset.max >= asked;
  if (name === "to") return dataset.min.slice(0, asked.length) <= asked;
  return (dataset[name] ?? dataset[`${name}s`] ?? "").split(" ").includes(asked);
};

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
    for (const item of items) item.hidden = !Object.entries(wanted).every((one) => holds(item, one));
    for (const group of all(".cb-year")) {
      group.previousElementSibling.hidden = group.hidden = !group.querySelector(".cb-event:not([hidden])");
    }
    const left = items.filter((item) => !item.hidden).length;
    form.querySelector("output").value = left ? `${left} of ${items.length} shown` : "Nothing fits all this";
  };
  const keep = () => {
    apply();
    const address = new URL(location);
    address.search = new URLSearchParams(chosen());
    history.replaceState(history.state, "", address);
  };
  const fill = (query) => {
    for (const field of form.elements) field.value = query.get(field.name) ?? "";
  };
  const clear = () => {
    fill(new URLSearchParams());
    keep();
  };
  const read = () => {
    fill(new URLSearchParams(location.search));
    form.firstElementChild.open ||= location.search;
    apply();
    // The address of one item wins over a filter that hides it.
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest("[hidden]")) return;
    clear();
    target.scrollIntoView();
  };
  on(form, "input", keep);
  on(form, "reset", () => setTimeout(clear));
  on(form, "submit", (event) => event.preventDefault());
  on(window, "popstate hashchange", read);
  form.hidden = false;
  read();
};

export const filtering = () => all("form[data-filter]").forEach(filter);
