/* Citebound: what the search page says of an answer besides its results. */
import { make } from "./elements.js";
import { KINDS } from "./search-results.js";

export const count = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

const listed = (words) => words.map((word) => `“${word}”`).join(", ");

const STATUSES = {
  held: "held", happened: "", ongoing: "going on", intended: "intended", planned: "planned", postponed: "postponed",
  cancelled: "called off", disputed: "disputed",
};

/* How many of some events happened, were planned and so on: what was not is not counted with what was. */
const byStatus = (numbers, { values, of }) => {
  const its = (number) => values[[of[number]].flat()[0]]?.[0];
  return Object.entries(STATUSES).flatMap(([status, said]) => {
    const size = numbers.filter((number) => its(number) === status).length;
    return size ? [`${size} ${said ? `${size === 1 ? "was" : "were"} ${said}` : status}`] : [];
  }).join(", ");
};

/* Of a time that was asked for: what is said of the events then, and the way to them on the timeline. */
const dated = ({ time, was, statuses }) => {
  if (!time) return [];
  const [then, may] = [2, 1].map((level) => [...was.keys()].filter((number) => was.get(number) === level));
  const perhaps = may.length ? `Perhaps then: ${byStatus(may, statuses)}. ` : "";
  const said = `In ${time.called}: ${then.length ? byStatus(then, statuses) : "no event"}. ${perhaps}`;
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
export const remarks = ({ changed, dropped, asking, missing, beside, cut, hits, all, ahead, ...found }) => [
  ...dated(found),
  hits?.length === 0 && found.groups.length ? searched(found) : "",
  ...changed.map(([was, is]) => `Nothing has “${was}”; this is what has “${is}”. `),
  ...(hits?.length ? leftOut(dropped, missing, asking) : []),
  beside?.length ? `Only pages about this site have ${listed(beside)}; they come last. ` : "",
  hits?.length > all ? fewer(all, ahead) : "",
  cut ? "Only the first 16 words and phrases are looked for. " : "",
].filter(Boolean);

const leftOut = (dropped, missing, asking) => [
  missing.length ? `Nothing has ${listed(missing)}, so ${missing.length === 1 ? "it was" : "they were"} left out. ` : "",
  asking?.length ? `Left out beside a name: ${listed(asking)}. ` : "",
  dropped.length ? `Too common to look for: ${listed(dropped)}. ` : "",
];

const has = (all) => `${all} of these ${all === 1 ? "has" : "have"} all of the words. `;
const fewer = (all, ahead) => (ahead ? `What you named comes first; ${has(all)}` : all
  ? `Only the first ${all === 1 ? "has" : `${all} have`} all of these words; the others have most of them. `
  : "Nothing has all of these words together; these have some of them. ");
