import { businessDeadline } from '../domain/escalation/business-deadline.js';
import { type EscalationFacts, type EscalationSignal, escalate } from '../domain/escalation/escalate.js';
import { addToInstant, dateIn, daysBetween } from '../domain/kernel/dates.js';
import type { ConversationId, CustomerId } from '../domain/kernel/ids.js';
import { findCustomer } from '../store/customers.js';
import { type HandOffRules, requestsSince } from '../store/hand-offs.js';
import { liveOffers } from '../store/offers.js';
import type { OrderRecord } from '../store/orders.js';
import { waitingOf } from '../store/standing.js';
import type { ToolContext } from './define-tool.js';
import { shopCalendar } from './shop-calendar.js';

export type HandOffReason =
  | 'asked'
  | 'not_understood'
  | 'legal'
  | 'safety'
  | 'upset'
  | 'policy_exhausted'
  | 'beyond_assistant'
  | 'team_wrote';

const SIGNAL: Partial<Record<HandOffReason, EscalationSignal>> = {
  legal: 'legal',
  safety: 'safety',
  upset: 'anger',
  policy_exhausted: 'policy_exhausted',
};

/** A conversation is handed over as not understood after its second miss. */
const MISSES = 2;

/** Which escalation rules fire for a hand-off, who owns it, and by when somebody must look. */
export async function handOffRules(
  {
    conversationId,
    customerId,
    reason,
  }: { conversationId: ConversationId; customerId: CustomerId | null; reason: HandOffReason },
  context: ToolContext,
): Promise<HandOffRules> {
  const facts = await factsOf({ customerId, conversationId, signal: SIGNAL[reason] ?? null }, context);
  return judge({ ...facts, misunderstandings: reason === 'not_understood' ? MISSES : 0 }, context);
}

/** The same for an order that staff put before the team: its customer's standing, and what they say they heard. */
export async function orderRules(
  { customerId }: Pick<OrderRecord, 'customerId'>,
  signal: EscalationSignal | null,
  context: ToolContext,
): Promise<HandOffRules> {
  return judge(await factsOf({ customerId, conversationId: null, signal }, context), context);
}

function judge(facts: EscalationFacts, { rules, policy, now }: ToolContext): HandOffRules {
  const { withinBusinessHours, ...escalation } = escalate(facts, rules.escalation);
  const hours = { ...policy.hours, zone: policy.zone, calendar: shopCalendar(policy) };
  return {
    ...escalation,
    rules: [...escalation.rules],
    dueAt: businessDeadline(now, withinBusinessHours, hours),
    remindAt: businessDeadline(now, withinBusinessHours / 2, hours),
  };
}

async function factsOf(
  {
    customerId,
    conversationId,
    signal,
  }: { customerId: CustomerId | null; conversationId: ConversationId | null; signal: EscalationSignal | null },
  { sql, now, policy, rules }: ToolContext,
): Promise<EscalationFacts> {
  const since = addToInstant(now, { hours: -24 * rules.escalation.repeatContactDays });
  const customer = customerId && (await findCustomer(sql, customerId));
  const waiting = customerId ? await waitingOf(sql, { customerId }) : [];
  const today = dateIn(policy.zone, now);
  const hasOffer =
    customerId !== null &&
    (await liveOffers(sql, customerId, [...new Set(waiting.map(({ orderNumber }) => orderNumber))])) > 0;
  return {
    tier: customer ? customer.tier : null,
    daysLate: Math.max(0, ...waiting.map(({ firstShipBy }) => (firstShipBy ? daysBetween(firstShipBy, today) : 0))),
    slips: Math.max(0, ...waiting.map(({ slips }) => slips)),
    openValue: waiting.reduce((sum, { valueCents }) => sum + valueCents, 0) / 100,
    repeatContacts: await requestsSince(sql, { conversationId, customerId, since }),
    // who was given what policy allows and asks for a person still is beyond it
    signals: [...(signal ? [signal] : []), ...(hasOffer ? (['policy_exhausted'] as const) : [])],
    misunderstandings: 0,
  };
}
