// A text scored for every barrier, and whether it is of our field: as matching/reading, scoring and signals do it.

function read(text, language) {
  const words = language.wordsOf(text).map((word) => language.mended(word));
  const found = new Map();
  const cut = new Map();
  const reach = new Map();
  const say = (features, feature, number) => {
    if (!features.has(feature)) features.set(feature, []);
    features.get(feature).push(number);
  };
  words.forEach((word, number) => {
    if (!language.stop.has(word.plain)) say(found, word.stem, number);
    if (number + 1 < words.length) {
      const pair = `${word.stem} ${words[number + 1].stem}`;
      say(found, pair, number);
      reach.set(pair, 2);
    }
    for (const piece of language.pieces(word.plain)) say(cut, piece, number);
  });
  for (const concept of language.vocabulary.concepts(words)) {
    say(found, concept.feature, concept.first);
    reach.set(concept.feature, concept.reach);
  }
  const plain = new Set(words.map((word) => word.stem).filter((stem) => !found.has(stem)));
  const content = words.filter((word) => !language.stop.has(word.plain));
  return { words, content, features: { words: found, pieces: cut }, plain, reach };
}

function scorersOf(index, space) {
  return index.scorers
    .map(([name, home, sublinear, weight]) => ({ name, space: home, sublinear, weight }))
    .filter((scorer) => !space || scorer.space === space);
}

// The text's features that a table holds; the weights of a sublinear scorer have unit length.
function foundIn(reading, index, space) {
  const table = index.tables[space];
  let square = 0;
  const raw = [];
  for (const [feature, places] of reading.features[space]) {
    const number = table.find(feature);
    const often = 1 + Math.log(places.length);
    square += (often * (number >= 0 ? table.rarity[number] : table.unseen)) ** 2;
    if (number >= 0) raw.push({ number, often, places, reach: reading.reach.get(feature) ?? 1 });
  }
  const length = Math.sqrt(square) || 1;
  const scorers = scorersOf(index, space);
  return raw.map((one) => ({ ...one, weights: scorers.map((s) => (s.sublinear ? one.often / length : 1)) }));
}

function totals(found, table, size) {
  const sums = table.columns.map(() => new Float64Array(size));
  for (const { number, weights } of found) {
    const [start, end] = [table.starts[number], table.starts[number + 1]];
    sums.forEach((sum, scorer) => {
      const column = table.columns[scorer];
      for (let at = start; at < end; at++) sum[table.barriers[at]] += weights[scorer] * column[at];
    });
  }
  return sums;
}

const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
const meanOf = (numbers) => sumOf(numbers) / numbers.length;
const largest = (numbers) => numbers.reduce((most, number) => Math.max(most, number), -Infinity);

function spread(scores) {
  const mean = meanOf(scores);
  return Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2)));
}

function score(reading, index) {
  const size = index.barriers.length;
  const spaces = Object.keys(index.tables);
  const found = Object.fromEntries(spaces.map((space) => [space, foundIn(reading, index, space)]));
  const byScorer = spaces.flatMap((space) => totals(found[space], index.tables[space], size));
  const shares = sharesOf(byScorer, index);
  const fused = new Float64Array(size);
  byScorer.forEach((scores, scorer) => {
    const mean = meanOf(scores);
    scores.forEach((value, barrier) => (fused[barrier] += shares[scorer] * (value - mean)));
  });
  return { byScorer, shares, fused, found };
}

// What a score of each scorer counts in the fused one: its weight over its spread.
function sharesOf(byScorer, index) {
  const scorers = scorersOf(index);
  const whole = sumOf(scorers.map((scorer) => scorer.weight));
  return byScorer.map((scores, number) => {
    const wide = spread(scores);
    return wide > 0 ? scorers[number].weight / whole / wide : 0;
  });
}

function fieldSignals(reading, scores, index) {
  const table = index.tables.words;
  const found = new Set(scores.found.words.map((feature) => feature.number));
  for (const stem of reading.plain) if (table.find(stem) >= 0) found.add(table.find(stem));
  const odds = Array.from(found, (number) => table.domain[number]);
  const names = new Set(
    reading.words.filter((word) => word.capital && !found.has(table.find(word.stem))).map((word) => word.stem),
  );
  const length = Math.max(1, reading.words.length - names.size);
  // A name takes its pairs with the words on either side along.
  const asked = Math.max(1, reading.features.words.size + reading.plain.size - 3 * names.size);
  const content = reading.content.filter((word) => !names.has(word.stem));
  const known = content.filter((word) => found.has(table.find(word.stem))).length / Math.max(1, content.length);
  const [words, phrases, pieces] = scores.byScorer.map(largest);
  const fused = Array.from(scores.fused).sort((one, other) => other - one);
  const told = sumOf(odds);
  const telling = odds.sort((one, other) => other - one);
  return [
    words / Math.sqrt(length),
    phrases,
    pieces,
    fused[0],
    known,
    told / Math.sqrt(asked),
    told,
    Math.log(1 + length),
    Math.min(1, odds.length / asked),
    fused[0] - fused[Math.min(4, fused.length - 1)],
    index.sense.of(reading.words.map((word) => word.plain)),
    telling[0] ?? 0,
    sumOf(telling.slice(0, 3)) / 3,
  ];
}

// How far a text is on our side of the line; what only our field has is never beyond it.
function fieldOf(reading, scores, index) {
  const [, bias, weights] = index.field.find(([most]) => most === null || reading.words.length <= most);
  const signals = fieldSignals(reading, scores, index);
  const field = bias + sumOf(weights.map((weight, number) => weight * signals[number]));
  return namesOurBodies(reading, index) ? Math.max(field, 0) : field;
}

function namesOurBodies(reading, index) {
  const { domain } = index.tables.words;
  const named = [...reading.features.words.keys()].filter((feature) => feature.startsWith("="));
  return named.some((feature) => domain[index.tables.words.find(feature)] >= index.oursAlone);
}

function chanceOf(fused, behind, field, index) {
  const [bias, ...weights] = index.finding;
  const signals = [fused, behind, Math.max(-6, Math.min(6, field))];
  return 1 / (1 + Math.exp(-(bias + sumOf(weights.map((weight, number) => weight * signals[number])))));
}
