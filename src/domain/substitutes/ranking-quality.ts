/** How good some rankings are, against grades that people gave. */
export interface RankingQuality {
  readonly tasks: number;
  /** Mean normalised discounted cumulative gain over whole rankings, 0 to 1 (Järvelin and Kekäläinen 2002; gain 2^grade − 1). */
  readonly ndcg: number;
  /** Share of tasks whose first is useless (grade 0) though something better was there. */
  readonly badFirsts: number;
}

/** Measures rankings of graded candidates, best first. Tasks in which nothing has a grade above 0 are left out. */
export function rankingQuality(rankings: readonly (readonly number[])[]): RankingQuality {
  const measured = rankings.filter((grades) => grades.some((grade) => grade > 0));
  const ndcgs = measured.map((grades) => gain(grades) / gain([...grades].sort((a, b) => b - a)));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return { tasks: measured.length, ndcg: mean(ndcgs), badFirsts: mean(measured.map(([first]) => Number(first === 0))) };
}

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
