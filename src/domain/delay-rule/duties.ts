import { addDays, type LocalDate, latest } from '../kernel/dates.js';
import type { LineStanding } from './delay-standing.js';
import type { DelayRecord } from './records.js';
import { type Rule, rule } from './rules.js';

/** Something the seller must do. `legalBy` is inclusive; `targetBy` is our own, earlier day. Null: at once. */
export interface Duty {
  readonly kind: /** Ship, or offer the first or a renewed option to wait or cancel. */
    | 'ship_or_offer'
    /** Ship, or have the buyer's express consent; a reminder is due by the target. */
    | 'ship_or_consent'
    | 'ship'
    | 'stop_shipment'
    | 'send_refund'
    /** Something a person must look at: see the rule. */
    | 'person';
  readonly legalBy: LocalDate | null;
  readonly targetBy: LocalDate | null;
  readonly rule: Rule;
}

const TARGET_DAYS = 3;

/** Three days before a legal day, but never before `from`: our internal deadline. */
export const targetBefore = (legalBy: LocalDate, from: LocalDate): LocalDate =>
  latest(addDays(legalBy, -TARGET_DAYS), from);

/** What the seller owes for one line as it stands; the most urgent first. */
export const dutiesOf = (standing: Omit<LineStanding, 'owed'>, records: readonly DelayRecord[]): Duty[] =>
  standing.state === 'cancelled' ? afterCancelling(standing, records) : whileLive(standing);

function whileLive({ state, shippingTime, lapse, option, awaitsAnswer }: Omit<LineStanding, 'owed'>): Duty[] {
  if (shippingTime.kind === 'not_started' || (state !== 'in_time' && state !== 'delayed')) return [];
  if (!lapse) return [{ kind: 'ship', legalBy: null, targetBy: null, rule: rule('6') }];
  const targetBy = targetBefore(lapse.endOf, shippingTime.completedOn);
  const answerDecides = awaitsAnswer && option?.silence === 'cancel';
  if (answerDecides) return [{ kind: 'ship_or_consent', legalBy: lapse.endOf, targetBy, rule: option.rule }];
  return [{ kind: 'ship_or_offer', legalBy: lapse.endOf, targetBy, rule: rule(state === 'in_time' ? '2' : '7') }];
}

function afterCancelling(
  { refund, cancelledBy, quantity, shippedUnits }: Omit<LineStanding, 'owed'>,
  records: readonly DelayRecord[],
): Duty[] {
  if (!refund || !cancelledBy) return [];
  const duties: Duty[] = [];
  const person = (because: Rule): Duty => ({ kind: 'person', legalBy: null, targetBy: null, rule: because });
  const left = records.reduce((units, record) => units + (record.kind === 'shipment' ? record.quantity : 0), 0);
  if (left < quantity) duties.push({ kind: 'stop_shipment', legalBy: null, targetBy: null, rule: cancelledBy });
  if (refund.state === 'owed')
    duties.push({ kind: 'send_refund', legalBy: refund.notAfter, targetBy: refund.sendBy, rule: rule('11') });
  if (left > shippedUnits) duties.push(person(cancelledBy));
  if (refund.state === 'owed' && refund.refused.length > 0) duties.push(person(rule('12')));
  if (refund.state === 'owed' && shippedUnits > 0) duties.push(person(rule('13')));
  if (refund.proofMissing) duties.push(person(rule('16')));
  return duties;
}
