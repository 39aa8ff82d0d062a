import { type DayDistribution, distributionOf } from './day-distribution.js';

/** Units that arrive together on an uncertain day. */
export interface UncertainArrival {
  readonly units: number;
  readonly arrival: DayDistribution;
}

/**
 * The first day on which at least `needed` units have arrived: for each day, the chance that the supplies that have
 * arrived by then sum to `needed` or more, over every combination of them. With one supply it is that supply's own
 * distribution; with two that are both needed it is the later of the two; and a later purchase order that overtakes an
 * earlier one counts too.
 *
 * Supplies are taken as independent and as arriving whole. Late together (one supplier's bad month), two needed
 * supplies are in truth complete a little sooner than said here, and two that can stand in for each other a little later.
 * Throws when the supplies together have fewer units than needed.
 */
export function coverageDistribution(supplies: readonly UncertainArrival[], needed: number): DayDistribution {
  const running = supplies.map(({ units, arrival }) => ({ units, arrival, next: 0, arrived: 0 }));
  const weights = new Map<number, number>();
  let before = 0;
  for (const day of [...new Set(supplies.flatMap(({ arrival }) => arrival.map((chance) => chance.day)))].sort(
    ascending,
  )) {
    for (const supply of running) {
      const chance = supply.arrival[supply.next];
      if (chance?.day !== day) continue;
      supply.next += 1;
      supply.arrived += chance.weight;
    }
    const covered = chanceOfUnits(running, needed);
    weights.set(day, covered - before);
    before = Math.max(before, covered);
  }
  return distributionOf(weights);
}

/** The chance that supplies, each here with its own chance, sum to at least `needed` units. */
function chanceOfUnits(supplies: readonly { units: number; arrived: number }[], needed: number): number {
  let chances = new Map([[0, 1]]);
  for (const { units, arrived } of supplies) {
    const next = new Map<number, number>();
    const put = (sum: number, chance: number) => {
      if (chance > 0) next.set(sum, (next.get(sum) ?? 0) + chance);
    };
    for (const [sum, chance] of chances) {
      put(sum, chance * (1 - arrived));
      put(Math.min(needed, sum + units), chance * arrived);
    }
    chances = next;
  }
  return chances.get(needed) ?? 0;
}

const ascending = (a: number, b: number): number => a - b;
