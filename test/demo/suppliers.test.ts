import { describe, expect, it } from 'vitest';
import { randomFor } from '../../src/demo/random.js';
import { SUPPLIERS } from '../../src/demo/suppliers/roster.js';
import type { Course, DemoSupplierId, Placed } from '../../src/demo/suppliers/supplier.js';

const ORDERS: readonly Placed[] = Array.from({ length: 44 }, (_, index) => ({
  on: -745 + index * 16,
  units: [20 + (index % 5) * 6, 30],
  to: index % 3 === 0 ? ('cmh' as const) : ('pdx' as const),
}));

const coursesOf = (id: DemoSupplierId, seed = 4): Course[] => {
  const supplier = SUPPLIERS.find((candidate) => candidate.id === id)!;
  return supplier.habit(ORDERS, randomFor(seed, id));
};

/** A figure of one supplier's slips, averaged over several seeds so that it tells of the habit and not of luck. */
const overSeeds = (id: DemoSupplierId, figure: (slips: readonly number[]) => number): number =>
  mean([1, 2, 3, 4, 5, 6].map((seed) => figure(slips(coursesOf(id, seed)))));

const lastDelivery = (course: Course): number =>
  Math.max(...course.lines.flatMap((line) => line.deliveries.map((delivery) => delivery.on)));

/** Days between the first date promised and the last delivery, of the orders that had both. */
const slips = (courses: readonly Course[]): number[] =>
  courses.flatMap((course) => {
    const first = course.promises[0];
    const last = lastDelivery(course);
    return first && Number.isFinite(last) ? [last - first.promisedOn] : [];
  });

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
const share = (values: readonly number[], test: (value: number) => boolean): number =>
  values.filter(test).length / values.length;

describe('the demo shop’s suppliers', () => {
  it.each(SUPPLIERS.map(({ id }) => id))(
    '%s accounts for every unit, and delivers nothing before it was ordered',
    (id) => {
      for (const [index, course] of coursesOf(id).entries()) {
        const { on, units } = ORDERS[index]!;
        const settled = course.lines.map(
          (line) => line.cancelled + line.deliveries.reduce((total, delivery) => total + delivery.units, 0),
        );
        expect(settled).toEqual(units);
        for (const delivery of course.lines.flatMap((line) => line.deliveries)) {
          expect(delivery.on).toBeGreaterThan(on);
          expect(delivery.units).toBeGreaterThan(0);
        }
        const given = course.promises.map(({ givenOn }) => givenOn);
        expect(given).toEqual([...given].sort((a, b) => a - b));
        for (const { givenOn, promisedOn } of course.promises) {
          expect(givenOn).toBeGreaterThan(on);
          expect(promisedOn).toBeGreaterThan(givenOn);
        }
      }
    },
  );

  it('Harrow & Pike is punctual', () => {
    expect(share(slips(coursesOf('harrow-pike')), (days) => Math.abs(days) <= 3)).toBeGreaterThan(0.9);
  });

  it('Sunfield drifts: the last half year is a week or more later than the first', () => {
    const drift = overSeeds('sunfield', (days) => mean(days.slice(-11)) - mean(days.slice(0, 11)));
    expect(drift).toBeGreaterThan(7);
  });

  it('Emberline improves', () => {
    const gain = overSeeds('emberline', (days) => mean(days.slice(0, 8)) - mean(days.slice(-20)));
    expect(gain).toBeGreaterThan(4);
  });

  it('Lumikko is late in its season and on time outside', () => {
    const days = slips(coursesOf('lumikko'));
    const season = days.filter((_, index) => ORDERS[index]!.on > -470 && ORDERS[index]!.on < -370);
    const quiet = days.filter((_, index) => ORDERS[index]!.on > -320 && ORDERS[index]!.on < -180);
    expect(mean(season)).toBeGreaterThan(mean(quiet) + 5);
  });

  it('Bluewater delivers short: some lines in two goes, some never whole', () => {
    const lines = coursesOf('bluewater').flatMap((course) => course.lines);
    expect(lines.filter((line) => line.deliveries.length > 1).length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.cancelled > 0).length).toBeGreaterThan(5);
  });

  it('Quietstone says nothing', () => {
    expect(coursesOf('quietstone').filter((course) => course.promises.length > 0 || course.acknowledgedOn)).toEqual([]);
  });

  it('Marlow’s revisions come true, Kestrel’s do not', () => {
    const wrongBy = (id: DemoSupplierId) =>
      mean(
        coursesOf(id)
          .flatMap((course) =>
            course.promises.slice(1, 2).map(({ promisedOn }) => Math.abs(lastDelivery(course) - promisedOn)),
          )
          .filter(Number.isFinite),
      );
    expect(wrongBy('marlow')).toBeLessThan(4);
    expect(wrongBy('kestrel')).toBeGreaterThan(wrongBy('marlow') + 2);
  });

  it('Twin Rivers is on the day or three weeks late, hardly ever between', () => {
    const days = slips(coursesOf('twin-rivers'));
    expect(share(days, (slip) => slip <= 2)).toBeGreaterThan(0.3);
    expect(share(days, (slip) => slip >= 18)).toBeGreaterThan(0.2);
    expect(share(days, (slip) => slip > 2 && slip < 18)).toBe(0);
  });

  it('Foundry Lane’s slips come in busy spells: one late order tells of the next', () => {
    const memory = overSeeds('foundry-lane', (days) => {
      const centre = mean(days);
      const variance = mean(days.map((day) => (day - centre) ** 2));
      return mean(days.slice(1).map((day, index) => (day - centre) * (days[index]! - centre))) / variance;
    });
    expect(memory).toBeGreaterThan(0.3);
  });

  it('Casa Ondina misses its dates where the factory was shut', () => {
    const days = slips(coursesOf('ondina'));
    const acrossTheSummer = days.filter((_, index) => ORDERS[index]!.on > -505 && ORDERS[index]!.on < -470);
    expect(mean(acrossTheSummer)).toBeGreaterThan(12);
    expect(share(days, (slip) => Math.abs(slip) <= 8)).toBeGreaterThan(0.7);
  });

  it('Pacific Crest is quick by air and slow by sea', () => {
    const took = coursesOf('pacific-crest').map((course, index) => lastDelivery(course) - ORDERS[index]!.on);
    const byLane = (to: string) => mean(took.filter((_, index) => ORDERS[index]!.to === to));
    expect(byLane('pdx') - byLane('cmh')).toBeGreaterThan(12);
  });
});
