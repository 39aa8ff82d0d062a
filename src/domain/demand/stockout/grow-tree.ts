import { type BinnedRows, MOST_BINS } from './binned-rows.js';

/** A tree as parallel arrays by node, the root first. A leaf has itself as its left child. */
export interface Tree {
  readonly feature: Int32Array;
  /** Rows whose bin is at most this go left. */
  readonly threshold: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly value: Float64Array;
}

export interface GrowSettings {
  readonly leaves: number;
  readonly leastRows: number;
  /** L2 penalty on leaf values. */
  readonly penalty: number;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly threshold: number;
}

interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly sums: Float64Array;
  readonly split: Split | undefined;
}

const BINS = MOST_BINS + 1;
const FIELDS = 3;

/**
 * Grows one regression tree on gradients and curvatures of the loss (Friedman 2001; second order as Chen and Guestrin
 * 2016), always splitting the leaf that gains most, on sums by bin. `rows` are the rows to learn from; they are
 * reordered. `columns` are the features it may use.
 */
export function growTree(
  { features, bins }: BinnedRows,
  rows: Int32Array,
  columns: readonly number[],
  gradient: Float64Array,
  curvature: Float64Array,
  settings: GrowSettings,
): Tree {
  const most = 2 * settings.leaves - 1;
  const tree = {
    feature: new Int32Array(most),
    threshold: new Int32Array(most),
    left: Int32Array.from({ length: most }, (_, node) => node),
    right: new Int32Array(most),
    value: new Float64Array(most),
  };

  const sumBins = (from: number, to: number): Float64Array => {
    const sums = new Float64Array(columns.length * BINS * FIELDS);
    for (let at = from; at < to; at += 1) {
      const row = rows[at] as number;
      const g = gradient[row] as number;
      const h = curvature[row] as number;
      for (let index = 0; index < columns.length; index += 1) {
        const cell = (index * BINS + (bins[row * features + (columns[index] as number)] as number)) * FIELDS;
        sums[cell] = (sums[cell] as number) + g;
        sums[cell + 1] = (sums[cell + 1] as number) + h;
        sums[cell + 2] = (sums[cell + 2] as number) + 1;
      }
    }
    return sums;
  };

  const leafOf = (node: number, from: number, to: number, sums: Float64Array): Leaf => {
    let g = 0;
    let h = 0;
    for (let cell = 0; cell < BINS * FIELDS; cell += FIELDS) {
      g += sums[cell] as number;
      h += sums[cell + 1] as number;
    }
    tree.value[node] = -g / (h + settings.penalty);
    return { node, from, to, sums, split: bestSplit(sums, columns, { g, h, rows: to - from }, settings) };
  };

  const open = [leafOf(0, 0, rows.length, sumBins(0, rows.length))];
  let nodes = 1;
  while (nodes < most) {
    const best = open.reduce((a, b) => ((b.split?.gain ?? 0) > (a.split?.gain ?? 0) ? b : a));
    if (best.split === undefined) break;
    const { node, from, to, sums, split } = best;
    const middle = partition(
      rows,
      from,
      to,
      (row) => (bins[row * features + split.feature] as number) <= split.threshold,
    );
    tree.feature[node] = split.feature;
    tree.threshold[node] = split.threshold;
    tree.left[node] = nodes;
    tree.right[node] = nodes + 1;
    const isLeftSmaller = middle - from <= to - middle;
    const smaller = isLeftSmaller ? sumBins(from, middle) : sumBins(middle, to);
    const larger = sums;
    for (let cell = 0; cell < sums.length; cell += 1) larger[cell] = (sums[cell] as number) - (smaller[cell] as number);
    open.splice(open.indexOf(best), 1);
    open.push(leafOf(nodes, from, middle, isLeftSmaller ? smaller : larger));
    open.push(leafOf(nodes + 1, middle, to, isLeftSmaller ? larger : smaller));
    nodes += 2;
  }
  return tree;
}

function bestSplit(
  sums: Float64Array,
  columns: readonly number[],
  all: { readonly g: number; readonly h: number; readonly rows: number },
  { leastRows, penalty }: GrowSettings,
): Split | undefined {
  let best: Split | undefined;
  const whole = (all.g * all.g) / (all.h + penalty);
  for (const [index, feature] of columns.entries()) {
    let g = 0;
    let h = 0;
    let count = 0;
    for (let threshold = 0; threshold < BINS - 1; threshold += 1) {
      const cell = (index * BINS + threshold) * FIELDS;
      if (sums[cell + 2] === 0) continue;
      g += sums[cell] as number;
      h += sums[cell + 1] as number;
      count += sums[cell + 2] as number;
      if (count < leastRows) continue;
      if (all.rows - count < leastRows) break;
      const gain = (g * g) / (h + penalty) + (all.g - g) ** 2 / (all.h - h + penalty) - whole;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, threshold };
    }
  }
  return best;
}

function partition(rows: Int32Array, from: number, to: number, goesLeft: (row: number) => boolean): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const row = rows[low] as number;
    if (goesLeft(row)) {
      low += 1;
      continue;
    }
    rows[low] = rows[high] as number;
    rows[high] = row;
    high -= 1;
  }
  return low;
}

/** The value of the leaf that a row falls into. */
export function treeValue(tree: Tree, { features, bins }: BinnedRows, row: number): number {
  let node = 0;
  for (let next = tree.left[0] as number; next !== node; next = tree.left[node] as number) {
    const isLeft =
      (bins[row * features + (tree.feature[node] as number)] as number) <= (tree.threshold[node] as number);
    node = isLeft ? next : (tree.right[node] as number);
  }
  return tree.value[node] as number;
}
