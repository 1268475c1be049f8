/* Citebound: the time that is asked for: a year, or a month of one, in English or Russian. */
export const MONTHS = "January February March April May June July August September October November December".split(" ");
const RUSSIAN = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split(" ")
  .map((stem) => new RegExp(`^${stem}${stem === "ма" ? "[йяею]м?" : "[а-я]{0,2}"}$`, "u"));
const YEAR = /^[12]\d{3}$/;
const DAY = /^\d{1,2}(?:st|nd|rd|th|го)?$/u;
/* What may stand between a month and its year, and words that ask for what was then. */
const BETWEEN = new Set("of in the year month в во год года году г месяц месяца месяце".split(" "));
const ASKING = new Set("event events timeline date dates событие события событий событиях хроника произошло случилось было".split(" "));
export const isOfTime = (word) => BETWEEN.has(word) || ASKING.has(word);

/* The number of the month that a word is, 0 for none: “May” is one only because a year is beside it. */
const monthOf = (word = "") => {
  const short = word === "sept" ? "sep" : word;
  const is = (name) => [name, name.slice(0, 3)].includes(short);
  const english = MONTHS.findIndex((name) => is(name.toLowerCase()));
  return (english < 0 ? RUSSIAN.findIndex((form) => form.test(word)) : english) + 1;
};

/* The same after a year, where “may” is none, and 09 is one. */
const monthAfter = (word) => {
  if (word === "may") return 0;
  return /^(?:0[1-9]|1[0-2])$/.test(word) ? Number(word) : monthOf(word);
};

/* The time that some words name: {called, from, to, groups}, its first and its last month counted from the year 0, and
   what its words are looked for as; null for none, for several years, and for a day, which is found by its words. */
export const timeIn = (all) => {
  const words = all.filter((word) => !BETWEEN.has(word));
  const years = words.filter((word) => YEAR.test(word));
  if (years.length !== 1) return null;
  const [year] = years;
  const [day, before, after, next] = [-2, -1, 1, 2].map((step) => words[words.indexOf(year) + step] ?? "");
  const [own, its] = monthOf(before) ? [before, day] : [after, next];
  const month = monthOf(before) || monthAfter(after);
  if (DAY.test(before) || (month && DAY.test(its))) return null;
  const group = { phrase: false, meant: true, isTime: true };
  const groups = [{ ...group, words: [year], typed: year }];
  if (month) groups.unshift({ ...group, words: [MONTHS[month - 1].toLowerCase()], also: own, typed: own });
  const first = Number(year) * 12 + (month || 1) - 1;
  return {
    groups, year, month, from: first, to: month ? first : first + 11,
    named: new Set(month ? [own, year] : [year]), called: month ? `${MONTHS[month - 1]} ${year}` : year,
  };
};

/* number of record → 2 for an event that was surely then, 1 for one that may have been: `rows` are those of
   hooks/citebound/search/when.py. */
export const eventsIn = ({ from, to }, rows) => new Map(rows
  .filter(([, first, last]) => first <= to && last >= from)
  .map(([number, , , lasted, begun]) => [number, begun <= to && lasted >= from ? 2 : 1]));
