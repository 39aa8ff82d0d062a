/** Rows by falling score, rows of one score in one step. */
function* stepsByScore(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
): Generator<{ hits: number; rows: number }> {
  const order = Array.from(scores, (_, index) => index).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  for (let at = 0; at < order.length; ) {
    const score = scores[order[at] as number];
    let hits = 0;
    let rows = 0;
    while (at < order.length && scores[order[at] as number] === score) {
      hits += outcomes[order[at] as number] as number;
      rows += 1;
      at += 1;
    }
    yield { hits, rows };
  }
}

/**
 * The area under the ROC curve: the chance that a row with outcome 1 scores above one with outcome 0, ties counting
 * half (Mann and Whitney 1947). 0.5 where one of the outcomes does not occur.
 */
export function areaUnderRoc(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let hitsAbove = 0;
  let misses = 0;
  let pairs = 0;
  for (const { hits, rows } of stepsByScore(scores, outcomes)) {
    pairs += (rows - hits) * (hitsAbove + hits / 2);
    hitsAbove += hits;
    misses += rows - hits;
  }
  return hitsAbove === 0 || misses === 0 ? 0.5 : pairs / (hitsAbove * misses);
}

/** Average precision: the precision at each score, weighed by the share of outcomes found there. 0 where none occurs. */
export function averagePrecision(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let found = 0;
  let seen = 0;
  let sum = 0;
  for (const { hits, rows } of stepsByScore(scores, outcomes)) {
    found += hits;
    seen += rows;
    sum += hits * (found / seen);
  }
  return found === 0 ? 0 : sum / found;
}
