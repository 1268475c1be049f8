/* Citebound: what the search page says of an answer besides its results. */
import { make } from "./elements.js";
import { KINDS } from "./search-results.js";

export const count = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

const listed = (words) => words.map((word) => `“${word}”`).join(", ");

/* Of a time that was asked for: how many events were then, and the way to them on the timeline. */
const dated = ({ time, was }) => {
  if (!time) return [];
  const [then, may] = [2, 1].map((level) => [...was.values()].filter((one) => one === level).length);
  const said = `In ${time.called}: ${then ? count(then, "event") : "no event"}${may ? `, and ${may} that may have been then` : ""}. `;
  const address = new URL("../timeline/", import.meta.url);
  const month = time.month ? String(time.month).padStart(2, "0") : "";
  for (const side of ["from", "to"]) {
    address.searchParams.set(side, time.year);
    if (month) address.searchParams.set(`${side}-month`, month);
  }
  return [said, ...(was.size ? [make("a", { href: address }, `${time.called} on the timeline`), ". "] : [])];
};

/* What was searched, where nothing was found. */
const searched = ({ told, groups }) => {
  const kinds = Object.keys(KINDS).filter((kind) => told.kinds[kind])
    .map((kind) => count(told.kinds[kind], kind === "documentation" ? "documentation page" : kind));
  return `Looked for ${listed(groups.map(({ typed }) => typed))} in ${kinds.join(", ")}. `;
};

/* What is said of an answer besides its results. */
export const remarks = ({ changed, dropped, missing, beside, cut, hits, all, ...found }) => [
  ...dated(found),
  hits?.length === 0 && found.groups.length ? searched(found) : "",
  ...changed.map(([was, is]) => `Nothing has “${was}”; this is what has “${is}”. `),
  ...(hits?.length ? leftOut(dropped, missing) : []),
  beside?.length ? `Only pages about this site have ${listed(beside)}; they come last. ` : "",
  hits?.length > all ? fewer(all) : "",
  cut ? "Only the first 16 words and phrases are looked for. " : "",
].filter(Boolean);

const leftOut = (dropped, missing) => [
  missing.length ? `Nothing has ${listed(missing)}, so ${missing.length === 1 ? "it was" : "they were"} left out. ` : "",
  dropped.length ? `Too common to look for: ${listed(dropped)}. ` : "",
];

const fewer = (all) => (all
  ? `Only the first ${all === 1 ? "has" : `${all} have`} all of these words; the others have most of them. `
  : "Nothing has all of these words together; these have some of them. ");
