import type { WaitingLine } from '../../../src/domain/allocation/priority.js';
import type { WaitingBook } from '../../../src/domain/allocation/replan.js';
import { daysBetween } from '../../../src/domain/kernel/dates.js';
import { MOMENT } from './waiting-lines.js';

const TIERS = ['standard', 'plus', 'vip'];

/** `skuOf` by line; lines in order of id. */
export function bookOf(lines: readonly WaitingLine[], skuOf: (line: WaitingLine) => number): WaitingBook {
  const column = <T>(make: (values: number[]) => T, value: (line: WaitingLine) => number) => make(lines.map(value));
  return {
    sku: column((all) => Uint32Array.from(all), skuOf),
    quantity: column(
      (all) => Int32Array.from(all),
      (line) => line.quantity,
    ),
    since: column(
      (all) => Float64Array.from(all),
      (line) => Date.parse(line.backorderedAt),
    ),
    promiseLateDays: column(
      (all) => Int32Array.from(all),
      (line) => (line.firstShipBy ? daysBetween(line.firstShipBy, MOMENT.today) : 0),
    ),
    neededInDays: column(
      (all) => Int32Array.from(all),
      (line) => (line.neededBy ? daysBetween(MOMENT.today, line.neededBy) : -1),
    ),
    tier: column(
      (all) => Uint8Array.from(all),
      (line) => TIERS.indexOf(line.tier),
    ),
    lifetimeValueCents: column(
      (all) => Float64Array.from(all),
      (line) => line.lifetimeValueCents,
    ),
    isBusiness: column(
      (all) => Uint8Array.from(all),
      (line) => Number(line.isBusiness),
    ),
    orderValueCents: column(
      (all) => Float64Array.from(all),
      (line) => line.orderValueCents,
    ),
    rounds: column(
      (all) => Uint16Array.from(all),
      (line) => line.rounds,
    ),
  };
}
