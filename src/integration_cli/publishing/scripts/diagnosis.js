// A situation diagnosed: as matching/diagnose and reasons do it.

// The findings of a text, best first, or why there are none: "empty", "elsewhere" or "weak".
function diagnose(text, index) {
  const cut = segmentsOf(text, index);
  const chosen = cut.length > index.mostParts ? mostLikely(cut, index) : cut;
  const parts = chosen.map((segment) => partOf(segment, index)).filter((part) => part.reading.content.length);
  if (!parts.length) return { findings: [], whyNot: "empty", uncovered: [], nearest: [] };
  const ours = parts.filter((part) => part.field >= 0);
  const nearest = nearestTo(ours.length ? ours : parts);
  if (!ours.length) return { findings: [], whyNot: "elsewhere", uncovered: parts.map((p) => p.segment), nearest };
  const best = bestByBarrier(inContext(ours, index), parts.length > 1, ours, index);
  const findings = best.slice(0, index.top).map((one) => findingOf(one, index));
  const explained = new Set(findings.map((finding) => finding.segment.start));
  const uncovered = cut.filter((segment) => !explained.has(segment.start));
  return { findings, whyNot: findings.length ? "" : "weak", uncovered, nearest };
}

function partOf(segment, index) {
  const reading = read(segment.text, index.language);
  const scores = score(reading, index);
  return { segment, reading, scores, fused: scores.fused, field: fieldOf(reading, scores, index) };
}

// The parts of a long text that sound most like our field, in the order of the text.
function mostLikely(segments, index) {
  const near = segments.map((segment) => index.sense.of(wordPlaces(segment.text).map((word) => word.plain)));
  const order = [...segments.keys()].sort((one, other) => near[other] - near[one]).slice(0, index.mostParts);
  return order.sort((one, other) => one - other).map((at) => segments[at]);
}

// The parts of a long text with what stands around them counted in: a sentence alone says little.
function inContext(parts, { context, neighbours }) {
  if (parts.length === 1) return parts;
  return parts.map((part, at) => {
    const around = parts.slice(Math.max(0, at - neighbours), at + neighbours + 1);
    const mean = part.fused.map((_, barrier) => meanOf(around.map((other) => other.scores.fused[barrier])));
    const fused = part.fused.map((own, barrier) => (own + context * mean[barrier]) / (1 + context / 2));
    return { ...part, fused };
  });
}

const bestFirst = (scores) => [...scores.keys()].sort((one, other) => scores[other] - scores[one]);

// The barriers that some part speaks for enough, best first, each with the part that speaks for it most.
function bestByBarrier(parts, several, ours, index) {
  const least = several ? index.longEnough : 0;
  const best = new Map();
  for (const part of parts) {
    const highest = largest(part.fused);
    const enough = ours.length > 1 ? Math.min(1, part.reading.content.length / index.enoughWords) : 1;
    for (const number of bestFirst(part.fused).slice(0, index.top)) {
      const fused = part.fused[number];
      const chance = enough * chanceOf(fused, highest - fused, part.field, index);
      if (chance >= least && chance > (best.get(number)?.chance ?? 0)) best.set(number, { number, chance, part });
    }
  }
  return [...best.values()].sort((one, other) => other.chance - one.chance);
}

function findingOf({ number, chance, part }, index) {
  const rounded = Math.round(chance * 1e4) / 1e4;
  const strength = rounded >= index.strong ? "strong" : rounded >= index.likely ? "likely" : "possible";
  const reason = reasonFor(number, part, index);
  return { number, barrier: index.barriers[number], chance: rounded, strength, segment: part.segment, reason };
}

// The three barriers' numbers that come closest in any part.
function nearestTo(parts) {
  const total = parts[0].fused.map((_, number) => largest(parts.map((part) => part.scores.fused[number])));
  return bestFirst(total).slice(0, 6);
}

// What each word of the text adds to a barrier's fused score, beyond what it adds on average.
function contributions({ reading, scores }, barrier, index) {
  const adds = new Float64Array(reading.words.length);
  let first = 0;
  for (const [space, table] of Object.entries(index.tables)) {
    const shares = scores.shares.slice(first, (first += table.columns.length));
    for (const { number, weights, places, reach } of scores.found[space]) {
      let own = 0;
      let all = 0;
      shares.forEach((share, scorer) => {
        for (let at = table.starts[number]; at < table.starts[number + 1]; at++) {
          const value = share * weights[scorer] * table.columns[scorer][at];
          all += value;
          if (table.barriers[at] === barrier) own += value;
        }
      });
      const gain = (own - all / index.barriers.length) / (places.length * reach);
      for (const place of places) {
        for (let at = place; at < Math.min(place + reach, adds.length); at++) adds[at] += gain;
      }
    }
  }
  return adds;
}

// The words that speak for a barrier, by their places in the situation, and the text of the knowledge they meet best.
function reasonFor(number, part, index) {
  const { words } = part.reading;
  const adds = contributions(part, number, index);
  const order = bestFirst(adds).filter((at) => adds[at] > 0 && !index.language.stop.has(words[at].plain));
  const counted = order.slice(0, index.mostWords).filter((at) => adds[at] >= index.share * adds[order[0]]);
  if (!counted.length) return null;
  const wanted = new Map();
  for (const at of counted) {
    // The best come first: of a stem said twice, the most counts.
    if (!wanted.has(words[at].stem)) wanted.set(words[at].stem, adds[at]);
  }
  counted.sort((one, other) => one - other);
  const met = bestMet(number, wanted, index);
  const offset = part.segment.start;
  return {
    words: counted.map((at) => ({ start: offset + words[at].start, end: offset + words[at].end })),
    field: index.beforeSigns[met] ?? "sign",
    sign: met - index.beforeSigns.length,
    met: index.statements[number][met],
  };
}

// The number of the barrier's statement in which the wanted stems stand most densely.
function bestMet(barrier, wanted, index) {
  let best = 0;
  let most = 0;
  stemsOf(barrier, index).forEach((stems, number) => {
    const gain = sumOf(Array.from(wanted, ([stem, weight]) => (stems.has(stem) ? weight : 0)));
    const dense = gain / Math.sqrt(stems.size + index.shortBonus);
    if (dense > most) [best, most] = [number, dense];
  });
  return best;
}

// The stems and concepts of each statement of a barrier; looked up once for each barrier.
function stemsOf(barrier, index) {
  const { language } = index;
  index.stems ??= new Map();
  if (!index.stems.has(barrier)) {
    const stems = index.statements[barrier].map((text) => {
      const words = language.wordsOf(text);
      const said = words.filter((word) => !language.stop.has(word.plain)).map((word) => word.stem);
      return new Set([...said, ...language.vocabulary.concepts(words).map((concept) => concept.feature)]);
    });
    index.stems.set(barrier, stems);
  }
  return index.stems.get(barrier);
}
