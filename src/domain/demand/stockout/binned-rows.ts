/** Rows of features as bin numbers, row after row. Bin 0 is "not known"; the others rise with the feature. */
export interface BinnedRows {
  readonly rows: number;
  readonly features: number;
  readonly bins: Uint8Array;
}

/** Upper edges of each feature's bins, the last bin having none. */
export type BinEdges = readonly Float64Array[];

export const MOST_BINS = 63;
/** Rows that the edges are drawn from. */
const SAMPLE = 50_000;

/** Edges that split each feature's known values into bins of like size, each value of a rare-valued one its own. */
export function binEdges(values: Float32Array, rows: number, features: number): BinEdges {
  const stride = Math.max(1, Math.floor(rows / SAMPLE));
  return Array.from({ length: features }, (_, feature) => {
    const sample: number[] = [];
    for (let row = 0; row < rows; row += stride) {
      const value = values[row * features + feature] as number;
      if (!Number.isNaN(value)) sample.push(value);
    }
    const sorted = Float64Array.from(sample).sort();
    const edges: number[] = [];
    for (let bin = 1; bin < MOST_BINS; bin += 1) {
      const at = Math.floor((bin * sorted.length) / MOST_BINS);
      const [below, above] = [sorted[at - 1], sorted[at]];
      if (below === undefined || above === undefined || below === above) continue;
      edges.push((below + above) / 2);
    }
    return Float64Array.from(edges);
  });
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
