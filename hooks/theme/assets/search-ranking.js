/* Citebound: the order of results. */
const ENOUGH = 3;

/* Whether a record is a page that explains the site or was written by its owner: they have no date, and
   are the last of what has none. */
export const isAside = (number, { records, kinds }) => number >= records - (kinds.page ?? 0) - (kinds.documentation ?? 0);

/* The records that have `need` of the parts: those first that have more of them, then those that have more
   of them whole, then those of which they say more. Of a time that is asked for, an event that was then comes before one
   that may have been (`was`), and both before what only has the words. Pages about the site come after all others, unless the
   site's own page (not one of its documentation) is called just so. */
const combined = (parts, need, { told, first, named, was }) => {
  const total = new Map();
  parts.forEach(({ hits }, at) => {
    const rare = Math.log(1 + told.records / hits.size);
    for (const [number, { score, whole, places }] of hits) {
      const sum = total.get(number) ?? { number, score: 0, groups: 0, whole: 0, last: null };
      // Words that stand side by side, in the reader's order, are what the reader meant.
      const beside = sum.last?.at === at - 1 && places.some((place) => sum.last.places.has(place - 1));
      sum.score += score * rare * (beside ? 1.5 : 1);
      sum.groups += 1;
      sum.whole += whole ? 1 : 0;
      sum.last = { at, places: new Set(places) };
      total.set(number, sum);
    }
  });
  const name = ({ number }) => (first.has(number) ? 2 : named.has(number) ? 1 : 0);
  const isCalled = (number) => first.has(number) && number < told.records - (told.kinds.documentation ?? 0);
  const aside = ({ number }) => (isAside(number, told) && !isCalled(number) ? 1 : 0);
  const dated = ({ number }) => was.get(number) ?? 0;
  return [...total.values()].filter((sum) => sum.groups >= need || name(sum))
    .sort((a, b) => aside(a) - aside(b) || name(b) - name(a) || b.groups - a.groups || dated(b) - dated(a)
      || b.whole - a.whole || b.score - a.score || a.number - b.number);
};

/* What has all parts, and where that is little, what has most of them. A word that only pages about the site
   have is asked of nothing else, unless there is no other. */
export const chosen = (parts, asked) => {
  const aside = parts.filter(({ hits }) => [...hits.keys()].every((number) => isAside(number, asked.told)));
  const isAll = aside.length === parts.length;
  const need = isAll ? parts.length : parts.length - aside.length;
  const hits = combined(parts, need, asked);
  const every = hits.filter(({ groups }) => groups >= need);
  const whole = every.filter(({ number }) => !isAside(number, asked.told)).length;
  const ahead = whole > 0 && hits[0].groups < need;
  const beside = isAll ? [] : aside.map(({ typed }) => typed);
  if (isAll || whole >= ENOUGH || need <= (whole ? 2 : 1)) return { hits, all: every.length, ahead, beside };
  return { hits: combined(parts, whole ? need - 1 : 1, asked), all: whole, ahead, beside };
};
