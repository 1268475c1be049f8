/* Citebound: what is found, without a page. Asks Pagefind's index for each word and phrase, and
   puts the answers together: every word must be there, facets and dates by the records' numbers. */
const root = new URL("../", import.meta.url);
const home = new URL("pagefind/", root);
export const FACETS = ["kind", "actor", "speaker", "voice", "source", "year", "status", "review"];
const MOST_GROUPS = 16;
const folded = (word) => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const SCRIPTS = ["Thai", "Myanmar", "Khmer", "Lao", "Han", "Hiragana", "Katakana"].map((name) => `\\p{Script=${name}}`).join("");
const UNSPACED = new RegExp(`[${SCRIPTS}][${SCRIPTS}\\p{M}\\u200b-\\u200d]*`, "gu");
const LETTER_UNSPACED = new RegExp(`[${SCRIPTS}]`, "u");
const WORDS = /[\p{L}\p{N}\p{M}]/u;

// --- what there is ---------------------------------------------------------------------------
export const state = async () => {
  const answer = await fetch(new URL("state.json", home), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the state of the index: ${answer.status}`);
  return answer.json();
};

let ready = null;
let answers = new Map();
const facetTables = new Map();

/* Ask for a file that Pagefind will ask for: it then comes from the browser's cache. */
const ahead = (path) => fetch(new URL(path, home)).then((answer) => answer.arrayBuffer(), () => null);

/* The engine with what there is to search; a new one after `renew`. */
export const engine = () => (ready ??= (async () => {
  const [told, pagefind] = await Promise.all([
    state().then((found) => {
      if (found.records) {
        ahead("wasm.en.pagefind");
        ahead(`pagefind.${found.edition}.pf_meta`);
      }
      return found;
    }),
    import(new URL("pagefind.js", home)),
  ]);
  if (!told.records) return { told };
  // Its own worker would cost another 41 kB; a search takes a few milliseconds.
  const index = pagefind.createInstance({ noWorker: true, basePath: home.href });
  await index.init();
  return { told, index };
})().catch((error) => { ready = null; throw error; }));

export const renew = () => {
  ready = null;
  answers = new Map();
  facetTables.clear();
};

const json = async (path, told) => (await fetch(new URL(`${path}?${told.edition}`, home))).json();

export const facet = (name, told) => {
  if (!facetTables.has(name)) facetTables.set(name, json(`facet/${name}.json`, told));
  return facetTables.get(name);
};

const fragments = new Map();
export const record = (number, told) => {
  const name = `${told.edition}-${number.toString(16)}`;
  if (!fragments.has(name)) fragments.set(name, fetchRecord(name));
  return fragments.get(name);
};

const fetchRecord = async (name) => {
  const answer = await fetch(new URL(`fragment/${name}.pf_fragment`, home));
  if (!answer.ok) throw new Error(`a record of the index: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const body = packed
    ? await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()
    : bytes;
  return JSON.parse(new TextDecoder().decode(body).slice(12)); // after Pagefind's signature
};

// --- the reader's words ------------------------------------------------------------------------
let segmenter = null;
const segments = (run) => {
  if (!globalThis.Intl?.Segmenter) return [run];
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  return [...segmenter.segment(run)].map((found) => found.segment).filter((word) => WORDS.test(word));
};

const spaced = (text) => text.replace(UNSPACED, (run) => ` ${segments(run).join(" ")} `);

/* Groups that must all be found: {words, phrase}. Quotation marks of any kind make a phrase. */
export const parse = (typed) => {
  const text = typed.slice(0, 5000).normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, (c) => (c === "\u200c" || c === "\u200d" ? c : " "))
    .replace(/[“”„‟«»＂]/g, '"').replace(/[‘’‛ʼ]/g, "'");
  const groups = [];
  const plain = text.replace(/"([^"]*)"/g, (_, inside) => {
    const words = split(inside);
    if (words.length) groups.push({ words, phrase: words.length > 1 });
    return " ";
  });
  for (const word of split(plain)) groups.push({ words: [word], phrase: false });
  const once = groups.filter((group, at) => groups.findIndex((g) => key(g) === key(group)) === at);
  return { groups: once.slice(0, MOST_GROUPS), cut: once.length > MOST_GROUPS };
};

const split = (text) => spaced(text).split(/[\s\p{Pd}/"<>()[\]{}|\\]+/u)
  .map((word) => word.replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, "").slice(0, 64))
  .filter((word) => WORDS.test(word));

const key = (group) => (group.phrase ? `"${group.words.join(" ")}"` : group.words.join(" "));

const asked = async (group) => {
  if (group.phrase || !/\p{Script=Cyrillic}/u.test(group.words[0])) return key(group);
  const { stem } = await import("./russian.js");
  return stem(group.words[0]);
};

/* Where it has no word that begins with the one asked for, Pagefind answers with a shorter one that
   the asked one begins with ("theatre": "the"). Such an answer is none; the endings that English
   stemming takes off are. */
const ENDING = /^(?:e|s|es|ed|d|r|er|ers|or|ors|ing|ings|y|ies|ied|ly|al|ally|ic|ation|ations|ate|ates|ated|ating|ator|ators|ion|ions|ive|ize|izes|ized|izing|ise|ised|ises|ising|ization|isation|ment|ments|ness|ful|ity|ities|able|ible|ance|ence|ant|ent|ism|ist|ists|ous)*$/;
const fits = (wanted, word) => {
  if (word.startsWith(wanted)) return true;
  let common = 0;
  while (common < wanted.length && wanted[common] === word[common]) common += 1;
  let rest = wanted.slice(common);
  if (rest[0] === wanted[common - 1]) rest = rest.slice(1); // "running", "run"
  return common > 2 && common * 2 >= wanted.length && ENDING.test(rest);
};

const real = async (query, hits, told) => {
  const [first] = hits.keys();
  if (first === undefined) return true;
  const { content, shown } = await record(first, told);
  const words = folded(`${content} ${shown.by ?? ""}`.replace(/['’]/g, "")).split(/[^\p{L}\p{N}]+/u);
  const whole = words.join(" ");
  const wanted = folded(query.replaceAll("'", ""));
  return words.some((word) => fits(wanted, word)) || whole.includes(wanted);
};

/* number of record → {score, words: where in its text} */
const answer = async (group, index) => {
  if (group.phrase && LETTER_UNSPACED.test(key(group))) return inRow(group, index);
  const query = await asked(group);
  if (!answers.has(query)) {
    answers.set(query, index.search(query).then(({ results }) => new Map(
      results.map(({ id, score, words }) => [parseInt(id.split("-")[1], 16), { score, words }]),
    )));
  }
  return answers.get(query);
};

/* Pagefind's own phrases miss words that are written with marks, as all of Burmese is. */
const inRow = async (group, index) => {
  const each = await Promise.all(group.words.map((word) => answer({ words: [word], phrase: false }, index)));
  const found = new Map();
  for (const [number, first] of each[0]) {
    const starts = first.words.filter((at) => each.every((hits, step) => hits.get(number)?.words.includes(at + step)));
    if (starts.length) {
      found.set(number, { score: first.score, words: starts.flatMap((at) => each.map((_, step) => at + step)) });
    }
  }
  return found;
};

// --- spelling ---------------------------------------------------------------------------------
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

const corrected = async (word, told) => {
  const wanted = folded(word.replaceAll("'", ""));
  if (wanted.length < 4 || LETTER_UNSPACED.test(wanted)) return null;
  const most = wanted.length < 8 ? 1 : 2;
  const near = async (letters) => {
    let best = null;
    for (const letter of letters) {
      const words = await json(`spelling/${letter.codePointAt(0).toString(16)}.json`, told);
      for (const [candidate, count] of Object.entries(words)) {
        const far = distance(wanted, candidate, best ? best.far : most);
        if (far <= most && (!best || far < best.far || (far === best.far && count > best.count))) {
          best = { candidate, far, count };
        }
      }
    }
    return best?.candidate ?? null;
  };
  // Most slips leave the first letter; the second letter is where a swapped or lost first one is.
  const there = (letters) => [...new Set(letters)].filter((letter) => told.letters.includes(letter));
  return await near(there([wanted[0]])) ?? near(there([wanted[1]]));
};

// --- together -----------------------------------------------------------------------------------
const combined = (found, need) => {
  const total = new Map();
  found.forEach((hits, at) => {
    for (const [number, { score, words }] of hits) {
      const sum = total.get(number) ?? { number, score: 0, groups: 0, places: [] };
      const last = sum.places.at(-1);
      // Words that stand side by side, in the reader's order, are what the reader meant.
      const beside = last?.at === at - 1 && words.some((w) => last.words.includes(w - 1));
      sum.score += score * (beside ? 1.5 : 1);
      sum.groups += 1;
      sum.places.push({ at, words });
      total.set(number, sum);
    }
  });
  return [...total.values()].filter((sum) => sum.groups >= need)
    .sort((a, b) => b.groups - a.groups || b.score - a.score || a.number - b.number);
};

/* {told, hits: [{number, score, places}], cut, changed: [[typed, taken]], some} */
export const find = async (typed) => {
  const { told, index } = await engine();
  if (!index) return { told, hits: [], changed: [] };
  const { groups, cut } = parse(typed);
  const changed = [];
  const found = await Promise.all(groups.map(async (group) => {
    const hits = await answer(group, index);
    if (group.phrase || (hits.size && await real(await asked(group), hits, told))) return hits;
    const word = await corrected(group.words[0], told);
    if (!word) return new Map();
    changed.push([group.words[0], word]);
    return answer({ words: [word], phrase: false }, index);
  }));
  let hits = combined(found, groups.length);
  const some = !hits.length && groups.length > 1 && found.some((part) => part.size);
  if (some) hits = combined(found, 1);
  return { told, hits, groups, cut, changed, some };
};

/* The first titles that hold what is typed: {title, kind, address}. */
export const suggestions = async (typed) => {
  const { told, hits, some } = await find(typed);
  if (some) return [];
  const found = [];
  for (const { shown } of await Promise.all(hits.slice(0, 12).map((hit) => record(hit.number, told)))) {
    if (shown.title && found.length < 6) found.push(shown);
  }
  return found;
};
