import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupplyLine } from '../../../src/domain/eta/arrival-distribution.js';
import { chanceArrivedBy, chanceShippedBy } from '../../../src/domain/eta/estimate-eta.js';
import { isBusinessDay } from '../../../src/domain/kernel/business-calendar.js';
import { addDays } from '../../../src/domain/kernel/dates.js';
import { d } from '../arbitraries.js';
import { aBackorder, aContext, acme, aSupply, bolt, dates, estimated, someSlips } from './eta-fixtures.js';

describe('every estimate', () => {
  const aLine = fc.record({
    open: fc.integer({ min: 1, max: 8 }),
    promisedIn: fc.option(fc.integer({ min: -60, max: 90 })),
    orderedBefore: fc.integer({ min: 0, max: 90 }),
    supplierId: fc.constantFrom(acme, bolt),
  });
  const someSupply = fc.array(aLine, { minLength: 1, maxLength: 4 });
  const aRecord = fc.record({ acme: someSlips, bolt: someSlips });
  const today = d('2026-11-23');
  const build = (lines: readonly (typeof aLine extends fc.Arbitrary<infer T> ? T : never)[], later = 0) =>
    lines.map(({ promisedIn, orderedBefore, ...line }, i) =>
      aSupply({
        ...line,
        number: i + 1,
        promisedOn: promisedIn === null ? null : addDays(today, promisedIn + later),
        orderedOn: addDays(today, -orderedBefore),
      }),
    );
  const contextOf = (slips: { acme: number[]; bolt: number[] }) => aContext({ slips });
  const unitsOf = (supply: readonly SupplyLine[]) => supply.reduce((units, line) => units + line.openQuantity, 0);
  const aPart = fc.double({ min: 0, max: 1, noNaN: true });

  it('keeps today < ships likely ≤ ships cautious, and arrival after shipping', () => {
    fc.assert(
      fc.property(someSupply, aRecord, fc.nat(6), fc.nat(6), (lines, slips, likely, cautious) => {
        const context = { ...contextOf(slips), transitDays: { likely, cautious } };
        const eta = estimated(aBackorder(), build(lines), context);
        expect(eta.shipsLikelyOn > today).toBe(true);
        expect(eta.shipsCautiousOn >= eta.shipsLikelyOn).toBe(true);
        expect(eta.arrivesLikelyOn >= addDays(eta.shipsLikelyOn, likely)).toBe(true);
        expect(eta.arrivesCautiousOn >= eta.arrivesLikelyOn).toBe(true);
        expect(eta.arrivesCautiousOn >= addDays(eta.shipsCautiousOn, likely)).toBe(true);
        for (const shipsOn of [eta.shipsLikelyOn, eta.shipsCautiousOn]) {
          expect(isBusinessDay(context.calendar, shipsOn)).toBe(true);
        }
      }),
    );
  });

  it('arrives by its likely date with a chance of a half, by its cautious date with nine in ten', () => {
    fc.assert(
      fc.property(someSupply, aRecord, (lines, slips) => {
        const eta = estimated(aBackorder(), build(lines), contextOf(slips));
        expect(chanceArrivedBy(eta, eta.arrivesLikelyOn)).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(chanceArrivedBy(eta, eta.arrivesCautiousOn)).toBeGreaterThanOrEqual(0.9 - 1e-9);
      }),
    );
  });

  it('ships by its likely date with a chance of a half, by its cautious date with nine in ten, and not sooner', () => {
    fc.assert(
      fc.property(someSupply, aRecord, (lines, slips) => {
        const eta = estimated(aBackorder(), build(lines), contextOf(slips));
        expect(chanceShippedBy(eta, eta.shipsLikelyOn)).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(chanceShippedBy(eta, addDays(eta.shipsLikelyOn, -1))).toBeLessThan(0.5);
        expect(chanceShippedBy(eta, eta.shipsCautiousOn)).toBeGreaterThanOrEqual(0.9 - 1e-9);
        expect(chanceShippedBy(eta, addDays(eta.shipsCautiousOn, -1))).toBeLessThan(0.9);
      }),
    );
  });

  it('hands out exactly the units wanted, and of no purchase order more than is open', () => {
    fc.assert(
      fc.property(someSupply, aRecord, aPart, (lines, slips, part) => {
        const supply = build(lines);
        const quantity = 1 + Math.floor(part * (unitsOf(supply) - 1));
        const unitsAhead = unitsOf(supply) - quantity;
        const { purchaseOrders: chain } = estimated(aBackorder(quantity, unitsAhead), supply, contextOf(slips)).chain;
        expect(chain.reduce((units, link) => units + link.unitsForThisLine, 0)).toBe(quantity);
        expect(chain.reduce((units, link) => units + link.unitsForOthers, 0)).toBe(unitsAhead);
        expect(chain.at(-1)?.unitsForThisLine).toBeGreaterThan(0);
        for (const link of chain) {
          const open = supply.find((line) => line.poLineId === link.poLineId)?.openQuantity ?? 0;
          expect(link.unitsForOthers + link.unitsForThisLine).toBeLessThanOrEqual(open);
        }
      }),
    );
  });

  it('never ships earlier for more units ahead, nor for more units wanted', () => {
    fc.assert(
      fc.property(someSupply, aRecord, aPart, (lines, slips, part) => {
        const supply = build(lines);
        const unitsAhead = Math.floor(part * (unitsOf(supply) - 1));
        if (unitsAhead === 0) return;
        const fewer = estimated(aBackorder(1, unitsAhead - 1), supply, contextOf(slips));
        for (const more of [aBackorder(1, unitsAhead), aBackorder(2, unitsAhead - 1)]) {
          const eta = estimated(more, supply, contextOf(slips));
          expect(eta.shipsLikelyOn >= fewer.shipsLikelyOn).toBe(true);
          expect(eta.shipsCautiousOn >= fewer.shipsCautiousOn).toBe(true);
        }
      }),
    );
  });

  it('never ships earlier for later promises, as long as today has ruled nothing out', () => {
    const future = aLine.map((line) => ({ ...line, promisedIn: Math.abs(line.promisedIn ?? 0) + 11 }));
    const supplies = fc.array(future, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(supplies, aRecord, fc.nat(30), (lines, slips, later) => {
        const backorder = aBackorder(1, unitsOf(build(lines)) - 1);
        const sooner = estimated(backorder, build(lines), contextOf(slips));
        const delayed = estimated(backorder, build(lines, later), contextOf(slips));
        expect(delayed.shipsLikelyOn >= sooner.shipsLikelyOn).toBe(true);
        expect(delayed.shipsCautiousOn >= sooner.shipsCautiousOn).toBe(true);
      }),
    );
  });

  it('does not ask in which order the purchase orders are given', () => {
    fc.assert(
      fc.property(someSupply, aRecord, (lines, slips) => {
        const supply = build(lines);
        const backorder = aBackorder(1, unitsOf(supply) - 1);
        const turned = estimated(backorder, [...supply].reverse(), contextOf(slips));
        const straight = estimated(backorder, supply, contextOf(slips));
        expect(dates(turned)).toEqual(dates(straight));
        expect(turned.chain).toEqual(straight.chain);
      }),
    );
  });
});
