/* What every script of ours finds and makes in a page. */
export const all = (selector, from = document) => [...from.querySelectorAll(selector)];
export const set = (element, name, value) => element.setAttribute(name, value);
export const on = (target, names, then) => {
  for (const name of names.split(" ")) target.addEventListener(name, then);
};

/* An element. An attribute that is false or null is left out, one that is true stands empty. */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) set(element, name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
};

export const button = (words) => make("button", { type: "button" }, words);

// There before anything is said.
const live = make("div", { class: "cb-live", role: "status" });
document.body.append(live);

/* Tell it to whoever listens to the page. */
export const say = (words) => {
  live.textContent = "";
  setTimeout(() => { live.textContent = words; }, 60);
};
