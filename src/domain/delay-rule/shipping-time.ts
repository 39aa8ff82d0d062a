import { addDays, compareInstants, dateIn, type LocalDate, latest, type Zone } from '../kernel/dates.js';
import type { DelayRecord } from './records.js';

/** The end of the shipping time: T. `completedOn` is the day its count begins, in the ship-to zone. */
export type ShippingTime =
  | { readonly kind: 'not_started' }
  | {
      readonly kind: 'counting';
      readonly completedOn: LocalDate;
      /** T, inclusive: shipped at any hour of this day in the ship-to zone is shipped in time. */
      readonly endsOn: LocalDate;
      readonly because: 'stated' | 'thirty_days' | 'fifty_days';
    };

const DAYS = 30;
const DAYS_WITH_CREDIT = 50;

/**
 * Works out T of one line. Not started while the order lacks payment or information. A stated time counts when it was
 * stated by the time the order was complete (the last such statement; of two at one moment the earlier day); without
 * one, 30 days, or 50 when the buyer applied to the seller for credit with the order. What is said or applied for later
 * moves nothing. Source: 435.2(a)(1). A stated day before completion counts as the day of completion.
 */
export function shippingTime(records: readonly DelayRecord[], zone: Zone): ShippingTime {
  const completed = records
    .filter(({ kind }) => kind === 'order_completed')
    .sort((a, b) => compareInstants(a.at, b.at))[0];
  if (!completed) return { kind: 'not_started' };
  const completedOn = dateIn(zone, completed.at);
  const stated = records
    .flatMap((record) => (record.kind === 'shipping_statement' ? [record] : []))
    .filter(({ at }) => compareInstants(at, completed.at) <= 0)
    .sort((a, b) => compareInstants(b.at, a.at) || ((a.shipBy ?? LAST) < (b.shipBy ?? LAST) ? -1 : 1))[0];
  if (stated?.shipBy) {
    return { kind: 'counting', completedOn, endsOn: latest(stated.shipBy, completedOn), because: 'stated' };
  }
  const onCredit = records.some(({ kind, at }) => kind === 'credit_application' && dateIn(zone, at) <= completedOn);
  return {
    kind: 'counting',
    completedOn,
    endsOn: addDays(completedOn, onCredit ? DAYS_WITH_CREDIT : DAYS),
    because: onCredit ? 'fifty_days' : 'thirty_days',
  };
}

const LAST = '9999-12-31';
