/* The Russian stemmer of Snowball (snowballstem.org/algorithms/russian/stemmer.html), on one word. A query's word
   is cut to its stem, and the index is searched for what begins with it. */
const VOWEL = "аеиоуыэюя";
const GERUND_1 = /(?<=[ая])(?:вшись|вши|в)$/u;
const GERUND_2 = /(?:ившись|ывшись|ивши|ывши|ив|ыв)$/u;
const REFLEXIVE = /с[яь]$/u;
const ADJECTIVE = /(?:ими|ыми|его|ого|ему|ому|ее|ие|ые|ое|ей|ий|ый|ой|ем|им|ым|ом|их|ых|ую|юю|ая|яя|ою|ею)$/u;
const PARTICIPLE = /(?:(?:ивш|ывш|ующ)|(?<=[ая])(?:ем|нн|вш|ющ|щ))$/u;
const VERB_1 = /(?<=[ая])(?:ешь|нно|ете|йте|ла|на|ли|ем|ло|но|ет|ют|ны|ть|й|л|н)$/u;
const VERB_2 = /(?:ейте|уйте|ила|ыла|ена|ите|или|ыли|ило|ыло|ено|ует|уют|ены|ить|ыть|ишь|ей|уй|ил|ыл|им|ым|ен|ят|ит|ыт|ую|ю)$/u;
const NOUN = /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/u;

const after = (word, from) => {
  let at = from;
  while (at < word.length && !VOWEL.includes(word[at])) at += 1;
  while (at < word.length && VOWEL.includes(word[at])) at += 1;
  return Math.min(at + 1, word.length);
};

export const stem = (given) => {
  const word = given.toLowerCase().replaceAll("ё", "е");
  const first = [...word].findIndex((letter) => VOWEL.includes(letter));
  if (first < 0) return word;
  const head = word.slice(0, first + 1);
  const second = after(word, after(word, 0)) - head.length;
  let rest = word.slice(first + 1);
  const cut = (...endings) => endings.some((ending) => {
    const short = rest.replace(ending, "");
    const is = short !== rest;
    rest = short;
    return is;
  });
  if (!cut(GERUND_2, GERUND_1)) {
    cut(REFLEXIVE);
    if (cut(ADJECTIVE)) cut(PARTICIPLE);
    else if (!cut(VERB_2, VERB_1)) cut(NOUN);
  }
  cut(/и$/u);
  const derived = rest.match(/ость?$/u);
  if (derived && derived.index >= second) rest = rest.slice(0, derived.index);
  if (!cut(/ь$/u)) {
    cut(/ейше?$/u);
    rest = rest.replace(/нн$/u, "н");
  }
  return head + rest;
};
