// A long situation cut into parts that can each speak for a barrier: as matching/segments does it.

const INNER = SPACE.slice(1, -1);
const NOT_IN_WORD = "(?<![\\p{L}\\p{N}_])";
const LINE_MARK = new RegExp(`^${SPACE}*(?:[\\-*•–]|\\p{Nd}{1,3}[.)]|[a-zA-Z][.)]|#+|>|\\[[ xX]?\\])${SPACE}+`, "u");
const SENTENCE_END = new RegExp(
  `(?<=[.!?…])["'”’)\\]]*${SPACE}+(?=["'“‘(\\[]?[A-Z0-9£])|${SPACE}*;${SPACE}+|\\n+`,
  "gu",
);
const ABBREVIATION = new RegExp(
  `(?:${NOT_IN_WORD}(?:e\\.g|i\\.e|etc|cf|vs|no|para|sec|s|Mr|Mrs|Ms|Dr|St|Cllr|Prof|approx)|${NOT_IN_WORD}[A-Z])\\.$`,
  "u",
);
const LINE = /[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|$)/gu;
const SPACES = new RegExp(`${SPACE}+`, "u");
const BEGINS_WITH_SPACE = new RegExp(`^[${INNER}]`, "u");
const SENTENCE_ENDS = ".!?…\"'”’)]";

const pieceOf = (text, start, end) => ({ start, end, text: text.slice(start, end) });
const isBlank = (text) => trimmed(text, 0, text.length) === null;
const wordCount = (text) => text.split(SPACES).filter(Boolean).length;
const linesOf = (text) => (text.match(LINE) ?? []).filter(Boolean);

function segmentsOf(text, index) {
  const whole = trimmed(text, 0, text.length);
  if (whole === null) return [];
  if (wordCount(whole.text) <= index.short && !looksLikeAList(whole.text)) return [whole];
  const found = [];
  for (const [lineStart, lineEnd] of blocksOf(text)) {
    let fresh = true;
    for (const [start, end] of sentencesOf(text, lineStart, lineEnd)) {
      const segment = trimmed(text, start, end);
      if (segment === null) continue;
      if (found.length && !fresh && wordCount(segment.text) < index.leastWords) {
        found.push(pieceOf(text, found.pop().start, segment.end));
      } else {
        found.push(segment);
      }
      fresh = false;
    }
  }
  return found;
}

function looksLikeAList(text) {
  const lines = linesOf(text).filter((line) => !isBlank(line));
  return lines.length > 1 && lines.filter((line) => LINE_MARK.test(line)).length * 2 >= lines.length;
}

// Paragraphs and list items: lines that a person wrapped are joined again.
function blocksOf(text) {
  const found = [];
  let start = null;
  let end = 0;
  let at = 0;
  for (const line of linesOf(text)) {
    const mark = LINE_MARK.exec(line);
    const blank = isBlank(line);
    if (start !== null && (blank || mark)) {
      found.push([start, end]);
      start = null;
    }
    if (!blank && start === null) start = at + (mark ? mark[0].length : 0);
    if (!blank) end = at + line.length;
    at += line.length;
  }
  if (start !== null) found.push([start, end]);
  return found;
}

function sentencesOf(text, start, end) {
  const found = [];
  let begin = start;
  for (const match of endsIn(text.slice(0, end), start)) {
    const before = match.index;
    const wrapped = isBlank(match[0]) && !SENTENCE_ENDS.includes(text[before - 1]);
    // A line break in the middle of a sentence is only wrapping.
    if (before <= begin || wrapped || abbreviated(text, Math.max(begin, before - 12), before)) continue;
    found.push([begin, before]);
    begin = before + match[0].length;
  }
  return [...found, [begin, end]];
}

function* endsIn(text, start) {
  SENTENCE_END.lastIndex = start;
  for (let match = SENTENCE_END.exec(text); match; match = SENTENCE_END.exec(text)) yield match;
}

// Whether an abbreviation stands between these places, at the end; what stands before may tell where a word begins.
function abbreviated(text, from, end) {
  const first = Math.max(0, from - 1);
  const match = ABBREVIATION.exec(text.slice(first, end));
  return match !== null && first + match.index >= from;
}

function trimmed(text, start, end) {
  while (start < end && BEGINS_WITH_SPACE.test(text[start])) start++;
  while (end > start && BEGINS_WITH_SPACE.test(text[end - 1])) end--;
  return end > start ? pieceOf(text, start, end) : null;
}
