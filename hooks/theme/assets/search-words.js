/* Citebound: the words of a reader and of a text, as the index has them (hooks/citebound/search/words.py). */
import { stem } from "./english.js";
import { isOfTime, timeIn } from "./search-time.js";

const MOST_GROUPS = 16;
const SCRIPTS = ["Thai", "Myanmar", "Khmer", "Lao", "Han", "Hiragana", "Katakana"].map((name) => `\\p{Script=${name}}`).join("");
const UNSPACED = new RegExp(`[${SCRIPTS}][${SCRIPTS}\\p{M}\\u200b-\\u200d]*`, "gu");
export const isUnspaced = (word) => new RegExp(`[${SCRIPTS}]`, "u").test(word);
// Courtesies (as claims/ knows them) and articles are small words whatever name they stand before.
const BEFORE_NAMES = new Set("mr mrs ms dr the a an".split(" "));
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const STOP = new Set(("a an the of to in on at by for from with as and or but if than then is are was were be been being am do does did has have "
  + "had can could will would shall should may might must it its this that these those there here they them their he she his her him we our "
  + "you your i me my so such about into over what when where who whom whose which why how mr mrs ms dr happen happens happened "
  + "и в во на не с со к ко у о об от до по за из для что как кто где когда это ли").split(" "));

/* Small beside a name: words that ask what somebody says, and when something is. */
export const SAYING = new Set(("say says said saying tell tells told telling сказал сказала сказали сказать говорит говорят говорил говорила "
  + "говорили").split(" "));
export const DATING = new Set("date dates дата даты".split(" "));

export const folded = (text) => text.toLowerCase().replace(/['’ʼ\u00ad\u200b-\u200d]/g, "")
  .normalize("NFD").replace(/(?<!и)[\u0300-\u036f]/g, "").normalize("NFC");

let segmenter = null;
const segments = (run) => {
  if (!globalThis.Intl?.Segmenter) return [run];
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  return [...segmenter.segment(run)].map((found) => found.segment);
};

const spaced = (text) => text.replace(UNSPACED, (run) => ` ${segments(run).join(" ")} `).replaceAll("\u200b", " ");
export const wordsOf = (text) => (folded(spaced(text)).match(WORD) ?? []).map((word) => word.slice(0, 64));

/* What names the file that a word is in. */
export const beginning = (word) => [...word].slice(0, 2).map((letter) => letter.codePointAt(0).toString(16)).join("-");

/* Words without those that say nothing; all of them, where none is left. */
export const core = (words) => {
  const left = words.filter((word) => !STOP.has(word));
  return left.length ? left : words;
};

/* The words of a name without its small ones; what has a capital there, such as May, is part of the name. */
const isOfName = (token) => token !== token.toLowerCase() && !BEFORE_NAMES.has(folded(token));
export const nameCore = (name) => {
  const left = name.split(/\s+/u).flatMap((token) => wordsOf(token).filter((word) => !STOP.has(word) || isOfName(token)));
  return left.length ? left : wordsOf(name);
};

/* The small words of `order` that stand beside one that is not small: [[small, beside]]. */
export const smallBeside = (order) => order.flatMap((word, at) => (STOP.has(word) && !BEFORE_NAMES.has(word)
  ? [order[at - 1], order[at + 1]].filter((other) => other && !STOP.has(other)).map((other) => [word, other]) : []));

/* Whether two words stand side by side in a name, the small one as part of it. */
export const areInName = ([small, beside], name) => {
  const words = nameCore(name);
  return words.some((word, at) => word === small && [words[at - 1], words[at + 1]].includes(beside));
};

/* Whether a small word of the reader's is none: "WHO" unless everything is in capitals, the month of May, and
   what is part of a name. */
const isMeant = (chunks, at, { isLoud, ofNames }) => {
  const bare = chunks[at].replace(/\P{L}/gu, "");
  if (ofNames.has(folded(bare)) || (!isLoud && /^\p{Lu}{2,}$/u.test(bare))) return true;
  const isDated = [chunks[at - 1], chunks[at + 1]].some((other) => /\p{N}/u.test(other ?? ""));
  return bare === "May" || (bare.toLowerCase() === "may" && isDated);
};

const key = ({ words, phrase }) => (phrase ? `"${words.join(" ")}"` : words[0]);
const says = ({ words, quoted, meant }) => quoted || meant || words.some((word) => !STOP.has(word));

/* Groups that are looked for: {words, phrase, typed}. Quotation marks of any kind make a phrase, and so
   does what is written as one ("know-how"), as long as something has it. `ofNames` are small words that are part of a name.
   Beside a `time` ("2020") what asks for events is no word to look for. */
export const parse = (typed, ofNames = new Set()) => {
  const text = typed.slice(0, 5000).normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => (/[\u00ad\u200c\u200d]/.test(c) ? c : " "))
    .replace(/[“”„‟«»＂]/g, '"').replace(/[‘’‛]/g, "'");
  const groups = [];
  const plain = text.replace(/"([^"]*)"/g, (_, inside) => {
    const words = wordsOf(inside);
    if (words.length) groups.push({ words, phrase: words.length > 1, quoted: true, typed: inside.trim() });
    return " ";
  });
  const chunks = plain.split(/[\s—–/"]+/u);
  const isLoud = text === text.toUpperCase();
  for (const [at, chunk] of chunks.entries()) {
    const words = wordsOf(chunk);
    const bare = chunk.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
    if (isUnspaced(chunk)) for (const word of words) groups.push({ words: [word], phrase: false, typed: word });
    else if (words.length) groups.push({ words, phrase: words.length > 1, typed: bare, meant: isMeant(chunks, at, { isLoud, ofNames }) });
  }
  const time = timeIn(wordsOf(plain));
  const isOwn = ({ words, quoted }) => !time || quoted || !words.every((word) => time.named.has(word) || (isOfTime(word) && !STOP.has(word)));
  const asked = [...groups.filter(isOwn), ...(time?.groups ?? [])];
  const once = asked.filter((group, at) => asked.findIndex((other) => key(other) === key(group)) === at);
  const telling = once.some(says) ? once.filter(says) : once;
  return {
    time, groups: telling.slice(0, MOST_GROUPS), cut: telling.length > MOST_GROUPS,
    dropped: once.filter((group) => !telling.includes(group)).map(({ typed: word }) => word),
  };
};
/* What a word is compared by: its stem. */
export const stems = async (words) => {
  const russian = words.some((word) => /\p{Script=Cyrillic}/u.test(word)) ? await import("./russian.js") : null;
  return words.map((word) => (russian && /\p{Script=Cyrillic}/u.test(word) ? russian.stem(word) : stem(word)));
};

/* Whether some words are the same as others, in whatever order and form. */
export const alike = async (some, others) => {
  if (some.length !== others.length) return false;
  const [a, b] = [(await stems(some)).sort(), (await stems(others)).sort()];
  return a.every((word, at) => word === b[at]);
};

/* Damerau's distance (optimal string alignment), or more than `most`. */
export const distance = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [older, old] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, old[j] + 1, old[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], older[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return most + 1;
    [older, old] = [old, row];
  }
  return old[b.length];
};
