import { describe, expect, it } from 'vitest';
import { EtaScoreboard, pinball } from '../../../src/evaluation/backtest/eta-scores.js';
import { EtaYardsticks } from '../../../src/evaluation/backtest/eta-yardsticks.js';

describe('the pinball loss', () => {
  it('costs nine times as much to be too early as to be too late, for the cautious date', () => {
    expect(pinball(110, 100, 0.9)).toBe(9);
    expect(pinball(90, 100, 0.9)).toBeCloseTo(1, 12);
    expect(pinball(97, 100, 0.5)).toBe(1.5);
    expect(pinball(100, 100, 0.9)).toBe(0);
  });
});

describe('scores', () => {
  it('are means over what came', () => {
    const board = new EtaScoreboard();
    expect(board.scores).toBeNull();
    board.add(10, { p10: 8, p50: 9, p90: 12 });
    board.add(20, { p10: 21, p50: 24, p90: 26 });
    board.add(33, { p10: 28, p50: 30, p90: 31 });
    board.add(40, { p10: 40, p50: 40, p90: 40 });
    expect(board.scores).toEqual({
      rows: 4,
      mae: 2,
      pinballP50: 1,
      pinballP90: Number(((0.2 + 0.6 + 1.8) / 4).toFixed(4)),
      coverageP90: 0.75,
      coverageP10P90: 0.5,
      width: 3,
    });
  });
});

describe('what one would say without a model', () => {
  const receipt = (supplier: string | null, receivedOn: number, slip: number) => ({
    supplier,
    sku: null,
    segment: null,
    orderedOn: receivedOn - slip - 20,
    promisedOn: receivedOn - slip,
    revisedOn: null,
    receivedOn,
    knownOn: receivedOn,
    revisions: [],
  });
  const yardsticks = new EtaYardsticks();
  for (let slip = 1; slip <= 10; slip += 1) yardsticks.learn(receipt('acme', 100 + slip, slip));
  for (let slip = 11; slip <= 20; slip += 1) yardsticks.learn(receipt(null, 100 + slip, slip));
  const asked = { ...receipt('acme', 0, 0), orderedOn: 180, promisedOn: 200 };

  it('is the promised date, and quantiles of all slips and of the own ones', () => {
    expect(yardsticks.tell(asked, 150)).toEqual({
      promisedDate: { p10: 200, p50: 200, p90: 200 },
      globalQuantiles: { p10: 202, p50: 210, p90: 218 },
      supplierQuantiles: { p10: 201, p50: 205, p90: 209 },
    });
  });

  it('is lead times where nothing was promised, and all suppliers for an unknown one', () => {
    const told = yardsticks.tell({ ...asked, promisedOn: null, supplier: 'bolt' }, 150);
    expect(told.promisedDate).toBeUndefined();
    expect(told.supplierQuantiles).toEqual({ p10: 202, p50: 210, p90: 218 });
  });

  it('is never a day that has passed', () => {
    expect(yardsticks.tell(asked, 206).supplierQuantiles).toEqual({ p10: 207, p50: 207, p90: 209 });
    expect(new EtaYardsticks().tell(asked, 150).globalQuantiles).toBeUndefined();
  });
});
