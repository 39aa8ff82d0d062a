import { clockIn, dateIn, type Instant, weekday, type Zone } from '../domain/kernel/dates.js';
import type { SmsPolicy, StateHours } from './sms-policy.js';

/** Where a recipient is, as far as that is known. */
export interface Place {
  /** Such as TX; null when unknown. */
  readonly state: string | null;
  readonly zone: Zone | null;
}

/**
 * Whether somebody may be texted now who has not just written: by their own clock and their state's hours. Where the state
 * is unknown the narrowest of all states' hours hold, and where the zone is, they must hold in every zone of the policy.
 */
export function mayTextNow({ quietHours }: SmsPolicy, { state, zone }: Place, now: Instant): boolean {
  const { usual, states, zones } = quietHours;
  const rules = state === null ? [usual, ...Object.values(states)] : [states[state] ?? usual];
  return (zone ? [zone] : zones).every((one) => rules.every((hours) => isWithin(hours, one, now)));
}

function isWithin({ sunday, ...usual }: StateHours, zone: Zone, now: Instant): boolean {
  const { from, to } = (weekday(dateIn(zone, now)) === 0 && sunday) || usual;
  const clock = clockIn(zone, now);
  return clock >= from && clock < to;
}
