// Text to words, stems and pieces of words: as matching/text, vocabulary and spelling do it.

// White space, letters and ends of lines as Python knows them; JavaScript's own classes differ in a few characters.
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const LETTER = "[\\p{L}\\p{N}]";
const WORD = new RegExp(`${LETTER}+(?:(?:[\\u0300-\\u036f]+['’&]?|['’&])${LETTER}+)*`, "gu");
const ALPHABETIC = /^\p{L}+$/u;
const CAPITAL = /^\p{Uppercase}/u;

function plainForm(word) {
  const flat = word.replace(/[’‘]/g, "'").normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  return (flat.endsWith("'s") ? flat.slice(0, -2) : flat).replaceAll("'", "");
}

function wordPlaces(text) {
  return Array.from(text.matchAll(WORD), (match) => ({
    plain: plainForm(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    capital: CAPITAL.test(match[0]),
  }));
}

class Language {
  constructor(head) {
    this.stop = new Set(head.stop);
    this.endings = head.endings;
    this.piece = head.piece;
    this.stems = new Map();
    this.speller = new Speller(head);
    this.vocabulary = new Vocabulary(head.forms);
  }

  wordsOf(text) {
    return wordPlaces(text).map((word) => ({ ...word, stem: this.stem(word.plain) }));
  }

  mended(word) {
    const meant = this.speller.meant(word.plain);
    return meant === word.plain ? word : { ...word, plain: meant, stem: this.stem(meant) };
  }

  stem(word) {
    if (!this.stems.has(word)) this.stems.set(word, this.cut(word));
    return this.stems.get(word);
  }

  cut(word) {
    if (word.length <= 3 || !ALPHABETIC.test(word)) return word;
    const found = this.endings.find(([ending, , keep]) => word.endsWith(ending) && word.length - ending.length >= keep);
    let base = word;
    if (found) {
      const [ending, replacement] = found;
      base = word.slice(0, word.length - ending.length) + replacement;
      const doubled = base.length > 3 && base.at(-1) === base.at(-2) && !"lsz".includes(base.at(-1));
      if (["ing", "ed", "er", "ers"].includes(ending) && doubled) base = base.slice(0, -1);
    }
    return base.length > 4 && "ey".includes(base.at(-1)) ? base.slice(0, -1) : base;
  }

  pieces(plain) {
    const padded = Array.from(` ${plain} `);
    const count = Math.max(1, padded.length - this.piece + 1);
    return Array.from({ length: count }, (_, start) => padded.slice(start, start + this.piece).join(""));
  }
}

// Different ways to write one thing; the longest form wins.
class Vocabulary {
  constructor(forms) {
    this.byFirst = new Map();
    for (const [feature, stems] of forms) {
      if (!this.byFirst.has(stems[0])) this.byFirst.set(stems[0], []);
      this.byFirst.get(stems[0]).push({ feature, stems });
    }
    for (const found of this.byFirst.values()) found.sort((one, other) => other.stems.length - one.stems.length);
  }

  concepts(words) {
    const found = [];
    for (let at = 0; at < words.length; ) {
      const known = this.byFirst.get(words[at].stem) ?? [];
      const form = known.find(({ stems }) => stems.every((stem, number) => words[at + number]?.stem === stem));
      if (form) found.push({ feature: form.feature, first: at, reach: form.stems.length });
      at += form ? form.stems.length : 1;
    }
    return found;
  }
}

// A word that the knowledge does not hold is read as its nearest neighbour where one is near.
class Speller {
  constructor({ words, leastLetters, like }) {
    this.known = new Set(words);
    this.leastLetters = leastLetters;
    this.like = like;
    this.byStart = new Map();
    for (const word of words) {
      const start = String.fromCodePoint(word.codePointAt(0));
      if (!this.byStart.has(start)) this.byStart.set(start, []);
      this.byStart.get(start).push(word);
    }
  }

  meant(plain) {
    if (plain.length < this.leastLetters || !ALPHABETIC.test(plain) || this.known.has(plain)) return plain;
    let best = plain;
    let least = this.like;
    for (const word of this.byStart.get(String.fromCodePoint(plain.codePointAt(0))) ?? []) {
      const longest = Math.max(word.length, plain.length);
      if (1 - Math.abs(word.length - plain.length) / longest < least) continue;
      const similarity = 1 - alignment(plain, word) / longest;
      if (similarity > least || (similarity === least && best === plain)) [best, least] = [word, similarity];
    }
    return best;
  }
}

// Optimal string alignment: letters left out, put in, replaced, or swapped with the next (once).
function alignment(one, other) {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, number) => number);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const replaced = last[at - 1] + (one[row - 1] === other[at - 1] ? 0 : 1);
      next[at] = Math.min(replaced, last[at] + 1, next[at - 1] + 1);
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) next[at] = Math.min(next[at], before[at - 2] + 1);
    }
    [before, last] = [last, next];
  }
  return last[other.length];
}
