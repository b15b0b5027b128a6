// Entries by the words that they hold, as in a register: for who types a name, not a problem.

const MOST_WORDS = 6;
const LEAST_START = 4;
const IN_NAME = 4;

function entriesWith(query, { named }) {
  const wanted = [...new Set(wordPlaces(query).map((word) => word.plain))];
  if (!wanted.length || wanted.length > MOST_WORDS) return [];
  const found = [];
  for (const [kind, name, others, href] of named) {
    const worth = wanted.map((word) => (holds(name, word) ? IN_NAME : holds(others, word) ? 1 : 0));
    if (!worth.includes(0)) found.push({ kind, name, href, worth: sumOf(worth) });
  }
  return found.sort((one, other) => other.worth - one.worth);
}

function holds(text, wanted) {
  const meets = ({ plain }) => plain === wanted || (wanted.length >= LEAST_START && plain.startsWith(wanted));
  return wordPlaces(text).some(meets);
}
