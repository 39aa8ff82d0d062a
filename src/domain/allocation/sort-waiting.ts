/** Up to here inserting is quicker than merging. */
const SHORT = 24;

/**
 * Sorts each group of `lines` (group s from `firstOf[s]` to `firstOf[s + 1]`) in place: by `key`, then by `since`, both
 * ascending; what is equal keeps its order. Short runs by insertion, then merged bottom up.
 */
export function sortWaiting(lines: Uint32Array, firstOf: Uint32Array, key: Float64Array, since: Float64Array): void {
  const keys = new Float64Array(lines.length);
  for (let place = 0; place < lines.length; place += 1) keys[place] = key[lines[place] as number] as number;
  const spare = new Uint32Array(lines.length);
  const spareKeys = new Float64Array(lines.length);
  for (let group = 0; group + 1 < firstOf.length; group += 1) {
    const first = firstOf[group] as number;
    const end = firstOf[group + 1] as number;
    for (let run = first; run < end; run += SHORT) insert(lines, keys, since, run, Math.min(run + SHORT, end));
    for (let width = SHORT; width < end - first; width *= 2) {
      for (let run = first; run + width < end; run += 2 * width)
        merge(lines, keys, since, spare, spareKeys, run, run + width, Math.min(run + 2 * width, end));
    }
  }
}

function insert(lines: Uint32Array, keys: Float64Array, since: Float64Array, first: number, end: number): void {
  for (let place = first + 1; place < end; place += 1) {
    const line = lines[place] as number;
    const key = keys[place] as number;
    let hole = place;
    while (hole > first) {
      const before = keys[hole - 1] as number;
      if (before < key) break;
      if (before === key && (since[lines[hole - 1] as number] as number) <= (since[line] as number)) break;
      lines[hole] = lines[hole - 1] as number;
      keys[hole] = before;
      hole -= 1;
    }
    lines[hole] = line;
    keys[hole] = key;
  }
}

function merge(
  lines: Uint32Array,
  keys: Float64Array,
  since: Float64Array,
  spare: Uint32Array,
  spareKeys: Float64Array,
  first: number,
  middle: number,
  end: number,
): void {
  spare.set(lines.subarray(first, middle), first);
  spareKeys.set(keys.subarray(first, middle), first);
  let left = first;
  let right = middle;
  for (let place = first; left < middle; place += 1) {
    const leftKey = spareKeys[left] as number;
    const rightKey = right < end ? (keys[right] as number) : Number.POSITIVE_INFINITY;
    const takesRight =
      rightKey < leftKey ||
      (rightKey === leftKey && (since[lines[right] as number] as number) < (since[spare[left] as number] as number));
    lines[place] = takesRight ? (lines[right] as number) : (spare[left] as number);
    keys[place] = takesRight ? rightKey : leftKey;
    if (takesRight) right += 1;
    else left += 1;
  }
}
