import type { LocalDate } from '../domain/kernel/dates.js';
import { addToInstant } from '../domain/kernel/dates.js';
import type { CaseFacts, CaseSignal } from '../domain/replies/pick-reply.js';
import { findSignals } from '../language/entities/find-signals.js';
import type { CaseLine } from './case-lines.js';
import type { ToolContext } from './define-tool.js';
import { liveOfferOf, type OrderCase } from './read-case.js';

/**
 * What the rules of knowledge/policy/replies.yaml look at. `customerWords` are words of the customer that came by another
 * way (a call, a mail): their tone counts beside what they wrote in the chat.
 */
export function caseConditions(
  found: OrderCase,
  canReplace: boolean,
  customerWords: string,
  context: ToolContext,
): CaseFacts {
  const { lines, order, todayOn, profile } = found;
  const waiting = lines.filter(waits);
  const left = lines.filter(hasLeft);
  const willMiss = waiting.some(missesItsDate);
  return {
    tier: profile.tier,
    signals: signalsOf(found, customerWords, context),
    // the one that is coming counts, told or not
    slips: Math.max(0, ...waiting.map((line) => line.slips + (missesItsDate(line) ? 1 : 0))),
    daysLate: Math.max(0, ...waiting.map(({ daysLate }) => daysLate)),
    waits: waiting.length > 0,
    noDate: waiting.some(({ eta }) => eta?.kind === 'unknown'),
    willMiss,
    dateMissed: waiting.some((line) => isOver(newestTold(line), todayOn)),
    deliveryOverdue: waiting.some(({ eta }) => eta?.reason === 'overdue'),
    partShipped: left.length > 0 && waiting.length > 0,
    allLeft: left.length > 0 && lines.every((line) => hasLeft(line) || line.lineState === 'cancelled'),
    cancelledByRule: lines.some(({ delay }) => delay?.cancelledByRule && delay.refundSentOn === null),
    refund: lines.some(({ delay }) => delay?.refundOwedSince),
    mayComeTooLate: waiting.some((line) => order.neededBy !== null && mayMiss(line, order.neededBy)),
    canReplace,
    hasOffer: liveOfferOf(found) !== null,
    queued: waiting.some(({ queue }) => queue !== null),
    canRedirect: lines.some(canRedirect),
  };
}

export const waits = ({ eta }: CaseLine): boolean => eta !== null;
export const hasLeft = ({ shippedQuantity }: CaseLine): boolean => shippedQuantity > 0;
export const canRedirect = ({ lineState, delay }: CaseLine): boolean =>
  ['placed', 'allocated', 'backordered'].includes(lineState) && delay?.delayState !== 'cancelled';

/** The ship date that stands: the one told last. None where a later notice named none. */
export const newestTold = ({ told }: CaseLine): LocalDate | null => told.at(-1)?.shipBy ?? null;

/** Its likely ship date lies after the date that stands; where none was told, after the time the delay rule gives. */
export function missesItsDate(line: CaseLine): boolean {
  const due = line.told.length > 0 ? newestTold(line) : line.delay?.shippingTimeEndsOn;
  return line.eta?.kind === 'estimated' && due != null && line.eta.likelyOn > due;
}

export const isOver = (date: LocalDate | null, today: LocalDate): boolean => date !== null && date < today;

const mayMiss = ({ eta }: CaseLine, neededBy: LocalDate): boolean =>
  eta !== null && (eta.kind === 'unknown' || eta.arrivesCautiousOn > neededBy);

const SIGNAL: Readonly<Record<string, CaseSignal>> = { frustration: 'anger', legal: 'legal', safety: 'safety' };
const BY_REASON: Readonly<Record<string, CaseSignal>> = { upset: 'anger', legal: 'legal', safety: 'safety' };
/** One mild word of anger is no anger; of law or danger, one strong word is enough. */
const LEAST_STRENGTH = 2;

function signalsOf({ handOff, talk }: OrderCase, customerWords: string, { now, rules }: ToolContext): CaseSignal[] {
  const since = addToInstant(now, { hours: -24 * rules.escalation.repeatContactDays });
  const recent = talk && talk.lastWroteAt > since ? talk.wrote : [];
  const strength = new Map<CaseSignal, number>();
  for (const entity of findSignals([...recent, customerWords].join('\n'))) {
    const signal = SIGNAL[entity.kind];
    if (signal) strength.set(signal, (strength.get(signal) ?? 0) + Number(entity.value));
  }
  const shown = [...strength].flatMap(([signal, sum]) => (sum >= LEAST_STRENGTH ? [signal] : []));
  const asked = handOff ? BY_REASON[handOff.reason] : undefined;
  return [...new Set([...(asked ? [asked] : []), ...shown])];
}
