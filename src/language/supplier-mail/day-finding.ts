import type { DayRole } from './day-role.js';
import type { ClaimDoubt, Finding } from './finding.js';
import type { MailDay } from './mail-day.js';

/** What a part of a sentence says, as far as it says it. */
export type Part = Partial<Finding> & Pick<Finding, 'kind'>;
/** A day with what happens on it. */
export type Placed = MailDay & { readonly role: DayRole };
/** What days of the goods are, those that count before the others. */
export const GOODS: readonly DayRole[] = ['arrives', 'ships', 'said', 'bare'];

/** Which of several days counts: arrival before shipment before a day that is only named; the newest where one is taken back. */
export function dayFinding(goods: readonly Placed[], own: string, isConditional: boolean): Part {
  const best = GOODS.find((role) => goods.some((day) => day.role === role));
  const ranked = best === 'arrives' ? goods.filter(({ role }) => role !== 'ships') : goods;
  const distinct = new Set(ranked.map(({ day, shift, doubt }) => `${day} ${shift} ${doubt === 'no_day'}`));
  const day = ranked.at(-1);
  if (!day) return { kind: 'date' };
  const doubts: ClaimDoubt[] = day.doubt === 'no_day' ? ['vague'] : day.doubt ? [day.doubt] : [];
  const arrivals = goods.flatMap(({ role, day: one }) => (role === 'arrives' && one ? [one] : []));
  const isBackwards = goods.some(
    ({ role, day: one }) => role === 'ships' && one !== null && arrivals.some((arrival) => arrival < one),
  );
  const isCorrected = /\b(?:sorry|rather|correction|i mean|make (?:that|it)|scratch|actually|no,)/i.test(own);
  // "10 days later, so Dec 14" says one thing twice; whether they agree is known once the line is
  const shifts = ranked.filter(({ shift }) => shift !== null);
  const named = ranked.filter(({ shift }) => shift === null);
  if (shifts.length === 1 && new Set(named.map(({ day: one }) => one)).size === 1)
    return {
      kind: 'date',
      day: named[0] ?? null,
      event: eventOf(best),
      doubts: named[0]?.doubt ? [named[0].doubt === 'no_day' ? 'vague' : named[0].doubt] : [],
    };
  if (isBackwards || (distinct.size > 1 && !isCorrected)) return { kind: 'unclear', doubts: ['conflict'] };
  if (distinct.size > 1) doubts.push('corrected');
  const isReadable =
    !isConditional &&
    (day.day !== null || day.shift !== null) &&
    day.doubt !== 'two_readings' &&
    day.doubt !== 'weekday_differs';
  return isReadable ? { kind: 'date', day, event: eventOf(best), doubts } : { kind: 'unclear', doubts };
}

const eventOf = (role: DayRole | undefined): Finding['event'] =>
  role === 'arrives' || role === 'ships' ? role : 'unsaid';
