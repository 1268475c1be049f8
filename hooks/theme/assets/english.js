/* The English stemmer of Martin Porter (tartarus.org/martin/PorterStemmer), on one word in small letters;
   -is- is read as -iz- first, so that British and American spellings meet, and "invasion" as "invade". */
const C = "[^aeiou][^aeiouy]*";
const V = "[aeiouy][aeiou]*";
const SOME = new RegExp(`^(?:${C})?${V}${C}`); // m > 0
const ONE = new RegExp(`^(?:${C})?${V}${C}(?:${V})?$`); // m = 1
const MORE = new RegExp(`^(?:${C})?${V}${C}${V}${C}`); // m > 1
const VOWEL = new RegExp(`^(?:${C})?[aeiouy]`);
const SHORT = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
const pairs = (text) => text.split(" ").map((pair) => pair.split("-"));
const SECOND = pairs("ational-ate tional-tion enci-ence anci-ance izer-ize bli-ble alli-al entli-ent eli-e ousli-ous ization-ize "
  + "ation-ate ator-ate alism-al iveness-ive fulness-ful ousness-ous aliti-al iviti-ive biliti-ble logi-log");
const THIRD = pairs("icate-ic ative- alize-al iciti-ic ical-ic ful- ness-");
const FOURTH = /(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|(?<=[st])ion|ou|ism|ate|iti|ous|ive|ize)$/;
const KEPT = new Set(["news"]);

const exchanged = (word, list) => {
  const pair = list.find(([ending]) => word.endsWith(ending));
  if (!pair) return word;
  const head = word.slice(0, -pair[0].length);
  return SOME.test(head) ? head + pair[1] : word;
};

/* -ed and -ing taken off, where a vowel is before them. */
const past = (word) => {
  const head = word.replace(/(?:ed|ing)$/, "");
  if (head === word || !VOWEL.test(head)) return word;
  if (/(?:at|bl|iz)$/.test(head)) return `${head}e`;
  if (/([^aeiouylsz])\1$/.test(head)) return head.slice(0, -1);
  return SHORT.test(head) ? `${head}e` : head;
};

const reduced = (given) => {
  if (given.length < 4 || KEPT.has(given)) return given;
  let word = given.replace(/^y/, "Y").replace(/([^aeiou][aiu])sions?$/, "$1de").replace(/is(e[ds]?|ing|ers?|ations?)$/, "iz$1");
  word = word.replace(/(ss|i)es$/, "$1").replace(/([^s])s$/, "$1");
  if (word.endsWith("eed")) word = SOME.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  else word = past(word);
  if (word.endsWith("y") && VOWEL.test(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  word = exchanged(exchanged(word, SECOND), THIRD);
  const head = word.replace(FOURTH, "");
  if (MORE.test(head)) word = head;
  if (word.endsWith("e")) {
    const short = word.slice(0, -1);
    if (MORE.test(short) || (ONE.test(short) && !SHORT.test(short))) word = short;
  }
  if (word.endsWith("ll") && MORE.test(word)) word = word.slice(0, -1);
  return word.toLowerCase();
};

/* Two letters do not say which word it was: “used” is a form of “use”, and no “us”. */
export const stem = (given) => {
  const word = reduced(given);
  return word.length < Math.min(3, given.length) ? `${word}e` : word;
};
