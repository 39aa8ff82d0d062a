import { TOLD_WORLDS } from './told-worlds.js';
import { exponential, normal, orders, type World, whole } from './world.js';

const each = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);
const weekday = (day: number): number => ((day % 7) + 7) % 7;

/**
 * Worlds in which deliveries come by some mechanism: queues, batches, closed weeks, trends, breaks, mixtures. No method
 * was made for one of them; the one in use was chosen by how it does over all, the worst ones included.
 */
export const WORLDS: readonly World[] = [
  {
    name: 'each supplier its own habit',
    asking: 'at order',
    courses: (random) => {
      const habits = each(40, () => ({
        late: 2 + 6 * normal(random),
        give: 1 + exponential(random, 3),
        lead: whole(random, 15, 60),
      }));
      return orders(random, { suppliers: 40, count: 4_000 }, (supplier, ordered) => {
        const { late, give, lead } = habits[supplier]!;
        return { promised: ordered + lead, received: ordered + lead + late + give * normal(random) };
      });
    },
  },
  {
    name: 'two to five receipts each',
    asking: 'on the way',
    courses: (random) => {
      const habits = each(900, () => ({
        late: 3 + 7 * normal(random),
        give: 1 + exponential(random, 2),
        lead: whole(random, 10, 70),
      }));
      return orders(random, { suppliers: 1, count: 3_000 }, (_, ordered) => {
        const supplier = whole(random, 0, 899);
        const { late, give, lead } = habits[supplier]!;
        return { supplier, promised: ordered + lead, received: ordered + lead + late + give * normal(random) };
      });
    },
  },
  {
    name: 'one machine each, jobs queue',
    asking: 'first of month',
    courses: (random) => {
      const loads = each(12, () => 0.6 + 0.33 * random());
      const freeAt = loads.map(() => 0);
      return orders(random, { suppliers: 12, count: 3_000, days: 1_000 }, (supplier, ordered) => {
        const gap = 1.75 * (supplier + 1) ** 0.7;
        const done = Math.max(freeAt[supplier]!, ordered) + exponential(random, gap * loads[supplier]!);
        freeAt[supplier] = done;
        return { promised: ordered + 20, received: done + 8 };
      });
    },
  },
  {
    name: 'weekly ships and customs batches',
    asking: 'any',
    courses: (random) =>
      orders(random, { suppliers: 25, count: 3_000 }, (supplier, ordered) => {
        const built = ordered + whole(random, 9, 16);
        const sails = built + weekday(supplier - built);
        const cleared =
          Math.ceil((sails + whole(random, 15, 18)) / 7) * 7 + (random() < 0.12 ? whole(random, 6, 10) : 0);
        return { promised: ordered + 38, received: cleared + 2, segment: supplier % 3 ? 'sea' : 'rail' };
      }),
  },
  {
    name: 'air and sea',
    asking: 'before promise',
    courses: (random) =>
      orders(random, { suppliers: 15, count: 3_000 }, (supplier, ordered) => {
        const byAir = random() < 0.4;
        const promised = ordered + (random() < 0.5 ? 25 : 35);
        const slip = (byAir ? -6 + 2 * normal(random) : 9 + 5 * normal(random)) + (supplier % 5);
        return { promised, received: promised + slip, segment: byAir ? 'air' : 'sea' };
      }),
  },
  {
    name: 'closed in August and over New Year',
    asking: 'at order',
    courses: (random) =>
      orders(random, { suppliers: 12, count: 3_000, days: 1_200 }, (supplier, ordered) => {
        let day = ordered;
        for (let left = 20 + whole(random, -2, 3); left > 0; ) {
          day += 1;
          const ofYear = (day + 91) % 365;
          if (!(ofYear > 210 && ofYear < 231) && ofYear <= 350 && ofYear >= 3) left -= 1;
        }
        return { promised: ordered + 27, received: day + 5 + (supplier % 3) };
      }),
  },
  {
    name: 'later by the month',
    asking: 'at order',
    courses: (random) => {
      const slopes = each(15, () => 0.02 * normal(random));
      return orders(random, { suppliers: 15, count: 3_000 }, (supplier, ordered) => ({
        promised: ordered + 30,
        received: ordered + 30 + slopes[supplier]! * ordered + 2 * normal(random),
      }));
    },
  },
  {
    name: 'another supplier from one day on',
    asking: 'first of month',
    courses: (random) => {
      const breaks = each(15, () => ({
        on: whole(random, 300, 800),
        before: 4 * normal(random),
        after: 6 + 8 * normal(random),
      }));
      return orders(random, { suppliers: 15, count: 3_000 }, (supplier, ordered) => {
        const { on, before, after } = breaks[supplier]!;
        const promised = ordered + whole(random, 14, 40);
        return { promised, received: promised + (ordered < on ? before : after) + 1.5 * normal(random) };
      });
    },
  },
  {
    name: 'from stock or three weeks later',
    asking: 'any',
    courses: (random) =>
      orders(random, { suppliers: 20, count: 3_000 }, (supplier, ordered) => ({
        promised: ordered + 14,
        received: ordered + 14 + (random() < 0.3 + 0.02 * supplier ? whole(random, -1, 1) : whole(random, 19, 24)),
      })),
  },
  {
    name: 'always early',
    asking: 'at order',
    courses: (random) =>
      orders(random, { suppliers: 20, count: 2_500 }, (supplier, ordered) => {
        const promised = ordered + whole(random, 30, 90);
        return { promised, received: promised - exponential(random, 6 + supplier) };
      }),
  },
  {
    name: 'a truck a week',
    asking: 'any',
    courses: (random) =>
      orders(random, { suppliers: 30, count: 3_000 }, (supplier, ordered) => {
        const ready = ordered + whole(random, 12, 24);
        return { promised: ordered + 25, received: ready + weekday((supplier % 5) - ready) };
      }),
  },
  ...TOLD_WORLDS,
];
