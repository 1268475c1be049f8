/* What pages do beyond being read; all are whole without it. */
import { all, button, make, on, say } from "./elements.js";
import { close, evidence, switches } from "./evidence.js";
import { filtering, scrolling, sorting } from "./tables.js";

const root = document.documentElement;

// Colours follow the system until the reader chooses.
const colours = () => {
  const toggle = document.querySelector(".cb-scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const show = () => { toggle.ariaPressed = dark(); };
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

// One listener: cards hold copies of buttons.
const copying = () => {
  for (const slot of all(".cb-copy")) slot.replaceChildren(button("Copy as citation"));
  on(document, "click", async ({ target }) => {
    const slot = target.closest(".cb-copy");
    if (!slot || slot === target) return;
    const words = target.textContent;
    try {
      await navigator.clipboard.writeText(whole(slot));
      target.textContent = "Copied";
    } catch {
      target.textContent = "Not copied";
    }
    say(target.textContent);
    setTimeout(() => (target.textContent = words), 2000);
  });
};

// Where the owner states no address, citations take the one at which they are read; paper, none of
// this machine.
const stated = document.querySelector("link[rel=canonical]");
const whole = (slot) => {
  const { copy } = slot.dataset;
  const place = !stated && slot.closest("p, td, li")?.querySelector(".cb-in-place, .cb-permalink a");
  return place ? copy.replace(/]$/, `, ${place}]`) : copy;
};

const citing = () => {
  const text = document.querySelector(".cb-cite-text");
  if (stated || !text) return;
  const here = ", " + location.href.replace(/[?#].*/, "");
  const local = /^($|localhost|127\.|\[)/.test(location.hostname) && "cb-local";
  const words = text.textContent.replace(/, \S+$/, "");
  text.replaceChildren(words, make("span", { class: local }, here));
  text.nextElementSibling.dataset.copy = words + here;
};

// On paper, the address of another site, once.
const printing = () => {
  const said = {};
  for (const link of all("article a[href^=http]:not(.cb-actions a)")) {
    const [address] = link.href.split(/#?:~:/);
    said[address] ||= link.textContent === address || (link.dataset.print = address);
  }
  on(window, "beforeprint", () => close(true));
};

for (const start of [
  colours, menu, evidence, switches, citing, copying, scrolling, sorting, filtering, printing,
]) start();
