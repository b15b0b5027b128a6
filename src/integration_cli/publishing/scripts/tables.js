// The index as matching/portable packed it, read into typed arrays.

const CRC = Uint32Array.from({ length: 256 }, (_, number) => {
  let crc = number;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
const ENCODER = new TextEncoder();

function hashed(feature) {
  let crc = 0xffffffff;
  for (const byte of ENCODER.encode(feature)) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

// The place of a number among ascending ones, or -1.
function placeOf(wanted, numbers) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted ? low : -1;
}

class Table {
  constructor(take, { unseen, scales }) {
    this.unseen = unseen;
    this.hashes = climbing(take(Uint32Array));
    this.starts = climbing(take(Uint32Array));
    this.rarity = take(Float32Array);
    this.domain = take(Float32Array);
    this.barriers = take(Uint16Array);
    this.columns = scales.map((scale) => weights(take(Uint16Array), scale));
  }

  find(feature) {
    return placeOf(hashed(feature), this.hashes);
  }
}

// How near each of many English words is to our field.
class Sense {
  constructor(take, scale) {
    this.hashes = climbing(take(Uint32Array));
    this.nearness = take(Int8Array);
    this.weights = take(Uint8Array);
    this.scale = scale;
  }

  of(words) {
    let total = 0;
    let weight = 0;
    for (const word of words) {
      const at = placeOf(hashed(word), this.hashes);
      if (at >= 0) {
        total += this.weights[at] * this.nearness[at];
        weight += this.weights[at];
      }
    }
    return weight ? (this.scale * total) / weight : 0;
  }
}

// Bytes were laid out plane by plane: the first byte of every number, then the second.
function fromPlanes(bytes, kind) {
  const width = kind.BYTES_PER_ELEMENT;
  const count = bytes.length / width;
  const joined = new Uint8Array(bytes.length);
  for (let plane = 0; plane < width; plane++) {
    for (let at = 0; at < count; at++) joined[at * width + plane] = bytes[plane * count + at];
  }
  return new kind(joined.buffer);
}

function climbing(steps) {
  for (let at = 1; at < steps.length; at++) steps[at] += steps[at - 1];
  return steps;
}

function weights(levels, [low, step]) {
  const scale = Float64Array.from({ length: 65536 }, (_, level) => Math.exp(low + step * level));
  return Float64Array.from(levels, (level) => scale[level]);
}

// The index from its bytes, no longer compressed.
function readIndex(bytes) {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
  let start = 4 + size;
  let block = 0;
  const take = (kind) => {
    const end = start + head.lengths[block++];
    const numbers = fromPlanes(bytes.subarray(start, end), kind);
    start = end;
    return numbers;
  };
  const tables = Object.fromEntries(Object.entries(head.tables).map(([space, about]) => [space, new Table(take, about)]));
  return { ...head, tables, sense: new Sense(take, head.scale), language: new Language(head) };
}
