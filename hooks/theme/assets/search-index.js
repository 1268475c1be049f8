/* Citebound: what is found, without a page. Fetches the words that begin as the reader's do
   (hooks/citebound/search/postings.py says how they are written), and puts the answers together. */
import { DATING, SAYING, alike, areInName, beginning, core, distance, folded, isUnspaced, nameCore, parse, smallBeside, stems, wordsOf } from "./search-words.js";
import { chosen, isAside } from "./search-ranking.js";
import { eventsIn } from "./search-time.js";

const root = new URL("../", import.meta.url);
const home = new URL("search-index/", root);
export const FACETS = ["kind", "actor", "speaker", "voice", "source", "year", "status", "review"];
const MOST_ENDINGS = 60;
/* How near a word of the index is to the reader's: the same, another form of it, or one that begins so. */
const [SAME, FORM, BEGUN, MEANT] = [1, 0.9, 0.3, 0.7];

// --- what there is ---------------------------------------------------------------------------
export const state = async () => {
  const answer = await fetch(new URL("state.json", home), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the state of the index: ${answer.status}`);
  return answer.json();
};

let ready = null;
let files = new Map();

/* What there is to search, asked for once; again after `renew`. */
export const engine = () => (ready ??= state().catch((error) => { ready = null; throw error; }));

export const renew = () => {
  ready = null;
  files = new Map();
};

/* A file of the index; a browser may keep it, for another index is asked for by another address. */
const file = (path, told) => {
  if (!files.has(path)) {
    files.set(path, fetch(new URL(`${path}.json?${told.edition}`, home)).then((answer) => {
      if (!answer.ok) throw new Error(`a part of the index: ${answer.status}`);
      return answer.json();
    }).catch((error) => { files.delete(path); throw error; }));
  }
  return files.get(path);
};

export const facet = (name, told) => file(`facet/${name}`, told);
export const record = (number, told) => file(`record/${number}`, told);

const NOTHING = { words: {}, names: [] };
const shard = (begins, told) => (told.words.includes(begins) ? file(`words/${begins}`, told) : NOTHING);

/* number of record → {impact, places} of a word of a file. */
const postings = async (word, held, told) => {
  const written = typeof held === "number" ? await file(`words/${beginning(word)}.${held}`, told) : held;
  const found = new Map();
  let number = 0;
  for (const entry of written.split(" ")) {
    const [more, impact, ...steps] = entry.split(".").map((part) => parseInt(part, 36));
    number += more;
    let at = 0;
    found.set(number, { impact, places: steps.map((step) => (at += step)) });
  }
  return found;
};

// --- one word, or one phrase ----------------------------------------------------------------------
/* The words of the index that are meant by `word`: [word, postings, how near]. */
const kin = async (word, told) => {
  const { words } = await shard(beginning(word), told);
  const least = isUnspaced(word) ? 2 : 4;
  const all = Object.keys(words);
  const [own, ...theirs] = await stems([word, ...all]);
  const near = all.map((other, at) => [other, other === word ? SAME : theirs[at] === own ? FORM : 0]);
  const begun = near.filter(([other, grade]) => !grade && [...word].length >= least && other.startsWith(word))
    .sort(([a], [b]) => a.length - b.length).slice(0, MOST_ENDINGS).map(([other]) => [other, BEGUN]);
  const found = [...near.filter(([, grade]) => grade), ...begun];
  return Promise.all(found.map(async ([other, grade]) => [other, await postings(other, words[other], told), grade]));
};

/* {hits: number of record → {score, whole, places}, words: [those of the index that were found, whether whole]}. */
const one = async (word, told) => {
  const hits = new Map();
  const found = await kin(word, told);
  for (const [, records, grade] of found) {
    for (const [number, { impact, places }] of records) {
      const had = hits.get(number) ?? { score: 0, whole: false, places: [] };
      hits.set(number, {
        score: Math.max(had.score, impact * grade), whole: had.whole || grade > BEGUN, places: [...had.places, ...places],
      });
    }
  }
  return { hits, words: found.map(([other, , grade]) => [other, grade > BEGUN]) };
};

/* What has some words one after the other; a word of a script without spaces may go on. */
const inRow = async (words, told) => {
  const each = await Promise.all(words.map(async (word) => {
    if (isUnspaced(word)) return (await one(word, told)).hits;
    const { words: held } = await shard(beginning(word), told);
    return Object.hasOwn(held, word) ? postings(word, held[word], told) : new Map();
  }));
  const hits = new Map();
  for (const [number, first] of each[0]) {
    const places = first.places.filter((at) => each.every((records, step) => records.get(number)?.places.includes(at + step)));
    const scores = each.map((records) => records.get(number)?.impact ?? records.get(number)?.score ?? 0);
    if (places.length) hits.set(number, { score: Math.min(...scores) * words.length, whole: true, places });
  }
  return { hits, words: words.map((word) => [word, true]) };
};

/* What has all of some words, wherever. */
const together = async (words, told) => {
  const parts = await Promise.all(words.map((word) => one(word, told)));
  const hits = new Map([...parts[0].hits].filter(([number]) => parts.every((part) => part.hits.get(number)?.whole)));
  return { hits, words: parts.flatMap((part) => part.words) };
};

/* A word that is another name of an actor also means what has the name that the pages use. */
const meant = async (word, told) => {
  const { names } = await shard(beginning(word), told);
  const found = [];
  for (const [name, , used] of names) {
    const own = used && nameCore(used);
    if (used && await alike(nameCore(name), [word]) && !own.includes(word)) found.push(await together(own, told));
  }
  return found;
};

const look = async (group, told) => {
  if (group.phrase) return inRow(group.words, told);
  const found = await one(group.words[0], told);
  const others = group.also ? [await one(group.also, told)] : await meant(group.words[0], told);
  for (const other of others) {
    found.words.push(...other.words);
    for (const [number, hit] of other.hits) {
      if (!found.hits.get(number)?.whole) found.hits.set(number, { ...hit, score: hit.score * MEANT });
    }
  }
  return found;
};

// --- names ------------------------------------------------------------------------------------
/* The numbers of the records that have a name with some words: `of` answers the words of a name. */
const having = async (words, told, of) => {
  const found = new Set();
  if (!words.length) return found;
  for (const [name, number] of (await shard(beginning(words[0]), told)).names) {
    if (await alike(of(name), words)) found.add(number);
  }
  return found;
};

/* The numbers of the records that are called as was typed; or, if none is, so without small words. */
const called = async (typed, telling, told) => {
  const whole = await having(wordsOf(typed), told, wordsOf);
  return whole.size ? whole : having(telling, told, nameCore);
};

/* [number, name] of those that have a name with some words and another that begins as the last: those first whose name
   begins so, then the shorter. Two letters begin only a name as a whole, and none in capitals: “UN” is not “understanding”. */
const begun = async (words, typed, told) => {
  const last = words.at(-1);
  const { names } = await shard(beginning(last), told);
  const begins = (name) => folded(name).startsWith(words.join(" "));
  const is = (name) => {
    const own = wordsOf(name);
    return own.some((word) => word.startsWith(last)) && words.slice(0, -1).every((word) => own.includes(word));
  };
  const isShort = last.length < 3;
  if (isShort && typed === typed.toUpperCase()) return [];
  return names.filter(([name]) => is(name) && (!isShort || begins(name)))
    .sort(([a], [b]) => begins(b) - begins(a) || a.length - b.length).map(([name, number]) => [number, name]);
};

/* The small words of what was typed that are part of a name there: "than" of "Than Shwe". */
const ofNames = async (typed, told) => {
  const found = await Promise.all(smallBeside(wordsOf(typed)).map(async (pair) => {
    const { names } = await shard(beginning(pair[1]), told);
    return names.some(([name, number]) => !isAside(number, told) && areInName(pair, name)) ? [pair[0]] : [];
  }));
  return new Set(found.flat());
};

const NOBODY = { numbers: new Set(), words: new Set() };
/* The actors that some words name, each by its longest name: the numbers of their records, and the stems of those names. */
const actorsIn = async (words, told) => {
  const asked = new Set(await stems(words));
  const shards = await Promise.all([...new Set(words.map(beginning))].map((begins) => shard(begins, told)));
  const found = [];
  for (const [name, number] of shards.flatMap(({ names }) => names)) {
    const own = isAside(number, told) ? [] : await stems(nameCore(name));
    if (own.length && own.every((word) => asked.has(word)) && (await record(number, told)).kind === "actor") found.push({ number, own });
  }
  const longest = found.filter(({ own }) => !found.some((other) => other.own.length > own.length && own.every((word) => other.own.includes(word))));
  return { numbers: new Set(longest.map(({ number }) => number)), words: new Set(longest.flatMap(({ own }) => own)) };
};

/* What is looked for of some groups: beside the name of an actor no word of saying, beside any other no word that asks when.
   `named` are the actors to put first, if more than their names is asked for, but no whole sentence. */
const MOST_BESIDE = 3;
const beside = async ({ groups, time }, told) => {
  const free = groups.filter(({ quoted }) => !quoted);
  const actors = time ? NOBODY : await actorsIn(free.flatMap(({ words }) => words), told);
  const isNamed = async ({ words }) => (await stems(words)).every((word) => actors.words.has(word));
  const others = [];
  for (const group of groups) if (group.quoted || !await isNamed(group)) others.push(group);
  const isOne = (set) => (group) => others.includes(group) && !group.quoted && group.words.every((word) => set.has(word));
  let asking = actors.numbers.size ? groups.filter(isOne(SAYING)) : [];
  const dating = groups.filter(isOne(DATING));
  const rest = groups.filter((group) => !dating.includes(group)).flatMap(({ words }) => words);
  if (dating.length && (await having(rest, told, nameCore)).size) asking = [...asking, ...dating];
  return {
    groups: groups.filter((group) => !asking.includes(group)), asking: asking.map(({ typed }) => typed),
    named: others.length - asking.length > MOST_BESIDE ? NOBODY.numbers : actors.numbers,
  };
};

const telling = ({ words, meant: isMeant }) => (isMeant ? words : core(words));

// --- spelling ---------------------------------------------------------------------------------
/* Of the words that begin with some letters, the nearest to `word`, and the most frequent of those. */
const nearest = async (word, begins, most, told) => {
  let best = { far: most, size: 0 };
  for (const letters of new Set(begins)) {
    const { words } = await shard(beginning(letters), told);
    for (const [other, held] of Object.entries(words)) {
      const far = distance(word, other, best.far);
      const size = typeof held === "number" ? Infinity : held.length;
      if (other.length > 3 && (far < best.far || (far === best.far && size > best.size))) best = { other, far, size };
    }
  }
  return best.other;
};

/* The word that was meant by one that is nowhere. Most slips leave the first two letters; then they are
   exchanged, one of them is left out or put in, or the second is another vowel. */
const corrected = async (word, told) => {
  if (word.length < 4 || isUnspaced(word) || /^\d+$/.test(word)) return null;
  const most = word.length < 8 ? 1 : 2;
  const [a, b, c] = word;
  return await nearest(word, [a + b], most, told)
    ?? nearest(word, [b + a, a + c, b + c, ...[..."aeiouy"].map((vowel) => a + vowel)], most, told);
};

// --- together -----------------------------------------------------------------------------------
/* {told, hits: [{number}], words, and what is said of them: changed: [[typed, taken]], dropped, missing, cut,
   asking: what is small beside a name, beside: what only pages about the site have, all: how many have everything, ahead:
   whether what is named comes first without that, was: which events were at the time that is asked for, surely (2) or perhaps (1),
   statuses: what is said of each event}. */
export const find = async (typed) => {
  const told = await engine();
  const asked = parse(typed, told.records ? await ofNames(typed, told) : new Set());
  if (!told.records) return { told, ...asked, hits: [], changed: [], missing: [], words: new Map(), all: 0 };
  const { groups, asking, named } = await beside(asked, told);
  const was = asked.time ? eventsIn(asked.time, await file("when", told)) : new Map();
  const [changed, missing, parts, meaning] = [[], [], [], []];
  const answer = async (group) => {
    const found = await look(group, told);
    if (group.isTime) for (const number of was.keys()) if (!found.hits.has(number)) found.hits.set(number, { score: 0, whole: true, places: [] });
    if (found.hits.size || !group.phrase || group.quoted) return [[group, found]];
    const apart = core(group.words).map((word) => ({ words: [word], phrase: false, typed: word }));
    return Promise.all(apart.map(async (each) => [each, await look(each, told)]));
  };
  for (const [group, found] of (await Promise.all(groups.map(answer))).flat()) {
    const other = found.hits.size || group.phrase || group.isTime ? null : await corrected(group.words[0], told);
    const part = other ? await look({ words: [other], phrase: false }, told) : found;
    if (other) changed.push([group.typed, other]);
    if (part.hits.size) parts.push({ ...part, typed: group.typed });
    else missing.push(group.typed);
    if (part.hits.size) meaning.push(...(other ? [other] : telling(group)));
  }
  const first = await called(typed, meaning, told);
  const ranked = chosen(parts, { told, first, named, was });
  const statuses = was.size ? await facet("status", told) : null;
  const words = new Map(parts.flatMap((part, at) => part.words.map(([word, whole]) => [word, { whole, at }]))
    .sort(([, a], [, b]) => a.whole - b.whole));
  return { told, ...asked, groups, asking, ...ranked, changed, missing, words, was, statuses };
};

/* The first titles that are called so or hold what is typed: {title, kind, address}, with the `name` that is meant where
   the title does not show it. */
export const suggestions = async (typed) => {
  const told = await engine();
  if (!told.records) return [];
  const words = wordsOf(typed);
  const names = new Map();
  for (const [number, name] of words.at(-1)?.length > 1 ? await begun(words, typed, told) : []) {
    if (!names.has(number)) names.set(number, name);
  }
  const { hits, all } = await find(typed);
  const order = [...await called(typed, core(words), told), ...names.keys(), ...hits.slice(0, all && 12).map((hit) => hit.number)];
  const numbers = [...new Set(order)].slice(0, 18);
  const found = await Promise.all(numbers.map((number) => record(number, told)));
  const isShown = (title) => wordsOf(title).some((word) => word.startsWith(words.at(-1)));
  // “UN” is no “Kim Jong Un”.
  const abbreviation = /^\p{Lu}{2}$/u.test(typed.trim()) && new RegExp(`(?<!\\p{L})${typed.trim()}(?!\\p{L})`, "u");
  const isMeant = (title, others) => title && (!abbreviation || abbreviation.test(`${title} ${others}`));
  return found.flatMap(({ title, kind, address, names: others }, at) => (isMeant(title, others)
    ? [{ title, kind, address, name: isShown(title) ? "" : names.get(numbers[at]) }] : [])).slice(0, 6);
};
