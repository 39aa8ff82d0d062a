import { exponential, normal, orders, poisson, type Random, type World, whole } from './world.js';

const each = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

/** Worlds that differ in what is told of a delivery and when somebody asks. */
export const TOLD_WORLDS: readonly World[] = [
  {
    name: 'mostly to the day, or far off',
    asking: 'at order',
    withoutOrder: 0.4,
    lag: 10,
    courses: (random) =>
      orders(random, { suppliers: 40, count: 4_000, days: 1_200 }, (_, ordered) => {
        const promised = ordered + whole(random, 20, 120);
        const luck = random();
        const slip = luck < 0.6 ? 0 : luck < 0.85 ? -exponential(random, 20) : exponential(random, 15);
        return { promised, received: promised + slip, segment: ['air', 'truck', 'ocean'][whole(random, 0, 2)]! };
      }),
  },
  { name: 'lines of one shipment', asking: 'at order', lag: 20, courses: shipments },
  {
    name: 'no promises',
    asking: 'on the way',
    withoutPromise: 1,
    courses: (random) => {
      const habits = each(25, () => ({ lead: whole(random, 8, 60), give: 1 + exponential(random, 4) }));
      return orders(random, { suppliers: 25, count: 3_000 }, (supplier, ordered) => {
        const { lead, give } = habits[supplier]!;
        return { promised: ordered, received: ordered + lead + give * Math.abs(normal(random)) };
      });
    },
  },
  {
    name: 'promises out of thin air',
    asking: 'any',
    withoutPromise: 0.2,
    withoutOrder: 0.05,
    courses: (random) => {
      const leads = each(25, () => whole(random, 20, 60));
      return orders(random, { suppliers: 25, count: 3_000 }, (supplier, ordered) => ({
        promised: ordered + whole(random, 5, 70),
        received: ordered + leads[supplier]! + 3 * normal(random),
      }));
    },
  },
  {
    name: 'heavy tails',
    asking: 'any',
    courses: (random) =>
      orders(random, { suppliers: 30, count: 4_000 }, (supplier, ordered) => ({
        promised: ordered + 25,
        received: ordered + 22 + (2 + (supplier % 4)) * ((1 - random()) ** (-1 / 1.5) - 1),
      })),
  },
  {
    name: 'a third without supplier',
    asking: 'at order',
    withoutSupplier: 0.35,
    withoutPromise: 0.15,
    courses: (random) =>
      orders(random, { suppliers: 30, count: 3_000 }, (supplier, ordered) => ({
        promised: ordered + 30,
        received: ordered + 27 + (supplier % 9) + 3 * normal(random),
      })),
  },
  {
    name: 'it depends on the SKU',
    asking: 'at order',
    courses: (random) => {
      const skus = each(60, () => 7 * normal(random));
      return orders(random, { suppliers: 10, count: 4_000 }, (_, ordered) => {
        const sku = whole(random, 0, 59);
        return { promised: ordered + 30, received: ordered + 30 + skus[sku]! + 2 * normal(random), sku: `K${sku}` };
      });
    },
  },
  {
    name: 'the longer the later',
    asking: 'any',
    courses: (random) =>
      orders(random, { suppliers: 25, count: 3_000 }, (supplier, ordered) => {
        const lead = whole(random, 5, 120);
        return { promised: ordered + lead, received: ordered + lead * (0.9 + 0.02 * supplier + 0.15 * normal(random)) };
      }),
  },
  {
    name: 'overdue ones only',
    asking: 'overdue',
    courses: (random) =>
      orders(random, { suppliers: 25, count: 4_000 }, (supplier, ordered) => ({
        promised: ordered + 21,
        received: ordered + 21 + (random() < 0.5 ? 2 * normal(random) : exponential(random, 6 + supplier)),
      })),
  },
  {
    name: 'asked before it is ordered',
    asking: 'before order',
    courses: (random) =>
      orders(random, { suppliers: 15, count: 2_500 }, (supplier, ordered) => ({
        promised: ordered + 20,
        received: ordered + 20 + (supplier % 6) + poisson(random, 3),
      })),
  },
  {
    name: 'asked on the promised day',
    asking: 'on promise',
    courses: (random) =>
      orders(random, { suppliers: 20, count: 5_000 }, (supplier, ordered) => ({
        promised: ordered + 20 + supplier,
        received: ordered + 20 + supplier + (random() < 0.5 ? 0 : (supplier % 6) + poisson(random, 5)),
      })),
  },
  {
    name: 'stages that each may break',
    asking: 'first of month',
    lag: 5,
    courses: (random) => {
      const means = each(30, () => whole(random, 8, 40));
      return orders(random, { suppliers: 30, count: 4_000 }, (supplier, ordered) => {
        const stages = each(4, () => exponential(random, means[supplier]! / 4));
        const received = ordered + 5 + stages.reduce((sum, days) => sum + days, 0);
        return { promised: ordered + means[supplier]!, received, segment: `zone ${supplier % 4}` };
      });
    },
  },
];

function shipments(random: Random) {
  return Array.from({ length: 900 }, (_, at) => {
    const supplier = Math.floor(random() ** 2 * 30);
    const ordered = Math.floor(at * 1.2);
    const promised = ordered + whole(random, 20, 100);
    const received = random() < 0.5 ? promised : promised + 4 + 12 * normal(random);
    const lines = 1 + Math.floor(exponential(random, 4));
    return Array.from({ length: lines }, () => ({
      supplier,
      ordered,
      promised,
      received,
      sku: `K${whole(random, 0, 80)}`,
    }));
  }).flat();
}
