/* Evidence cards, and the switch that shows all evidence. */
import { all, button, make, on, set } from "./elements.js";

// Evidence cards: dismissable, hoverable, persistent (WCAG 1.4.13).
const phone = matchMedia("(max-width: 40em)");
let card, owner, pinned, timer, returning;

export const close = (giveBack) => {
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
  const x = Math.max(16, Math.min(mark.left - 24, document.documentElement.clientWidth - size.width - 16));
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

export const evidence = () => {
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

// The evidence of a block beside it, or below it on a narrow screen: each once on the page.
const beside = (article) => {
  const notes = new Map(); // by their blocks, and by what they show
  for (const mark of all(".cb-mark", article)) {
    const id = mark.dataset.evidence;
    const item = document.getElementById(id);
    if (!item || notes.has(id)) continue;
    notes.set(id);
    const block = mark.closest("p,li,table,figure") ?? mark;
    let aside = notes.get(block);
    if (!aside) {
      notes.set(block, aside = make("aside", { class: "cb-beside cb-fine", "aria-label": "Evidence" }));
      // Within a paragraph, which it may float beside.
      block[block.matches("p,li") ? "append" : "after"](aside);
    }
    const parts = all("blockquote,.cb-attribution>.cb-voice,.cb-in-place,.cb-contains,.cb-insertions", item);
    aside.append(make("div", { class: "cb-note" },
      make("a", { class: "cb-number", href: `#${id}` }, id.slice(2)),
      ...parts.flatMap((part) => [part.cloneNode(true), " "])));
  }
};

// "Show all evidence", kept for the session.
export const switches = () => {
  for (const slot of all('[data-switch="evidence"]')) {
    const toggle = button("Show all evidence");
    const show = (whole) => {
      set(toggle, "aria-pressed", whole);
      const article = slot.closest("article");
      article.classList.toggle("cb-show-all", whole);
      for (const aside of all(".cb-beside", article)) aside.remove();
      if (whole) beside(article);
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
