/* What pages do beyond being read; all are whole without it. */
{
const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const set = (element, name, value) => element.setAttribute(name, value);
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const name in attributes) set(element, name, attributes[name]);
  element.append(...children);
  return element;
};
const button = (words) => make("button", { type: "button" }, words);
const on = (target, name, then) => target.addEventListener(name, then);

// There before anything is said.
const live = make("div", { class: "cb-live", role: "status" });
const say = (words) => {
  live.textContent = "";
  setTimeout(() => { live.textContent = words; }, 60);
};

// Colours follow the system until the reader chooses.
const colours = () => {
  const toggle = document.querySelector(".cb-scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => set(toggle, "aria-pressed", dark());
  on(toggle, "click", () => {
    const wanted = !dark();
    root.dataset.scheme = wanted === system.matches ? "" : wanted ? "dark" : "light";
    __md_set("scheme", root.dataset.scheme);
    show();
  });
  on(system, "change", show);
  show();
};

// A <details>: only closing is ours.
const menu = () => {
  const details = document.querySelector(".cb-menu");
  const shut = () => { details.open = false; };
  on(details, "keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    shut();
    details.firstElementChild.focus();
  });
  on(details, "click", (event) => event.target.closest("a") && shut());
  on(details, "focusout", ({ relatedTarget: next }) => next && !details.contains(next) && shut());
  on(document, "pointerdown", (event) => details.contains(event.target) || shut());
};

// Evidence cards: dismissable, hoverable, persistent (WCAG 1.4.13).
const phone = matchMedia("(max-width: 40em)");
let card, owner, pinned, timer, returning;

const close = (giveBack) => {
  clearTimeout(timer);
  if (!card) return;
  const inside = card.contains(document.activeElement);
  const [mark, gone] = [owner, card];
  card = owner = undefined;
  pinned = false;
  gone.remove();
  set(mark, "aria-expanded", false);
  if (!giveBack || !inside) return;
  returning = true; // or the focus would open the card again
  mark.focus({ preventScroll: true });
  returning = false;
};

const place = () => {
  const mark = owner.getBoundingClientRect();
  const size = card.getBoundingClientRect();
  if (phone.matches) { // the sheet must not cover its mark
    return scrollBy(0, Math.max(0, mark.bottom + 12 - size.top));
  }
  const x = Math.max(16, Math.min(mark.left - 24, root.clientWidth - size.width - 16));
  const below = mark.bottom + 4 + size.height < innerHeight || mark.top < size.height;
  const y = below ? mark.bottom + 4 : mark.top - size.height - 4;
  card.style.setProperty("--x", `${x + scrollX}px`);
  card.style.setProperty("--y", `${y + scrollY}px`);
};

// Tab past either end goes on from the mark, as if the card stood in the text.
const walk = (event) => {
  if (event.key !== "Tab") return;
  const stops = all("a, button, summary", card);
  const here = document.activeElement;
  const back = event.shiftKey;
  if (back ? here !== card && here !== stops[0] : here !== stops.at(-1)) return;
  if (back) event.preventDefault();
  close(true);
};

const leave = (event) => {
  clearTimeout(timer);
  if (event.pointerType === "mouse" && !pinned) timer = setTimeout(close, 350);
};

const open = (mark, keep) => {
  clearTimeout(timer);
  if (owner === mark) return (pinned ||= keep);
  const item = document.getElementById(mark.dataset.evidence);
  close();
  const name = mark.getAttribute("aria-label");
  const shut = button("Close");
  const list = make("a", { href: `#${item.id}` }, "Show it in the evidence list");
  card = make("div", { class: "cb-card md-typeset", role: "dialog", "aria-label": name, tabindex: -1 },
    make("div", { class: "cb-card-head" }, make("span", {}, name), shut),
    ...item.cloneNode(true).childNodes, make("p", { class: "cb-fine" }, list));
  for (const back of all(".cb-back", card)) back.remove();
  for (const named of all("[id]", card)) named.removeAttribute("id");
  on(shut, "click", () => close(true));
  on(list, "click", () => setTimeout(close));
  on(card, "pointerenter", () => clearTimeout(timer));
  on(card, "pointerleave", leave);
  on(card, "keydown", walk);
  on(card, "focusout", ({ relatedTarget: next }) => {
    if (next && next !== owner && !card?.contains(next)) close();
  });
  owner = mark;
  pinned = keep;
  set(mark, "aria-expanded", true);
  document.body.append(card);
  place();
};

const evidence = () => {
  for (const mark of all(".cb-mark[data-evidence]")) {
    if (!document.getElementById(mark.dataset.evidence)) continue;
    set(mark, "aria-haspopup", "dialog");
    set(mark, "aria-expanded", false);
    on(mark, "pointerenter", (event) => {
      clearTimeout(timer);
      if (event.pointerType === "mouse" && !pinned) timer = setTimeout(open, 180, mark, false);
    });
    on(mark, "pointerleave", leave);
    on(mark, "focus", () => !returning && mark.matches(":focus-visible") && open(mark, false));
    on(mark, "blur", ({ relatedTarget: next }) => {
      if (owner === mark && next && !card.contains(next)) close();
    });
    on(mark, "click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (owner === mark && pinned) return close(true);
      open(mark, true);
      card.focus({ preventScroll: true });
    });
  }
  on(document, "keydown", (event) => event.key === "Escape" && close(true));
  on(document, "pointerdown", ({ target }) => {
    if (card && !card.contains(target) && !owner.contains(target)) close();
  });
  on(window, "resize", () => card && place());
};

// "Show all evidence", kept for the session.
const switches = () => {
  for (const slot of all('[data-switch="evidence"]')) {
    const toggle = button("Show all evidence");
    const show = (all) => {
      set(toggle, "aria-pressed", all);
      slot.closest("article").classList.toggle("cb-show-all", all);
    };
    on(toggle, "click", () => {
      const wanted = toggle.getAttribute("aria-pressed") === "false";
      show(wanted);
      __md_set("evidence", wanted, sessionStorage);
    });
    show(false);
    try { // may be refused
      show(!!__md_get("evidence", sessionStorage));
    } catch {}
    slot.replaceChildren(toggle);
    slot.hidden = false;
  }
};

// One listener: cards hold copies of buttons.
const copying = () => {
  for (const slot of all(".cb-copy")) slot.replaceChildren(button(slot.dataset.label || "Copy as citation"));
  on(document, "click", async ({ target }) => {
    const slot = target.closest(".cb-copy");
    if (!slot || slot === target) return;
    const words = target.textContent;
    try {
      await navigator.clipboard.writeText(slot.dataset.copy);
      target.textContent = "Copied";
    } catch {
      target.textContent = "Not copied";
    }
    say(target.textContent);
    setTimeout(() => { target.textContent = words; }, 2000);
  });
};

const sorting = () => {
  const order = new Intl.Collator(root.lang, { numeric: true }).compare;
  const value = ({ cells }, column) => cells[column].dataset.value ?? cells[column].textContent.trim();
  for (const table of all("table[data-sortable]")) {
    const heads = all("thead th", table);
    for (const [column, head] of heads.entries()) {
      if (!head.dataset.sort) continue;
      const sorter = button(head.textContent);
      head.replaceChildren(sorter);
      on(sorter, "click", () => {
        const sense = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        set(head, "aria-sort", sense);
        const [body] = table.tBodies;
        const rows = [...body.rows].sort((a, b) => order(value(a, column), value(b, column)));
        body.append(...(sense === "ascending" ? rows : rows.reverse()));
        say(`Sorted by ${head.textContent}, ${sense}`);
      });
    }
  }
};

// Wide things scroll.
const scrolling = () => {
  for (const table of all(":not(.cb-scroll) > .cb-table")) {
    const frame = make("div", { class: "cb-scroll" });
    table.replaceWith(frame);
    frame.append(table);
  }
  const look = () => {
    for (const frame of all(".cb-scroll, .cb-strip, .cb-graph, .md-typeset__scrollwrap")) {
      if (frame.scrollWidth <= frame.clientWidth || frame.tabIndex === 0) continue;
      frame.tabIndex = 0;
      if (frame.localName !== "div") continue;
      set(frame, "role", "group");
      set(frame, "aria-label", frame.querySelector("caption")?.textContent || "Table");
    }
  };
  on(window, "resize", look);
  on(window, "load", look);
  look();
};

// The address holds a filter's state. A control "actor" asks data-actor or data-actors (ids divided by
// spaces); "from" and "to" ask whether data-min to data-max meets the years.
const holds = ({ dataset }, [name, asked]) => {
  if (name === "from") return !(parseInt(dataset.max) < asked);
  if (name === "to") return !(parseInt(dataset.min) > asked);
  return (dataset[name] ?? dataset[`${name}s`] ?? "").split(" ").includes(asked);
};

const filtering = () => {
  for (const form of all("form[data-filter]")) {
    const fields = all("select, input", form);
    const items = all("ol.cb-timeline > li, table.cb-table tbody > tr");
    const apply = () => {
      const wanted = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
      for (const item of items) item.hidden = !wanted.every((one) => holds(item, one));
      for (const list of all("ol.cb-timeline")) {
        list.hidden = [...list.children].every((item) => item.hidden);
        const heading = list.previousElementSibling;
        if (heading?.matches("h2, h3")) heading.hidden = list.hidden;
      }
      const left = items.filter((item) => !item.hidden).length;
      form.querySelector("output").value = `${left} of ${items.length} shown`;
    };
    const keep = () => {
      const address = new URL(location);
      for (const { name, value: asked } of fields) {
        if (asked) address.searchParams.set(name, asked);
        else address.searchParams.delete(name);
      }
      history.replaceState(history.state, "", address);
      apply();
    };
    const fill = (query) => {
      for (const field of fields) field.value = query.get(field.name) ?? "";
    };
    const clear = () => {
      fill(new URLSearchParams());
      keep();
    };
    const read = () => {
      fill(new URLSearchParams(location.search));
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
    on(window, "popstate", read);
    on(window, "hashchange", read);
    form.hidden = false;
    read();
  }
};

// On paper, addresses in full.
const printing = () => {
  const base = document.querySelector("link[rel=canonical]")?.href || location.href;
  for (const link of all(":is(.cb-attribution, .cb-sources, .cb-facts, .cb-cite) a, article a[href^=http]")) {
    const { href } = new URL(link.getAttribute("href"), base);
    if (link.textContent !== href) link.dataset.print = href;
  }
  on(window, "beforeprint", () => close(true));
};

document.body.append(live);
for (const start of [colours, menu, evidence, switches, copying, scrolling, sorting, filtering, printing]) start();
}
