import { type DayDistribution, distributionFrom } from './day-distribution.js';

/** How a supply may come otherwise than whole. Days are counted from the day it arrives, or would have. */
export interface Shortfall {
  /** That nothing of it comes. */
  readonly chanceCancelled: number;
  /** That only `firstUnits` of it come at first. */
  readonly chanceShort: number;
  readonly firstUnits: number;
  /** That then the rest comes, `restAfterDays` later. */
  readonly chanceRestComes: number;
  readonly restAfterDays: number;
  /** What never comes has to be ordered again; it is there so much later. */
  readonly reorderAfterDays: number;
}

/** Units that arrive on an uncertain day: whole, unless a shortfall is given. */
export interface UncertainArrival {
  readonly units: number;
  readonly arrival: DayDistribution;
  readonly shortfall?: Shortfall;
}

/**
 * The first day on which at least `needed` units have arrived: for each day, the chance that the supplies that have
 * arrived by then sum to `needed` or more, over every combination of them. With one supply it is that supply's own
 * distribution; with two that are both needed it is the later of the two; and a later purchase order that overtakes an
 * earlier one counts too. A short one counts with what it brings, and with the rest when that comes.
 *
 * Supplies are taken as independent. Late together (one supplier's bad month), two needed supplies are in truth complete
 * a little sooner than said here, and two that can stand in for each other a little later.
 * Throws when the supplies together have fewer units than needed.
 */
export function coverageDistribution(supplies: readonly UncertainArrival[], needed: number): DayDistribution {
  const first = Math.min(...supplies.map(({ arrival }) => arrival.first));
  const last = Math.max(...supplies.map(lastDay));
  const running = supplies.map((supply) => new RunningSupply(supply));
  const weights = new Float64Array(last - first + 1);
  let before = 0;
  for (let day = first; day <= last; day += 1) {
    for (const supply of running) supply.passTo(day);
    const covered = chanceOfUnits(running, needed);
    weights[day - first] = Math.max(0, covered - before);
    before = Math.max(before, covered);
  }
  return distributionFrom(first, weights);
}

const lastDay = ({ arrival, shortfall }: UncertainArrival): number =>
  arrival.first +
  arrival.chances.length -
  1 +
  Math.max(0, shortfall?.restAfterDays ?? 0, shortfall?.reorderAfterDays ?? 0);

/** The chance of having arrived by a day that only goes forward. */
class RunningChance {
  #next: number;
  #by = 0;
  readonly #arrival: DayDistribution;
  readonly #lag: number;

  constructor(arrival: DayDistribution, lag: number) {
    this.#arrival = arrival;
    this.#lag = lag;
    this.#next = arrival.first + lag;
  }

  by(day: number): number {
    const { first, chances } = this.#arrival;
    for (; this.#next <= day; this.#next += 1) this.#by += chances[this.#next - this.#lag - first] ?? 0;
    return this.#by;
  }
}

/** What of a supply is there by a day: its first part only, or all of it. */
class RunningSupply {
  readonly units: number;
  readonly firstUnits: number;
  first = 0;
  all = 0;
  readonly #shortfall: Shortfall | undefined;
  readonly #arrived: RunningChance;
  readonly #completed: RunningChance;
  readonly #reordered: RunningChance;

  constructor({ units, arrival, shortfall }: UncertainArrival) {
    this.units = units;
    this.firstUnits = shortfall ? Math.min(units, shortfall.firstUnits) : 0;
    this.#shortfall = shortfall;
    this.#arrived = new RunningChance(arrival, 0);
    this.#completed = new RunningChance(arrival, shortfall?.restAfterDays ?? 0);
    this.#reordered = new RunningChance(arrival, shortfall?.reorderAfterDays ?? 0);
  }

  passTo(day: number): void {
    const arrived = this.#arrived.by(day);
    if (!this.#shortfall) {
      this.all = arrived;
      return;
    }
    const { chanceCancelled, chanceShort, chanceRestComes } = this.#shortfall;
    const reordered = this.#reordered.by(day);
    const rest = chanceShort * (chanceRestComes * this.#completed.by(day) + (1 - chanceRestComes) * reordered);
    this.all = (1 - chanceCancelled - chanceShort) * arrived + chanceCancelled * reordered + rest;
    this.first = chanceShort * arrived - rest;
  }
}

/** The chance that supplies, each with its own chances of what is there, sum to at least `needed` units. */
function chanceOfUnits(supplies: readonly RunningSupply[], needed: number): number {
  const [only] = supplies;
  if (only && supplies.length === 1) {
    if (only.units < needed) return 0;
    return only.all + (only.firstUnits >= needed ? only.first : 0);
  }
  let chances = new Map([[0, 1]]);
  for (const { units, firstUnits, first, all } of supplies) {
    const next = new Map<number, number>();
    const put = (sum: number, chance: number): void => {
      if (chance > 0) next.set(sum, (next.get(sum) ?? 0) + chance);
    };
    for (const [sum, chance] of chances) {
      put(sum, chance * (1 - all - first));
      put(Math.min(needed, sum + firstUnits), chance * first);
      put(Math.min(needed, sum + units), chance * all);
    }
    chances = next;
  }
  return chances.get(needed) ?? 0;
}
