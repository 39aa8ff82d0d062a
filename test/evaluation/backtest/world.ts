import { type Random, randomFor } from '../../../src/demo/random.js';

export type { Random };

/** A delivery from its order to its end. Days from some day; part days are rounded. */
export interface Course {
  readonly supplier: number;
  readonly ordered: number;
  readonly promised: number;
  readonly received: number;
  readonly segment?: string;
  readonly sku?: string;
}

/** When somebody asks about a delivery. */
export type Asking =
  | 'at order'
  | 'on the way'
  | 'first of month'
  | 'before promise'
  | 'on promise'
  | 'overdue'
  | 'before order'
  | 'any';

export interface WorldOptions {
  readonly asking: Asking;
  /** From which share of all orders on somebody asks. */
  readonly askedFrom?: number;
  /** Days until a receipt is known, at most. */
  readonly lag?: number;
  /** Shares of rows that do not tell this. */
  readonly withoutSupplier?: number;
  readonly withoutPromise?: number;
  readonly withoutOrder?: number;
}

export interface World extends WorldOptions {
  readonly name: string;
  courses(random: Random): Course[];
}

export const whole = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());
export const poisson = (random: Random, mean: number): number => {
  let count = 0;
  for (let left = exponential(random, 1); left < mean; left += exponential(random, 1)) count += 1;
  return count;
};

/** Orders over `days` days to suppliers of which the first get the most. */
export function orders<Plan extends Omit<Course, 'supplier' | 'ordered'>>(
  random: Random,
  { suppliers, count, days = 900 }: { suppliers: number; count: number; days?: number },
  plan: (supplier: number, ordered: number) => Plan,
): Course[] {
  let sum = 0;
  const upTo = Array.from({ length: suppliers }, (_, supplier) => {
    sum += (supplier + 1) ** -0.7;
    return sum;
  });
  const draw = (): number => {
    const at = random() * sum;
    return Math.max(
      0,
      upTo.findIndex((share) => share >= at),
    );
  };
  return Array.from({ length: count }, () => Math.floor(random() * days))
    .sort((a, b) => a - b)
    .map((ordered) => {
      const supplier = draw();
      return { supplier, ordered, ...plan(supplier, ordered) };
    });
}

const FIRST_DAY = Date.UTC(2024, 3, 1) / 86_400_000;
const iso = (day: number | null): string =>
  day === null ? '' : new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10);

/** The world as a file for `backtest eta`. */
export function csvOf(world: World, seed: number): string {
  const random = randomFor(seed, world.name);
  const courses = world.courses(random);
  const asked =
    courses.map(({ ordered }) => ordered).sort((a, b) => a - b)[
      Math.floor(courses.length * (world.askedFrom ?? 0.5))
    ] ?? 0;
  const lines = courses.map((course, at) => {
    const { supplier, ordered, segment = '', sku = '' } = course;
    const promised = Math.round(course.promised);
    const received = Math.max(ordered + 1, Math.round(course.received));
    const asOf = ordered >= asked ? askedOn(world.asking, { ordered, promised, received }, random) : null;
    const known = received + whole(random, 0, world.lag ?? 0);
    const named = random() < (world.withoutSupplier ?? 0) ? '' : `S${supplier}`;
    const ordering = random() < (world.withoutOrder ?? 0) ? null : ordered;
    const promising = random() < (world.withoutPromise ?? 0) ? null : promised;
    const days = [ordering, promising, asOf !== null && asOf < received ? asOf : null, received, known].map(iso);
    return [`R${at}`, named, sku, segment, ...days, whole(random, 1, 99)].join(',');
  });
  return ['id,supplier,sku,segment,ordered_on,promised_on,as_of,received_on,known_on,quantity', ...lines, ''].join(
    '\n',
  );
}

function askedOn(
  asking: Asking,
  { ordered, promised, received }: { ordered: number; promised: number; received: number },
  random: Random,
): number {
  const all: Asking[] = ['at order', 'on the way', 'first of month', 'before promise', 'overdue', 'on promise'];
  switch (asking) {
    case 'at order':
      return ordered;
    case 'on the way':
      return ordered + Math.floor(random() * (received - ordered));
    case 'first of month':
      return Math.ceil(ordered / 30) * 30;
    case 'before promise':
      return promised - whole(random, 0, 14);
    case 'on promise':
      return promised;
    case 'overdue':
      return promised + whole(random, 1, 10);
    case 'before order':
      return ordered - whole(random, 1, 10);
    case 'any':
      return askedOn(all[whole(random, 0, all.length - 1)] ?? 'at order', { ordered, promised, received }, random);
  }
}
