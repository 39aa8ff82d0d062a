import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArrivalLearner } from '../../../src/domain/eta/arrival-learner.js';
import type { Delivery, GivenPromise, Receipt } from '../../../src/domain/eta/delivery.js';

const aDelivery = (about: Partial<Delivery> = {}): Delivery => ({
  supplier: 'acme',
  sku: null,
  segment: null,
  orderedOn: 970,
  promisedOn: 1_000,
  revisedOn: null,
  ...about,
});

const aReceipt = (receivedOn: number, about: Partial<Receipt> = {}): Receipt => ({
  ...aDelivery({ orderedOn: receivedOn - 30, promisedOn: receivedOn }),
  receivedOn,
  knownOn: receivedOn,
  revisions: [],
  ...about,
});

/** Asks about a delivery `ahead` days before it comes, and learns from both. */
const learnFrom = (learner: ArrivalLearner, receipt: Receipt, ahead: number, isAsked = true): void => {
  learner.forecast(receipt, receipt.receivedOn - ahead);
  const lesson = learner.seal(ahead, 0.5);
  learner.learn(receipt, lesson && { lesson, isAsked, waited: ahead });
};

/** A receipt every ten days up to day 990, `slip(at)` days after its promise and 30 more after its order. */
const taught = (slip: (at: number) => number): ArrivalLearner => {
  const learner = new ArrivalLearner();
  for (let at = 0; at < 60; at += 1) {
    const receivedOn = 400 + 10 * at;
    const promisedOn = receivedOn - slip(at);
    learnFrom(learner, aReceipt(receivedOn, { promisedOn, orderedOn: promisedOn - 30 }), slip(at) + 20);
  }
  return learner;
};

const quantile = (learner: ArrivalLearner, p: number, delivery = aDelivery(), asOf = 990): number => {
  const { chances, last } = learner.forecast(delivery, asOf);
  let by = 0;
  for (let day = 1; day <= last; day += 1) {
    by += chances[day] ?? 0;
    if (by >= p) return asOf + day;
  }
  return asOf + last;
};

describe('when a delivery comes', () => {
  it('is when they always came: three days late', () => {
    const learner = taught(() => 3);
    expect(quantile(learner, 0.5)).toBe(1_003);
    expect(quantile(learner, 0.9)).toBeLessThanOrEqual(1_004);
  });

  it('is before the promise with a supplier that is early', () => {
    const learner = taught((at) => -4 - (at % 3));
    expect(quantile(learner, 0.5, aDelivery({ promisedOn: 1_010 }))).toBeLessThan(1_008);
    expect(quantile(learner, 0.9, aDelivery({ promisedOn: 1_010 }))).toBeLessThan(1_010);
  });

  it('follows a supplier that has become slower', () => {
    const learner = taught((at) => (at < 45 ? 0 : 12));
    expect(quantile(learner, 0.5)).toBeGreaterThanOrEqual(1_010);
  });

  it('is counted from the order where nothing was promised', () => {
    const learner = taught(() => 3);
    const unpromised = aDelivery({ promisedOn: null, orderedOn: 980 });
    expect(quantile(learner, 0.5, unpromised)).toBe(980 + 33);
  });

  it('has nothing to go by before anything came where nothing is promised, and says so', () => {
    const unpromised = aDelivery({ promisedOn: null });
    const learner = new ArrivalLearner();
    expect(learner.forecast(unpromised, 990).hasBasis).toBe(false);
    learner.learn(aReceipt(900, { promisedOn: null }));
    expect(learner.forecast(unpromised, 990).hasBasis).toBe(true);
  });

  it('takes a promise with care while nobody was ever seen to keep one, and forgets that care with the first receipts', () => {
    const learner = new ArrivalLearner();
    expect(learner.forecast(aDelivery(), 990).hasBasis).toBe(true);
    expect(quantile(learner, 0.5)).toBe(1_003);
    expect(quantile(learner, 0.9)).toBe(1_011);
    const kept = new ArrivalLearner();
    for (let at = 0; at < 8; at += 1) kept.learn(aReceipt(800 + 20 * at));
    expect(quantile(kept, 0.5)).toBeLessThanOrEqual(1_001);
  });

  it('borrows from all suppliers for one that nobody knows, and less the more of its own is known', () => {
    const learner = taught(() => 9);
    expect(quantile(learner, 0.5, aDelivery({ supplier: 'new' }))).toBe(1_009);
    for (let at = 0; at < 12; at += 1) learner.learn(aReceipt(1_000 + at, { supplier: 'new', promisedOn: 1_000 + at }));
    expect(quantile(learner, 0.5, aDelivery({ supplier: 'new', promisedOn: 1_030 }), 1_015)).toBe(1_030);
  });

  it('knows that a SKU of a supplier may be slower than its others', () => {
    const learner = new ArrivalLearner();
    for (let at = 0; at < 200; at += 1) {
      const sku = at % 2 ? 'slow' : 'quick';
      const receivedOn = 500 + 2 * at;
      const promisedOn = receivedOn - (sku === 'slow' ? 20 : 0);
      learnFrom(learner, aReceipt(receivedOn, { sku, promisedOn, orderedOn: promisedOn - 30 }), 20 + (at % 9));
    }
    expect(quantile(learner, 0.5, aDelivery({ sku: 'slow' }))).toBe(1_020);
    expect(quantile(learner, 0.5, aDelivery({ sku: 'quick' }))).toBe(1_000);
  });

  it('takes a revised promise for as much as revisions were worth', () => {
    const withRevisions = (off: number): ArrivalLearner => {
      const learner = new ArrivalLearner();
      for (let at = 0; at < 60; at += 1) {
        const receivedOn = 400 + 10 * at;
        const revision: GivenPromise = { givenOn: receivedOn - 8, promisedOn: receivedOn - off };
        const receipt = aReceipt(receivedOn, { promisedOn: receivedOn - 15 - (at % 20), revisions: [revision] });
        learner.forecast({ ...receipt, revisedOn: revision.promisedOn }, revision.givenOn + 1);
        const lesson = learner.seal(7, 0.5);
        learner.learn(receipt, lesson && { lesson, isAsked: false, waited: 7 });
      }
      return learner;
    };
    const revised = aDelivery({ promisedOn: 984, revisedOn: 1_000 });
    // on the day it was put off to, always; or always five days after it
    expect(quantile(withRevisions(0), 0.5, revised, 991)).toBe(1_000);
    expect(quantile(withRevisions(5), 0.5, revised, 991)).toBe(1_005);
  });

  it('is after the asking day, and the further ahead the longer it has been overdue', () => {
    const learner = taught((at) => at % 4);
    const waits = [1_010, 1_050, 1_200, 1_500].map((asOf) => quantile(learner, 0.5, aDelivery(), asOf) - asOf);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[0]).toBeGreaterThan(0);
  });

  const aDay = fc.integer({ min: 0, max: 400 });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
  const anyDelivery = fc.record({
    supplier: maybe(fc.constantFrom('acme', 'bolt')),
    sku: maybe(fc.constantFrom('K1', 'K2')),
    segment: maybe(fc.constantFrom('air', 'sea')),
    orderedOn: maybe(aDay),
    promisedOn: maybe(aDay),
  });
  const anyReceipt = fc.record({
    delivery: anyDelivery,
    receivedOn: aDay,
    asked: fc.boolean(),
    ahead: fc.integer({ min: 1, max: 90 }),
  });

  it('is a distribution over days ahead, whatever came before and whatever is known', () => {
    fc.assert(
      fc.property(fc.array(anyReceipt, { maxLength: 40 }), anyDelivery, aDay, (receipts, delivery, asOf) => {
        const learner = new ArrivalLearner();
        for (const { delivery: about, receivedOn, asked, ahead } of [...receipts].sort(
          (a, b) => a.receivedOn - b.receivedOn,
        )) {
          const receipt: Receipt = { ...about, revisedOn: null, receivedOn, knownOn: receivedOn, revisions: [] };
          learnFrom(learner, receipt, ahead, asked);
        }
        const { chances, last } = learner.forecast({ ...delivery, revisedOn: null }, asOf);
        let sum = 0;
        for (let day = 1; day <= last; day += 1) {
          expect(chances[day]).toBeGreaterThanOrEqual(-1e-12);
          sum += chances[day] ?? 0;
        }
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});
