/** Rows of features as bin numbers, row after row. Bin 0 is "not known"; the others rise with the feature. */
export interface BinnedRows {
  readonly rows: number;
  readonly features: number;
  readonly bins: Uint8Array;
}

/** Upper edges of each feature's bins, the last bin having none. */
export type BinEdges = readonly Float64Array[];

export const MOST_BINS = 127;
/** Rows that the edges are drawn from. */
const SAMPLE = 20_000;

/**
 * Edges between bins: half of them split all rows into parts of like size, half the rows with outcome 1. Those are few
 * and lie in the tails, where bins of all rows alone would be too coarse to tell them apart.
 */
export function binEdges(values: Float32Array, features: number, outcome: Uint8Array): BinEdges {
  const everybody = Int32Array.from(outcome.keys());
  const shorts = everybody.filter((row) => outcome[row] === 1);
  return Array.from({ length: features }, (_, feature) => {
    const edges = [everybody, shorts].flatMap((rows) => quantileEdges(values, features, feature, rows));
    return Float64Array.from(new Set(edges)).sort();
  });
}

function quantileEdges(values: Float32Array, features: number, feature: number, rows: Int32Array): number[] {
  const stride = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample: number[] = [];
  for (let at = 0; at < rows.length; at += stride) {
    const value = values[(rows[at] as number) * features + feature] as number;
    if (!Number.isNaN(value)) sample.push(value);
  }
  const sorted = Float64Array.from(sample).sort();
  const edges: number[] = [];
  const parts = Math.ceil(MOST_BINS / 2);
  for (let part = 1; part < parts; part += 1) {
    const at = Math.floor((part * sorted.length) / parts);
    const [below, above] = [sorted[at - 1], sorted[at]];
    if (below !== undefined && above !== undefined && below !== above) edges.push((below + above) / 2);
  }
  return edges;
}

/** The bin of every value. */
export function binRows(values: Float32Array, rows: number, edges: BinEdges): BinnedRows {
  const features = edges.length;
  const bins = new Uint8Array(rows * features);
  for (let at = 0; at < bins.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    bins[at] = 1 + edgesBelow(edges[at % features] as Float64Array, value);
  }
  return { rows, features, bins };
}

function edgesBelow(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
