/* Evidence cards, and the switch that shows all evidence. */
import { all, button, make, on } from "./elements.js";

// Evidence cards: dismissable, hoverable, persistent (WCAG 1.4.13).
const phone = matchMedia("(max-width: 40em)");
let card, owner, item, pinned, timer, returning;

export const close = (giveBack) => {
  clearTimeout(timer);
  if (!card) return;
  const inside = card.contains(document.activeElement);
  const [mark, gone] = [owner, card];
  card = owner = undefined;
  pinned = false;
  gone.remove();
  mark.ariaExpanded = false;
  light(item, false);
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
  const x = Math.max(16, Math.min(mark.left - 24, innerWidth - size.width - 16));
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
  close();
  item = document.getElementById(mark.dataset.evidence);
  const name = mark.ariaLabel;
  const shut = button("Close");
  card = make("div", { class: "cb-card md-typeset", role: "dialog", "aria-label": name, tabindex: -1 },
    make("div", { class: "cb-card-head" }, name, shut),
    ...item.cloneNode(true).childNodes);
  for (const other of all(".cb-number,.cb-passage+button", card)) other.remove();
  for (const named of all("[id]", card)) named.removeAttribute("id");
  on(shut, "click", () => close(true));
  on(card, "pointerenter", () => clearTimeout(timer));
  on(card, "pointerleave", leave);
  on(card, "keydown", walk);
  on(card, "focusout", ({ relatedTarget: next }) => {
    if (next && next !== owner && !card?.contains(next)) close();
  });
  light(item, true, [mark]);
  owner = mark;
  pinned = keep;
  mark.ariaExpanded = true;
  document.body.append(card);
  place();
};

// A note and the sentences that it supports, or the one of a mark.
const light = (note, lit, marks = all(`[data-evidence=${note.id}]`)) => {
  note.classList.toggle("cb-lit", lit);
  for (const mark of marks) {
    const sentence = "[class*=-sentence]";
    let said = mark.closest(sentence) ?? mark;
    while (said && !said.matches(sentence)) said = said.previousElementSibling;
    (said ?? mark.parentElement).classList.toggle("cb-lit", lit);
  }
};
const lights = (element, note, marks) => {
  on(element, "pointerenter focusin", () => light(note, true, marks));
  on(element, "pointerleave focusout", () => {
    light(note, false);
    if (card) light(item, true, [owner]);
  });
};

const inView = (note) => {
  const { height, top, bottom } = note.getBoundingClientRect();
  return height && top >= 0 && bottom <= innerHeight;
};

export const evidence = () => {
  for (const note of all(".cb-note")) lights(note, note);
  for (const mark of all(".cb-mark")) {
    const note = document.getElementById(mark.dataset.evidence);
    lights(mark, note, [mark]);
    mark.ariaHasPopup = "dialog";
    mark.ariaExpanded = false;
    on(mark, "pointerenter", (event) => {
      clearTimeout(timer);
      if (event.pointerType === "mouse" && !pinned && !inView(note)) timer = setTimeout(open, 180, mark, false);
    });
    on(mark, "pointerleave", leave);
    on(mark, "focus", () => {
      if (!returning && !inView(note) && mark.matches(":focus-visible")) open(mark, false);
    });
    on(mark, "blur", ({ relatedTarget: next }) => {
      if (owner === mark && next && !card.contains(next)) close();
    });
    on(mark, "click", (event) => {
      // In view, the link leads to it.
      if (event.ctrlKey || event.metaKey || event.shiftKey || inView(note)) return;
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

// A long note in the margin is folded.
const folding = () => {
  for (const passage of all(".cb-note .cb-passage")) {
    const words = passage.firstElementChild;
    const more = button("More");
    more.hidden = true; // until the words are measured
    on(more, "click", () => {
      more.textContent = passage.classList.toggle("cb-open") ? "Less" : "More";
    });
    passage.after(more);
    new ResizeObserver(() => {
      more.hidden = more.textContent === "More" && words.scrollHeight < words.clientHeight + 2;
    }).observe(words);
  }
};

// "Show all evidence", kept for the session.
export const switches = () => {
  for (const slot of all(".cb-switch")) {
    const toggle = button("Show all evidence");
    let whole = false;
    const show = () => {
      toggle.ariaPressed = whole;
      slot.closest("article").classList.toggle("cb-show-all", whole);
    };
    on(toggle, "click", () => {
      whole = !whole;
      show();
      __md_set("evidence", whole, sessionStorage);
    });
    try { // may be refused
      whole = !!__md_get("evidence", sessionStorage);
    } catch {}
    show();
    slot.replaceChildren(toggle);
    slot.hidden = false;
  }
  folding();
};
