import { describe, expect, it } from 'vitest';
import { binEdges, binRows } from '../../../../src/domain/demand/stockout/binned-rows.js';
import { boostedScore, boostTrees } from '../../../../src/domain/demand/stockout/boosted-trees.js';
import { learnRisk } from '../../../../src/domain/demand/stockout/learn-risk.js';
import { fitLogistic, logisticScore } from '../../../../src/domain/demand/stockout/logistic-regression.js';
import { areaUnderRoc, averagePrecision } from '../../../../src/domain/demand/stockout/ranking-quality.js';
import { FEATURE_NAMES, GIVEN_RISK, writeFeatures } from '../../../../src/domain/demand/stockout/stock-features.js';
import { drawer } from '../demand-panels.js';
import { someItems } from './stock-items.js';

const WIDTH = FEATURE_NAMES.length;
const range = (count: number) => Int32Array.from({ length: count }, (_, at) => at);
const ones = (count: number) => new Float32Array(count).fill(1);

describe('quality of a ranking', () => {
  it('is the share of pairs in order, ties half', () => {
    expect(areaUnderRoc([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 0])).toBe(0.75);
    expect(areaUnderRoc([0.5, 0.5], [1, 0])).toBe(0.5);
    expect(areaUnderRoc([1, 2], [1, 1])).toBe(0.5);
  });

  it('is the precision where outcomes are found', () => {
    expect(averagePrecision([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 0])).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(averagePrecision([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0])).toBe(0.25);
    expect(averagePrecision([1], [0])).toBe(0);
  });
});

describe('logistic regression', () => {
  it('finds the frequencies of a two by two table', () => {
    // feature 0: 10 of 40; feature 1: 30 of 40
    const values = Float32Array.from({ length: 80 }, (_, row) => (row < 40 ? 0 : 1));
    const outcome = Uint8Array.from({ length: 80 }, (_, row) => ((row < 40 ? row < 10 : row < 70) ? 1 : 0));
    const model = fitLogistic(values, 1, range(80), outcome, ones(80), 0);
    expect(logisticScore(model, values, 0)).toBeCloseTo(Math.log(10 / 30), 3);
    expect(logisticScore(model, values, 79)).toBeCloseTo(Math.log(30 / 10), 3);
    expect(logisticScore(model, Float32Array.of(Number.NaN), 0)).toBeCloseTo(0, 3);
  });
});

describe('boosted trees', () => {
  const draw = drawer(21);
  const values = Float32Array.from({ length: 4_000 }, () => draw.normal());
  const outcome = Uint8Array.from({ length: 2_000 }, (_, row) =>
    values[2 * row]! * values[2 * row + 1]! > 0.3 ? 1 : 0,
  );
  const settings = {
    leaves: 8,
    leastRows: 10,
    penalty: 1,
    rate: 0.2,
    rowShare: 1,
    featureShare: 1,
    trees: 40,
    seed: 1,
  };

  it('learn what no linear model can, also for rows they have not seen', () => {
    const data = binRows(values, 2_000, binEdges(values, 2, outcome));
    const seen = range(1_500);
    const model = boostTrees(data, seen, outcome, ones(2_000), settings);
    const unseen = Array.from({ length: 500 }, (_, at) => 1_500 + at);
    const truth = unseen.map((row) => outcome[row]!);
    expect(
      areaUnderRoc(
        unseen.map((row) => boostedScore(model, data, row)),
        truth,
      ),
    ).toBeGreaterThan(0.97);
    const linear = fitLogistic(values, 2, seen, outcome, ones(2_000), 1);
    expect(
      areaUnderRoc(
        unseen.map((row) => logisticScore(linear, values, 2 * row)),
        truth,
      ),
    ).toBeLessThan(0.6);
  });

  it('can go on from a score where they left off', () => {
    const data = binRows(values, 2_000, binEdges(values, 2, outcome));
    const model = boostTrees(data, range(2_000), outcome, ones(2_000), settings);
    const half = boostedScore(model, data, 7, 20);
    expect(boostedScore(model, data, 7, 40, { done: 20, score: half })).toBeCloseTo(boostedScore(model, data, 7), 12);
  });

  it('tell "not known" from every value', () => {
    const gaps = Float32Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? Number.NaN : (row * 7) % 10));
    const isGap = Uint8Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1 : 0));
    const data = binRows(gaps, 400, binEdges(gaps, 1, isGap));
    const model = boostTrees(data, range(400), isGap, ones(400), { ...settings, leaves: 2 });
    expect(boostedScore(model, data, 0)).toBeGreaterThan(2);
    expect(boostedScore(model, data, 1)).toBeLessThan(-2);
  });
});

describe('a learned risk', () => {
  const rows = someItems(4_000, 31);
  const values = new Float32Array(rows.length * WIDTH);
  for (const [at, { item }] of rows.entries()) writeFeatures(item, values, at * WIDTH);
  const known = 2_500;
  const outcomes = Int8Array.from(rows, ({ wentShort }, at) => (at >= known ? -1 : wentShort ? 1 : 0));
  const learned = learnRisk(values, WIDTH, GIVEN_RISK, outcomes)!;

  it('ranks unseen items better than cover and than a plain logistic model on the columns alone', () => {
    const unseen = rows.slice(known);
    const truth = unseen.map(({ wentShort }) => Number(wentShort));
    const risk = learned.risk.slice(known);
    const cover = unseen.map(
      ({ item }) => -((item.onHand ?? 0) + (item.inTransit ?? 0)) / ((item.sales3m ?? 0) / 3 + 0.01),
    );
    const plain = Float32Array.from(
      rows.flatMap(({ item }) => Object.values(item).map((value: number | null) => value ?? 0)),
    );
    const seenOutcome = Uint8Array.from(rows, ({ wentShort }) => Number(wentShort));
    const model = fitLogistic(plain, 11, range(known), seenOutcome, ones(rows.length), 1);
    const logistic = unseen.map((_, at) => logisticScore(model, plain, (known + at) * 11));
    for (const simple of [cover, logistic]) {
      expect(areaUnderRoc(risk, truth)).toBeGreaterThan(areaUnderRoc(simple, truth));
      expect(averagePrecision(risk, truth)).toBeGreaterThan(averagePrecision(simple, truth));
    }
  });

  it('is a chance that comes true about as often as it says, for rows it learned from too', () => {
    const mean = (from: number, to: number) => learned.risk.slice(from, to).reduce((a, b) => a + b, 0) / (to - from);
    const share = (from: number, to: number) =>
      rows.slice(from, to).filter(({ wentShort }) => wentShort).length / (to - from);
    expect(mean(0, known) / share(0, known)).toBeCloseTo(1, 1);
    expect(Math.abs(mean(known, 4_000) / share(known, 4_000) - 1)).toBeLessThan(0.4);
    expect(Math.min(...learned.risk)).toBeGreaterThan(0);
    expect(Math.max(...learned.risk)).toBeLessThan(1);
  });

  it('does not let a row see its own outcome', () => {
    const noise = drawer(5);
    const blank = Float32Array.from({ length: 1_200 }, () => noise.normal());
    const coin = Int8Array.from({ length: 400 }, () => (noise.uniform() < 0.3 ? 1 : 0));
    const { risk } = learnRisk(blank, 3, 0, coin)!;
    const auc = areaUnderRoc(risk, coin);
    expect(auc).toBeGreaterThan(0.35);
    expect(auc).toBeLessThan(0.65);
  });

  it('trusts a risk that was right all along where outcomes are few', () => {
    const draw = drawer(8);
    const odds = Array.from({ length: 120 }, () => 1.5 * draw.normal() - 1);
    const noise = Float32Array.from({ length: 120 * 5 }, (_, at) =>
      at % 5 === 4 ? odds[(at - 4) / 5]! : draw.normal(),
    );
    const few = Int8Array.from(odds, (one) => (draw.uniform() < 1 / (1 + Math.exp(-one)) ? 1 : 0));
    const { chosen, quality } = learnRisk(noise, 5, 4, few)!;
    expect(chosen).toContain('risk from first principles');
    expect(quality.get('risk from first principles')!.auc).toBe(areaUnderRoc(odds, few));
  });

  it('is the same every time', () => {
    expect(learnRisk(values, WIDTH, GIVEN_RISK, outcomes)!.risk).toEqual(learned.risk);
  });

  it('is not learned from fewer than eight of either outcome', () => {
    const few = Int8Array.from({ length: 100 }, (_, at) => (at < 7 ? 1 : 0));
    expect(learnRisk(values.subarray(0, 100 * WIDTH), WIDTH, GIVEN_RISK, few)).toBeUndefined();
    expect(learnRisk(new Float32Array(), WIDTH, GIVEN_RISK, new Int8Array())).toBeUndefined();
  });
});
